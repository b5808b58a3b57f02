import { count, desc, eq, type SQL } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { legalDocuments } from '../../db/schema/index.ts';
import { citation, shortCitation } from '../../domain/papers/citation.ts';
import type { CommandContext } from '../context.ts';
import type { LegalDocument } from '../contract/legal-documents.ts';
import { ApiError } from '../errors.ts';
import { contains, type Page, rowsOf } from './paging.ts';

/** The list that papers cite from, the newest first. */
export async function findLegalDocuments(
  { db }: CommandContext,
  { q, ...page }: Page & { q?: string | undefined },
) {
  const { type, symbol, subject } = legalDocuments;
  const where = q ? contains(q, type, symbol, subject) : undefined;
  const [items, [total]] = await Promise.all([
    select(db, where, page),
    db.select({ count: count() }).from(legalDocuments).where(where),
  ]);
  return { items, total: total?.count ?? 0 };
}

/** @throws ApiError legal_document_not_found */
export async function getLegalDocument({ db }: CommandContext, documentId: string): Promise<LegalDocument> {
  const [found] = await select(db, eq(legalDocuments.id, documentId), { page: 1, pageSize: 1 });
  if (!found) throw new ApiError('legal_document_not_found');
  return found;
}

async function select(db: Executor, where: SQL | undefined, page: Page): Promise<LegalDocument[]> {
  const rows = await db
    .select()
    .from(legalDocuments)
    .where(where)
    .orderBy(desc(legalDocuments.issuedOn), legalDocuments.id)
    .limit(rowsOf(page).limit)
    .offset(rowsOf(page).offset);
  return rows.map(({ createdBy: _by, createdAt: _at, ...row }) => ({
    ...row,
    citation: citation(row),
    shortCitation: shortCitation(row),
  }));
}
