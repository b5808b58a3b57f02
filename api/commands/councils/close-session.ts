import { eq, inArray } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { agendaItems, sealedBallots, sessions } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedSession } from '../../policies/councils.ts';
import { ballotsLeft, type CountedItem, countedItems } from '../../queries/agenda.ts';
import { type Attendance, attendanceOf } from '../../queries/attendance.ts';
import { writeAudit } from '../audit.ts';
import { auditedOutcomes, countAll, outcomesOf, takeUpAgain, writeOutcomes } from './council-outcomes.ts';
import { finishReferrals, lockInstancesOf } from './council-results.ts';
import { openBox } from './open-box.ts';
import { claimSession } from './session-guards.ts';
import { tellProcess } from './session-process.ts';

/**
 * Closes a session: counts every open item, writes the results and sends each finished referral's result to its dossier,
 * exactly once. Where the quorum of one referral is missing, nothing is counted and the session stays open. What is on hold
 * waits uncounted for another session; where votes are equal and the rule gives the chair the deciding vote, the result waits
 * for it (`decide-ties.ts`).
 * @throws ApiError session_not_found, forbidden, session_not_open, closes_early, quorum_missing
 */
export async function closeSession(context: CommandContext, sessionId: string): Promise<void> {
  await managedSession(context, sessionId);
  const instances = await countAndClose(context, sessionId);
  for (const instanceId of instances) context.deliver(instanceId);
  context.announce(sessionId);
}

/** Closes a session whose time is over, as a person would; what waits in the outbox is the relay's to deliver. */
export async function closeByClock(
  dependencies: Omit<Closing, 'actor'>,
  sessionId: string,
): Promise<'closed' | 'quorum_missing'> {
  try {
    await countAndClose({ ...dependencies, actor: null }, sessionId);
    return 'closed';
  } catch (error) {
    // Somebody was quicker, or an earlier try of this one.
    if (error instanceof ApiError && error.code === 'session_not_open') return 'closed';
    if (error instanceof ApiError && error.code === 'quorum_missing') return 'quorum_missing';
    throw error;
  }
}

type Closing = Pick<CommandContext, 'db' | 'now' | 'ballotSecrets'> & {
  actor: CommandContext['actor'] | null;
};

/** Counts and closes; returns the instances that have news. @throws ApiError session_not_open, quorum_missing */
async function countAndClose(closing: Closing, sessionId: string): Promise<Set<string>> {
  const { db, actor, now, ballotSecrets } = closing;
  const accountId = actor?.accountId ?? null;
  return db.transaction(async (tx) => {
    await lockInstancesOf(tx, sessionId);
    const session = await claimSession(tx, sessionId, ['open']);
    if (!session) throw new ApiError('session_not_open');
    const undecided = async () =>
      (await countedItems(tx, sessionId)).filter(({ item }) => item.result === null);
    let open = await undecided();
    const held = open.filter((entry) => entry.held !== null);
    if (held.length > 0) await postponeHeld(tx, held);
    if (session.ballotKind === 'secret') {
      const box = ballotSecrets.box(sessionId, session.boxSecretId);
      await openBox(
        tx,
        box,
        open.map(({ item }) => item.id),
      );
    }
    if (held.length > 0 || session.ballotKind === 'secret') open = await undecided();
    const attendance = await attendanceOf(tx, sessionId);
    // The clock closes when it rings, whatever this machine's clock says; a person may be early.
    if (actor !== null) requireAllCast(session, open, attendance, now);
    const outcomes = await outcomesOf(tx, countAll(open, attendance));
    await writeOutcomes(tx, outcomes, now);
    await tx.update(sessions).set({ status: 'closed', closedAt: now }).where(eq(sessions.id, sessionId));
    const finished = await finishReferrals(tx, sessionId, accountId);
    const told = await tellProcess(tx, session, { name: 'session-closed', accountId });
    await writeAudit(tx, closing, {
      action: 'session.close',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { ...attendance, results: auditedOutcomes(outcomes) },
    });
    return new Set([...finished, ...told]);
  });
}

/**
 * A circulation is open until its closing date, and closes before it only when everybody who may has voted.
 * @throws ApiError closes_early
 */
function requireAllCast(
  { closesAt }: typeof sessions.$inferSelect,
  open: CountedItem[],
  attendance: Attendance,
  now: Date,
): void {
  if (closesAt === null || now >= closesAt) return;
  const left = Math.max(0, ...open.map((entry) => ballotsLeft(entry, attendance)));
  if (left > 0) throw new ApiError('closes_early', { parameters: { left } });
}

/** What is on hold is not decided; what was put into the box on it stays unread. */
async function postponeHeld(tx: Executor, held: CountedItem[]): Promise<void> {
  const ids = held.map(({ item }) => item.id);
  await tx.delete(sealedBallots).where(inArray(sealedBallots.agendaItemId, ids));
  for (const { item, held: reason } of held) {
    await tx.update(agendaItems).set({ result: 'undecided', reason }).where(eq(agendaItems.id, item.id));
  }
  await takeUpAgain(tx, held, null);
}
