/** Finding the scope for a token that an operation puts somewhere. */
import type { Graph, Node } from '../model/graph.ts';
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
  const candidates = routes(run.graph, target.process, node, []).flatMap((route) => landingsOn(run, route));
  const fewest = Math.min(...candidates.map(({ opens }) => opens));
  const nearest = candidates.filter(({ opens }) => opens === fewest);
  const around = nearest.length > 1 ? closest(run, nearest, target.near) : nearest;
  const [landing] = around;
  if (!landing) return operationProblem('scope_not_reachable', at);
  return around.length > 1 ? operationProblem('scope_ambiguous', at) : landing;
}

const isCompensation = (node: Node) => node.events?.some(({ type }) => type === 'compensation') ?? false;

/** From an outermost process down to the element: what would be open around it, one way for each chain of calls. */
type Route = { process: string; node: string }[];

function routes(graph: Graph, process: string, node: Node, inner: Route): Route[] {
  const nodes = graph.processes[process]?.nodes ?? {};
  const route = [{ process, node: node.id }, ...inner];
  if (node.parent !== null) {
    const parent = nodes[node.parent];
    return parent ? routes(graph, process, parent, route) : [];
  }
  // A process that calls itself is not followed round and round.
  const calls = inner.some((place) => place.node === node.id) ? [] : callersOf(graph, process);
  return [route, ...calls.flatMap((caller) => routes(graph, caller.process, caller.node, route))];
}

function callersOf(graph: Graph, called: string): { process: string; node: Node }[] {
  return Object.values(graph.processes).flatMap((process) =>
    Object.values(process.nodes).flatMap((node) => {
      const target = node.called?.process;
      return target && 'value' in target && target.value === called ? [{ process: process.id, node }] : [];
    }),
  );
}

/** Each open scope on the route whose inside is not open, or not this inside: the token would open the rest of the way. */
function landingsOn(run: Run, route: Route): (Landing & { opens: number })[] {
  for (let depth = route.length - 2; depth >= 0; depth--) {
    const place = route[depth];
    const rest = route.slice(depth + 1);
    // A call activity that is open holds its process and nothing else; the loop of a scope holds its repetitions.
    const holders = [...run.visits.values()].filter(
      (visit) =>
        visit.process === place?.process &&
        visit.node === place.node &&
        visit.role !== 'body' &&
        !visit.arrived &&
        run.nodeOf(visit).scope !== undefined,
    );
    if (holders.length > 0) {
      const begin = rest.reduceRight<Begin[]>((inside, { node }) => [{ node, inside }], [])[0];
      return begin ? holders.map((holder) => ({ holder, begin, opens: rest.length })) : [];
    }
  }
  return [];
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
