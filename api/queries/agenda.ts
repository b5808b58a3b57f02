import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import {
  agendaItems,
  ballots,
  documents,
  dossierHolds,
  matterOf,
  matters,
  openedBallots,
  people,
  recusals,
  referrals,
  sealedBallots,
  sessionMembers,
  subjects,
} from '../../db/schema/index.ts';
import { outlook, type Recused, type Tally, tally } from '../../domain/tally.ts';
import type { BallotSecrets } from '../ballot-box.ts';
import type { BallotCounts, Recusal, RunningVote } from '../contract/ballots.ts';
import type { AgendaItem, BallotKind } from '../contract/sessions.ts';
import { type Attendance, presentMembers } from './attendance.ts';
import { newestVerdicts } from './eligibility.ts';
import { matterColumns } from './matters.ts';
import { type OwnBallot, ownBallots } from './own-ballots.ts';
import { subjectColumns, unitAs } from './references.ts';
import { notesOfSession, sentFrom } from './session-record.ts';
import type { Voter } from './voters.ts';

/** An agenda item with the votes cast on it so far; its referral carries the rules. */
export interface CountedItem {
  item: typeof agendaItems.$inferSelect;
  referral: typeof referrals.$inferSelect;
  /** Why its dossier is on hold; null where it is not. */
  held: string | null;
  /** Readable votes: while a box is closed, those of written opinions alone. */
  votes: { for: number; against: number; abstain: number };
  /** Ballots that lie in a closed box. */
  sealed: number;
  recused: Recused;
}

/** The items of a session in their order, with their votes. */
export async function countedItems(db: Executor, sessionId: string): Promise<CountedItem[]> {
  const votes = votesOf(db, sessionId);
  const recused = recusedOf(db, sessionId);
  const rows = await db
    .select({
      item: agendaItems,
      referral: referrals,
      held: dossierHolds.reason,
      for: zeroOr(votes.for),
      against: zeroOr(votes.against),
      abstain: zeroOr(votes.abstain),
      sealed: zeroOr(votes.sealed),
      recused: zeroOr(recused.total),
      recusedPresent: zeroOr(recused.present),
    })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .leftJoin(
      dossierHolds,
      and(eq(dossierHolds.dossierId, referrals.subjectId), isNull(dossierHolds.resumedAt)),
    )
    .leftJoin(votes, eq(votes.itemId, agendaItems.id))
    .leftJoin(recused, eq(recused.itemId, agendaItems.id))
    .where(eq(agendaItems.sessionId, sessionId))
    .orderBy(asc(agendaItems.position), asc(agendaItems.round));
  return rows.map(({ item, referral, held, sealed, recused, recusedPresent, ...votes }) => ({
    item,
    referral,
    held,
    votes,
    sealed,
    recused: { total: recused, present: recusedPresent, leave: referral.recusedLeave },
  }));
}

const zeroOr = (count: SQL.Aliased<number>) => sql<number>`coalesce(${count}, 0)`.mapWith(Number);

/** Ballots of every item of the session by choice, whether open, written or taken from a box; and those still sealed. */
function votesOf(db: Executor, sessionId: string) {
  const items = sql`(select id from ${agendaItems} where ${agendaItems.sessionId} = ${sessionId})`;
  const cast = sql`(
    select agenda_item_id, choice from ${ballots} where agenda_item_id in ${items}
    union all select agenda_item_id, choice from ${openedBallots} where agenda_item_id in ${items}
    union all select agenda_item_id, null from ${sealedBallots} where agenda_item_id in ${items}) as cast_ballots`;
  const count = (condition: SQL, name: string) =>
    sql<number>`count(*) filter (where ${condition})::int`.as(name);
  return db
    .select({
      itemId: sql<string>`agenda_item_id`.as('item_id'),
      for: count(sql`choice = 'for'`, 'votes_for'),
      against: count(sql`choice = 'against'`, 'votes_against'),
      abstain: count(sql`choice = 'abstain'`, 'votes_abstain'),
      sealed: count(sql`choice is null`, 'votes_sealed'),
    })
    .from(cast)
    .groupBy(sql`agenda_item_id`)
    .as('votes');
}

