/** Joins keep the tokens that have come so far in one visit. */
import type { Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit } from '../state.ts';

/**
 * Adds a token that came over `flow` to the visit waiting at `node` in `scope`, or to a new one. Every token is traced
 * as it enters; of those that merge only one completes.
 */
export function arrive(run: Run, node: Node, scope: Visit, flow: string): Visit {
  const visit = keep(run, node, scope, { [flow]: 1 });
  run.trace('enter', visit);
  return visit;
}

function keep(run: Run, node: Node, scope: Visit, tokens: Record<string, number>): Visit {
  const waiting = scope.joins?.[node.id];
  const visit = waiting === undefined ? open(run, node, scope) : run.visit(waiting);
  const arrived = { ...visit.arrived };
  for (const [flow, count] of Object.entries(tokens)) arrived[flow] = (arrived[flow] ?? 0) + count;
  visit.arrived = arrived;
  run.visits.join(visit);
  return visit;
}

function open(run: Run, node: Node, scope: Visit): Visit {
  scope.inside += 1;
  const visit = run.create(node, scope);
  scope.joins = { ...scope.joins, [node.id]: visit.id };
  return visit;
}

/** The join fires with one token of each flow that has any; those behind them wait in a new visit. */
export function fire(run: Run, visit: Visit, node: Node): void {
  const scope = run.scopeOf(visit);
  const left = Object.entries(visit.arrived ?? {}).flatMap(([flow, tokens]) =>
    tokens > 1 ? [[flow, tokens - 1]] : [],
  );
  const { [node.id]: _, ...others } = scope.joins ?? {};
  scope.joins = others;
  delete visit.arrived;
  if (left.length > 0) keep(run, node, scope, Object.fromEntries(left));
  run.complete(visit);
}

/** An activity with a start quantity begins when that many tokens have come, over whichever flows. */
export function joinQuantity(run: Run, node: Node, scope: Visit, flow: string): void {
  const visit = keep(run, node, scope, { [flow]: 1 });
  const tokens = Object.values(visit.arrived ?? {}).reduce((sum, count) => sum + count, 0);
  if (tokens < (node.startQuantity ?? 1)) return;
  const { [node.id]: _, ...others } = scope.joins ?? {};
  scope.joins = others;
  delete visit.arrived;
  run.enter(visit);
}
