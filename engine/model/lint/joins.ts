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
    const split = process.nodes[dominators.get(join.id) ?? ''];
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

/**
 * For each node the last one that every way to it passes (its immediate dominator); null where ways begin apart. After
 * Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm".
 */
function dominatorsOf(process: Process): Map<string, string | null> {
  const order = waysForward(process);
  const place = new Map(order.map((id, i) => [id, i]));
  const before = new Map<string, string | null>();
  const common = (a: string | null, b: string | null): string | null => {
    let [one, other] = [a, b];
    while (one !== other) {
      if (one === null || other === null) return null;
      if ((place.get(one) ?? 0) > (place.get(other) ?? 0)) one = before.get(one) ?? null;
      else other = before.get(other) ?? null;
    }
    return one;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const id of order) {
      const node = process.nodes[id];
      const known = node ? predecessorsOf(process, node).filter((other) => before.has(other)) : [];
      const next = known.length === 0 ? null : known.reduce<string | null>(common, known[0] ?? null);
      if (before.has(id) && before.get(id) === next) continue;
      before.set(id, next);
      changed = true;
    }
  }
  return before;
}

/** The nodes in an order in which, loops apart, each comes after those that lead to it. */
function waysForward(process: Process): string[] {
  const left: string[] = [];
  const seen = new Set<string>();
  const successors = (node: Node | undefined) => [
    ...(node?.outgoing ?? []).flatMap((id) => process.flows[id]?.target ?? []),
    ...(node?.boundary ?? []),
  ];
  const starts = Object.values(process.nodes).filter((node) => predecessorsOf(process, node).length === 0);
  for (const start of starts) {
    const open = [{ id: start.id, next: successors(start) }];
    seen.add(start.id);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const next = top.next.pop();
      if (next === undefined) {
        left.push(top.id);
        open.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        open.push({ id: next, next: successors(process.nodes[next]) });
      }
    }
  }
  return left.reverse();
}

function predecessorsOf(process: Process, node: Node): string[] {
  const before = node.incoming.flatMap((id) => process.flows[id]?.source ?? []);
  return node.attachedTo === undefined ? before : [...before, node.attachedTo];
}
