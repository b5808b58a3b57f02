import { and, asc, count, desc, eq, getTableColumns, or, type SQL, sql } from 'drizzle-orm';
import { lawOfDossier } from '../../db/bound-law.ts';
import type { Executor } from '../../db/client.ts';
import { lastingHold } from '../../db/holds.ts';
import { ruleSetById, ruleSetInForce } from '../../db/rule-sets.ts';
import { awards, dossierHolds, dossiers, nominations, tasks } from '../../db/schema/index.ts';
import { overlaid } from '../../domain/law/overlay.ts';
import type { CommandContext } from '../context.ts';
import type { DossierDetail, DossierStatus, DossierSummary, NominationCounts } from '../contract/dossiers.ts';
import { ApiError } from '../errors.ts';
import { keepsReferred } from '../policies/council-papers.ts';
import {
  type Dossier,
  dossierVisibleTo,
  isUnderWay,
  keepsDossier,
  mayHold,
  mayResume,
} from '../policies/dossiers.ts';
import { receivesDossier } from '../policies/receipt.ts';
import { findBindings } from './bindings.ts';
import { documentsOfSubject } from './documents.ts';
import { contains, type Page, rowsOf } from './paging.ts';
import { papersOfDossier } from './papers.ts';
import { isoOrNull, personAs, unitAs } from './references.ts';
import { ruleSummary } from './rule-sets.ts';
import { tasksOfSubject } from './tasks.ts';

export interface DossierQuery extends Page {
  status?: DossierStatus | undefined;
  unitId?: string | undefined;
  awardCode?: string | undefined;
  q?: string | undefined;
}

/** Dossiers the actor may read, newest first. */
export async function findDossiers(context: CommandContext, query: DossierQuery) {
  const { db, actor } = context;
  const where = and(
    dossierVisibleTo(actor),
    query.status ? eq(dossiers.status, query.status) : undefined,
    query.unitId ? eq(dossiers.unitId, query.unitId) : undefined,
    query.awardCode ? eq(dossiers.awardCode, query.awardCode) : undefined,
    query.q ? contains(query.q, dossiers.code, dossiers.title) : undefined,
  );
  const [rows, [total]] = await Promise.all([
    selectDossiers(db, where, query),
    db.select({ count: count() }).from(dossiers).where(where),
  ]);
  return { items: rows.map(({ summary }) => summary), total: total?.count ?? 0 };
}

/** Everything a dossier's page shows, except the nominations, timeline and diagram. @throws ApiError dossier_not_found */
export async function getDossier(context: CommandContext, dossierId: string): Promise<DossierDetail> {
  const { db, actor, today } = context;
  const [row] = await selectDossiers(db, and(eq(dossiers.id, dossierId), dossierVisibleTo(actor)), {
    page: 1,
    pageSize: 1,
  });
  if (!row) throw new ApiError('dossier_not_found');
  const { dossier, summary, createdBy } = row;
  const [law, bindings, counts, hold, line, tasksOf, documentsOf, papersOf] = await Promise.all([
    lawOfDossier(db, dossier, today),
    findBindings(db, dossierId, actor.locale),
    countNominations(db, dossierId),
    holdOf(db, dossier),
    lineOfDossier(db, dossier),
    tasksOfSubject(context, dossierId),
    documentsOfSubject(db, dossierId),
    papersOfDossier(db, dossierId),
  ]);
  const can = await permissions(context, dossier, bindings);
  return {
    ...summary,
    campaignId: dossier.campaignId,
    simplifiedCase: dossier.simplifiedCase,
    createdBy,
    instanceId: dossier.instanceId,
    splitFrom: line.find(({ id }) => id === dossier.splitFrom) ?? null,
    splitOffs: line.filter(({ id }) => id !== dossier.splitFrom),
    endReason: dossier.endReason,
    hold,
    counts,
    rule: ruleSummary(law && overlaid(law), dossier.awardCode, actor.locale, dossier),
    bindings,
    tasks: tasksOf,
    documents: documentsOf,
    papers: papersOf,
    can,
  };
}

/** The dossier it was split off from, and those that were split off from it, in the order in which they came to be. */
function lineOfDossier(db: Executor, { id, splitFrom }: Dossier) {
  return db
    .select({
      id: dossiers.id,
      code: dossiers.code,
      status: dossiers.status,
      nominations: count(nominations.id),
    })
    .from(dossiers)
    .leftJoin(nominations, eq(nominations.dossierId, dossiers.id))
    .where(or(eq(dossiers.splitFrom, id), splitFrom === null ? undefined : eq(dossiers.id, splitFrom)))
    .groupBy(dossiers.id)
    .orderBy(asc(dossiers.createdAt), asc(dossiers.code));
}

