import { and, asc, count, desc, eq, inArray, isNull, not, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '../../db/client.ts';
import { listsDossier } from '../../db/papers/entries.ts';
import { awards, dossiers, nominations, paperEntries, papers, tasks } from '../../db/schema/index.ts';
import { settlingSteps } from '../../domain/dossier-papers.ts';
import type { CommandContext } from '../context.ts';
import type { Paper, PaperDetail, PaperEntry, PaperQuery } from '../contract/papers.ts';
import type { Task } from '../contract/tasks.ts';
import { ApiError } from '../errors.ts';
import { dossierVisibleTo } from '../policies/dossiers.ts';
import { paperVisibleTo } from '../policies/papers.ts';
import { type Page, rowsOf } from './paging.ts';
import { isoOrNull, personAs, unitAs } from './references.ts';
import { selectTasks, tasksOfSubject } from './tasks.ts';

/** Papers that the account may read, those being gathered first, then the newest. */
export async function findPapers(context: CommandContext, { kind, state, ...page }: PaperQuery) {
  const where = and(
    paperVisibleTo(context.actor),
    isNull(papers.subjectId),
    isNull(papers.voidedAt),
    kind && eq(papers.kind, kind),
    { gathering: eq(papers.status, 'draft'), issued: eq(papers.status, 'issued'), all: undefined }[state],
  );
  const [items, [total]] = await Promise.all([
    selectPapers(context.db, where, [sql`${papers.status} <> 'draft'`, desc(papers.createdAt)], page),
    context.db.select({ count: count() }).from(papers).where(where),
  ]);
  return { items, total: total?.count ?? 0 };
}

/** Papers that list a dossier, the oldest first; those being gathered have nothing to show yet. */
export function papersOfDossier(db: Executor, dossierId: string): Promise<Paper[]> {
  const listing = and(listsDossier(db, dossierId), not(eq(papers.status, 'draft')));
  return selectPapers(db, listing, [asc(papers.createdAt), asc(papers.id)]);
}

/** A paper with the dossiers on its list. @throws ApiError paper_not_found, also where it is hidden */
export async function getPaper(context: CommandContext, paperId: string): Promise<PaperDetail> {
  const [found] = await selectPapers(context.db, and(eq(papers.id, paperId), paperVisibleTo(context.actor)));
  if (!found) throw new ApiError('paper_not_found');
  const entries = await entriesOf(context, found);
  const shown = entries.filter(({ status }) => status === 'listed').length;
  const steps = await tasksOfSubject(context, paperId);
  const settling = steps.find(
    ({ element, status }) =>
      element === settlingSteps[found.kind] && (status === 'open' || status === 'claimed'),
  );
  return { ...found, entries, hiddenEntries: found.dossiers - shown, task: settling ?? null };
}

async function entriesOf(context: CommandContext, { id, recipient }: Paper): Promise<PaperEntry[]> {
  const unit = unitAs('proposer');
  const rows = await context.db
    .select({
      entry: paperEntries,
      code: dossiers.code,
      title: dossiers.title,
      dossierStatus: dossiers.status,
      unit: unit.columns,
      nominations: sql<number>`(select count(*)::int from ${nominations}
        where ${nominations.dossierId} = ${dossiers.id}
          and ${nominations.status} in ('proposed', 'passed', 'returned', 'awarded'))`,
    })
    .from(paperEntries)
    .innerJoin(dossiers, eq(dossiers.id, paperEntries.dossierId))
    .innerJoin(unit.unit, eq(unit.unit.id, dossiers.unitId))
    .where(and(eq(paperEntries.paperId, id), dossierVisibleTo(context.actor)))
    .orderBy(asc(paperEntries.joinedAt), asc(dossiers.code));
  const receipts = recipient === null ? [] : await receiptsOf(context, id, recipient.id);
  const receiptOf = new Map(receipts.map((receipt) => [receipt.subject.id, receipt]));
  return rows.map(({ entry, dossierStatus, ...row }) => ({
    ...row,
    dossierId: entry.dossierId,
    status: entry.status,
    reason: entry.reason,
    onHold: dossierStatus === 'on_hold',
    receipt: receiptOf.get(entry.dossierId) ?? null,
  }));
}

/** The first task at the recipient of each dossier that went there with the paper. */
function receiptsOf(context: CommandContext, paperId: string, recipientId: string): Promise<Task[]> {
  const earlier = alias(tasks, 'earlier');
  const isFirst = sql`not exists (select from ${tasks} as ${sql.identifier('earlier')}
    where ${earlier.subjectId} = ${tasks.subjectId} and ${earlier.candidateUnitId} = ${recipientId}
      and ${earlier.openedAt} < ${tasks.openedAt})`;
  const listed = context.db
    .select({ id: paperEntries.dossierId })
    .from(paperEntries)
    .where(and(eq(paperEntries.paperId, paperId), eq(paperEntries.status, 'listed')));
  const where = and(inArray(tasks.subjectId, listed), eq(tasks.candidateUnitId, recipientId), isFirst);
  return selectTasks(context, where, [asc(tasks.openedAt)], { page: 1, pageSize: 2000 });
}

async function selectPapers(
  db: Executor,
  where: SQL | undefined,
  order: SQL[] = [],
  page: Page = { page: 1, pageSize: 500 },
): Promise<Paper[]> {
  const issuer = unitAs('issuer');
  const recipient = unitAs('recipient');
  const signer = personAs('signer');
  const own = alias(dossiers, 'own');
  const { limit, offset } = rowsOf(page);
  const rows = await db
    .select({
      paper: papers,
      // A decision that a dossier's own process made says of itself what the dossier says.
      periodFrom: sql<number>`coalesce(${papers.periodFrom}, ${own.periodFrom})`,
      periodTo: sql<number>`coalesce(${papers.periodTo}, ${own.periodTo})`,
      award: { code: awards.code, nameVi: awards.nameVi, nameEn: awards.nameEn },
      issuer: issuer.columns,
      recipient: recipient.columns,
      signer: signer.columns,
      dossiers: sql<number>`(select count(*)::int from ${paperEntries}
        where ${paperEntries.paperId} = ${papers.id} and ${paperEntries.status} = 'listed') + (${papers.subjectId} is not null)::int`,
    })
    .from(papers)
    .leftJoin(own, eq(own.id, papers.subjectId))
    .innerJoin(awards, sql`${awards.code} = coalesce(${papers.awardCode}, ${own.awardCode})`)
    .innerJoin(issuer.unit, eq(issuer.unit.id, papers.issuerId))
    .leftJoin(recipient.unit, eq(recipient.unit.id, papers.recipientId))
    .leftJoin(signer.account, eq(signer.account.id, papers.signerId))
    .leftJoin(signer.person, eq(signer.person.id, signer.account.personId))
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
  return rows.map(({ paper, ...row }) => ({
    ...row,
    id: paper.id,
    kind: paper.kind,
    status: paper.voidedAt === null ? paper.status : 'void',
    signerTitle: paper.signerTitle,
    signedAt: isoOrNull(paper.signedAt),
    number: paper.number,
    symbol: paper.symbol,
    issuedOn: paper.issuedOn,
    documentId: paper.documentId,
    createdAt: paper.createdAt.toISOString(),
  }));
}
