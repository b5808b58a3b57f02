import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { idArray } from '../../../db/id-array.ts';
import { ruleSetInForce } from '../../../db/rule-sets.ts';
import { agendaItems, matterOf, matters, referrals, sessions, subjects } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { PlanSessionRequest } from '../../contract/sessions.ts';
import { ApiError } from '../../errors.ts';
import { managesCouncil, visibleCouncil } from '../../policies/councils.ts';
import { waitsForSession } from '../../queries/councils.ts';
import { writeAudit } from '../audit.ts';
import { startProcess } from './session-process.ts';

export type PlanSessionProps = PlanSessionRequest & { councilId: string };

/**
 * Plans a session with the items that wait, ordered from the low to the high title; returns its id.
 * @throws ApiError council_not_found, forbidden, no_waiting_items, agenda_item_not_waiting, closing_date_needed,
 *   closing_date_of_meeting, closing_date_early, session_date_far, process_not_deployed
 */
export async function planSession(context: CommandContext, props: PlanSessionProps): Promise<string> {
  const { db, actor, now, today } = context;
  const council = await visibleCouncil(context, props.councilId);
  if (!(await managesCouncil(db, actor, council.id, today))) throw new ApiError('forbidden');
  const started = await db.transaction(async (tx) => {
    const itemIds = await agendaOf(tx, props, today);
    const scheduledAt = new Date(props.scheduledAt);
    const closesAt = closingDate(props, now);
    const [session] = await tx
      .insert(sessions)
      .values({
        councilId: council.id,
        mode: props.mode,
        ballotKind: props.ballotKind ?? 'open',
        title: props.title ?? `Phiên họp ${council.name}`,
        place: props.place ?? '',
        scheduledAt,
        closesAt,
        createdBy: actor.accountId,
      })
      .returning();
    if (!session) throw new Error('insert of a session returned no row');
    const placed = await tx
      .update(agendaItems)
      .set({ sessionId: session.id, position: sql`array_position(${idArray(itemIds)}, ${agendaItems.id})` })
      .where(and(inArray(agendaItems.id, itemIds), isNull(agendaItems.sessionId), isNull(agendaItems.result)))
      .returning({ id: agendaItems.id });
    if (placed.length !== itemIds.length) throw new ApiError('agenda_item_not_waiting');
    await writeAudit(tx, context, {
      action: 'session.plan',
      subjectKind: 'session',
      subjectId: session.id,
      details: {
        councilId: council.id,
        mode: props.mode,
        ballotKind: props.ballotKind ?? 'open',
        items: itemIds.length,
      },
    });
    return { sessionId: session.id, instanceId: await startProcess(tx, context, session) };
  });
  context.deliver(started.instanceId);
  return started.sessionId;
}

const yearMs = 366 * 24 * 60 * 60 * 1000;

/**
 * A session is planned for a day that people can mean, also one that was held and is entered afterwards.
 * @throws ApiError session_date_far
 */
function requireNear(moment: Date, now: Date): void {
  const away = moment.getTime() - now.getTime();
  if (away < -yearMs || away > 2 * yearMs) throw new ApiError('session_date_far');
}

/**
 * When a session ends by itself: a circulation does, a meeting does not.
 * @throws ApiError session_date_far, closing_date_needed, closing_date_of_meeting, closing_date_early
 */
export function closingDate(
  { mode, scheduledAt, closesAt }: Pick<PlanSessionRequest, 'mode' | 'scheduledAt' | 'closesAt'>,
  now: Date,
): Date | null {
  requireNear(new Date(scheduledAt), now);
  if (mode === 'meeting') {
    if (closesAt !== undefined) throw new ApiError('closing_date_of_meeting');
    return null;
  }
  if (closesAt === undefined) throw new ApiError('closing_date_needed');
  const date = new Date(closesAt);
  if (date <= new Date(scheduledAt) || date <= now) throw new ApiError('closing_date_early');
  requireNear(date, now);
  return date;
}

/** Ids of the items that come on the agenda, in order. */
async function agendaOf(tx: Executor, props: PlanSessionProps, today: string): Promise<string[]> {
  const waiting = await tx
    .select({ id: agendaItems.id, proposal: matters.proposalCode })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .innerJoin(matters, eq(matters.id, matterOf(agendaItems)))
    .innerJoin(subjects, eq(subjects.id, referrals.subjectId))
    .where(and(eq(referrals.councilId, props.councilId), waitsForSession))
    .orderBy(asc(subjects.code), asc(matters.seq));
  const wanted = props.agendaItemIds && new Set(props.agendaItemIds);
  const chosen = waiting.filter(({ id }) => !wanted || wanted.has(id));
  if (wanted && chosen.length !== wanted.size) throw new ApiError('agenda_item_not_waiting');
  if (chosen.length === 0) throw new ApiError('no_waiting_items');
  const rank = await awardRanks(tx, today);
  return chosen.sort((a, b) => (rank.get(a.proposal) ?? 0) - (rank.get(b.proposal) ?? 0)).map(({ id }) => id);
}

const levels = ['unit', 'ministry', 'state'];

/** Place of every award from low to high: by its level, then as the rule-set lists them. */
async function awardRanks(tx: Executor, today: string): Promise<Map<string, number>> {
  const ruleSet = await ruleSetInForce(tx, today);
  const ranked = (ruleSet?.awards ?? []).toSorted(
    (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level),
  );
  return new Map(ranked.map(({ code }, rank) => [code, rank]));
}
