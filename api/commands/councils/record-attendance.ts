import { eq, sql } from 'drizzle-orm';
import { idArray } from '../../../db/id-array.ts';
import { sessionMembers } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedSession } from '../../policies/councils.ts';
import { writeAudit } from '../audit.ts';
import { shareOpenSession } from './session-guards.ts';

export interface RecordAttendanceProps {
  sessionId: string;
  /** Exactly these members are in the room. */
  present: string[];
}

/**
 * Records who attends an open session.
 * @throws ApiError session_not_found, forbidden, session_not_open, member_not_found
 */
export async function recordAttendance(context: CommandContext, props: RecordAttendanceProps): Promise<void> {
  const { sessionId } = props;
  const present = [...new Set(props.present)];
  await managedSession(context, sessionId);
  await context.db.transaction(async (tx) => {
    await shareOpenSession(tx, sessionId);
    const members = await tx
      .update(sessionMembers)
      .set({ present: sql`${sessionMembers.personId} = any(${idArray(present)})` })
      .where(eq(sessionMembers.sessionId, sessionId))
      .returning({ present: sessionMembers.present });
    if (members.filter((member) => member.present).length !== present.length)
      throw new ApiError('member_not_found');
    await writeAudit(tx, context, {
      action: 'session.attendance',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { present },
    });
  });
  context.announce(sessionId);
}
