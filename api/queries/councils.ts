import { and, asc, count, desc, eq, gte, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '../../db/client.ts';
import {
  agendaItems,
  ballots,
  councilMembers,
  councils,
  documents,
  matterOf,
  matters,
  people,
  referrals,
  sessionMembers,
  sessions,
  subjects,
} from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { CouncilDetail, CouncilSummary, WaitingItem } from '../contract/councils.ts';
import type { SessionDetail, SessionMember, SessionStatus, SessionSummary } from '../contract/sessions.ts';
import {
  capacityIn,
  councilVisibleTo,
  inOffice,
  managesCouncil,
  sessionVisibleTo,
  visibleCouncil,
  visibleSession,
} from '../policies/councils.ts';
import { coversUnit } from '../policies/places.ts';
import { viewAgenda } from './agenda.ts';
import { attendanceOf } from './attendance.ts';
import { matterColumns } from './matters.ts';
import { type Page, pageOf, rowsOf } from './paging.ts';
import { subjectWithoutProxies } from './proxies.ts';
import { isoOrNull, subjectColumns, unitAs } from './references.ts';
import { declarationsOf, notesOfSession, papersOfSession } from './session-record.ts';
import { viewStep } from './session-step.ts';
import { findVoter } from './voters.ts';

/** Condition on `agenda_items` joined with `referrals`: waits for a session. */
export const waitsForSession = and(
  eq(referrals.status, 'waiting'),
  isNull(agendaItems.sessionId),
  isNull(agendaItems.result),
);

/** Councils the actor sits on, keeps or oversees; those in force today. */
export async function findCouncils(context: CommandContext, page: Page) {
  const { db, actor, today } = context;
  const owner = unitAs('owner');
  const rows = await db
    .select({
      council: councils,
      unit: owner.columns,
      members: sql<number>`(select count(*)::int from ${councilMembers}
        where ${councilMembers.councilId} = ${councils.id} and ${inOffice(today)})`,
      waitingItems: sql<number>`(select count(*)::int from ${agendaItems} join ${referrals}
        on ${referrals.id} = ${agendaItems.referralId}
        where ${referrals.councilId} = ${councils.id} and ${waitsForSession})`,
    })
    .from(councils)
    .innerJoin(owner.unit, eq(owner.unit.id, councils.unitId))
    .where(and(councilVisibleTo(actor, today), or(isNull(councils.validTo), gte(councils.validTo, today))))
    .orderBy(asc(councils.level), asc(councils.name));
  const items = await Promise.all(
    rows.map(async ({ council, unit, members, waitingItems }): Promise<CouncilSummary> => {
      const { id, name, level, kind, validFrom, validTo } = council;
      const rights = await rightsOn(context, id);
      return { id, name, unit, level, kind, validFrom, validTo, members, waitingItems, ...rights };
    }),
  );
  return pageOf(items, page);
}

async function rightsOn({ db, actor, today }: CommandContext, councilId: string) {
  const [myCapacity, canManage] = await Promise.all([
    capacityIn(db, actor, councilId, today),
    managesCouncil(db, actor, councilId, today),
  ]);
  return { myCapacity, canManage };
}

/** A council with its members, what waits for a session, and its sessions. @throws ApiError council_not_found */
export async function getCouncil(context: CommandContext, councilId: string): Promise<CouncilDetail> {
  const { db, today } = context;
  const visible = await visibleCouncil(context, councilId);
  const owner = unitAs('owner');
  const standing = unitAs('standing');
  const [rows, memberList, waiting, sessionsOf, rights, canAdminister] = await Promise.all([
    db
      .select({
        council: councils,
        unit: owner.columns,
        standingBody: standing.columns,
        document: { id: documents.id, fileName: documents.fileName, mediaType: documents.mediaType },
      })
      .from(councils)
      .innerJoin(owner.unit, eq(owner.unit.id, councils.unitId))
      .leftJoin(standing.unit, eq(standing.unit.id, councils.standingBodyId))
      .leftJoin(documents, eq(documents.id, councils.documentId))
      .where(eq(councils.id, councilId)),
    selectMembers(db, councilId, today, notLeft(today)),
    selectWaiting(db, councilId),
    selectSessions(db, eq(sessions.councilId, councilId), { page: 1, pageSize: 200 }),
    rightsOn(context, councilId),
    coversUnit(db, context.actor, ['admin'], visible.unitId),
  ]);
  const [row] = rows;
  if (!row) throw new Error(`council ${councilId} is gone`);
  const { id, name, level, kind, validFrom, validTo, establishedBy, establishedOn, paperSymbol, version } =
    row.council;
  return {
    id,
    name,
    unit: row.unit,
    level,
    kind,
    validFrom,
    validTo,
    establishedBy,
    establishedOn,
    document: row.document,
    standingBody: row.standingBody,
    paperSymbol,
    version,
    memberList,
    waiting,
    sessions: sessionsOf,
    ...rights,
    canAdminister,
  };
}

/** Seats that are held on the day or will be. */
const notLeft = (today: string) => or(isNull(councilMembers.validTo), gte(councilMembers.validTo, today));

async function selectMembers(
  db: Executor,
  councilId: string,
  today: string,
  held: SQL | undefined = inOffice(today),
): Promise<CouncilDetail['memberList']> {
  const rows = await db
    .select({
      person: { id: people.id, fullName: people.fullName },
      capacity: councilMembers.capacity,
      post: postOf(today),
      validFrom: councilMembers.validFrom,
      validTo: councilMembers.validTo,
    })
    .from(councilMembers)
    .innerJoin(people, eq(people.id, councilMembers.personId))
    .where(and(eq(councilMembers.councilId, councilId), held))
    .orderBy(asc(councilMembers.capacity), asc(people.fullName), asc(councilMembers.validFrom));
  return rows;
}

/** Newest post of `people` that holds on the day; empty where there is none. */
const postOf = (today: string) => sql<string>`coalesce((select title from positions
  where person_id = ${people.id} and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})
  order by valid_from desc limit 1), '')`;

async function selectWaiting(db: Executor, councilId: string): Promise<WaitingItem[]> {
  const proposer = unitAs('proposer');
  const rows = await db
    .select({
      id: agendaItems.id,
      ...matterColumns,
      subject: subjectColumns,
      unit: proposer.columns,
      referredAt: referrals.createdAt,
    })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .innerJoin(matters, eq(matters.id, matterOf(agendaItems)))
    .innerJoin(subjects, eq(subjects.id, referrals.subjectId))
    .innerJoin(proposer.unit, eq(proposer.unit.id, subjects.unitId))
    .where(and(eq(referrals.councilId, councilId), waitsForSession))
    .orderBy(asc(referrals.createdAt), asc(subjects.code), asc(matters.seq));
  return rows.map((row) => ({ ...row, referredAt: row.referredAt.toISOString() }));
}

export interface SessionQuery extends Page {
  councilId?: string | undefined;
  status?: SessionStatus | undefined;
}

/** Sessions the actor may read, the latest date first. */
export async function findSessions({ db, actor, today }: CommandContext, query: SessionQuery) {
  const where = and(
    sessionVisibleTo(actor, today),
    query.councilId ? eq(sessions.councilId, query.councilId) : undefined,
    query.status ? eq(sessions.status, query.status) : undefined,
  );
  const [items, [total]] = await Promise.all([
    selectSessions(db, where, query),
    db
      .select({ count: count() })
      .from(sessions)
      .innerJoin(councils, eq(councils.id, sessions.councilId))
      .where(where),
  ]);
  return { items, total: total?.count ?? 0 };
}

async function selectSessions(db: Executor, where: SQL | undefined, page: Page): Promise<SessionSummary[]> {
  const rows = await db
    .select({
      session: sessions,
      council: { id: councils.id, name: councils.name },
      items: sql<number>`(select count(*)::int from ${agendaItems} where ${agendaItems.sessionId} = ${sessions.id})`,
    })
    .from(sessions)
    .innerJoin(councils, eq(councils.id, sessions.councilId))
    .where(where)
    .orderBy(desc(sessions.scheduledAt), asc(sessions.id))
    .limit(rowsOf(page).limit)
    .offset(rowsOf(page).offset);
  return rows.map(({ session, council, items }) => ({
    id: session.id,
    council,
    mode: session.mode,
    ballotKind: session.ballotKind,
    title: session.title,
    place: session.place,
    scheduledAt: session.scheduledAt.toISOString(),
    status: session.status,
    openedAt: isoOrNull(session.openedAt),
    closedAt: isoOrNull(session.closedAt),
    items,
  }));
}

/** A session as the actor may see it: how the votes stand, and a member's own ballots. */
export async function getSession(context: CommandContext, sessionId: string): Promise<SessionDetail> {
  const { db, actor } = context;
  const session = await visibleSession(context, sessionId);
  const [[council], members, rights, attendance, voter, step, papers, notes, declarations] =
    await Promise.all([
      db
        .select({ id: councils.id, name: councils.name, level: councils.level })
        .from(councils)
        .where(eq(councils.id, session.councilId)),
      membersOf(context, session),
      rightsOn(context, session.councilId),
      attendanceOf(db, sessionId),
      findVoter(db, sessionId, actor.personId),
      viewStep(context, session.instanceId),
      papersOfSession(db, sessionId),
      notesOfSession(db, sessionId),
      declarationsOf(db, sessionId, actor.personId),
    ]);
  if (!council) throw new Error(`council ${session.councilId} is gone`);
  const own = members.find(({ person }) => person.id === actor.personId);
  const expected =
    session.openedAt === null ? { members: members.length, attending: 0, byWriting: 0 } : attendance;
  const isConsidering = session.status === 'planned' || session.status === 'open';
  // The secretary prepares the papers.
  const mayDeclare = isConsidering && own !== undefined && !declarations.hasDeclared;
  const mayAppoint = rights.canManage && session.status === 'open';
  const papersOpen = !mayDeclare || own.capacity === 'secretary';
  return {
    id: session.id,
    council: { id: council.id, name: council.name },
    level: council.level,
    mode: session.mode,
    ballotKind: session.ballotKind,
    title: session.title,
    place: session.place,
    scheduledAt: session.scheduledAt.toISOString(),
    status: session.status,
    openedAt: isoOrNull(session.openedAt),
    closedAt: isoOrNull(session.closedAt),
    members,
    closesAt: isoOrNull(session.closesAt),
    changeReason: session.changeReason,
    step,
    papers,
    conclusion: notes.get(null) ?? null,
    declared: declarations.declared,
    papersOpen,
    revision: session.revision,
    present: members.filter(({ present }) => present).length,
    attending: expected.attending,
    items: await viewAgenda(db, {
      sessionId,
      ballotKind: session.ballotKind,
      attendance: expected,
      open: session.status === 'open',
      voter,
      secrets: context.ballotSecrets,
      personId: actor.personId,
      papersOpen,
    }),
    myCapacity: own?.capacity ?? null,
    can: {
      vote: voter !== undefined && session.status === 'open',
      manage: rights.canManage,
      declare: mayDeclare,
      appointProxies: mayAppoint && (await subjectWithoutProxies(db, sessionId)) === undefined,
    },
  };
}

/** Members as they stood at the opening; before it, those in office today. */
async function membersOf(
  context: CommandContext,
  session: typeof sessions.$inferSelect,
): Promise<SessionMember[]> {
  const { db, today } = context;
  if (session.openedAt === null) {
    const inOfficeToday = await selectMembers(db, session.councilId, today);
    return inOfficeToday.map(({ person, capacity }) => ({
      person,
      capacity,
      present: false,
      hasWrittenOpinion: false,
      proxy: null,
    }));
  }
  const proxy = alias(people, 'proxy');
  return db
    .select({
      person: { id: people.id, fullName: people.fullName },
      capacity: sessionMembers.capacity,
      present: sessionMembers.present,
      hasWrittenOpinion: sql<boolean>`exists (select from ${ballots}
        where ${ballots.sessionMemberId} = ${sessionMembers.id} and ${ballots.channel} = 'written')`,
      proxy: { id: proxy.id, fullName: proxy.fullName },
    })
    .from(sessionMembers)
    .innerJoin(people, eq(people.id, sessionMembers.personId))
    .leftJoin(proxy, and(eq(proxy.id, sessionMembers.voterId), ne(proxy.id, sessionMembers.personId)))
    .where(eq(sessionMembers.sessionId, session.id))
    .orderBy(asc(sessionMembers.capacity), asc(people.fullName));
}
