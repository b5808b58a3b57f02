/** Which way a token can go: computed from the graph once, kept beside it. */
import type { Process } from './graph.ts';

interface Sources {
  /** By sequence flows and links alone. */
  byFlows: Map<string, Set<string>>;
  /** By boundary events as well. */
  byEvents: Map<string, Set<string>>;
}

const known = new WeakMap<Process, Sources>();

/** Whether sequence flows (and links) lead from `from` to the end of `flow` without passing the flow's target before. */
export function leadsTo(process: Process, from: string, flow: string): boolean {
  return sourcesOf(process, flow, 'byFlows').has(from);
}

/** Whether a token at `from` can come to the end of `flow`: where flows lead, or a boundary event puts it. */
export function canReach(process: Process, from: string, flow: string): boolean {
  return sourcesOf(process, flow, 'byEvents').has(from);
}

function sourcesOf(process: Process, flow: string, way: keyof Sources): Set<string> {
  const sources = known.get(process) ?? { byFlows: new Map(), byEvents: new Map() };
  known.set(process, sources);
  const found = sources[way].get(flow) ?? findSources(process, flow, way);
  sources[way].set(flow, found);
  return found;
}

/** Every node from which the flow can be reached, going backwards from its source. */
function findSources(process: Process, flow: string, way: keyof Sources): Set<string> {
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
    if (way === 'byEvents' && node.attachedTo !== undefined) open.push(node.attachedTo);
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
