import type { Graph } from '../model/graph.ts';
import { Run } from '../run.ts';
import { stateBefore } from '../start.ts';
import type { EngineEvent, Instant } from '../types.ts';
import { beginningsOf } from './modify.ts';
import type { OperationProblem } from './problem.ts';

/** Why an instance could not be started again at the elements of `event.at`. */
export function startProblems(
  graph: Graph,
  event: Extract<EngineEvent, { type: 'start' }>,
  now: Instant,
): OperationProblem[] {
  return beginningsOf(new Run(graph, stateBefore(graph, event), now), event.at ?? []).problems;
}