/** Recused members of every item of the session that has some. */
function recusedOf(db: Executor, sessionId: string) {
  const attends = sql`${sessionMembers.present} or ${sessionMembers.voted}`;
  return db
    .select({
      itemId: sql<string>`${recusals.agendaItemId}`.as('recused_item_id'),
      // A member and the proxy may both have a conflict; it is one ballot that is not cast.
      total: sql<number>`count(distinct ${sessionMembers.id})::int`.as('recused_total'),
      present: sql<number>`count(distinct ${sessionMembers.id}) filter (where ${attends})::int`.as(
        'recused_present',
      ),
    })
    .from(recusals)
    .innerJoin(agendaItems, eq(agendaItems.id, recusals.agendaItemId))
    .innerJoin(
      sessionMembers,
      and(
        eq(sessionMembers.sessionId, agendaItems.sessionId),
        sql`${recusals.personId} in (${sessionMembers.personId}, ${sessionMembers.voterId})`,
      ),
    )
    .where(eq(agendaItems.sessionId, sessionId))
    .groupBy(recusals.agendaItemId)
    .as('recused');
}

/** Members who may still cast a ballot on an item: neither recused nor among those who have. */
export function ballotsLeft({ votes, sealed, recused }: CountedItem, { members }: Attendance): number {
  return members - recused.total - votes.for - votes.against - votes.abstain - sealed;
}

/** Members who attend, may vote on an item and have not: absent members who sent nothing are not waited for. */
export function ballotsOutstanding(entry: CountedItem, attendance: Attendance): number {
  const absent = attendance.members - attendance.attending - attendance.byWriting;
  const absentVoters = Math.max(0, absent - (entry.recused.total - entry.recused.present));
  return Math.max(0, ballotsLeft(entry, attendance) - absentVoters);
}

/** The count of an item as the session stands; a ballot in a closed box counts as given to nobody. */
export function countItem(entry: CountedItem, attendance: Attendance): Tally {
  const { referral, votes, sealed, recused } = entry;
  return tally({
    total: attendance.members,
    present: presentMembers(attendance, referral.writtenOpinionCounts),
    votes,
    missing: ballotsLeft(entry, attendance) + sealed,
    recused,
    rule: {
      sharePercent: referral.sharePercent,
      strict: referral.shareStrict,
      denominator: referral.denominator,
      quorum: { numerator: referral.quorumNumerator, denominator: referral.quorumDenominator },
    },
  });
}

/** How the vote on an item stands, as everybody in the session may see it. */
export function runningVote(entry: CountedItem, attendance: Attendance, kind: BallotKind): RunningVote {
  const { inFavour, against, abstained, missing, recused, total, needed } = countItem(entry, attendance);
  const left = ballotsLeft(entry, attendance);
  const open = kind === 'open';
  return {
    cast: attendance.members - recused - left,
    left,
    recused,
    total,
    needed,
    counts: open ? { inFavour, against, abstained, missing, recused } : null,
    outlook: open ? outlook({ inFavour, needed, left }) : null,
  };
}

export interface AgendaView {
  sessionId: string;
  ballotKind: BallotKind;
  attendance: Attendance;
  /** Is the session open? */
  open: boolean;
  /** The reader as a member, whose own ballots are shown. */
  voter: Voter | undefined;
  secrets: BallotSecrets;
  personId: string;
  /** Are the papers open to the reader? */
  papersOpen: boolean;
}

