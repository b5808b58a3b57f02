import { and, eq } from 'drizzle-orm';
import { sessionMembers } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { visibleSession } from '../../policies/councils.ts';
import { writeAudit } from '../audit.ts';
import { lockOpenSession } from './session-guards.ts';
import { auditedBallots, type BallotEntry, storeBallots } from './store-ballots.ts';

export interface CastBallotsProps {
  sessionId: string;
  ballots: BallotEntry[];
  /** Where it is left out: `room` for a member marked present, else `remote`. */
  channel?: 'room' | 'remote' | undefined;
}

/**
 * A member votes in an open session. A ballot can be changed until the session is closed.
 * @throws ApiError session_not_found, not_a_member, session_not_open, ballot_listed_twice, not_on_agenda,
 *   agenda_item_decided
 */
export async function castBallots(context: CommandContext, props: CastBallotsProps): Promise<void> {
  const { db, actor, now } = context;
  const { sessionId, ballots: entries } = props;
  const session = await visibleSession(context, sessionId);
  if (session.status !== 'open') throw new ApiError('session_not_open');
  const [member] = await db
    .select()
    .from(sessionMembers)
    .where(and(eq(sessionMembers.sessionId, sessionId), eq(sessionMembers.personId, actor.personId)));
  if (!member) throw new ApiError('not_a_member');
  const channel = props.channel ?? (member.present ? 'room' : 'remote');
  await db.transaction(async (tx) => {
    await lockOpenSession(tx, sessionId, 'share');
    await storeBallots(tx, {
      sessionId,
      sessionMemberId: member.id,
      entries,
      channel,
      documentId: null,
      castAt: now,
    });
    await writeAudit(tx, context, {
      action: 'ballot.cast',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { channel, ballots: auditedBallots(entries) },
    });
  });
}
