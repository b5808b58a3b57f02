import { evaluateDecision } from '../decisions/evaluate.ts';
import { Stuck } from '../stuck.ts';
import { contextOf, textOf } from '../variables.ts';
import type { Behaviour } from './behaviour.ts';
import { startJob } from './job.ts';

/** Business rule task: a DMN decision of the deployment, evaluated here; with a job type, a job. */
export const businessRuleTask: Behaviour = {
  enter(run, visit, node) {
    const { decision } = node;
    if (!decision) {
      startJob(run, visit, node);
      return;
    }
    const id = textOf(run, visit, decision.decision);
    const { value, problems } = evaluateDecision(run.graph.decisions, id, contextOf(run, visit), run.now);
    const unknown = problems.find(({ code }) => code === 'unknown_decision');
    if (unknown) throw new Stuck('called_element_not_found', unknown.message);
    // No rule may hold, which gives null; null for a reason means that the decision could not be made.
    const failure = problems.find(({ code }) => code === 'decision_failed' || value === null);
    if (failure) throw new Stuck('decision_failed', `${id}: ${failure.message}`);
    const isContext = value !== null && typeof value === 'object' && !Array.isArray(value);
    if (decision.result !== undefined) run.complete(visit, { [decision.result]: value });
    else run.complete(visit, isContext ? value : {});
  },
};