/** The agenda as one reader may see it. */
export async function viewAgenda(db: Executor, view: AgendaView): Promise<AgendaItem[]> {
  const { sessionId, ballotKind, attendance, open, voter, secrets } = view;
  const counted = await countedItems(db, sessionId);
  const subjectIds = [...new Set(counted.map(({ referral }) => referral.subjectId))];
  const [about, own, recusalsOf, papers, notes, origins] = await Promise.all([
    selectMatters(db, sessionId),
    voter
      ? ownBallots(
          db,
          secrets,
          voter,
          counted.map(({ item }) => item.id),
        )
      : new Map<string, OwnBallot>(),
    selectRecusals(db, sessionId),
    view.papersOpen ? selectPapers(db, subjectIds) : new Map<string, AgendaItem['documents']>(),
    notesOfSession(db, sessionId),
    sentFrom(db, sessionId),
  ]);
  const verdicts = await newestVerdicts(
    db,
    counted.flatMap(({ item }) => item.nominationId ?? []),
  );
  return counted.flatMap((entry): AgendaItem[] => {
    const { item, referral } = entry;
    const matter = about.get(item.id);
    if (!matter) return [];
    const running = open && item.result === null ? runningVote(entry, attendance, ballotKind) : null;
    const expected = attendance.members > 0 ? countItem(entry, attendance) : null;
    const kept = recusalsOf.get(item.id) ?? [];
    return [
      {
        id: item.id,
        position: item.position,
        round: item.round,
        ballotRounds: referral.ballotRounds,
        held: entry.held !== null,
        ...matter,
        eligibility: verdicts.get(item.nominationId ?? '') ?? null,
        sharePercent: referral.sharePercent,
        shareStrict: referral.shareStrict,
        denominator: referral.denominator,
        quorumNumerator: referral.quorumNumerator,
        quorumDenominator: referral.quorumDenominator,
        citation: referral.citation,
        result: item.result,
        reason: item.reason,
        total: item.total ?? expected?.total ?? null,
        needed: item.needed ?? expected?.needed ?? null,
        counts: storedCounts(item),
        quota: referral.quota,
        rank: item.rank,
        tiedFor: item.tiedFor,
        decidingVote: item.decidingVote,
        recusedLeave: item.recusedLeave,
        running,
        myChoice: own.get(item.id)?.choice ?? null,
        myVersion: own.get(item.id)?.version ?? 0,
        myRecusal: kept.some(({ person }) => person.id === view.personId),
        recusals: kept,
        documents: papers.get(referral.subjectId) ?? [],
        discussion: notes.get(item.id) ?? null,
        sentFrom: origins.get(item.id) ?? null,
      },
    ];
  });
}

/** The counts the close wrote; null for an item that was not put to the vote. */
export function storedCounts(item: typeof agendaItems.$inferSelect): BallotCounts | null {
  const { inFavour, against, abstained, missing, recused } = item;
  if (inFavour === null || against === null || abstained === null || missing === null) return null;
  return { inFavour, against, abstained, missing, recused: recused ?? 0 };
}

async function selectRecusals(db: Executor, sessionId: string): Promise<Map<string, Recusal[]>> {
  const rows = await db
    .select({
      itemId: recusals.agendaItemId,
      person: { id: people.id, fullName: people.fullName },
      kind: recusals.kind,
      reason: recusals.reason,
    })
    .from(recusals)
    .innerJoin(agendaItems, eq(agendaItems.id, recusals.agendaItemId))
    .innerJoin(people, eq(people.id, recusals.personId))
    .where(eq(agendaItems.sessionId, sessionId))
    .orderBy(asc(people.fullName));
  const byItem = Map.groupBy(rows, ({ itemId }) => itemId);
  return new Map([...byItem].map(([id, kept]) => [id, kept.map(({ itemId: _, ...recusal }) => recusal)]));
}

/** What each item puts to the vote. */
async function selectMatters(db: Executor, sessionId: string) {
  const proposer = unitAs('proposer');
  const rows = await db
    .select({
      itemId: agendaItems.id,
      ...matterColumns,
      summary: matters.summary,
      scoreBasisPoints: matters.scoreBasisPoints,
      subject: subjectColumns,
      unit: proposer.columns,
    })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .innerJoin(matters, eq(matters.id, matterOf(agendaItems)))
    .innerJoin(subjects, eq(subjects.id, referrals.subjectId))
    .innerJoin(proposer.unit, eq(proposer.unit.id, subjects.unitId))
    .where(eq(agendaItems.sessionId, sessionId));
  return new Map(rows.map(({ itemId, ...matter }) => [itemId, matter]));
}

async function selectPapers(db: Executor, subjectIds: string[]) {
  if (subjectIds.length === 0) return new Map<string, AgendaItem['documents']>();
  const rows = await db
    .select({
      subjectId: documents.subjectId,
      id: documents.id,
      kind: documents.kind,
      fileName: documents.fileName,
      mediaType: documents.mediaType,
    })
    .from(documents)
    .where(inArray(documents.subjectId, subjectIds))
    .orderBy(asc(documents.createdAt));
  const bySubject = Map.groupBy(rows, ({ subjectId }) => subjectId ?? '');
  return new Map(
    [...bySubject].map(([id, papers]) => [id, papers.map(({ subjectId: _, ...paper }) => paper)]),
  );
}
