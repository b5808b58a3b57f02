import { and, asc, count, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { isUsed, usesOfInitiatives } from '../../db/ledger/initiative-uses.ts';
import { isOwnDecision } from '../../db/papers/own-decision.ts';
import {
  agendaItems,
  councils,
  initiativeApplications,
  initiativeAuthors,
  initiatives,
  papers,
  people,
  referrals,
  units,
} from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type {
  InitiativeDetail,
  InitiativeQuery,
  InitiativeRegisterQuery,
  InitiativeSummary,
  RegisteredInitiative,
} from '../contract/initiatives.ts';
import { unitsOfRoles } from '../policies/actor.ts';
import { keepsReferred } from '../policies/council-papers.ts';
import {
  type Application,
  applicationVisibleTo,
  isUnderWay,
  keepsApplication,
  visibleApplication,
} from '../policies/initiatives.ts';
import { ledgerVisibleTo } from '../policies/ledger.ts';
import { unitRoles, unitsBelow } from '../policies/places.ts';
import { documentsOfSubject } from './documents.ts';
import { contains, rowsOf } from './paging.ts';
import { isoOrNull, unitRefs } from './references.ts';
import { tasksOfSubject } from './tasks.ts';
import { timelineOf } from './timeline.ts';

/** Applications the actor may read, the newest first. */
export async function findInitiatives({ db, actor }: CommandContext, query: InitiativeQuery) {
  const where = and(
    applicationVisibleTo(actor),
    query.status ? eq(initiativeApplications.status, query.status) : undefined,
    query.q ? contains(query.q, initiativeApplications.name, initiativeApplications.code) : undefined,
  );
  const { limit, offset } = rowsOf(query);
  const [rows, [total]] = await Promise.all([
    db
      .select()
      .from(initiativeApplications)
      .where(where)
      .orderBy(desc(initiativeApplications.createdAt), desc(initiativeApplications.code))
      .limit(limit)
      .offset(offset),
    db.select({ count: count() }).from(initiativeApplications).where(where),
  ]);
  return { items: await summariesOf(db, rows), total: total?.count ?? 0 };
}

/** The applications as lists show them, in the order given: told from the rows themselves, so that status and version of one agree. */
async function summariesOf(db: Executor, applications: readonly Application[]): Promise<InitiativeSummary[]> {
  const [registering, authors] = await Promise.all([
    unitRefs(
      db,
      applications.map(({ unitId }) => unitId),
    ),
    authorsOf(
      db,
      applications.map(({ id }) => id),
    ),
  ]);
  return applications.map((application) => {
    return {
      id: application.id,
      code: application.code,
      kind: application.kind,
      name: application.name,
      unit: registering(application.unitId),
      year: application.year,
      requestedScope: application.requestedScope,
      status: application.status,
      scope: application.scope,
      authors: authors.get(application.id) ?? [],
      submittedAt: isoOrNull(application.submittedAt),
    };
  });
}

/** Authors with their shares, by application. */
async function authorsOf(
  db: Executor,
  applicationIds: string[],
): Promise<Map<string, InitiativeSummary['authors']>> {
  const rows = await db
    .select({
      applicationId: initiativeAuthors.applicationId,
      person: { id: people.id, fullName: people.fullName },
      sharePercent: initiativeAuthors.sharePercent,
    })
    .from(initiativeAuthors)
    .innerJoin(people, eq(people.id, initiativeAuthors.personId))
    .where(inArray(initiativeAuthors.applicationId, applicationIds))
    .orderBy(asc(initiativeAuthors.seq));
  const byApplication = Map.groupBy(rows, ({ applicationId }) => applicationId);
  return new Map(
    [...byApplication].map(([id, authors]) => [id, authors.map(({ applicationId: _, ...author }) => author)]),
  );
}

/** One application with its votes, tasks and papers. @throws ApiError initiative_not_found */
export async function getInitiative(
  context: CommandContext,
  applicationId: string,
): Promise<InitiativeDetail> {
  const { db } = context;
  const application = await visibleApplication(context, applicationId);
  const [[summary], votes, tasks, documents, decision, can] = await Promise.all([
    summariesOf(db, [application]),
    votesOn(db, applicationId),
    tasksOfSubject(context, applicationId),
    documentsOfSubject(db, applicationId),
    decisionOn(db, applicationId),
    permissionsOn(context, application),
  ]);
  if (!summary) throw new Error(`application ${applicationId} was not told`);
  const { field, summary: text, endReason, version } = application;
  return {
    ...summary,
    field,
    summary: text,
    endReason,
    version,
    votes,
    tasks,
    documents,
    decision,
    can,
  };
}

async function decisionOn(db: Executor, applicationId: string): Promise<InitiativeDetail['decision']> {
  const { id, symbol, issuedOn, documentId } = papers;
  const [paper] = await db
    .select({ id, symbol, issuedOn, documentId })
    .from(papers)
    .where(isOwnDecision(applicationId));
  return paper ?? null;
}

/** What the councils found, the newest first. */
function votesOn(db: Executor, applicationId: string): Promise<InitiativeDetail['votes']> {
  return db
    .select({
      id: agendaItems.id,
      council: { id: councils.id, name: councils.name },
      sessionId: agendaItems.sessionId,
      result: agendaItems.result,
      reason: agendaItems.reason,
      inFavour: agendaItems.inFavour,
      needed: agendaItems.needed,
      total: agendaItems.total,
      citation: referrals.citation,
    })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .innerJoin(councils, eq(councils.id, referrals.councilId))
    .where(eq(agendaItems.applicationId, applicationId))
    .orderBy(desc(referrals.createdAt), desc(agendaItems.round));
}

async function permissionsOn(
  context: CommandContext,
  application: Application,
): Promise<InitiativeDetail['can']> {
  const { db, actor } = context;
  const [keeps, secretary, [signed]] = await Promise.all([
    keepsApplication(context, application),
    keepsReferred(db, actor, application.id),
    db.select({ id: papers.id }).from(papers).where(isOwnDecision(application.id)).limit(1),
  ]);
  const { status, endReason } = application;
  const editable = keeps && (status === 'draft' || status === 'returned');
  return {
    edit: editable,
    attach: editable || (secretary && isUnderWay(application)),
    submit: keeps && status === 'draft',
    withdraw: keeps && isUnderWay(application) && endReason === null && !signed,
    delete: keeps && status === 'draft',
  };
}

/** What happened to an application, in time order. @throws ApiError initiative_not_found */
export async function getInitiativeTimeline(context: CommandContext, applicationId: string) {
  const { id, instanceId } = await visibleApplication(context, applicationId);
  return timelineOf(context, { kind: 'initiative', id, instanceId });
}

/** Recognised initiatives of the ledgers the actor may read, the newest first, with everything they serve. */
export async function findRegisteredInitiatives(
  { db, actor }: CommandContext,
  query: InitiativeRegisterQuery,
): Promise<{ items: RegisteredInitiative[]; total: number }> {
  const where = and(
    isNull(initiatives.struckAt),
    or(
      sql`exists (select from ${people} where ${people.id} = ${initiatives.personId} and ${ledgerVisibleTo(actor)})`,
      inArray(initiatives.unitId, unitsBelow(unitsOfRoles(actor, unitRoles))),
    ),
    query.used === undefined ? undefined : query.used === 'yes' ? isUsed : sql`not ${isUsed}`,
    query.q ? contains(query.q, initiatives.name, holderName) : undefined,
  );
  const rows = await db
    .select({
      id: initiatives.id,
      personId: initiatives.personId,
      unitId: initiatives.unitId,
      holder: holderName,
      name: initiatives.name,
      year: initiatives.year,
      scope: initiatives.scope,
      decisionSymbol: initiatives.decisionSymbol,
      application: { id: initiativeApplications.id, code: initiativeApplications.code },
    })
    .from(initiatives)
    .leftJoin(initiativeApplications, eq(initiativeApplications.id, initiatives.applicationId))
    .where(where)
    .orderBy(desc(initiatives.year), asc(initiatives.name), asc(initiatives.id))
    .limit(rowsOf(query).limit)
    .offset(rowsOf(query).offset);
  const [total] = await db.select({ count: count() }).from(initiatives).where(where);
  const uses = await usesOfInitiatives(
    db,
    rows.map(({ id }) => id),
  );
  const items = rows.map(
    ({ personId, unitId, holder, ...initiative }): RegisteredInitiative => ({
      ...initiative,
      holder: {
        kind: personId === null ? 'collective' : 'person',
        id: personId ?? unitId ?? '',
        name: holder,
      },
      uses: uses
        .filter(({ initiativeId }) => initiativeId === initiative.id)
        .map(({ initiativeId: _, ...use }) => use),
    }),
  );
  return { items, total: total?.count ?? 0 };
}

/** Name of the person or collective whose ledger lists it. */
const holderName = sql<string>`coalesce(
  (select ${people.fullName} from ${people} where ${people.id} = ${initiatives.personId}),
  (select ${units.name} from ${units} where ${units.id} = ${initiatives.unitId}))`;
