import { compileDecisions } from '../../engine/decisions/compile.ts';
import { evaluateDecision } from '../../engine/decisions/evaluate.ts';
import type { DecisionModel } from '../../engine/decisions/model.ts';
import type { Json } from '../../engine/types.ts';
import { branchesFor } from '../law/criteria.ts';
import { LawError } from '../law/law-error.ts';
import { type Procedure, procedureOf } from '../law/procedure.ts';
import { awardRule, type RuleSet } from '../law/rule-set.ts';
import { type Bilingual, type Grade, isUnconfirmed, type Source } from '../law/source.ts';
import { allCriteria, type Criteria, type CriterionRule, criteriaOf, type Way } from './criteria.ts';
import { answerDecision, decisionModel } from './decision-model.ts';
import type { Measure, Needed } from './measures.ts';
import { formsOf } from './principles.ts';
import type { NomineeRecord } from './record.ts';
import type { Proposal, Situation } from './situation.ts';

export type Verdict = 'eligible' | 'not_eligible' | 'needs_judgement';

/** Outcome of a criterion: it holds, it does not, or what is known is not enough to say. */
export type Outcome = 'met' | 'not_met' | 'unknown';

/** One criterion as it was tested: what it asks, what was found, what is missing, and where it is written. */
export interface Criterion {
  text: Bilingual;
  outcome: Outcome;
  /** What the outcome rests on; codes and years. */
  facts: string[];
  /** What would be needed for it to hold; empty where it does. */
  missing: string[];
  citation: string;
  grade: Grade;
  note?: Bilingual | undefined;
  /** Further provisions that decided what counts, e.g. that an initiative is used once. */
  related?: Source[] | undefined;
}

/** One way to meet the standard, with its criteria; `alternatives` lists groups of which one is enough. */
export interface TestedBranch {
  point: string | null;
  outcome: Outcome;
  criteria: Criterion[];
  alternatives: Criterion[][];
  /** What colleagues weigh when they vote; no criterion of who may be proposed. */
  votedOn?: Bilingual[] | undefined;
  citation: string;
  grade: Grade;
}

export interface Eligibility {
  verdict: Verdict;
  /** Principles that hold for every award: nothing under examination, discipline over, one award per achievement. */
  principles: Criterion[];
  /** Branches of the award's standard; one that is met is enough. */
  branches: TestedBranch[];
  /** Comes first among equals; no part of the verdict. Null where the rule-set does not say who does. */
  preference: Criterion | null;
  /** Null where the kind of commendation was not said or the rule-set has no simplified procedure. */
  procedure: Procedure | null;
}

/** The award is not given to this kind of nominee. */
export class WrongNomineeKindError extends LawError {
  constructor(awardCode: string, kind: NomineeRecord['kind']) {
    super('wrong_nominee_kind', {
      vi: `${awardCode} không tặng cho ${kinds[kind]}.`,
      en: `${awardCode} is not given to a ${kind}.`,
    });
  }
}

/**
 * Whether a nominee can be proposed for an award, for an achievement period of calendar years (both included), under a
 * rule-set. The facts are measured here, the outcomes are decided by the award's decision model (`decisionModel`). Every
 * criterion is reported with its article. What is not known, what only a person can judge, and what rests on a rule that
 * nobody has confirmed makes the verdict `needs_judgement`; only a criterion known not to hold makes it `not_eligible`.
 * @throws UnknownAwardError, WrongNomineeKindError
 */
export function eligibility(
  ruleSet: RuleSet,
  awardCode: string,
  record: NomineeRecord,
  period: Proposal,
): Eligibility {
  const decisions = decisionsOf(ruleSet, awardCode, record.kind, period.commendationKind);
  const { criteria } = decisions;
  const situation = situationOf(ruleSet, awardCode, record, period);
  const measures = new Map<CriterionRule, Measure>(
    allCriteria(criteria).map((rule) => [rule, rule.measure(situation)]),
  );
  const ledger = Object.fromEntries(
    [...measures].map(([{ name }, { atLeast, atMost, of = null }]) => [name, { atLeast, atMost, of }]),
  );
  const answer = answerOf(decisions, ledger);

  const tested = (rule: CriterionRule): Criterion => {
    const { facts, missing, related = [] } = measures.get(rule) as Measure;
    const outcome = answer[rule.id] as Outcome;
    return {
      text: rule.text,
      outcome,
      facts,
      missing: outcome === 'met' ? [] : missing,
      ...rule.source,
      ...(related.length > 0 && { related }),
    };
  };
  return {
    verdict: answer.verdict,
    principles: criteria.principles.map(tested),
    branches: criteria.ways.map(({ id, point, source, criteria, alternatives, votedOn }) => ({
      point,
      outcome: answer[id] as Outcome,
      criteria: criteria.map(tested),
      alternatives: alternatives.map((group) => group.map(tested)),
      ...(votedOn.length > 0 && { votedOn }),
      citation: source.citation,
      grade: source.grade,
    })),
    preference: criteria.preference ? tested(criteria.preference) : null,
    procedure: procedureOf(ruleSet, awardCode, period),
  };
}

