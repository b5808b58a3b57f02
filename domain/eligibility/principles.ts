import type { RuleSet } from '../law/rule-set.ts';
import type { Finding } from './conditions.ts';
import type { Criterion } from './eligibility.ts';
import type { NomineeRecord } from './record.ts';

/**
 * Principles that hold whatever the award asks for (Law 06/2022/QH15 Article 5, Decree 152/2025 Article 4), where the
 * rule-set names them.
 */
export function generalPrinciples(
  ruleSet: Pick<RuleSet, 'principles'>,
  awardCode: string,
  record: NomineeRecord,
  period: { from: number; to: number },
): Criterion[] {
  if (!ruleSet.principles) return [];
  const { underExamination, afterDiscipline, oncePerAchievement } = ruleSet.principles;
  return [
    {
      text: {
        vi: 'không trong thời gian xem xét kỷ luật, điều tra, thanh tra, kiểm tra, khiếu nại, tố cáo',
        en: 'no discipline, investigation, inspection, complaint or denunciation under examination',
      },
      ...examination(record),
      ...underExamination,
    },
    {
      text: { vi: 'không đang thi hành kỷ luật', en: 'no disciplinary measure in force' },
      ...disciplineInForce(record),
      ...afterDiscipline,
    },
    {
      text: {
        vi: 'chưa được tặng chính danh hiệu, hình thức này cho cùng thành tích',
        en: 'not yet given this award for the same achievement',
      },
      ...sameAchievement(awardCode, record, period),
      ...oncePerAchievement,
    },
  ];
}

function examination({ underExamination }: NomineeRecord): Finding {
  if (underExamination === undefined) return unknown('underExamination');
  return underExamination
    ? notMet('under examination', 'cleared in writing')
    : met('nothing under examination');
}

function disciplineInForce({ kind, discipline }: NomineeRecord): Finding {
  if (kind === 'collective') return met('a collective is not disciplined');
  if (discipline === undefined) return unknown('discipline');
  const inForce = discipline.some(({ endedOn }) => endedOn === null);
  return inForce ? notMet('a measure in force', 'end of the measure') : met('no measure in force');
}

/** Years of an earlier period that overlap are the same achievement. */
function sameAchievement(
  awardCode: string,
  { awards }: NomineeRecord,
  period: { from: number; to: number },
): Finding {
  const overlapping = awards.filter(
    ({ award, year, fromYear, revoked }) =>
      award === awardCode && !revoked && year >= period.from && (fromYear ?? year) <= period.to,
  );
  const facts = overlapping.map(({ award, year }) => `${award} ${year}`);
  return overlapping.length === 0
    ? met(`no ${awardCode} in ${period.from}-${period.to}`)
    : { outcome: 'not_met', facts, missing: [] };
}

const met = (fact: string): Finding => ({ outcome: 'met', facts: [fact], missing: [] });
const notMet = (fact: string, missing: string): Finding => ({
  outcome: 'not_met',
  facts: [fact],
  missing: [missing],
});
const unknown = (missing: string): Finding => ({ outcome: 'unknown', facts: [], missing: [missing] });
