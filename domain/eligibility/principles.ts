import type { Reason } from '../law/procedure.ts';
import type { AwardRule, RuleSet } from '../law/rule-set.ts';
import type { Bilingual, Source } from '../law/source.ts';
import { type Measurable, type Measure, unknown, yesOrNo } from './measures.ts';
import type { Situation } from './situation.ts';

/** A principle as a criterion: what it asks, where it is written, how it is measured. */
export interface Principle extends Measurable {
  text: Bilingual;
  source: Source;
}

type Principles = NonNullable<RuleSet['principles']>;

/**
 * Principles that hold whatever the award asks for (Law 06/2022/QH15 Article 5, Decree 152/2025 Article 4), as far as the
 * rule-set names them.
 */
export function generalPrinciples({ principles }: Pick<RuleSet, 'principles'>): Principle[] {
  if (!principles) return [];
  const { underExamination, afterDiscipline, oncePerAchievement, transfer } = principles;
  return [
    yes('nothing_under_examination', underExamination, examination, {
      vi: 'không trong thời gian xem xét kỷ luật, điều tra, thanh tra, kiểm tra, khiếu nại, tố cáo',
      en: 'no discipline, investigation, inspection, complaint or denunciation under examination',
    }),
    yes('no_measure_in_force', afterDiscipline, disciplineInForce, {
      vi: 'không đang thi hành kỷ luật',
      en: 'no disciplinary measure in force',
    }),
    yes('achievement_not_awarded', oncePerAchievement, sameAchievement, {
      vi: 'chưa được tặng chính danh hiệu, hình thức này cho cùng thành tích',
      en: 'not yet given this award for the same achievement',
    }),
    yes('proposed_once', oncePerAchievement, otherProposals, {
      vi: 'không đồng thời được đề nghị trong hồ sơ khác cho cùng thành tích',
      en: 'not proposed in another dossier for the same achievement',
    }),
    ...(transfer
      ? [
          yes('former_unit_agrees', transfer, (situation) => formerUnit(situation, transfer), {
            vi: `có ý kiến của đơn vị cũ nếu đã công tác ở đó từ ${String(transfer.months).padStart(2, '0')} tháng trong năm`,
            en: `the former unit’s opinion, for who worked there for ${transfer.months} months of the year or more`,
          }),
        ]
      : []),
  ];
}

function yes(
  name: string,
  source: Source,
  measure: (situation: Situation) => Measure,
  text: Bilingual,
): Principle {
  return { name, source, measure, text, needed: { count: 1 } };
}

function examination({ record: { underExamination } }: Situation): Measure {
  if (underExamination === undefined) return unknown('underExamination');
  return underExamination
    ? yesOrNo(false, 'under examination', 'cleared in writing')
    : yesOrNo(true, 'nothing under examination', '');
}

/** A measure ends at 24:00 of its last day, as every term does. */
function disciplineInForce({ record: { kind, discipline }, period: { on } }: Situation): Measure {
  if (kind === 'collective') return yesOrNo(true, 'a collective is not disciplined', '');
  if (discipline === undefined) return unknown('discipline');
  const inForce = discipline.some(({ endedOn }) => endedOn === null || (on !== undefined && endedOn >= on));
  return inForce
    ? yesOrNo(false, 'a measure in force', 'end of the measure')
    : yesOrNo(true, 'no measure in force', '');
}

function sameAchievement({ award, kind, record, period, forms }: Situation): Measure {
  const held = record.awards
    .filter((entry) => !entry.revoked)
    .map(({ award, year, fromYear = year, commendationKind }) => ({
      award,
      from: fromYear,
      to: year,
      commendationKind,
    }));
  return once(held, { award, kind, period, forms }, 'held');
}

function otherProposals({ award, kind, record, period, forms }: Situation): Measure {
  const open = record.openProposals.map(({ award, periodTo, periodFrom = periodTo, commendationKind }) => ({
    award,
    from: periodFrom,
    to: periodTo,
    commendationKind,
  }));
  return once(open, { award, kind, period, forms }, 'proposed');
}

