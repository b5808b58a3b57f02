import type { Branch } from '../law/criteria.ts';
import type { AwardRule, RuleSet } from '../law/rule-set.ts';
import { type Criterion, eligibility, showsAWay, type TestedBranch, type Verdict } from './eligibility.ts';
import type { NomineeRecord } from './record.ts';

/** An award for which somebody may be proposed after a year, with the way to its standard that speaks for it. */
export interface Suggestion {
  award: string;
  /** Achievement period, calendar years, both included. */
  from: number;
  to: number;
  verdict: Exclude<Verdict, 'not_eligible'>;
  way: TestedBranch;
}

/**
 * What a person or collective may be proposed for at the end of a year (xét, đề nghị cuối năm), in the order of the catalogue: every
 * award whose standard the record meets in all that records can show, while the rest is for a person to judge. What is not known
 * suggests nothing: the ledger is completed and the suggestions are found anew.
 */
export function suggestionsFor(
  ruleSet: RuleSet,
  record: NomineeRecord,
  year: number,
  on: string,
): Suggestion[] {
  return ruleSet.awards.flatMap((rule): Suggestion[] => {
    const standard = rule.standards[record.kind];
    if (!standard || !rule.nominees.includes(record.kind)) return [];
    const proposal = { from: year - periodOf(rule, standard) + 1, to: year, on };
    if (!showsAWay(ruleSet, rule.code, record, proposal)) return [];
    const { verdict, branches } = eligibility(ruleSet, rule.code, record, proposal);
    const way = branches.find(({ outcome }) => outcome === 'met') ?? branches.find(isPromising);
    if (verdict === 'not_eligible' || !way) return [];
    return [{ award: rule.code, from: proposal.from, to: year, verdict, way }];
  });
}

/** All that records can show is met, and there is something of the kind; the rest is for a person to judge. */
function isPromising({ criteria, alternatives }: TestedBranch): boolean {
  const isSupported = (list: readonly Criterion[]) =>
    list.some(({ outcome }) => outcome === 'met') &&
    list.every((one) => one.outcome === 'met' || isJudged(one));
  if (alternatives.length === 0) return isSupported(criteria);
  return criteria.every((one) => one.outcome === 'met' || isJudged(one)) && alternatives.some(isSupported);
}

const isJudged = ({ missing }: Criterion) => missing.length === 1 && missing[0] === 'judgement';

/** Years of achievement that a form looks back on: the longest row its standard asks for. A title is for its year. */
function periodOf({ kind }: AwardRule, standard: readonly Branch[]): number {
  if (kind === 'title') return 1;
  const years = standard.flatMap(({ allOf }) =>
    allOf.map((condition) => {
      if (condition.need === 'rating' && condition.withinYears === undefined) return condition.years;
      return condition.need === 'award' && condition.consecutive ? condition.times : 1;
    }),
  );
  return Math.max(1, ...years);
}
