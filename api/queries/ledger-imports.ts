import { and, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Executor } from '../../db/client.ts';
import { importUses } from '../../db/ledger/import-uses.ts';
import { type LineTable, lineTables } from '../../db/ledger/lines.ts';
import {
  annualRatings,
  disciplineRecords,
  importedPeople,
  initiatives,
  ledgerAwards,
  ledgerImports,
  people,
  personMatches,
  units,
} from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { ImportedKind, ImportedLine, LedgerImport } from '../contract/ledger-imports.ts';
import { ApiError } from '../errors.ts';
import { unitLedgerKeptBy } from '../policies/ledger.ts';
import { linesWhere } from './ledger-lines.ts';
import { type Page, rowsOf } from './paging.ts';
import { personAs, unitAs } from './references.ts';

/** Imports into ledgers that the actor keeps, the newest first. */
export async function findLedgerImports(
  { db, actor }: CommandContext,
  query: Page & { unitId?: string | undefined },
): Promise<{ items: LedgerImport[]; total: number }> {
  const where = and(
    unitLedgerKeptBy(actor, ledgerImports.unitId),
    query.unitId === undefined ? undefined : eq(ledgerImports.unitId, query.unitId),
  );
  const items = await readImports(db, where, query);
  const [total] = await db.select({ count: count() }).from(ledgerImports).where(where);
  return { items, total: total?.count ?? 0 };
}

/** @throws ApiError ledger_import_not_found */
export async function getLedgerImport(
  { db, actor }: CommandContext,
  importId: string,
): Promise<LedgerImport> {
  const where = and(eq(ledgerImports.id, importId), unitLedgerKeptBy(actor, ledgerImports.unitId));
  const [found] = await readImports(db, where, { page: 1, pageSize: 1 });
  if (!found) throw new ApiError('ledger_import_not_found');
  return found;
}

async function readImports(db: Executor, where: SQL | undefined, page: Page): Promise<LedgerImport[]> {
  const [unit, importer, undoer] = [unitAs('import_unit'), personAs('importer'), personAs('undoer')];
  const itsPeople = sql`(select ${importedPeople.personId} from ${importedPeople}
    where ${importedPeople.importId} = ${ledgerImports.id})`;
  const rows = await db
    .select({
      row: ledgerImports,
      unit: unit.columns,
      importedBy: importer.columns,
      undoneBy: undoer.columns,
      newPeople: sql<number>`(select count(*)::int from ${importedPeople}
        where ${importedPeople.importId} = ${ledgerImports.id})`,
      proposedMatches: sql<number>`(select count(*)::int from ${personMatches}
        where ${personMatches.status} = 'proposed'
          and (${personMatches.personA} in ${itsPeople} or ${personMatches.personB} in ${itsPeople}))`,
    })
    .from(ledgerImports)
    .innerJoin(unit.unit, eq(unit.unit.id, ledgerImports.unitId))
    .innerJoin(importer.account, eq(importer.account.id, ledgerImports.importedBy))
    .innerJoin(importer.person, eq(importer.person.id, importer.account.personId))
    .leftJoin(undoer.account, eq(undoer.account.id, ledgerImports.undoneBy))
    .leftJoin(undoer.person, eq(undoer.person.id, undoer.account.personId))
    .where(where)
    .orderBy(desc(ledgerImports.importedAt), ledgerImports.id)
    .limit(rowsOf(page).limit)
    .offset(rowsOf(page).offset);
  const uses = await importUses(
    db,
    rows.map(({ row }) => row.id),
  );
  return rows.map(({ row, undoneBy, ...shown }) => ({
    id: row.id,
    ...shown,
    kind: row.kind,
    fileName: row.fileName,
    rows: row.rows,
    importedAt: row.importedAt.toISOString(),
    undone:
      row.undoneAt && undoneBy
        ? { by: undoneBy, at: row.undoneAt.toISOString(), reason: row.undoReason ?? '' }
        : null,
    uses: uses.get(row.id) ?? [],
  }));
}

/** Lines of an import with whose they are, in the order of their holders' names. @throws ApiError ledger_import_not_found */
export async function findImportedLines(
  context: CommandContext,
  query: Page & { importId: string },
): Promise<{ items: ImportedLine[]; total: number }> {
  const { db, actor } = context;
  const { kind } = await getLedgerImport(context, query.importId);
  const table: LineTable = lineTables[kind];
  const where = eq(table.importId, query.importId);
  const holderName = sql<string>`coalesce(${people.fullName}, ${units.name})`;
  const rows = await db
    .select({
      id: sql<string>`${table.id}`,
      personId: people.id,
      unitId: units.id,
      name: holderName,
    })
    .from(table)
    .leftJoin(people, eq(people.id, table.personId))
    .leftJoin(units, table.unitId ? eq(units.id, table.unitId) : sql`false`)
    .where(where)
    .orderBy(holderName, ...inOrder[kind], table.id)
    .limit(rowsOf(query).limit)
    .offset(rowsOf(query).offset);
  const [total] = await db.select({ count: count() }).from(table).where(where);
  const shown = rows.map(({ id }) => id);
  const lines = await linesWhere(db, actor, [kind], ({ id }) => inArray(id, shown));
  const byId = new Map(lines.map((line) => [line.id, line]));
  return {
    items: rows.flatMap(({ id, personId, unitId, name }) => {
      const line = byId.get(id);
      const holder = {
        kind: personId ? ('person' as const) : ('collective' as const),
        id: personId ?? unitId ?? '',
        name,
      };
      return line ? [{ holder, line }] : [];
    }),
    total: total?.count ?? 0,
  };
}

/** How the lines of one holder follow each other. */
const inOrder: Record<ImportedKind, PgColumn[]> = {
  award: [ledgerAwards.year, ledgerAwards.awardCode],
  rating: [annualRatings.year],
  initiative: [initiatives.year, initiatives.name],
  discipline: [disciplineRecords.decidedOn],
};
