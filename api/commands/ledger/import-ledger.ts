import { createHash } from 'node:crypto';
import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { decidersByName } from '../../../db/ledger/deciders.ts';
import { identitiesOf } from '../../../db/ledger/identities.ts';
import { type LineTable, lineTables } from '../../../db/ledger/lines.ts';
import { proposeMatches } from '../../../db/ledger/matches.ts';
import { awards, importedPeople, ledgerImports, people } from '../../../db/schema/index.ts';
import { plainName } from '../../../domain/identity/names.ts';
import type { CommandContext } from '../../context.ts';
import type { ImportedKind } from '../../contract/ledger-imports.ts';
import { ApiError } from '../../errors.ts';
import { readSpreadsheet } from '../../files/read-sheet.ts';
import { rowsInvalid } from '../../files/row-errors.ts';
import { safeName } from '../../files/safe-name.ts';
import { violatedIndex } from '../../http/error-mapping.ts';
import { type Holder, keptUnitsBelow, requireKeptLedger } from '../../policies/ledger.ts';
import { writeAudit } from '../audit.ts';
import { loadDirectory } from '../nominations/resolve-nominees.ts';
import { importedKinds } from './imported-kinds.ts';
import { holderFinder } from './resolve-holder.ts';

export interface ImportLedgerProps {
  /** Kind of lines that the sheet holds. */
  kind: ImportedKind;
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
 * Adds all lines of a sheet to the ledger, or none; returns the id of the import. What is wrong is said cell by cell. The same
 * file again is the same import and adds nothing.
 * @throws ApiError collective_not_found, forbidden, file_empty, file_not_a_spreadsheet, file_expands_too_much,
 *   import_columns_missing, import_too_many_rows, import_rows_invalid, version_conflict
 */
export async function importLedger(context: CommandContext, props: ImportLedgerProps): Promise<string> {
  const { db, actor, now } = context;
  const { unitId, kind, fileName, content } = props;
  await requireKeptLedger(context, { unitId });
  const sha256 = createHash('sha256').update(content).digest('hex');
  const before = await standingImport(db, unitId, sha256);
  if (before) return before;
  const { lines, newPeople } = await readLines(context, props);
  try {
    return await db.transaction(async (tx) => {
      const [row] = await tx
        .insert(ledgerImports)
        .values({
          unitId,
          kind,
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
          .insert(lineTables[kind] as LineTable)
          .values(some.map(({ holder, says }) => ({ ...holder, ...says, ...provenance })));
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
        details: { unitId, kind, fileName, sha256, rows: lines.length, newPeople: newPeople.length, matches },
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

/** A line of the sheet with whose it is. */
interface Line {
  row: number;
  holder: Holder;
  says: Record<string, unknown>;
}

/** @throws ApiError import_rows_invalid with all that is wrong at once, and those of a file that cannot be read */
async function readLines(context: CommandContext, { unitId, kind, content }: ImportLedgerProps) {
  const { db, actor, today } = context;
  const imported = importedKinds[kind];
  const sheet = await readSpreadsheet(content, maxRows);
  const catalogue = await db.select().from(awards);
  const { lines: read, errors } = imported.read(sheet, {
    awards: new Map(
      catalogue.flatMap(({ code, nameVi, nameEn }) =>
        [code, nameVi, nameEn].map((name) => [plainName(name), code] as const),
      ),
    ),
    deciderUnit: await decidersByName(db),
    today,
  });
  const holders = holderFinder(await loadDirectory(db, keptUnitsBelow(actor, unitId), today));
  const lines: Line[] = [];
  const seen = new Map<string, number>();
  for (const { row, holder: named, says } of read) {
    const holder = holders.find(named);
    if ('column' in holder) {
      errors.push(imported.errorAt(row, holder.column, holder.code));
      continue;
    }
    const fact = factKey(idOf(holder), imported.factOf(says));
    const before = seen.get(fact);
    if (before === undefined) lines.push({ row, holder, says });
    else errors.push(imported.listedTwice(row, before));
    seen.set(fact, before ?? row);
  }
  const newPeople = holders.newPeople();
  const added = new Set(newPeople.map(({ id }) => id));
  const old = lines.filter(({ holder }) => !added.has(idOf(holder)));
  const known = await knownFacts(db, kind, old);
  for (const { row, holder, says } of old) {
    if (known.has(factKey(idOf(holder), imported.factOf(says))))
      errors.push(imported.errorAt(row, 'line', 'ledger_line_known'));
  }
  if (errors.length > 0) throw rowsInvalid(errors);
  return { lines, newPeople };
}

const idOf = (holder: Holder) => ('unitId' in holder ? holder.unitId : holder.personId);
const factKey = (holderId: string, fact: string) => `${holderId}|${fact}`;

/** Facts that the ledgers of the lines' holders have already, under whatever row of the same identity. */
async function knownFacts(db: Executor, kind: ImportedKind, lines: readonly Line[]): Promise<Set<string>> {
  const holders = lines.map(({ holder }) => holder);
  const identities = await identitiesOf(
    db,
    holders.flatMap((holder) => ('personId' in holder ? holder.personId : [])),
  );
  const ownerOf = new Map(identities.map(({ personId, sameId }) => [sameId, personId]));
  const units = holders.flatMap((holder) => ('unitId' in holder ? holder.unitId : []));
  const table: LineTable = lineTables[kind];
  const held = await db
    .select()
    .from(table)
    .where(
      and(
        or(inArray(table.personId, [...ownerOf.keys()]), table.unitId && inArray(table.unitId, units)),
        isNull(table.struckAt),
      ),
    );
  return new Set(
    held.map((line) => {
      const holderId = line.unitId ?? ownerOf.get(String(line.personId));
      return factKey(String(holderId), importedKinds[kind].factOf(line));
    }),
  );
}

function chunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / chunk) }, (_, i) =>
    rows.slice(i * chunk, (i + 1) * chunk),
  );
}
