import { eq } from 'drizzle-orm';
import { publicPostings } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { type Actor, unitsOfRoles } from './actor.ts';

export type PostingRow = typeof publicPostings.$inferSelect;

/** Does the actor moderate the comments on the posting: an appraiser of the body that posts it? */
export const moderates = (actor: Actor, { unitId }: Pick<PostingRow, 'unitId'>): boolean =>
  unitsOfRoles(actor, ['appraiser']).includes(unitId);

/** The posting, for one who moderates its comments. @throws ApiError posting_not_found, also where it is not theirs */
export async function moderatedPosting(context: CommandContext, postingId: string): Promise<PostingRow> {
  const [row] = await context.db.select().from(publicPostings).where(eq(publicPostings.id, postingId));
  if (!row || !moderates(context.actor, row)) throw new ApiError('posting_not_found');
  return row;
}
