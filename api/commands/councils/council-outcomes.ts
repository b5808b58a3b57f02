import { randomUUID } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import {
  agendaItems,
  carriedBy,
  councils,
  eligibilityVerdicts,
  matterOf,
  matters,
  recusals,
  referrals,
} from '../../../db/schema/index.ts';
import { type Ranking, rankByVotes } from '../../../domain/ranking.ts';
import { isTied, type Tally } from '../../../domain/tally.ts';
import { ApiError } from '../../errors.ts';
import { type CountedItem, countItem } from '../../queries/agenda.ts';
import { type Attendance, presentMembers } from '../../queries/attendance.ts';
import { writeResults } from './council-results.ts';

/** What the ballots on one item come to. */
export interface Outcome {
  entry: CountedItem;
  count: Tally;
  /** Null where the votes are equal and the chair's vote decides. */
  result: 'passed' | 'failed' | 'undecided' | null;
  /** Why it fell out, in the language of the papers. */
  reason: string | null;
  /** Place by votes, where a quota applies. */
  rank: number | null;
  /** Of those that are equal with it, so many pass by the chair's vote; null where the votes decide. */
  tiedFor: number | null;
}

type Counted = Pick<Outcome, 'entry' | 'count'>;

/**
 * Counts items and tests the quorum of each.
 * @throws ApiError quorum_missing
 */
export function countAll(entries: CountedItem[], attendance: Attendance): Counted[] {
  const counted = entries.map((entry) => ({ entry, count: countItem(entry, attendance) }));
  const short = counted
    .filter(({ count }) => !count.quorumMet)
    .toSorted((a, b) => b.count.quorumNeeded - a.count.quorumNeeded)[0];
  if (!short) return counted;
  throw new ApiError('quorum_missing', {
    parameters: {
      attending: presentMembers(attendance, short.entry.referral.writtenOpinionCounts),
      total: attendance.members,
      needed: short.count.quorumNeeded,
    },
  });
}

/** What the counts come to: by the share alone, or, where the council lets only so many pass, by their place among all. */
export async function outcomesOf(tx: Executor, counted: Counted[]): Promise<Outcome[]> {
  const rankings = await rankingsOf(tx, counted);
  return counted.map(({ entry, count }) => {
    const { id } = entry.item;
    const ranking = rankings.get(id);
    const rank = ranking?.places.get(id) ?? null;
    const outcome = { entry, count, rank, reason: null, tiedFor: null };
    if (entry.referral.chairDecidesTies && isTied(count)) {
      const room = ranking ? ranking.left - ranking.passed.length - ranking.tiedFor : 1;
      if (room > 0) return { ...outcome, result: null, tiedFor: Math.min(room, 1) };
    }
    if (!count.passed) return { ...outcome, result: 'failed', reason: shareMissed(count) };
    if (ranking?.tied.includes(id)) return { ...outcome, result: null, tiedFor: ranking.tiedFor };
    if (ranking?.out.includes(id)) return { ...outcome, result: 'failed', reason: outOfQuota(outcome) };
    return { ...outcome, result: 'passed' };
  });
}

const shareMissed = ({ inFavour, total, needed }: Tally) =>
  `Không đủ phiếu tán thành: ${inFavour}/${total}, cần ${needed}.`;
const outOfQuota = ({ entry, count, rank }: Pick<Outcome, 'entry' | 'count' | 'rank'>) =>
  `Vượt chỉ tiêu: xếp thứ ${rank} với ${count.inFavour} phiếu tán thành, hội đồng thông qua nhiều nhất ${entry.referral.quota}.`;

type LimitedRanking = Ranking & { left: number };

/** By item, the ranking it stands in: one for each award and period of which the council lets only so many pass. */
async function rankingsOf(tx: Executor, counted: Counted[]): Promise<Map<string, LimitedRanking>> {
  const limited = counted.filter(({ entry }) => entry.referral.quota !== null);
  const rankings = new Map<string, LimitedRanking>();
  if (limited.length === 0) return rankings;
  const contenders = await contendersOf(
    tx,
    limited.map(({ entry }) => entry.item.id),
  );
  const placesOf = ({ entry: { item, referral } }: Counted) =>
    [contenders.get(item.id)?.contest, referral.level, referral.quota].join(' ');
  for (const [, same] of Map.groupBy(limited, placesOf)) {
    const [first] = same;
    if (!first) continue;
    const { item: firstItem, referral: shared } = first.entry;
    const reached = same.filter(({ count }) => count.passed);
    const left = await placesLeft(tx, shared, contenders.get(firstItem.id)?.contest ?? '');
    const ranking = rankByVotes(
      reached.map(({ entry: { item, referral }, count }) => ({
        id: item.id,
        inFavour: count.inFavour,
        preferred: referral.womenFirst && contenders.get(item.id)?.isPreferred === true,
      })),
      left,
    );
    for (const { entry } of same) rankings.set(entry.item.id, { ...ranking, left });
  }
  return rankings;
}

