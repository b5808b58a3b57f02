/** Taking a running instance over to another version of its model. */
import { fire } from '../elements/joining.ts';
import { openWaits } from '../events/waits.ts';
import type { Graph } from '../model/graph.ts';
import { settle } from '../rest.ts';
import { Run } from '../run.ts';
import type { State, Visit } from '../state.ts';
import { Stuck } from '../stuck.ts';
import type { Effect, EngineEvent, Instant, Step } from '../types.ts';
import { eventsAround } from './migration/events-around.ts';
import { moveVisit } from './migration/move-visit.ts';
import { NodeMap } from './migration/node-map.ts';
import { type OperationProblem, operationProblem } from './problem.ts';

/**
 * Every token stays where it is, at the element of its id or the one it is mapped to. What is under way goes on: open
 * tasks and jobs, loops, and what is waited for keeps its moment and key. Events that the new model adds around an open
 * activity are waited for from now on; those it has no more are dropped. All or nothing: a token without a place is told
 * by the effect `refused`. Pure.
 */
export function migrate(
  { from, to }: { from: Graph; to: Graph },
  state: State,
  event: Extract<EngineEvent, { type: 'migrated' }>,
  now: Instant,
): Step {
  const run = new Run(to, state, now);
  if (state.root === null) return { state, effects: [{ type: 'unreceived' }], nextTimer: null };
  const refuse = (problems: OperationProblem[]): Step => {
    return { state, effects: [{ type: 'refused', problems }], nextTimer: run.finish().nextTimer };
  };

  const map = new NodeMap(from, to, event.nodes);
  const moves = [...run.visits.values()].map((visit) => moveVisit(map, state, visit));
  const problems = [...map.problems(), ...moves.flatMap((move) => move.problems)];
  if (problems.length > 0) return refuse(problems);

  run.emit({ type: 'migrated', definition: event.definition });
  for (const { visit, dropped } of moves) {
    const before = state.visits[visit.id] as Visit;
    tellMove(run, from, before, visit);
    run.visits.set(visit.id, visit);
    for (const wait of dropped) {
      if (wait.type === 'message') run.emit({ type: 'unsubscribe', visit: visit.id, message: wait.name });
    }
  }
  const unevaluable = moves.flatMap(({ visit }) =>
    openAdded(run, map, visit, state.visits[visit.id] as Visit),
  );
  if (unevaluable.length > 0) return refuse(unevaluable);
  fireFullJoins(run);
  settle(run);
  return run.finish();
}

/** An open task or incident is listed by its element and name; both may be others now. */
function tellMove(run: Run, from: Graph, before: Visit, visit: Visit): void {
  const old = from.processes[before.process]?.nodes[before.node];
  const { id: element, name } = run.nodeOf(visit);
  if (visit.work !== 'task' && !visit.incident) return;
  if (element === before.node && name === old?.name) return;
  const moved: Effect = { type: 'moved', visit: visit.id, incident: visit.incident ?? null, element, name };
  run.emit(moved);
}

/** Waits for what the new model adds around the visit. What has happened in the old one does not happen again. */
function openAdded(run: Run, map: NodeMap, visit: Visit, before: Visit): OperationProblem[] {
  const place = visit.incident ? run.state.incidents[visit.incident]?.at.phase : undefined;
  const notEntered = visit.arrived || place === 'arrive' || place === 'join' || place === 'enter';
  if (notEntered) return [];
  const known = eventsAround(map.from, before).map((id) => map.nodeId(visit.process, id));
  const problems: OperationProblem[] = [];
  for (const element of eventsAround(map.to, visit)) {
    if (known.includes(element)) continue;
    try {
      openWaits(run, visit, run.node(visit.process, element));
    } catch (failure) {
      if (!(failure instanceof Stuck)) throw failure;
      problems.push(
        operationProblem('event_not_evaluable', { visit: visit.id, process: visit.process, element }),
      );
    }
  }
  return problems;
}

/** A parallel join that lost the flow it waited for fires by nothing else. */
function fireFullJoins(run: Run): void {
  for (const visit of [...run.visits.values()]) {
    const node = run.nodeOf(visit);
    const { arrived } = visit;
    if (node.kind !== 'parallelGateway' || !arrived) continue;
    if (node.incoming.every((flow) => (arrived[flow] ?? 0) > 0)) fire(run, visit, node);
  }
}
