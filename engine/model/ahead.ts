/** What can still happen from where tokens stand. */
import type { Graph, Node } from './graph.ts';

export interface Place {
  process: string;
  element: string;
}

/** Names a place in a set. */
export const placeKey = ({ process, element }: Place): string => `${process}#${element}`;

/**
 * Every element that a token could still come to: along flows, links, boundary events and event sub-processes, into
 * sub-processes and called processes. Conditions are not asked.
 * @param open where tokens stand, the scopes and calls around them included
 * @returns keys (`placeKey`), those of `open` included
 */
export function ahead(graph: Graph, open: Place[]): Set<string> {
  const found = new Set(open.map(placeKey));
  const queue = open.flatMap((place) => nextOf(graph, place, false));
  for (let place = queue.pop(); place; place = queue.pop()) {
    if (found.has(placeKey(place))) continue;
    found.add(placeKey(place));
    queue.push(...nextOf(graph, place, true));
  }
  return found;
}

/** @param enters whether the element is still to be entered, with what is inside it */
function nextOf(graph: Graph, { process, element }: Place, enters: boolean): Place[] {
  const { nodes = {}, flows = {} } = graph.processes[process] ?? {};
  const node = nodes[element];
  if (!node) return [];
  const here = (id: string): Place => ({ process, element: id });
  const behind = node.outgoing.flatMap((id) => flows[id]?.target ?? []);
  const happening = [...(node.boundary ?? []), ...(node.scope?.eventSubProcesses ?? [])];
  const inside = enters && node.scope ? [...node.scope.starts, ...node.scope.implicit] : [];
  return [
    ...[...behind, ...happening, ...inside, ...linked(node)].map(here),
    ...(enters ? called(node) : []),
  ];
}

const linked = (node: Node): string[] =>
  (node.events ?? []).flatMap((event) => (event.type === 'link' && event.target ? [event.target] : []));

function called(node: Node): Place[] {
  const target = node.called?.process;
  if (!target || !('value' in target) || typeof target.value !== 'string') return [];
  return [{ process: target.value, element: target.value }];
}