/**
 * Which contest each item is in, and whether the nominee comes first among equals: a woman, or a collective with as many women as the
 * law that binds the dossier asks for (Decree 152/2025 Article 4(6)), as its newest verdict found.
 */
async function contendersOf(tx: Executor, itemIds: string[]) {
  const rows = await tx
    .select({
      id: agendaItems.id,
      contest: matters.contest,
      isPreferred: sql<boolean>`coalesce(${matters.sex} = 'female', (
        select v.findings->'preference'->>'outcome' = 'met' from ${eligibilityVerdicts} v
        where v.nomination_id = ${matters.id} order by v.evaluated_at desc limit 1), false)`,
    })
    .from(agendaItems)
    .innerJoin(matters, eq(matters.id, matterOf(agendaItems)))
    .where(inArray(agendaItems.id, itemIds));
  return new Map(rows.map(({ id, ...contender }) => [id, contender]));
}

/** How many the quota leaves after what the council let pass in the same contest in other sessions. */
async function placesLeft(
  tx: Executor,
  { councilId, level, quota }: CountedItem['referral'],
  contest: string,
): Promise<number> {
  // Two sessions of the council that close at once would each miss what the other lets pass.
  await tx.select({ id: councils.id }).from(councils).where(eq(councils.id, councilId)).for('no key update');
  const [row] = await tx
    .select({ passed: sql<number>`count(*)::int` })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .innerJoin(matters, eq(matters.id, matterOf(agendaItems)))
    .where(
      and(
        eq(referrals.councilId, councilId),
        eq(referrals.level, level),
        eq(matters.contest, contest),
        eq(agendaItems.result, 'passed'),
        matters.stands,
      ),
    );
  return Math.max(0, (quota ?? 0) - (row?.passed ?? 0));
}

/** Writes the counts and what they come to, to items and to what they carry. */
export async function writeOutcomes(tx: Executor, outcomes: Outcome[], now: Date): Promise<void> {
  if (outcomes.length === 0) return;
  const rows = outcomes.map(({ entry, count, result, reason, rank, tiedFor }) => ({
    id: entry.item.id,
    result,
    reason,
    rank,
    tied_for: tiedFor,
    in_favour: count.inFavour,
    against: count.against,
    abstained: count.abstained,
    missing: count.missing,
    recused: count.recused,
    recused_leave: entry.referral.recusedLeave,
    total: count.total,
    needed: count.needed,
  }));
  await tx.execute(sql`update ${agendaItems} set result = counted.result, reason = counted.reason, rank = counted.rank,
      tied_for = counted.tied_for, in_favour = counted.in_favour, against = counted.against,
      abstained = counted.abstained, missing = counted.missing, recused = counted.recused,
      recused_leave = counted.recused_leave, total = counted.total, needed = counted.needed
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as counted(id uuid, result item_result, reason text,
      rank int, tied_for int, in_favour int, against int, abstained int, missing int, recused int,
      recused_leave boolean, total int, needed int)
    where ${agendaItems.id} = counted.id`);
  await writeResults(
    tx,
    outcomes.flatMap(({ entry: { item, referral }, result, reason }) =>
      result === 'passed' || result === 'failed' ? [{ item, referral, status: result, reason }] : [],
    ),
    now,
  );
}

/** The sums as the audit log keeps them, by item. */
export const auditedOutcomes = (outcomes: Outcome[]) =>
  Object.fromEntries(
    outcomes.map(({ entry, count, result, rank, tiedFor }) => {
      const { inFavour, against, abstained, missing, recused, total, needed } = count;
      return [
        entry.item.id,
        { inFavour, against, abstained, missing, recused, total, needed, result, rank, tiedFor },
      ];
    }),
  );

/**
 * Takes the matters of items that came to no result up again, each by a further item: in the session given, or where it is
 * null in one that will be planned. Who was kept from the vote stays so.
 */
export async function takeUpAgain(
  tx: Executor,
  entries: CountedItem[],
  sessionId: string | null,
): Promise<void> {
  if (entries.length === 0) return;
  const pairs = entries.map(({ item }) => ({ before: item.id, after: randomUUID() }));
  await tx.insert(agendaItems).values(
    entries.map(({ item }, at) => ({
      ...carriedBy(item),
      id: pairs[at]?.after,
      referralId: item.referralId,
      sessionId,
      position: sessionId === null ? null : item.position,
      round: item.round + 1,
    })),
  );
  if (sessionId === null) return;
  await tx.execute(sql`insert into ${recusals} (agenda_item_id, person_id, kind, reason, recorded_by, recorded_at)
    select pair.after, person_id, kind, reason, recorded_by, recorded_at
    from ${recusals} join jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair(before uuid, after uuid)
      on pair.before = ${recusals.agendaItemId}`);
}
