import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { ruleSetById } from '../../db/rule-sets.ts';
import {
  agendaItems,
  awards,
  ballots,
  documents,
  dossiers,
  nominations,
  referrals,
  sessionMembers,
} from '../../db/schema/index.ts';
import { tally } from '../../domain/tally.ts';
import type { AgendaItem } from '../contract/councils.ts';
import { type Attendance, presentMembers } from './attendance.ts';
import { unitAs } from './references.ts';

/** An agenda item with the votes cast on it so far and the rule its referral carries. */
export interface CountedItem {
  item: typeof agendaItems.$inferSelect;
  referral: typeof referrals.$inferSelect;
  /** Does the dossier's rule-set count a written opinion as attendance? Where it does not say: yes, unconfirmed. */
  writtenOpinionCounts: boolean;
  votes: { for: number; against: number; abstain: number };
}

/** The items of a session in their order, with their votes. */
export async function countedItems(db: Executor, sessionId: string): Promise<CountedItem[]> {
  const cast = (choice: string) =>
    sql<number>`count(${ballots.choice}) filter (where ${ballots.choice} = ${choice})::int`;
  const rows = await db
    .select({
      item: agendaItems,
      referral: referrals,
      ruleSetId: dossiers.ruleSetId,
      votes: { for: cast('for'), against: cast('against'), abstain: cast('abstain') },
    })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .innerJoin(dossiers, eq(dossiers.id, referrals.dossierId))
    .leftJoin(ballots, eq(ballots.agendaItemId, agendaItems.id))
    .where(eq(agendaItems.sessionId, sessionId))
    .groupBy(agendaItems.id, referrals.id, dossiers.id)
    .orderBy(asc(agendaItems.position));
  const counts = await writtenAttendance(db, new Set(rows.map(({ ruleSetId }) => ruleSetId)));
  return rows.map(({ ruleSetId, ...row }) => ({
    ...row,
    writtenOpinionCounts: counts.get(ruleSetId) ?? true,
  }));
}

/** What each rule-set says of written opinions as attendance; one after the other, a transaction has one connection. */
async function writtenAttendance(db: Executor, ids: ReadonlySet<string | null>) {
  const counts = new Map<string | null, boolean | undefined>();
  for (const id of ids) {
    const ruleSet = id === null ? undefined : await ruleSetById(db, id);
    counts.set(id, ruleSet?.writtenOpinionCountsAsAttendance?.value);
  }
  return counts;
}

/** The count of an item as the session stands. */
export function countItem({ referral, votes, writtenOpinionCounts }: CountedItem, attendance: Attendance) {
  const cast = votes.for + votes.against + votes.abstain;
  return tally({
    total: attendance.members,
    present: presentMembers(attendance, writtenOpinionCounts),
    votes,
    missing: attendance.members - cast,
    rule: {
      sharePercent: referral.sharePercent,
      strict: referral.shareStrict,
      denominator: referral.denominator,
      quorum: { numerator: referral.quorumNumerator, denominator: referral.quorumDenominator },
    },
  });
}

export interface AgendaView {
  sessionId: string;
  attendance: Attendance;
  /** Person whose own ballots are shown. */
  personId: string;
  /** Counts of open items are for those who manage the session only. */
  showCounts: boolean;
}

/** The agenda as one reader may see it. */
export async function viewAgenda(db: Executor, view: AgendaView): Promise<AgendaItem[]> {
  const counted = await countedItems(db, view.sessionId);
  const dossierIds = [...new Set(counted.map(({ referral }) => referral.dossierId))];
  const [subjects, ownChoices, papers] = await Promise.all([
    selectSubjects(db, view.sessionId),
    selectOwnChoices(db, view),
    selectPapers(db, dossierIds),
  ]);
  return counted.flatMap((entry): AgendaItem[] => {
    const { item, referral } = entry;
    const subject = subjects.get(item.id);
    if (!subject) return [];
    const current = view.attendance.members > 0 ? countItem(entry, view.attendance) : null;
    const decided =
      item.inFavour !== null && item.against !== null && item.abstained !== null && item.missing !== null;
    const stored = decided
      ? {
          inFavour: item.inFavour ?? 0,
          against: item.against ?? 0,
          abstained: item.abstained ?? 0,
          missing: item.missing ?? 0,
        }
      : null;
    const running =
      current && view.showCounts && item.result === null
        ? {
            inFavour: current.inFavour,
            against: current.against,
            abstained: current.abstained,
            missing: current.missing,
          }
        : null;
    return [
      {
        id: item.id,
        position: item.position,
        ...subject,
        dossierId: referral.dossierId,
        sharePercent: referral.sharePercent,
        shareStrict: referral.shareStrict,
        denominator: referral.denominator,
        quorumNumerator: referral.quorumNumerator,
        quorumDenominator: referral.quorumDenominator,
        citation: referral.citation,
        result: item.result,
        reason: item.reason,
        total: item.total ?? current?.total ?? null,
        needed: item.needed ?? current?.needed ?? null,
        counts: stored ?? running,
        myChoice: ownChoices.get(item.id) ?? null,
        documents: papers.get(referral.dossierId) ?? [],
      },
    ];
  });
}

/** Who each item is about. */
async function selectSubjects(db: Executor, sessionId: string) {
  const proposer = unitAs('proposer');
  const rows = await db
    .select({
      itemId: agendaItems.id,
      nominationId: nominations.id,
      nominee: nominations.name,
      post: nominations.post,
      achievement: nominations.achievement,
      scoreBasisPoints: nominations.scoreBasisPoints,
      dossierCode: dossiers.code,
      awardCode: awards.code,
      awardNameVi: awards.nameVi,
      awardNameEn: awards.nameEn,
      unit: proposer.columns,
    })
    .from(agendaItems)
    .innerJoin(nominations, eq(nominations.id, agendaItems.nominationId))
    .innerJoin(dossiers, eq(dossiers.id, nominations.dossierId))
    .innerJoin(awards, eq(awards.code, dossiers.awardCode))
    .innerJoin(proposer.unit, eq(proposer.unit.id, dossiers.unitId))
    .where(eq(agendaItems.sessionId, sessionId));
  return new Map(rows.map(({ itemId, ...subject }) => [itemId, subject]));
}

async function selectOwnChoices(db: Executor, { sessionId, personId }: AgendaView) {
  const rows = await db
    .select({ itemId: ballots.agendaItemId, choice: ballots.choice })
    .from(ballots)
    .innerJoin(sessionMembers, eq(sessionMembers.id, ballots.sessionMemberId))
    .where(and(eq(sessionMembers.sessionId, sessionId), eq(sessionMembers.personId, personId)));
  return new Map(rows.map(({ itemId, choice }) => [itemId, choice]));
}

async function selectPapers(db: Executor, dossierIds: string[]) {
  if (dossierIds.length === 0) return new Map<string, AgendaItem['documents']>();
  const rows = await db
    .select({
      dossierId: documents.dossierId,
      id: documents.id,
      kind: documents.kind,
      fileName: documents.fileName,
      mediaType: documents.mediaType,
    })
    .from(documents)
    .where(inArray(documents.dossierId, dossierIds))
    .orderBy(asc(documents.createdAt));
  const byDossier = Map.groupBy(rows, ({ dossierId }) => dossierId ?? '');
  return new Map(
    [...byDossier].map(([id, papers]) => [id, papers.map(({ dossierId: _, ...paper }) => paper)]),
  );
}
