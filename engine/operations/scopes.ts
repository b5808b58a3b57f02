/** Finding the scope for a token that an operation puts somewhere. */
import type { Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Begin, Visit } from '../state.ts';
import type { Target } from '../types.ts';
import { type OperationProblem, operationProblem } from './problem.ts';

/** Where a token is put: in `holder`, which is open, beginning at `begin`, which may open scopes on the way. */
export interface Landing {
  holder: Visit;
  begin: Begin;
}

/**
 * The open scope that is nearest to the target: the innermost open one around it, else, where its process is not running, one
 * from which a call activity leads to it. Of several the one around `target.near` is meant.
 */
export function landingOf(run: Run, target: Target): Landing | OperationProblem {
  const at = { process: target.process, element: target.element };
  const node = run.graph.processes[target.process]?.nodes[target.element];
  if (!node || node.kind === 'process') return operationProblem('element_unknown', at);
  if (node.kind === 'eventSubProcess' || node.forCompensation || isCompensation(node)) {
    return operationProblem('element_not_placeable', at);
  }
  const landings = landingsOf(run, target.process, node, []);
  const fewest = Math.min(...landings.map(({ begin }) => depthOf(begin)));
  const nearest = landings.filter(({ begin }) => depthOf(begin) === fewest);
  const around = nearest.length > 1 ? closest(run, nearest, target.near) : nearest;
  const [landing] = around;
  if (!landing) return operationProblem('scope_not_reachable', at);
  return around.length > 1 ? operationProblem('scope_ambiguous', at) : landing;
}

const isCompensation = (node: Node) => node.events?.some(({ type }) => type === 'compensation') ?? false;

const depthOf = ({ inside: [inner] }: Begin): number => (inner ? 1 + depthOf(inner) : 1);

/**
 * Every open scope in which `node` could begin, by way of scopes and calls that are still to be opened.
 * @param calls processes on the way; one that calls itself is not followed round and round
 */
function landingsOf(run: Run, process: string, node: Node, inside: Begin[], calls: string[] = []): Landing[] {
  const begin = { node: node.id, inside };
  if (node.parent === null) {
    if (calls.includes(process)) return [];
    return callersOf(run, process).flatMap((caller) =>
      landingsOf(run, caller.process, caller.node, [begin], [...calls, process]),
    );
  }
  const { parent } = node;
  // A loop holds its repetitions and nothing else.
  const holders = [...run.visits.values()].filter(
    (visit) => visit.process === process && visit.node === parent && visit.role !== 'body' && !visit.arrived,
  );
  if (holders.length > 0) return holders.map((holder) => ({ holder, begin }));
  return landingsOf(run, process, run.node(process, parent), [begin], calls);
}

function callersOf(run: Run, called: string): { process: string; node: Node }[] {
  return Object.values(run.graph.processes).flatMap((process) =>
    Object.values(process.nodes).flatMap((node) => {
      const target = node.called?.process;
      return target && 'value' in target && target.value === called ? [{ process: process.id, node }] : [];
    }),
  );
}

/** Those that lie around `near`, innermost first to be found; all of them if none does. */
function closest<T extends Landing>(run: Run, landings: T[], near: string | undefined): T[] {
  for (let visit = near === undefined ? undefined : run.visits.get(near); visit; ) {
    const around = landings.filter(({ holder }) => holder === visit);
    if (around.length > 0) return around;
    visit = visit.scope === null ? undefined : run.visits.get(visit.scope);
  }
  return landings;
}

/** Several tokens that begin in the same scope that is still to be opened begin in one. */
export function merged(begins: Begin[]): Begin[] {
  const result: Begin[] = [];
  for (const begin of begins) {
    const same =
      begin.inside.length > 0 && result.find(({ node, inside }) => node === begin.node && inside.length > 0);
    if (same) same.inside = merged([...same.inside, ...begin.inside]);
    else result.push({ ...begin });
  }
  return result;
}
