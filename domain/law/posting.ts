import type { AwardRule } from './rule-set.ts';

/** What the law demands before a council may vote: so many working days at least in public view, by which article. */
export type PostingRule = NonNullable<AwardRule['publicPosting']>;

/** Levels before whose council something may have to be posted. */
export const postingLevels = ['ministry', 'central'] as const;
export type PostingLevel = (typeof postingLevels)[number];

/** The public posting (công khai lấy ý kiến) that an award needs before the council of a level; null where none is demanded. */
export function postingRule(rule: AwardRule, level: PostingLevel): PostingRule | null {
  // A rule-set stored before it knew a posting at the centre stays bound to its dossiers as it is.
  return { ministry: rule.publicPosting, central: rule.centralPosting }[level] ?? null;
}
