import type { Branch, Condition } from '../law/criteria.ts';
import { describeCondition } from '../law/describe.ts';
import type { RuleSet } from '../law/rule-set.ts';
import type { Bilingual, Source } from '../law/source.ts';
import { type Measurable, measurable } from './measures.ts';
import { generalPrinciples, type Principle, tiePreference } from './principles.ts';

/** A criterion of an award: what it asks and where it is written, with the id of its decision. */
export interface CriterionRule extends Measurable {
  id: string;
  text: Bilingual;
  source: Source;
}

/** One way to meet the standard, as decisions. */
export interface Way {
  id: string;
  point: string | null;
  source: Source;
  criteria: CriterionRule[];
  /** Groups of which one is enough; empty where there are none. */
  alternatives: CriterionRule[][];
  /** What colleagues weigh when they vote, which no criterion asks for. */
  votedOn: Bilingual[];
}

/** Everything an award asks of one kind of nominee. */
export interface Criteria {
  principles: CriterionRule[];
  ways: Way[];
  /** Tested beside the verdict, for ties. */
  preference: CriterionRule | undefined;
}

/** The criteria of a standard, numbered in the order in which they are written. */
export function criteriaOf(ruleSet: RuleSet, standard: readonly Branch[]): Criteria {
  let judgements = 0;
  const ruleOf = (id: string, condition: Condition, branch: Branch): CriterionRule => ({
    id,
    text: describeCondition(condition, ruleSet),
    source: sourceOf(condition.need === 'years_since' ? condition : branch),
    ...measurable(condition, branch, condition.need === 'other' ? ++judgements : judgements),
  });
  const numbered = (principle: Principle, i: number) => ({
    ...principle,
    id: `principle_${i + 1}`,
    source: sourceOf(principle.source),
  });
  const preference = tiePreference(ruleSet);
  return {
    principles: generalPrinciples(ruleSet).map(numbered),
    ways: standard.map((branch, b) => {
      const id = `way_${b + 1}`;
      return {
        id,
        point: branch.point ?? null,
        source: sourceOf(branch),
        criteria: branch.allOf
          .filter((condition) => !isVotedOn(condition))
          .map((condition, c) => ruleOf(`${id}_criterion_${c + 1}`, condition, branch)),
        alternatives: (branch.oneOf ?? []).map((group, g) =>
          group.map((condition, c) => ruleOf(`${id}_alternative_${g + 1}_${c + 1}`, condition, branch)),
        ),
        votedOn: branch.allOf.filter(isVotedOn).map((condition) => describeCondition(condition, ruleSet)),
      };
    }),
    preference: preference && { ...preference, id: 'preference', source: sourceOf(preference.source) },
  };
}

const isVotedOn = (condition: Condition) => condition.need === 'other' && condition.byVote === true;

/** Every criterion, in the order in which they are written. */
export function allCriteria({ principles, ways, preference }: Criteria): CriterionRule[] {
  return [
    ...principles,
    ...ways.flatMap(({ criteria, alternatives }) => [...criteria, ...alternatives.flat()]),
    ...(preference ? [preference] : []),
  ];
}

function sourceOf({ citation, grade, note }: Source): Source {
  return { citation, grade, ...(note && { note }) };
}