interface Other extends Pick<Reason, 'commendationKind'> {
  award: string;
  from: number;
  to: number;
}

/**
 * No more than one commendation for one achievement. The same award for overlapping years is the same achievement. The same
 * award of another kind (sudden merit beside regular merit), or another form for exactly these years, may be one for another
 * achievement, which a person has to say; a title is no obstacle.
 */
function once(
  others: readonly Other[],
  { award, kind, period, forms }: Pick<Situation, 'award' | 'kind' | 'period' | 'forms'>,
  how: string,
): Measure {
  const printed = (list: typeof others) =>
    list.map(({ award, from, to }) => `${award} ${from === to ? to : `${from}-${to}`} ${how}`);
  const isOfAnotherKind = ({ commendationKind: other }: Other) =>
    Boolean(other && period.commendationKind && other !== period.commendationKind);
  const overlapping = others.filter(
    (other) => other.award === award && other.to >= period.from && other.from <= period.to,
  );
  const same = overlapping.filter((other) => !isOfAnotherKind(other));
  if (same.length > 0) return { atLeast: 0, atMost: 0, facts: printed(same), missing: [] };
  const otherForms = others.filter(
    (other) =>
      kind === 'commendation' &&
      forms.has(other.award) &&
      other.award !== award &&
      other.from === period.from &&
      other.to === period.to,
  );
  const similar = [...overlapping, ...otherForms];
  if (similar.length > 0)
    return { atLeast: 0, atMost: null, facts: printed(similar), missing: ['judgement'] };
  return yesOrNo(true, `no other ${award} ${how} for ${period.from}-${period.to}`, '');
}

function formerUnit({ record, period }: Situation, { months }: NonNullable<Principles['transfer']>): Measure {
  const moves = record.transfers.filter(
    ({ year, monthsAtFormerUnit }) =>
      year >= period.from && year <= period.to && monthsAtFormerUnit >= months,
  );
  if (moves.length === 0) return yesOrNo(true, `no move after ${months} months or more`, '');
  const facts = moves.map(
    ({ year, monthsAtFormerUnit }) => `moved in ${year} after ${monthsAtFormerUnit} months`,
  );
  const missing = moves
    .filter(({ formerUnitAgrees }) => formerUnitAgrees !== true)
    .map(({ year }) => `opinion of the former unit (${year})`);
  if (missing.length === 0) return { atLeast: 1, atMost: 1, facts, missing };
  const refuses = moves.some(({ formerUnitAgrees }) => formerUnitAgrees === false);
  return { atLeast: 0, atMost: refuses ? 0 : null, facts, missing };
}

/**
 * Of equals women come first, and collectives in which they are so many percent (for ties in a council; no part of the
 * verdict). Undefined where the rule-set does not say so.
 */
export function tiePreference({ principles }: Pick<RuleSet, 'principles'>): Principle | undefined {
  const rule = principles?.womenFirst;
  if (!rule) return undefined;
  return {
    name: 'women',
    source: rule,
    text: {
      vi: `được ưu tiên khi bằng nhau: nữ, tập thể có từ ${rule.percent} % là nữ`,
      en: `comes first among equals: a woman, a collective with at least ${rule.percent} % women`,
    },
    needed: { percent: rule.percent },
    measure: ({ record }) => {
      const { kind, sex, members } = record;
      if (kind === 'person') {
        if (sex === undefined) return { ...unknown('sex'), of: null };
        return { ...yesOrNo(sex === 'female', sex, 'female'), of: 1 };
      }
      if (members?.women === undefined) return { ...unknown('members.women'), of: null };
      const { women, total } = members;
      return {
        atLeast: women,
        atMost: women,
        of: total,
        facts: [`${women}/${total} women`],
        missing: [`${rule.percent} % women`],
      };
    },
  };
}

/** Award codes of a rule-set that are forms (hình thức khen thưởng). */
export function formsOf({ awards }: { awards: readonly Pick<AwardRule, 'code' | 'kind'>[] }): Set<string> {
  return new Set(awards.filter(({ kind }) => kind === 'commendation').map(({ code }) => code));
}
