import type { Reason } from './procedure.ts';
import type { AwardRule } from './rule-set.ts';

/** What the law demands before a council may vote: so many working days at least in public view, by which article. */
export type PostingRule = NonNullable<AwardRule['publicPosting']>;

/** Levels before whose council something may have to be posted. */
export const postingLevels = ['ministry', 'central'] as const;
export type PostingLevel = (typeof postingLevels)[number];

/**
 * The public posting (công khai lấy ý kiến) that an award needs before the council of a level; null where none is demanded. A state
 * secret is never posted: the law takes such dossiers out of what is sent openly (Law 06/2022 Article 84(4)); that this goes for
 * the posting as well is our reading (unconfirmed).
 */
export function postingRule(
  rule: AwardRule,
  level: string,
  { simplifiedCase }: Pick<Reason, 'simplifiedCase'> = {},
): PostingRule | null {
  if (simplifiedCase === 'state_secret') return null;
  // A rule-set stored before it knew a posting at the centre stays bound to its dossiers as it is.
  const byLevel: Record<string, PostingRule | null | undefined> = {
    ministry: rule.publicPosting,
    central: rule.centralPosting,
  };
  return byLevel[level] ?? null;
}
