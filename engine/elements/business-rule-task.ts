import { unaryTest } from '../feel/evaluate.ts';
import type { DecisionTable } from '../model/read-decision.ts';
import type { Run } from '../run.ts';
import type { Visit } from '../state.ts';
import { Stuck } from '../stuck.ts';
import type { Json, Variables } from '../types.ts';
import { contextOf, evaluate, textOf } from '../variables.ts';
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
    const table = run.graph.decisions[id];
    if (!table)
      throw new Stuck('called_element_not_found', `no decision ${JSON.stringify(id)} in this deployment`);
    const value = decide(run, visit, id, table as DecisionTable);
    const isContext = value !== null && typeof value === 'object' && !Array.isArray(value);
    if (decision.result !== undefined) run.complete(visit, { [decision.result]: value });
    else run.complete(visit, isContext ? value : {});
  },
};

function decide(run: Run, visit: Visit, id: string, table: DecisionTable): Json {
  const context = contextOf(run, visit);
  const inputs = table.inputs.map((input) => evaluate(run, visit, { feel: input }));
  const hits = table.rules.filter(({ tests }) =>
    tests.every((test, i) => unaryTest(test, inputs[i] ?? null, context, { now: run.now }).value === true),
  );
  if (table.hitPolicy === 'UNIQUE' && hits.length > 1) {
    throw new Stuck(
      'decision_failed',
      `${hits.length} rules of the decision ${id} hold, its hit policy allows one`,
    );
  }
  const [hit] = hits;
  if (!hit) return null;
  const results: Variables = {};
  for (const [i, name] of table.outputs.entries()) {
    results[name] = evaluate(run, visit, { feel: hit.results[i] ?? 'null' });
  }
  const [only] = table.outputs;
  return table.outputs.length === 1 && only !== undefined ? (results[only] ?? null) : results;
}
