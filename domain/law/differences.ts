import { z } from 'zod';
import type { Standard } from './criteria.ts';
import { describeBranch } from './describe.ts';
import { postingLevels, postingRule } from './posting.ts';
import { type AwardRule, awardRule, type RuleSet, type VoteLevel, voteLevelSchema } from './rule-set.ts';
import { type Bilingual, bilingualSchema, gradeSchema, type Source } from './source.ts';

const sideSchema = z.strictObject({ text: bilingualSchema, citation: z.string(), grade: gradeSchema });

/** One thing that two rule-sets say differently about an award, in words, each with where it is written. */
export const ruleDifferenceSchema = z.strictObject({
  about: bilingualSchema,
  /** Null: the set says nothing about it. */
  before: sideSchema.nullable(),
  after: sideSchema.nullable(),
});
export type RuleDifference = z.infer<typeof ruleDifferenceSchema>;

/** One value of a rule, as it is compared (`value`) and as it is read (`text`). */
interface Aspect {
  about: Bilingual;
  value: unknown;
  text: Bilingual;
  source: Source;
}

/**
 * What two rule-sets say differently about an award: values, not where they are written. `voted` are levels whose votes keep
 * the set they were held under; their shares are not compared.
 * @throws UnknownAwardError where one of them does not know the award
 */
export function ruleDifferences(
  before: RuleSet,
  after: RuleSet,
  awardCode: string,
  voted: readonly VoteLevel[] = [],
): RuleDifference[] {
  const [old, now] = [before, after].map((set) => aspectsOf(set, awardRule(set, awardCode), voted)) as [
    Map<string, Aspect>,
    Map<string, Aspect>,
  ];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [a, b] = [old.get(key), now.get(key)];
    const about = (b ?? a)?.about;
    if (!about || same(a?.value, b?.value)) return [];
    return [{ about, before: sideOf(a), after: sideOf(b) }];
  });
}

function sideOf(aspect: Aspect | undefined): RuleDifference['before'] {
  return (
    (aspect && { text: aspect.text, citation: aspect.source.citation, grade: aspect.source.grade }) ?? null
  );
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const both = (text: string): Bilingual => ({ vi: text, en: text });
const yesNo = (value: boolean): Bilingual => (value ? { vi: 'có', en: 'yes' } : { vi: 'không', en: 'no' });

const levelNames: Record<VoteLevel, Bilingual> = {
  unit: { vi: 'đơn vị', en: 'unit' },
  department: { vi: 'vụ, cục', en: 'department' },
  ministry: { vi: 'bộ, tỉnh', en: 'ministry, province' },
  central: { vi: 'trung ương', en: 'central' },
};
const kindNames = {
  person: { vi: 'cá nhân', en: 'persons' },
  collective: { vi: 'tập thể', en: 'collectives' },
} as const;
const kinds = ['person', 'collective'] as const;

function aspectsOf(set: RuleSet, rule: AwardRule, voted: readonly VoteLevel[]): Map<string, Aspect> {
  const aspects = new Map<string, Aspect>();
  const add = (key: string, about: Bilingual, value: unknown, text: Bilingual, source: Source) =>
    aspects.set(key, { about, value, text, source });

  const { decider, chain, centralCouncil, ballotMandatory, dossierDeadline } = rule;
  add(
    'decider',
    { vi: 'thẩm quyền quyết định', en: 'who decides' },
    decider.value,
    both(decider.value),
    decider,
  );
  add('chain', { vi: 'tuyến trình', en: 'chain' }, chain.value, both(chain.value), chain);
  add(
    'centralCouncil',
    { vi: 'qua Hội đồng Trung ương', en: 'goes to the Central Council' },
    centralCouncil.value,
    yesNo(centralCouncil.value),
    centralCouncil,
  );
  add(
    'ballot',
    { vi: 'bắt buộc bỏ phiếu', en: 'ballot mandatory' },
    ballotMandatory.value,
    yesNo(ballotMandatory.value),
    ballotMandatory,
  );
  for (const level of voteLevelSchema.options.filter((level) => !voted.includes(level))) {
    const { sharePercent, strict, denominator, quorum, ...source } = rule.votes[level];
    add(
      `votes.${level}`,
      {
        vi: `tỷ lệ tán thành, cấp ${levelNames[level].vi}`,
        en: `share in favour, level ${levelNames[level].en}`,
      },
      { sharePercent, strict, denominator, quorum },
      both(
        `${strict ? '>' : '>='} ${sharePercent} % ${denominator}, ${quorum.numerator}/${quorum.denominator}`,
      ),
      source,
    );
  }
  for (const level of postingLevels) {
    const posting = postingRule(rule, level);
    if (!posting) continue;
    const days = posting.workingDays;
    add(
      `posting.${level}`,
      {
        vi: `công khai lấy ý kiến, cấp ${levelNames[level].vi}`,
        en: `public posting, level ${levelNames[level].en}`,
      },
      days,
      { vi: `${days} ngày làm việc`, en: `${days} working days` },
      posting,
    );
  }
  if (dossierDeadline) {
    const { day, month, year } = dossierDeadline;
    add(
      'deadline',
      { vi: 'thời hạn nộp hồ sơ', en: 'deadline of the dossier' },
      { day, month, year },
      both(`${day}/${month} (${year})`),
      dossierDeadline,
    );
  }
  for (const kind of kinds) {
    const standard = rule.standards[kind];
    if (standard) {
      add(
        `standard.${kind}`,
        { vi: `tiêu chuẩn, ${kindNames[kind].vi}`, en: `standard, ${kindNames[kind].en}` },
        asked(standard),
        standardText(standard, set),
        standard[0] as Source,
      );
    }
    const bonus = rule.money[kind];
    if (bonus) {
      const times = `${Math.floor(bonus.tenths / 10)},${bonus.tenths % 10}`;
      add(
        `money.${kind}`,
        { vi: `tiền thưởng, ${kindNames[kind].vi}`, en: `bonus, ${kindNames[kind].en}` },
        bonus.tenths,
        { vi: `${times} lần mức lương cơ sở`, en: `${times.replace(',', '.')} times the base salary` },
        bonus,
      );
    }
  }
  add(
    'papers',
    { vi: 'thành phần hồ sơ', en: 'papers' },
    rule.papers.map(({ code }) => code).sort(),
    {
      vi: rule.papers.map(({ name }) => name.vi).join('; '),
      en: rule.papers.map(({ name }) => name.en).join('; '),
    },
    rule,
  );
  return aspects;
}

/** What a standard asks for, without where it is written. */
function asked(standard: Standard): unknown {
  return standard.map(({ kinds, allOf, oneOf }) => JSON.stringify({ kinds, allOf, oneOf }, withoutSource));
}

function withoutSource(key: string, value: unknown): unknown {
  return ['citation', 'grade', 'note'].includes(key) ? undefined : value;
}

function standardText(standard: Standard, set: RuleSet): Bilingual {
  const told = standard.map((branch) => describeBranch(branch, set));
  return { vi: told.map(({ vi }) => vi).join(' / '), en: told.map(({ en }) => en).join(' / ') };
}
