import type { Graph } from '../../model/graph.ts';
import type { Visit } from '../../state.ts';

/**
 * Events that are waited for at a visit beside its own: those on its boundary, which belong to a loop as a whole, and the
 * starts of its event sub-processes, which belong to each repetition.
 */
export function eventsAround(graph: Graph, visit: Visit): string[] {
  const nodes = graph.processes[visit.process]?.nodes ?? {};
  const node = nodes[visit.node];
  const boundary = visit.role === 'item' ? [] : (node?.boundary ?? []);
  const inner = visit.role === 'body' ? [] : (node?.scope?.eventSubProcesses ?? []);
  return [...boundary, ...inner.flatMap((id) => nodes[id]?.scope?.starts ?? [])];
}
