import type { Graph } from './graph.ts';

/**
 * The processes that start when none is named: of the pools, or without pools of all processes, those that nobody calls
 * and that begin by themselves. A process begins by itself unless only an event can start it.
 */
export function startable(graph: Graph): string[] {
  const pools = graph.participants.flatMap(({ process }) =>
    process && graph.processes[process] ? process : [],
  );
  const called = Object.values(graph.processes).flatMap(({ nodes }) =>
    Object.values(nodes).flatMap((node) =>
      node.called && 'value' in node.called.process ? [node.called.process.value] : [],
    ),
  );
  const all = pools.length > 0 ? pools : Object.keys(graph.processes);
  const uncalled = all.filter((id) => !called.includes(id));
  const candidates = uncalled.length > 0 ? uncalled : all;
  const spontaneous = candidates.filter((id) => beginsByItself(graph, id));
  return spontaneous.length > 0 ? spontaneous : candidates;
}

/** Whether a process has a start that waits for nothing. */
export function beginsByItself(graph: Graph, process: string): boolean {
  const { nodes = {} } = graph.processes[process] ?? {};
  const { starts = [], implicit = [] } = nodes[process]?.scope ?? {};
  if (starts.length === 0) return implicit.length > 0;
  return starts.some((id) => !nodes[id]?.events && !graph.messageFlows.some(({ target }) => target === id));
}
