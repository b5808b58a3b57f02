import type { Node, Process } from '../graph.ts';
import { perProcess, type Rule, warning } from './rule.ts';

/**
 * A parallel join whose branches part at a gateway that takes only one of them waits for ever. Found by dominators: the
 * last node that every way to the join passes is where its branches part.
 */
export const joins: Rule = perProcess((process) => {
  const parallel = Object.values(process.nodes).filter(
    ({ kind, incoming }) => kind === 'parallelGateway' && incoming.length > 1,
  );
  if (parallel.length === 0) return [];
  const dominators = dominatorsOf(process);
  return parallel.flatMap((join) => {
    const split = process.nodes[lastOf(dominators, join.id) ?? ''];
    const chooses =
      split && ['exclusiveGateway', 'eventBasedGateway'].includes(split.kind) && split.outgoing.length > 1;
    if (!chooses) return [];
    const found = warning('join_may_never_complete', {
      vi: `Các nhánh tới đây tách ra ở "${split.id}", nơi chỉ một nhánh được chọn.`,
      en: `The branches that meet here part at "${split.id}", which takes only one of them.`,
    });
    return [{ ...found, file: process.file, element: join.id }];
  });
});

/** For each node those that every way from a start of its scope passes, in the order of the way. */
function dominatorsOf(process: Process): Map<string, string[]> {
  const dominators = new Map<string, string[]>();
  const nodes = Object.values(process.nodes);
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of nodes) {
      const known = predecessorsOf(process, node).flatMap((id) => {
        const ways = dominators.get(id);
        return ways ? [ways] : [];
      });
      const [first = [], ...others] = known;
      const common = first.filter((id) => others.every((way) => way.includes(id)));
      const next = [...common.filter((id) => id !== node.id), node.id];
      const before = dominators.get(node.id);
      const reachable = known.length > 0 || predecessorsOf(process, node).length === 0;
      if (reachable && before?.join() !== next.join()) {
        dominators.set(node.id, next);
        changed = true;
      }
    }
  }
  return dominators;
}

function lastOf(dominators: Map<string, string[]>, id: string): string | undefined {
  return dominators.get(id)?.at(-2);
}

function predecessorsOf(process: Process, node: Node): string[] {
  const before = node.incoming.flatMap((id) => process.flows[id]?.source ?? []);
  return node.attachedTo === undefined ? before : [...before, node.attachedTo];
}