/** The hold that lasts, with who ordered it. */
async function holdOf(db: Executor, dossier: Dossier): Promise<DossierDetail['hold']> {
  if (dossier.status !== 'on_hold') return null;
  const keeper = personAs('keeper');
  const [row] = await db
    .select({ reason: dossierHolds.reason, at: dossierHolds.heldAt, by: keeper.columns })
    .from(dossierHolds)
    .innerJoin(keeper.account, eq(keeper.account.id, dossierHolds.heldBy))
    .innerJoin(keeper.person, eq(keeper.person.id, keeper.account.personId))
    .where(lastingHold(dossier.id));
  return row ? { ...row, at: row.at.toISOString() } : null;
}

/** What the actor may do to the dossier as it stands. */
async function permissions(
  context: CommandContext,
  dossier: Dossier,
  bindings: DossierDetail['bindings'],
): Promise<DossierDetail['can']> {
  const { db, actor, today } = context;
  const clerk = await keepsDossier(db, actor, dossier);
  const keeper = await mayHold(db, actor, dossier);
  const draft = dossier.status === 'draft';
  const wasReceived = bindings.some(({ basis }) => basis === 'receipt');
  const active = isUnderWay(dossier);
  return {
    edit: clerk && draft,
    attach:
      (clerk && (draft || dossier.status === 'returned')) ||
      (active && (await keepsReferred(db, actor, dossier.id))),
    submit: clerk && draft,
    withdraw: clerk && active && dossier.endReason === null,
    hold: keeper && active && dossier.status !== 'on_hold' && dossier.endReason === null,
    resume: dossier.status === 'on_hold' && (await mayResume(db, actor, dossier)),
    reEvaluate:
      active &&
      wasReceived &&
      (await hasNewerLaw(db, dossier, today)) &&
      (await receivesDossier(context, dossier)),
    delete: clerk && draft,
  };
}

/** Is a rule-set in force that is newer than the one that binds the dossier? */
async function hasNewerLaw(db: Executor, { ruleSetId }: Dossier, today: string): Promise<boolean> {
  const [bound, current] = [await ruleSetById(db, ruleSetId ?? ''), await ruleSetInForce(db, today)];
  return bound !== undefined && current !== undefined && current.effectiveFrom > bound.effectiveFrom;
}

/** Dossiers with what a list shows of them, newest first. */
export async function selectDossiers(db: Executor, where: SQL | undefined, page: Page) {
  const proposer = unitAs('proposer');
  const author = personAs('author');
  const rows = await db
    .select({
      dossier: getTableColumns(dossiers),
      award: awards,
      unit: proposer.columns,
      createdBy: author.columns,
      nominations: sql<number>`(select count(*)::int from ${nominations} where ${nominations.dossierId} = ${dossiers.id})`,
      openSteps: sql<string[]>`(select coalesce(array_agg(${tasks.name} order by ${tasks.openedAt}), '{}')
        from ${tasks} where ${tasks.subjectId} = ${dossiers.id} and ${tasks.status} in ('open', 'claimed'))`,
    })
    .from(dossiers)
    .innerJoin(awards, eq(awards.code, dossiers.awardCode))
    .innerJoin(proposer.unit, eq(proposer.unit.id, dossiers.unitId))
    .innerJoin(author.account, eq(author.account.id, dossiers.createdBy))
    .innerJoin(author.person, eq(author.person.id, author.account.personId))
    .where(where)
    .orderBy(desc(dossiers.createdAt), desc(dossiers.code))
    .limit(rowsOf(page).limit)
    .offset(rowsOf(page).offset);
  return rows.map(({ dossier, award, unit, createdBy, ...row }) => {
    const summary: DossierSummary = {
      id: dossier.id,
      code: dossier.code,
      title: dossier.title,
      status: dossier.status,
      awardCode: award.code,
      awardNameVi: award.nameVi,
      awardNameEn: award.nameEn,
      unit,
      periodFrom: dossier.periodFrom,
      periodTo: dossier.periodTo,
      commendationKind: dossier.commendationKind,
      nominations: row.nominations,
      createdAt: dossier.createdAt.toISOString(),
      submittedAt: isoOrNull(dossier.submittedAt),
      openSteps: row.openSteps,
    };
    return { dossier, summary, createdBy };
  });
}

async function countNominations(db: Executor, dossierId: string): Promise<NominationCounts> {
  const rows = await db
    .select({ status: nominations.status, count: count() })
    .from(nominations)
    .where(eq(nominations.dossierId, dossierId))
    .groupBy(nominations.status);
  const counts = { ...noNominations };
  for (const { status, count: n } of rows) counts[status] = n;
  return counts;
}

const noNominations: NominationCounts = {
  proposed: 0,
  passed: 0,
  failed: 0,
  returned: 0,
  removed: 0,
  awarded: 0,
  refused: 0,
  revoked: 0,
};
