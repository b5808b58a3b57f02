import { basisPoints } from './percent.ts';

/** How many of a group are something, of those of whom it is known. */
export interface KnownShare {
  count: number;
  /** Of so many it is known whether they are. */
  known: number;
  /** Hundredths of a percent of those of whom it is known; null where it is known of nobody. */
  share: number | null;
}

/** Counts a yes-or-no fact over a group; null is not known, and neither a yes nor a no. */
export function knownShare(facts: readonly (boolean | null)[]): KnownShare {
  const known = facts.filter((fact) => fact !== null);
  const count = known.filter((fact) => fact).length;
  return { count, known: known.length, share: known.length === 0 ? null : basisPoints(count, known.length) };
}
