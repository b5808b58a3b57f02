import type { AwardRule, Chain, VoteLevel } from './rule-set.ts';

/**
 * Level of the body that receives a dossier for appraisal, by the chain of the award: the ministry (M), Home Affairs (P, S).
 * Its receipt binds the dossier to the law of that day for good. Chains U and C have no appraising body: the law of its start holds.
 */
const appraisingLevels: Record<Chain, 'ministry' | 'central' | null> = {
  U: null,
  C: null,
  M: 'ministry',
  P: 'central',
  S: 'central',
};

/** The level at which a dossier of this award is received for appraisal; null where none is. */
export function appraisingLevel(rule: Pick<AwardRule, 'chain'>): 'ministry' | 'central' | null {
  return appraisingLevels[rule.chain.value];
}

/** Levels that have voted when a dossier is received at a level. */
export function levelsBefore(level: 'ministry' | 'central'): VoteLevel[] {
  return level === 'ministry' ? ['unit', 'department'] : ['unit', 'department', 'ministry'];
}
