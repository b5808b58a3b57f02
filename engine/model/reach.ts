/** Which way a token can go: computed from the graph once, kept beside it. */
import type { Process } from './graph.ts';

const known = new WeakMap<Process, Map<string, Set<string>>>();

/**
 * Whether a token at `from` can come to the end of `flow` without passing the flow's target before. Flows, links, and the
 * boundary events of an activity all lead on.
 */
export function reaches(process: Process, from: string, flow: string): boolean {
  const byFlow = known.get(process) ?? new Map<string, Set<string>>();
  known.set(process, byFlow);
  const sources = byFlow.get(flow) ?? sourcesOf(process, flow);
  byFlow.set(flow, sources);
  return sources.has(from);
}

/** Every node from which the flow can be reached, going backwards from its source. */
function sourcesOf(process: Process, flow: string): Set<string> {
  const { source, target } = process.flows[flow] ?? {};
  const found = new Set<string>();
  const open = source === undefined ? [] : [source];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = process.nodes[id];
    if (!node || id === target || found.has(id)) continue;
    found.add(id);
    for (const incoming of node.incoming) {
      const before = process.flows[incoming]?.source;
      if (before !== undefined) open.push(before);
    }
    if (node.attachedTo !== undefined) open.push(node.attachedTo);
    open.push(...linkedTo(process, id));
  }
  return found;
}

/** The link throws that lead to a link catch. */
function linkedTo(process: Process, id: string): string[] {
  return Object.values(process.nodes)
    .filter((node) => node.events?.some((event) => event.type === 'link' && event.target === id))
    .map((node) => node.id);
}
