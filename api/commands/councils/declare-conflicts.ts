import { conflictDeclarations } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { DeclarationRequest } from '../../contract/ballots.ts';
import { ApiError } from '../../errors.ts';
import { visibleSession } from '../../policies/councils.ts';
import { isMemberOf } from '../../policies/session-papers.ts';
import { writeAudit } from '../audit.ts';
import { recordRecusal } from './recuse-member.ts';
import { claimSession } from './session-guards.ts';

/**
 * A member declares once, before the papers open, with which items of the agenda there is a conflict of interest, or that there
 * is none. Each conflict keeps the member from the vote on that item.
 * @throws ApiError session_not_found, not_a_member, already_declared, session_closed, agenda_item_not_found,
 *   agenda_item_decided, member_recused
 */
export async function declareConflicts(
  context: CommandContext,
  { sessionId, conflicts }: DeclarationRequest & { sessionId: string },
): Promise<void> {
  const { actor, now } = context;
  const visible = await visibleSession(context, sessionId);
  if (!(await isMemberOf(context, visible))) throw new ApiError('not_a_member');
  await context.db.transaction(async (tx) => {
    const session = await claimSession(tx, sessionId, ['planned', 'open']);
    if (!session) throw new ApiError('session_closed');
    const declared = await tx
      .insert(conflictDeclarations)
      .values({ sessionId, personId: actor.personId, declaredAt: now })
      .onConflictDoNothing()
      .returning({ personId: conflictDeclarations.personId });
    if (declared.length === 0) throw new ApiError('already_declared');
    for (const { agendaItemId, reason } of conflicts) {
      await recordRecusal(tx, context, session, {
        itemId: agendaItemId,
        personId: actor.personId,
        kind: 'declared',
        reason,
      });
    }
    await writeAudit(tx, context, {
      action: 'member.declare',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { conflicts: conflicts.map(({ agendaItemId }) => agendaItemId) },
    });
  });
  context.announce(sessionId);
}
