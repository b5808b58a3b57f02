import { error, type Fault } from '../problems.ts';
import type { Node, Runtime } from '../runtime.ts';
import { perFile } from './rule.ts';

/** No decision requires itself, over however many others (DMN 1.5, 6.2.2.1). */
export const requirementCycle = perFile(({ definitions }, { runtime }) =>
  definitions.decisions.flatMap(({ id }): [string, Fault][] => {
    const start = runtime.resolve({ namespace: definitions.namespace, id });
    const way = start === undefined ? null : wayBack(start, runtime);
    if (way === null) return [];
    const names = way.map(({ element }) => element.name).join(' → ');
    return [
      [
        id,
        error('requirement_cycle', {
          vi: `Các quyết định cần lẫn nhau thành vòng: ${names}.`,
          en: `The decisions require each other in a circle: ${names}.`,
        }),
      ],
    ];
  }),
);

/** The shortest way along required decisions from a decision back to itself. */
function wayBack(start: Node, runtime: Runtime): Node[] | null {
  const seen = new Set<Node>();
  let ends: Node[][] = [[start]];
  while (ends.length > 0) {
    const next: Node[][] = [];
    for (const way of ends) {
      for (const required of requiredBy(way.at(-1), runtime)) {
        if (required === start) return [...way, start];
        if (!seen.has(required)) next.push([...way, required]);
        seen.add(required);
      }
    }
    ends = next;
  }
  return null;
}

function requiredBy(node: Node | undefined, runtime: Runtime): Node[] {
  return node?.kind === 'decision'
    ? node.element.information.flatMap((reference) => runtime.resolve(reference) ?? [])
    : [];
}
