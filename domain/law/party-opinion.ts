import type { PartyOpinionRule } from './rule-set.ts';

type Level = 'unit' | 'department' | 'ministry' | 'central' | 'state';

/** A nominee before the head of a level decides. */
export interface OpinionNominee {
  kind: 'person' | 'collective' | 'outsider';
  /** Levels whose Party committees manage the person on that day. */
  managedAt: readonly Level[];
}

/**
 * Does the head of the level need the Party committee's opinion on the nominee first? On whom a committee of that level manages;
 * at the ministry or province also on every person nominated for one of the awards that the rule names.
 */
export function needsPartyOpinion(
  rule: PartyOpinionRule,
  { award, level }: { award: string; level: Level },
  { kind, managedAt }: OpinionNominee,
): boolean {
  if (kind === 'collective') return false;
  if (rule.managed && managedAt.includes(level)) return true;
  return level === 'ministry' && rule.awards.includes(award);
}