/**
 * Does the record show a way to the standard: everything that records can show is certain, and there is something of the kind; what
 * only a person can judge is left to people? Quick, without the decision model; nothing that is known may stand against it.
 * @throws UnknownAwardError, WrongNomineeKindError
 */
export function showsAWay(
  ruleSet: RuleSet,
  awardCode: string,
  record: NomineeRecord,
  period: Proposal,
): boolean {
  const { criteria } = decisionsOf(ruleSet, awardCode, record.kind, period.commendationKind);
  const situation = situationOf(ruleSet, awardCode, record, period);
  const isShown = (rule: CriterionRule) =>
    rule.judged === true || reaches(rule.needed, rule.measure(situation), 'atLeast');
  const isOpen = (rule: CriterionRule) =>
    isUnconfirmed(rule.source) || reaches(rule.needed, rule.measure(situation), 'atMost');
  const shows = ({ criteria, alternatives }: Way) =>
    [...criteria, ...alternatives.flat()].some(({ judged }) => !judged) &&
    criteria.every(isShown) &&
    (alternatives.length === 0 ||
      alternatives.some((group) => group.every(isShown) && group.some(({ judged }) => !judged)));
  return criteria.ways.some(shows) && criteria.principles.every(isOpen);
}

/** The same test as a criterion's table holds; without a bound everything is possible. */
function reaches(needed: Needed, measure: Measure, which: 'atLeast' | 'atMost'): boolean {
  const bound = measure[which];
  if (bound === null) return true;
  if ('count' in needed) return bound >= needed.count;
  const { of = null } = measure;
  return of === null ? which === 'atMost' : 100 * bound >= needed.percent * of;
}

function situationOf(
  ruleSet: RuleSet,
  awardCode: string,
  record: NomineeRecord,
  period: Proposal,
): Situation {
  return {
    record,
    award: awardCode,
    kind: awardRule(ruleSet, awardCode).kind,
    period,
    principles: ruleSet.principles,
    forms: formsOf(ruleSet),
  };
}

/**
 * The decision model of an award for a kind of nominee as a DMN file, with the ways of every commendation kind.
 * @throws UnknownAwardError, WrongNomineeKindError
 */
export function eligibilityDmn(ruleSet: RuleSet, awardCode: string, kind: NomineeRecord['kind']): string {
  return decisionsOf(ruleSet, awardCode, kind, undefined).dmn;
}

/** What the decision model answers: the verdict and the outcome of each criterion and way by its id. */
type Answer = Record<string, Outcome> & { verdict: Verdict };

interface Decisions {
  criteria: Criteria;
  dmn: string;
  model: DecisionModel;
  /** Answers by the measures they rest on, which they follow from alone: those of a thousand nominees are few. */
  answers: Map<string, Answer>;
}

/** Answers that are kept of one model. */
const answersKept = 5000;

function answerOf({ model, answers }: Decisions, ledger: Record<string, Json>): Answer {
  const key = JSON.stringify(ledger);
  const known = answers.get(key);
  if (known) return known;
  const answer = evaluateDecision(model, answerDecision, { ledger }, null).value as Answer;
  if (answers.size >= answersKept) answers.clear();
  answers.set(key, answer);
  return answer;
}

/** Decision models by rule-set, award, kind of nominee and of commendation: made once, as long as the rule-set is kept. */
const known = new WeakMap<RuleSet, Map<string, Decisions>>();

function decisionsOf(
  ruleSet: RuleSet,
  awardCode: string,
  kind: NomineeRecord['kind'],
  commendationKind: Proposal['commendationKind'],
): Decisions {
  const ofSet = known.get(ruleSet) ?? new Map<string, Decisions>();
  known.set(ruleSet, ofSet);
  const key = `${awardCode} ${kind} ${commendationKind ?? ''}`;
  const made = ofSet.get(key) ?? makeDecisions(ruleSet, awardCode, kind, commendationKind);
  ofSet.set(key, made);
  return made;
}

const kinds: Record<NomineeRecord['kind'], string> = { person: 'cá nhân', collective: 'tập thể' };

function makeDecisions(
  ruleSet: RuleSet,
  awardCode: string,
  kind: NomineeRecord['kind'],
  commendationKind: Proposal['commendationKind'],
): Decisions {
  const rule = awardRule(ruleSet, awardCode);
  const standard = rule.standards[kind];
  if (!standard) throw new WrongNomineeKindError(awardCode, kind);
  const criteria = criteriaOf(ruleSet, branchesFor(standard, commendationKind));
  const dmn = decisionModel(`${rule.name.vi}, ${kinds[kind]} (${ruleSet.id})`, criteria);
  const { model, problems } = compileDecisions([{ name: `${awardCode}.dmn`, xml: dmn }]);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new Error(`${awardCode}.dmn: ${errors.map(({ message }) => message.en).join('; ')}`);
  return { criteria, dmn, model, answers: new Map() };
}
