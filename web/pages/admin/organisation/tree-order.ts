interface Node {
  id: string;
  parentId: string | null;
  code: string;
  name: string;
  nameEn: string;
}
/** A unit with how many of the list stand above it. */
export type Placed<T> = T & { depth: number };

/** Each unit after the one above it, the units of one parent in the order they came; one whose parent is not listed is a root. */
export function treeOrder<T extends Node>(units: readonly T[]): Placed<T>[] {
  const listed = new Set(units.map(({ id }) => id));
  const below = Map.groupBy(units, ({ parentId }) =>
    parentId !== null && listed.has(parentId) ? parentId : null,
  );
  const placed = (parentId: string | null, depth: number): Placed<T>[] =>
    (below.get(parentId) ?? []).flatMap((unit) => [{ ...unit, depth }, ...placed(unit.id, depth + 1)]);
  return placed(null, 0);
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd');

/** Units whose code or name has the words in it, with or without marks; without words all. */
export function found<T extends Node>(units: readonly Placed<T>[], words: string): Placed<T>[] {
  const sought = plain(words.trim());
  return units.filter(({ code, name, nameEn }) =>
    [code, name, nameEn].some((text) => plain(text).includes(sought)),
  );
}
