import { and, eq } from 'drizzle-orm';
import { nominations, postingComments, publicPostings } from '../../../db/schema/index.ts';
import type { RunningApp } from '../../context.ts';
import type { CommentRequest } from '../../contract/postings.ts';
import { ApiError } from '../../errors.ts';
import { getPublicPosting } from '../../queries/postings.ts';
import { writeAudit } from '../audit.ts';
import { countComment } from './comment-origin.ts';

export type CommentOnPostingProps = CommentRequest & {
  postingId: string;
  /** Address the comment came from; only counted. */
  address: string;
};

/**
 * Takes a comment of anybody on a posting whose window runs, and holds it until a moderator has read it. One that a program
 * wrote, by the field that people do not see, is kept as such: no comment of a person is lost by a guess. Answers when it was received.
 * @throws ApiError posting_not_found, nomination_not_found, too_many_comments
 */
export async function commentOnPosting(
  { db, now: clock, sessionSecret }: RunningApp,
  {
    postingId,
    address,
    nominationId,
    text,
    authorName = '',
    authorContact = '',
    website = '',
  }: CommentOnPostingProps,
): Promise<Date> {
  const now = clock();
  await db.transaction(async (tx) => {
    const [posting] = await tx
      .select({ dossierId: publicPostings.dossierId })
      .from(publicPostings)
      .where(eq(publicPostings.id, postingId))
      .for('share');
    // The row stands still until the comment is in: none arrives after the end of the window.
    await getPublicPosting({ db: tx, now }, postingId);
    if (!posting) throw new ApiError('posting_not_found');
    if (nominationId !== undefined) {
      const [nomination] = await tx
        .select({ id: nominations.id })
        .from(nominations)
        .where(and(eq(nominations.id, nominationId), eq(nominations.dossierId, posting.dossierId)));
      if (!nomination) throw new ApiError('nomination_not_found');
    }
    await countComment(tx, { address, secret: sessionSecret, now });
    const [comment] = await tx
      .insert(postingComments)
      .values({
        postingId,
        nominationId: nominationId ?? null,
        text,
        authorName,
        authorContact,
        suspected: website !== '',
        receivedAt: now,
      })
      .returning({ id: postingComments.id });
    await writeAudit(
      tx,
      { actor: null, now },
      {
        action: 'posting.comment',
        subjectKind: 'posting',
        subjectId: postingId,
        details: { commentId: comment?.id },
      },
    );
  });
  return now;
}
