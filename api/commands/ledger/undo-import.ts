import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { importUses } from '../../../db/ledger/import-uses.ts';
import { type LineTable, lineTables } from '../../../db/ledger/lines.ts';
import { importedPeople, ledgerImports, people, personMatches } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { databaseCode } from '../../http/error-mapping.ts';
import { unitLedgerKeptBy } from '../../policies/ledger.ts';
import { writeAudit } from '../audit.ts';

/**
 * Takes an import back whole: its lines, the people it named, and the pairs proposed for them. The import stays listed as
 * undone. Only while nobody has relied on it. @throws ApiError ledger_import_not_found, ledger_import_undone, ledger_import_used
 */
export async function undoImport(
  context: CommandContext,
  { importId, reason }: { importId: string; reason: string },
): Promise<void> {
  const { db, actor, now } = context;
  const [standing] = await db
    .select()
    .from(ledgerImports)
    .where(and(eq(ledgerImports.id, importId), unitLedgerKeptBy(actor, ledgerImports.unitId)));
  if (!standing) throw new ApiError('ledger_import_not_found');
  const lines: LineTable = lineTables[standing.kind];
  try {
    await db.transaction(async (tx) => {
      const undone = await tx
        .update(ledgerImports)
        .set({ undoneAt: now, undoneBy: actor.accountId, undoReason: reason })
        .where(and(eq(ledgerImports.id, importId), isNull(ledgerImports.undoneAt)))
        .returning({ id: ledgerImports.id });
      if (undone.length === 0) throw new ApiError('ledger_import_undone');
      const uses = (await importUses(tx, [importId])).get(importId) ?? [];
      if (uses.length > 0) throw new ApiError('ledger_import_used');
      await tx.delete(lines).where(eq(lines.importId, importId));
      const named = await tx
        .delete(importedPeople)
        .where(eq(importedPeople.importId, importId))
        .returning({ id: importedPeople.personId });
      const ids = named.map(({ id }) => id);
      await tx
        .delete(personMatches)
        .where(or(inArray(personMatches.personA, ids), inArray(personMatches.personB, ids)));
      await tx.delete(people).where(inArray(people.id, ids));
      await writeAudit(tx, context, {
        action: 'ledger.undo_import',
        subjectKind: 'ledger_import',
        subjectId: importId,
        details: { rows: standing.rows, people: ids.length, reason },
      });
    });
  } catch (error) {
    // Somebody relied on one of its people between the look and the delete.
    if (databaseCode(error) !== '23503') throw error;
    throw new ApiError('ledger_import_used');
  }
}
