import { and, eq } from 'drizzle-orm';
import { dossiers, postingComments } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { ModerateRequest } from '../../contract/postings.ts';
import { ApiError } from '../../errors.ts';
import { moderatedPosting } from '../../policies/postings.ts';
import { writeAudit } from '../audit.ts';
import { placeOnHold } from '../dossiers/hold-dossier.ts';

export type ModerateCommentProps = ModerateRequest & { commentId: string };

/**
 * Says what becomes of a comment. Accepting it as a complaint puts the dossier on hold in the same transaction, unless it is on
 * hold already; a complaint stays one. Answers the posting's id.
 * @throws ApiError comment_not_found, reason_required, comment_already_moderated, dossier_not_holdable, instance_ended
 */
export async function moderateComment(
  context: CommandContext,
  { commentId, decision, reason, seen = 'held' }: ModerateCommentProps,
): Promise<string> {
  const { db, actor, now } = context;
  const [comment] = await db.select().from(postingComments).where(eq(postingComments.id, commentId));
  const posting = comment && (await moderatedPosting(context, comment.postingId).catch(notTheirs));
  if (!posting) throw new ApiError('comment_not_found');
  if (decision !== 'noted' && !reason) throw new ApiError('reason_required');
  const [dossier] = await db.select().from(dossiers).where(eq(dossiers.id, posting.dossierId));
  const instanceId =
    decision === 'complaint' && dossier?.status !== 'on_hold' ? dossier?.instanceId : undefined;
  const voting = await db.transaction(async (tx) => {
    const held =
      instanceId && reason
        ? await placeOnHold(tx, context, {
            dossierId: posting.dossierId,
            instanceId,
            reason,
            complaintId: commentId,
          })
        : [];
    const moderated = await tx
      .update(postingComments)
      .set({ status: decision, moderatedBy: actor.accountId, moderatedAt: now, reason: reason ?? null })
      .where(and(eq(postingComments.id, commentId), eq(postingComments.status, seen)))
      .returning({ id: postingComments.id });
    if (moderated.length === 0) throw new ApiError('comment_already_moderated');
    await writeAudit(tx, context, {
      action: 'posting.moderate',
      subjectKind: 'posting',
      subjectId: posting.id,
      details: { commentId, decision, reason: reason ?? null },
    });
    return held;
  });
  if (instanceId) context.deliver(instanceId);
  for (const sessionId of voting) context.announce(sessionId);
  return posting.id;
}

/** A comment on somebody else's posting is as if it were not there. */
function notTheirs(error: unknown): undefined {
  if (error instanceof ApiError && error.code === 'posting_not_found') return undefined;
  throw error;
}
