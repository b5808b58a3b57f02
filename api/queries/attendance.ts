import { eq, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { ballots, sessionMembers } from '../../db/schema/index.ts';

export interface Attendance {
  /** All members of the session. */
  members: number;
  /** Members in the room, or who voted from elsewhere. */
  attending: number;
  /** Absent members whose written opinion was recorded and who did not vote themselves. */
  byWriting: number;
}

/** Who takes part in a session: the attendance list, who voted from elsewhere, and the written opinions. */
export async function attendanceOf(db: Executor, sessionId: string): Promise<Attendance> {
  const attends = sql`(${sessionMembers.present} or ${sessionMembers.voted})`;
  const wrote = sql`exists (select from ${ballots}
    where ${ballots.sessionMemberId} = ${sessionMembers.id} and ${ballots.channel} = 'written')`;
  const [row] = await db
    .select({
      members: sql<number>`count(*)::int`,
      attending: sql<number>`count(*) filter (where ${attends})::int`,
      byWriting: sql<number>`count(*) filter (where not ${attends} and ${wrote})::int`,
    })
    .from(sessionMembers)
    .where(eq(sessionMembers.sessionId, sessionId));
  return row ?? { members: 0, attending: 0, byWriting: 0 };
}

/** Members who count as present: whether an absent member's written opinion does is for the rule-set to say. */
export function presentMembers({ attending, byWriting }: Attendance, writtenOpinionCounts: boolean): number {
  return attending + (writtenOpinionCounts ? byWriting : 0);
}
