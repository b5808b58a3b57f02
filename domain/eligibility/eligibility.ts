import type { Branch } from '../law/criteria.ts';
import { describeCondition } from '../law/describe.ts';
import { awardRule, type RuleSet } from '../law/rule-set.ts';
import type { Bilingual, Grade, Source } from '../law/source.ts';
import { type Finding, type Situation, testCondition } from './conditions.ts';
import { allOf, anyOf, type Outcome } from './outcome.ts';
import { generalPrinciples } from './principles.ts';
import type { NomineeRecord } from './record.ts';

export type Verdict = 'eligible' | 'not_eligible' | 'needs_judgement';

/** One criterion as it was tested: what it asks, what was found, what is missing, and where it is written. */
export interface Criterion extends Finding {
  text: Bilingual;
  citation: string;
  grade: Grade;
  note?: Bilingual | undefined;
}

/** One way to meet the standard, with its criteria; `alternatives` lists groups of which one is enough. */
export interface TestedBranch {
  point: string | null;
  outcome: Outcome;
  criteria: Criterion[];
  alternatives: Criterion[][];
  citation: string;
  grade: Grade;
}

export interface Eligibility {
  verdict: Verdict;
  /** Principles that hold for every award: nothing under examination, discipline over, one award per achievement. */
  principles: Criterion[];
  /** Branches of the award's standard; one that is met is enough. */
  branches: TestedBranch[];
}

/** The award is not given to this kind of nominee. */
export class WrongNomineeKindError extends Error {
  readonly code = 'wrong_nominee_kind';
}

/**
 * Whether a nominee can be proposed for an award, for an achievement period of calendar years (both included), under a
 * rule-set. Every criterion is reported with its article. What is not known, and what only a person can judge, makes the
 * verdict `needs_judgement`; only a criterion known not to hold makes it `not_eligible`.
 * @throws UnknownAwardError, WrongNomineeKindError
 */
export function eligibility(
  ruleSet: RuleSet,
  awardCode: string,
  record: NomineeRecord,
  period: { from: number; to: number },
): Eligibility {
  const rule = awardRule(ruleSet, awardCode);
  const standard = rule.standards[record.kind];
  if (!standard) throw new WrongNomineeKindError(`${awardCode} is not given to a ${record.kind}`);

  const situation: Situation = { record: afterDiscipline(record), kind: rule.kind, periodTo: period.to };
  const principles = generalPrinciples(ruleSet, awardCode, record, period);
  const branches = standard.map((branch) => testBranch(branch, situation, ruleSet));
  const outcome = allOf([
    ...principles.map((principle) => principle.outcome),
    anyOf(branches.map((branch) => branch.outcome)),
  ]);
  const verdicts: Record<Outcome, Verdict> = {
    met: 'eligible',
    not_met: 'not_eligible',
    unknown: 'needs_judgement',
  };
  return { verdict: verdicts[outcome], principles, branches };
}

function testBranch(branch: Branch, situation: Situation, ruleSet: RuleSet): TestedBranch {
  const source: Source = { citation: branch.citation, grade: branch.grade };
  const test = (condition: Branch['allOf'][number]): Criterion => ({
    text: describeCondition(condition, ruleSet),
    ...testCondition(condition, situation),
    ...source,
  });
  const criteria = branch.allOf.map(test);
  const alternatives = (branch.oneOf ?? []).map((group) => group.map(test));
  const outcomes = criteria.map(({ outcome }) => outcome);
  if (alternatives.length > 0) {
    outcomes.push(anyOf(alternatives.map((group) => allOf(group.map(({ outcome }) => outcome)))));
  }
  return { point: branch.point ?? null, outcome: allOf(outcomes), criteria, alternatives, ...source };
}

/**
 * The record with the ratings that count after a disciplinary measure: those of the years before its end do not, that of the
 * year in which it ended has to be looked at (Decree 152/2025 Article 4(4): achievement counts from the end of the measure).
 */
function afterDiscipline(record: NomineeRecord): NomineeRecord {
  const ends = (record.discipline ?? []).flatMap(({ endedOn }) =>
    endedOn === null ? [] : [Number(endedOn.slice(0, 4))],
  );
  if (ends.length === 0) return record;
  const lastEnd = Math.max(...ends);
  return {
    ...record,
    ratings: record.ratings.flatMap((entry) =>
      entry.year < lastEnd
        ? [{ ...entry, rating: 'not_completed' as const }]
        : entry.year === lastEnd
          ? []
          : [entry],
    ),
  };
}
