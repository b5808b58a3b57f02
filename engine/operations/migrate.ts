/** Taking a running instance over to another version of its model. */
import { fire } from '../elements/joining.ts';
import { tellSubscriptions } from '../events/subscriptions.ts';
import { openWaits } from '../events/waits.ts';
import type { Graph } from '../model/graph.ts';
import { unnamedSemantics } from '../model/semantics.ts';
import { settle } from '../rest.ts';
import { Run } from '../run.ts';
import type { State, Visit } from '../state.ts';
import { Stuck } from '../stuck.ts';
import type { Effect, EngineEvent, Instant, Step } from '../types.ts';
import { type Move, moveVisit } from './migration/move-visit.ts';
import { NodeMap } from './migration/node-map.ts';
import { type OperationProblem, operationProblem } from './problem.ts';

/**
 * Every token stays where it is, at the element of its id or the one it is mapped to. What is under way goes on: open
 * tasks and jobs, loops, timers with their moments. Events that the new model adds or defines otherwise are waited for from
 * now on, those it has no more are dropped. All or nothing: a token without a place is told by the effect `refused`. Pure.
 */
export function migrate(
  { from, to }: { from: Graph; to: Graph },
  state: State,
  event: Extract<EngineEvent, { type: 'migrated' }>,
  now: Instant,
): Step {
  const run = new Run(to, { ...state, semantics: to.semantics ?? unnamedSemantics }, now);
  if (state.root === null) return { state, effects: [{ type: 'unreceived' }], nextTimer: null };
  const { nextTimer } = run.finish();
  const refuse = (problems: OperationProblem[]): Step => {
    return { state, effects: [{ type: 'refused', problems }], nextTimer };
  };

  const map = new NodeMap(from, to, event.nodes);
  const moves = [...run.visits.values()].map((visit) => moveVisit(map, state, visit));
  const problems = [...map.problems(), ...moves.flatMap((move) => move.problems)];
  if (problems.length > 0) return refuse(problems);

  run.emit({ type: 'migrated', definition: event.definition });
  for (const { visit } of moves) {
    const before = state.visits[visit.id] as Visit;
    tellMove(run, from, before, visit);
    run.visits.replace(visit);
    tellSubscriptions(run, before, visit.waits);
  }
  const stranded = moves.flatMap((move) => openAnew(run, move));
  if (stranded.length > 0) return refuse(stranded);
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

/** Waits for what the new model defines anew. A visit that waited for something must still be able to go on. */
function openAnew(run: Run, { visit, dropped, opens }: Move): OperationProblem[] {
  const { id, process } = visit;
  const problems: OperationProblem[] = [];
  for (const element of opens) {
    try {
      openWaits(run, visit, run.node(process, element));
    } catch (failure) {
      if (!(failure instanceof Stuck)) throw failure;
      problems.push(operationProblem('event_not_evaluable', { visit: id, process, element }));
    }
  }
  const goesOn = visit.waits.length > 0 || visit.work || visit.inside > 0 || visit.incident;
  if (dropped.length > 0 && problems.length === 0 && !goesOn) {
    problems.push(operationProblem('event_changed', { visit: id, process, element: visit.node }));
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
