import type { Graph, Node } from '../../model/graph.ts';
import type { Visit } from '../../state.ts';

/**
 * Events that may be waited for at a visit: its own, or those behind an event-based gateway; those on its boundary, which
 * belong to a loop as a whole; and the starts of its event sub-processes, which belong to each repetition.
 */
export function eventsAround(graph: Graph, visit: Visit): string[] {
  const { nodes = {}, flows = {} } = graph.processes[visit.process] ?? {};
  const node = nodes[visit.node];
  if (!node) return [];
  const boundary = visit.role === 'item' ? [] : (node.boundary ?? []);
  if (visit.role === 'body') return boundary;
  const behind = node.kind === 'eventBasedGateway' ? node.outgoing.map((id) => flows[id]?.target ?? '') : [];
  const starts = (node.scope?.eventSubProcesses ?? []).flatMap((id) => nodes[id]?.scope?.starts ?? []);
  return [...(isCatching(node) ? [node.id] : []), ...behind, ...boundary, ...starts];
}

const isCatching = (node: Node) => node.kind === 'intermediateCatchEvent' || node.kind === 'receiveTask';
