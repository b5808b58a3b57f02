import { and, asc, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { legalDocumentsById, type OfficePaper as PaperRow } from '../../db/office-papers/papers.ts';
import { officePaperElements } from '../../db/office-papers/process.ts';
import {
  campaigns,
  officePapers,
  officePaperVersions,
  overlays,
  tasks,
  units,
} from '../../db/schema/index.ts';
import { citation } from '../../domain/papers/citation.ts';
import { effectiveFromOf, type PaperDraft } from '../../domain/papers/draft.ts';
import { paperForms } from '../../domain/papers/forms.ts';
import { numbered } from '../../domain/papers/outline.ts';
import type { CommandContext } from '../context.ts';
import type {
  OfficePaper,
  OfficePaperDetail,
  OfficePaperKind,
  PaperVersion,
} from '../contract/office-papers.ts';
import { ApiError } from '../errors.ts';
import {
  draftsPapersOf,
  isWritable,
  officePaperVisibleTo,
  visibleOfficePaper,
} from '../policies/office-papers.ts';
import { type Page, rowsOf } from './paging.ts';
import { isoOrNull, personAs, unitAs } from './references.ts';
import { tasksOfSubject } from './tasks.ts';

export interface OfficePaperQuery extends Page {
  kind?: OfficePaperKind | undefined;
  status?: PaperRow['status'] | undefined;
  campaignId?: string | undefined;
  unitId?: string | undefined;
}

/** Papers that the account may read, the newest first. */
export async function findOfficePapers({ db, actor }: CommandContext, query: OfficePaperQuery) {
  const { kind, status, campaignId, unitId } = query;
  const where = and(
    officePaperVisibleTo(actor),
    kind && eq(officePapers.kind, kind),
    status && eq(officePapers.status, status),
    campaignId === undefined ? undefined : eq(officePapers.campaignId, campaignId),
    unitId === undefined ? undefined : eq(officePapers.unitId, unitId),
  );
  const [items, [total]] = await Promise.all([
    select(db, where, query),
    db.select({ count: count() }).from(officePapers).where(where),
  ]);
  return { items, total: total?.count ?? 0 };
}

async function select(db: Executor, where: SQL | undefined, page: Page): Promise<OfficePaper[]> {
  const issuer = unitAs('issuer');
  const rows = await db
    .select({
      id: officePapers.id,
      code: officePapers.code,
      kind: officePapers.kind,
      title: officePapers.title,
      unit: issuer.columns,
      status: officePapers.status,
      isUnderWay: sql<boolean>`${officePapers.instanceId} is not null and ${officePapers.status} <> 'issued'`,
      campaign: { id: campaigns.id, name: campaigns.name },
      symbol: officePapers.symbol,
      issuedOn: officePapers.issuedOn,
      version: officePapers.version,
      createdAt: officePapers.createdAt,
    })
    .from(officePapers)
    .innerJoin(issuer.unit, eq(issuer.unit.id, officePapers.unitId))
    .leftJoin(campaigns, eq(campaigns.id, officePapers.campaignId))
    .where(where)
    .orderBy(desc(officePapers.createdAt), officePapers.id)
    .limit(rowsOf(page).limit)
    .offset(rowsOf(page).offset);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** @throws ApiError office_paper_not_found */
export async function getOfficePaper(context: CommandContext, paperId: string): Promise<OfficePaperDetail> {
  const { db } = context;
  const paper = await visibleOfficePaper(context, paperId);
  const [
    [summary],
    versions,
    current,
    signer,
    [overlay],
    replaces,
    replacedBy,
    comments,
    paperTasks,
    drafts,
    writable,
  ] = await Promise.all([
    select(db, eq(officePapers.id, paperId), { page: 1, pageSize: 1 }),
    versionsOf(db, paperId),
    getPaperVersion(context, paperId, paper.version),
    signerOf(db, paperId),
    db
      .select({ id: overlays.id, effectiveFrom: overlays.effectiveFrom, effectiveTo: overlays.effectiveTo })
      .from(overlays)
      .where(eq(overlays.paperId, paperId)),
    paper.replacesId === null ? null : paperRef(db, eq(officePapers.id, paper.replacesId)),
    paperRef(db, and(eq(officePapers.replacesId, paperId), eq(officePapers.status, 'issued'))),
    commentsOn(db, paper),
    tasksOfSubject(context, paperId),
    draftsPapersOf(context, paper.unitId),
    isWritable(db, paper),
  ]);
  if (!summary) throw new ApiError('office_paper_not_found');
  return {
    ...summary,
    current,
    versions,
    lineKinds: [...paperForms[paper.kind].lines],
    effectiveFrom: effectiveFromOf(current.draft),
    overlay: overlay ?? null,
    replaces,
    replacedBy,
    signer,
    signedAt: isoOrNull(paper.signedAt),
    comments,
    tasks: paperTasks,
    can: { write: drafts && writable, start: drafts && paper.instanceId === null },
  };
}

async function paperRef(db: Executor, where: SQL | undefined) {
  const [found] = await db
    .select({ id: officePapers.id, title: officePapers.title, symbol: officePapers.symbol })
    .from(officePapers)
    .where(where)
    .limit(1);
  return found ?? null;
}

async function signerOf(db: Executor, paperId: string) {
  const { account, person, columns } = personAs('signer');
  const [found] = await db
    .select(columns)
    .from(officePapers)
    .innerJoin(account, eq(account.id, officePapers.signerId))
    .innerJoin(person, eq(person.id, account.personId))
    .where(eq(officePapers.id, paperId));
  return found ?? null;
}

async function versionsOf(db: Executor, paperId: string): Promise<OfficePaperDetail['versions']> {
  const { account, person, columns } = personAs('writer');
  const rows = await db
    .select({
      number: officePaperVersions.number,
      writtenBy: columns,
      writtenAt: officePaperVersions.writtenAt,
      documentId: officePaperVersions.documentId,
    })
    .from(officePaperVersions)
    .innerJoin(account, eq(account.id, officePaperVersions.writtenBy))
    .innerJoin(person, eq(person.id, account.personId))
    .where(eq(officePaperVersions.paperId, paperId))
    .orderBy(desc(officePaperVersions.number));
  return rows.map((row) => ({ ...row, writtenAt: row.writtenAt.toISOString() }));
}

/** What a version of a paper says. @throws ApiError office_paper_not_found */
export async function getPaperVersion(
  context: CommandContext,
  paperId: string,
  number: number,
): Promise<PaperVersion> {
  const { db, today } = context;
  await visibleOfficePaper(context, paperId);
  const { account, person, columns } = personAs('writer');
  const [row] = await db
    .select({ version: officePaperVersions, writtenBy: columns })
    .from(officePaperVersions)
    .innerJoin(account, eq(account.id, officePaperVersions.writtenBy))
    .innerJoin(person, eq(person.id, account.personId))
    .where(and(eq(officePaperVersions.paperId, paperId), eq(officePaperVersions.number, number)));
  if (!row) throw new ApiError('office_paper_not_found');
  const { version, writtenBy } = row;
  return {
    number,
    draft: version.content,
    lines: numbered(version.content.lines).map(({ kind, label, text }) => ({ kind, label, text })),
    bases: await basesOf(db, version.content, today),
    writtenBy,
    writtenAt: version.writtenAt.toISOString(),
    documentId: version.documentId,
  };
}

async function basesOf(db: Executor, { bases }: PaperDraft, today: string): Promise<PaperVersion['bases']> {
  const cited = await legalDocumentsById(
    db,
    bases.map(({ documentId }) => documentId),
  );
  return bases.flatMap((basis) => {
    const document = cited.get(basis.documentId);
    if (!document) return [];
    const inForce = document.repealedOn === null || document.repealedOn > today;
    return [{ ...basis, citation: citation(document), inForce }];
  });
}

const answers = ['agree', 'agree_with_comment', 'disagree'] as const;

/** What the units answered that were asked for comments; what comes after the last day is no answer. */
async function commentsOn(db: Executor, { instanceId }: PaperRow): Promise<OfficePaperDetail['comments']> {
  if (instanceId === null) return [];
  const rows = await db
    .select({
      task: tasks,
      unit: { id: units.id, code: units.code, name: units.name, nameEn: units.nameEn },
    })
    .from(tasks)
    .innerJoin(units, eq(units.id, tasks.candidateUnitId))
    .where(and(eq(tasks.instanceId, instanceId), eq(tasks.element, officePaperElements.comment)))
    .orderBy(asc(units.code));
  return rows.map(({ task, unit }) => {
    const form = task.status === 'done' ? (task.formData ?? {}) : {};
    return {
      unit,
      dueAt: isoOrNull(task.dueAt),
      receivedAt: task.status === 'done' ? isoOrNull(task.decidedAt) : null,
      answer: answers.find((answer) => answer === form.answer) ?? null,
      comment: typeof form.comment === 'string' ? form.comment : null,
    };
  });
}
