import { createHash } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { decidersByName } from '../../../db/ledger/deciders.ts';
import { identitiesOf } from '../../../db/ledger/identities.ts';
import { proposeMatches } from '../../../db/ledger/matches.ts';
import { awards, importedPeople, ledgerAwards, ledgerImports, people } from '../../../db/schema/index.ts';
import { plainName } from '../../../domain/identity/names.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { ledgerRows } from '../../files/ledger-sheet.ts';
import { readSpreadsheet } from '../../files/read-sheet.ts';
import { type CellError, rowsInvalid } from '../../files/row-errors.ts';
import { safeName } from '../../files/safe-name.ts';
import { violatedIndex } from '../../http/error-mapping.ts';
import { keptUnitsBelow, requireKeptLedger } from '../../policies/ledger.ts';
import { writeAudit } from '../audit.ts';
import { loadDirectory } from '../nominations/resolve-nominees.ts';
import { awardKey, cellError, type ResolvedAward, resolveLedgerRows } from './resolve-ledger-rows.ts';

export interface ImportLedgerProps {
  /** Unit whose people and collectives the sheet is about. */
  unitId: string;
  fileName: string;
  /** The bytes of an .xlsx or .csv file. */
  content: Buffer;
}

const maxRows = 5000;
/** Rows a statement: PostgreSQL takes 65,535 parameters. */
const chunk = 1000;

/**
 * Adds all awards of a sheet to the ledger, or none; returns the id of the import. What is wrong is said cell by cell. The same
 * file again is the same import and adds nothing.
 * @throws ApiError collective_not_found, forbidden, file_empty, file_not_a_spreadsheet, file_expands_too_much,
 *   import_columns_missing, import_too_many_rows, import_rows_invalid, version_conflict
 */
export async function importLedger(
  context: CommandContext,
  { unitId, fileName, content }: ImportLedgerProps,
): Promise<string> {
  const { db, actor, now } = context;
  await requireKeptLedger(context, { unitId });
  const sha256 = createHash('sha256').update(content).digest('hex');
  const before = await standingImport(db, unitId, sha256);
  if (before) return before;
  const { lines, newPeople } = await readLines(context, unitId, content);
  try {
    return await db.transaction(async (tx) => {
      const [row] = await tx
        .insert(ledgerImports)
        .values({
          unitId,
          fileName: safeName(fileName),
          sha256,
          rows: lines.length,
          importedBy: actor.accountId,
          importedAt: now,
        })
        .returning({ id: ledgerImports.id });
      if (!row) throw new Error('insert of an import returned no row');
      const importId = row.id;
      for (const some of chunks(newPeople)) {
        await tx.insert(people).values(some);
        await tx.insert(importedPeople).values(some.map(({ id: personId }) => ({ personId, importId })));
      }
      const provenance = {
        source: 'import' as const,
        importId,
        recordedBy: actor.accountId,
        recordedAt: now,
      };
      for (const some of chunks(lines)) {
        await tx
          .insert(ledgerAwards)
          .values(some.map(({ row: _, ...award }) => ({ ...award, ...provenance })));
      }
      const matches = await proposeMatches(
        tx,
        newPeople.map(({ id }) => id),
        now,
      );
      await writeAudit(tx, context, {
        action: 'ledger.import',
        subjectKind: 'ledger_import',
        subjectId: importId,
        details: { unitId, fileName, sha256, rows: lines.length, newPeople: newPeople.length, matches },
      });
      return importId;
    });
  } catch (error) {
    // Somebody imported the same file, or entered one of its lines, between the check and the insert.
    if (!violatedIndex(error)) throw error;
    const other = await standingImport(db, unitId, sha256);
    if (other) return other;
    throw new ApiError('version_conflict');
  }
}

async function standingImport(db: Executor, unitId: string, sha256: string): Promise<string | undefined> {
  const [standing] = await db
    .select({ id: ledgerImports.id })
    .from(ledgerImports)
    .where(
      and(eq(ledgerImports.unitId, unitId), eq(ledgerImports.sha256, sha256), isNull(ledgerImports.undoneAt)),
    );
  return standing?.id;
}

/** @throws ApiError import_rows_invalid with all that is wrong at once, and those of a file that cannot be read */
async function readLines({ db, actor, today }: CommandContext, unitId: string, content: Buffer) {
  const { rows, errors } = ledgerRows(await readSpreadsheet(content, maxRows));
  const catalogue = await db.select().from(awards);
  const resolved = resolveLedgerRows({
    rows,
    directory: await loadDirectory(db, keptUnitsBelow(actor, unitId), today),
    awards: new Map(
      catalogue.flatMap(({ code, nameVi, nameEn }) =>
        [code, nameVi, nameEn].map((name) => [plainName(name), code] as const),
      ),
    ),
    deciderUnit: await decidersByName(db),
    today,
  });
  const added = new Set(resolved.newPeople.map(({ id }) => id));
  const known = await knownLines(
    db,
    resolved.lines.filter(({ personId }) => personId === null || !added.has(personId)),
  );
  const all = [...errors, ...resolved.errors, ...known];
  if (all.length > 0) throw rowsInvalid(all);
  return resolved;
}

/** Lines that the ledger of their holder has already, under whatever row of the same identity. */
async function knownLines(db: Executor, lines: readonly ResolvedAward[]): Promise<CellError[]> {
  const identities = await identitiesOf(
    db,
    lines.flatMap(({ personId }) => personId ?? []),
  );
  const ownerOf = new Map(identities.map(({ personId, sameId }) => [sameId, personId]));
  const units = lines.flatMap(({ unitId }) => unitId ?? []);
  const held = [
    ...(await heldBy(db, ledgerAwards.personId, [...ownerOf.keys()])),
    ...(await heldBy(db, ledgerAwards.unitId, units)),
  ];
  const keys = new Set(held.map((row) => awardKey(row.unitId ?? ownerOf.get(row.personId ?? '') ?? '', row)));
  return lines
    .filter((line) => keys.has(awardKey(line.personId ?? line.unitId ?? '', line)))
    .map((line) => cellError(line, 'award', 'ledger_line_known'));
}

function heldBy(
  db: Executor,
  column: typeof ledgerAwards.personId | typeof ledgerAwards.unitId,
  ids: string[],
) {
  return db
    .select()
    .from(ledgerAwards)
    .where(and(inArray(column, ids), isNull(ledgerAwards.struckAt)));
}

function chunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / chunk) }, (_, i) =>
    rows.slice(i * chunk, (i + 1) * chunk),
  );
}
