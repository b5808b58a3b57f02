import { eq } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { sessions } from '../../db/schema/index.ts';
import type { SessionMeter } from '../contract/sessions.ts';
import { countedItems, runningVote } from './agenda.ts';
import { attendanceOf } from './attendance.ts';

/** How every undecided vote of a session stands, as all its pages show it; undefined where the session was deleted. */
export async function readMeter(db: Executor, sessionId: string): Promise<SessionMeter | undefined> {
  const [[session], attendance, counted] = await Promise.all([
    db
      .select({ status: sessions.status, ballotKind: sessions.ballotKind, revision: sessions.revision })
      .from(sessions)
      .where(eq(sessions.id, sessionId)),
    attendanceOf(db, sessionId),
    countedItems(db, sessionId),
  ]);
  if (!session) return undefined;
  const { status, ballotKind, revision } = session;
  const undecided = status === 'open' ? counted.filter(({ item }) => item.result === null) : [];
  return {
    status,
    revision,
    members: attendance.members,
    present: attendance.attending,
    items: undecided.map((entry) => ({ id: entry.item.id, ...runningVote(entry, attendance, ballotKind) })),
  };
}
