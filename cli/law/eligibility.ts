import { z } from 'zod';
import { eligibility } from '../../domain/eligibility/eligibility.ts';
import { type NomineeRecord, nomineeRecordSchema } from '../../domain/eligibility/record.ts';
import { commendationKindSchema, simplifiedCaseSchema } from '../../domain/law/criteria.ts';
import { awardRule, type RuleSet } from '../../domain/law/rule-set.ts';
import { periodOf, year } from './period.ts';
import { question, sources } from './question.ts';
import { awardCodeOf } from './spellings.ts';

const input = z.strictObject({
  award: z.string(),
  /** Achievement period, calendar years, both included; one year if `periodFrom` is left out. */
  periodFrom: year.optional(),
  periodTo: year,
  /** Why the award is proposed (loại hình khen thưởng); decides which papers the dossier needs. */
  commendationKind: commendationKindSchema.optional(),
  /** A case of the simplified procedure beside those that follow from the kind. */
  simplifiedCase: simplifiedCaseSchema.optional(),
  nominee: z.preprocess(withLists, nomineeRecordSchema),
});

/** Can a nominee be proposed? Every criterion comes with its article and what was found. */
export const eligibilityQuestion = question(
  input,
  ({ award, commendationKind, simplifiedCase, nominee, ...years }, context) => {
    const ruleSet = context.ruleSet();
    const code = awardCodeOf(ruleSet, award);
    const proposal = { ...periodOf(years), commendationKind, simplifiedCase, on: context.date };
    const answer = eligibility(ruleSet, code, withCodes(ruleSet, nominee), proposal);
    const { citation, grade } = awardRule(ruleSet, code);
    return { ruleSet: ruleSet.id, ...answer, sources: sources({ citation, grade }) };
  },
  { year: 'periodTo', from: 'periodFrom', to: 'periodTo', record: 'nominee', kind: 'commendationKind' },
);

/** What an initiative was used for is a list; one word stands for a list of one. */
function withLists(nominee: unknown): unknown {
  if (!isObject(nominee) || !Array.isArray(nominee.initiatives)) return nominee;
  const initiatives = nominee.initiatives.map((initiative: unknown) =>
    isObject(initiative) && typeof initiative.usedFor === 'string'
      ? { ...initiative, usedFor: [initiative.usedFor] }
      : initiative,
  );
  return { ...nominee, initiatives };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The record with every award by its code, however it is written: one that nobody knows would silently not count. */
function withCodes(ruleSet: RuleSet, nominee: NomineeRecord): NomineeRecord {
  const coded = <T extends { award: string }>(list: readonly T[]) =>
    list.map((entry) => ({ ...entry, award: awardCodeOf(ruleSet, entry.award) }));
  const { awards, openProposals, members } = nominee;
  return {
    ...nominee,
    awards: coded(awards),
    openProposals: coded(openProposals),
    ...(members && {
      members: {
        ...members,
        holding: Object.fromEntries(
          Object.entries(members.holding).map(([award, count]) => [awardCodeOf(ruleSet, award), count]),
        ),
      },
    }),
  };
}
