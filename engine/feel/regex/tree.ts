/** The tree of a parsed pattern. */
export type Tree =
  /** One character of a class, written as JavaScript source for flag `v`; a character itself is its own class. */
  | { kind: 'character'; source: string }
  | { kind: 'line start' | 'line end' }
  | { kind: 'sequence'; parts: Tree[] }
  /** The first option that leads to a match is taken. */
  | { kind: 'choice'; options: Tree[] }
  /** A group to refer to, counted from 1. */
  | { kind: 'group'; index: number; body: Tree }
  | { kind: 'back reference'; index: number }
  | { kind: 'repeat'; body: Tree; min: number; max: number; greedy: boolean };
