import { z } from 'zod';
import { id, instant, listOf, pageQuery, personRef, reason, unitRef } from './common.ts';
import { ledgerLine, lineKind } from './ledger.ts';

/** Kinds of lines that come in by sheets, each with a sheet of its own. */
export const importedKind = lineKind.extract(['award', 'rating', 'initiative', 'discipline']);
/** Whose sheet is meant: that of awards, where nothing is said. */
export const importedKindField = z.strictObject({ kind: importedKind.default('award') });

/** Why an import can no longer be undone: somebody has relied on it. */
export const importUse = z.enum([
  'revoked',
  'struck',
  'matched',
  'verdict',
  'proposed',
  'rested_on',
  'entered',
]);

/** Sheet that was imported into the ledger of a unit. */
export const ledgerImport = z
  .strictObject({
    id,
    kind: importedKind,
    unit: unitRef,
    fileName: z.string(),
    rows: z.int().min(1),
    importedBy: personRef,
    importedAt: instant,
    /** Persons of whom nothing else is known, and pairs of them put before the matching queue. */
    newPeople: z.int().min(0),
    proposedMatches: z.int().min(0),
    undone: z.strictObject({ by: personRef, at: instant, reason: z.string() }).nullable(),
    /** Empty where the import may still be undone. */
    uses: z.array(importUse),
  })
  .meta({ id: 'LedgerImport' });
export const ledgerImportList = listOf(ledgerImport).meta({ id: 'LedgerImportList' });
export const ledgerImportQuery = z.strictObject({ unitId: id.optional(), ...pageQuery });

/** Line of an import, with whose it is. */
export const importedLine = z
  .strictObject({
    holder: z.strictObject({ kind: z.enum(['person', 'collective']), id, name: z.string() }),
    line: ledgerLine,
  })
  .meta({ id: 'ImportedLine' });
export const importedLineList = listOf(importedLine).meta({ id: 'ImportedLineList' });
export const importedLineQuery = z.strictObject(pageQuery);

export const undoImportRequest = z.strictObject({ reason }).meta({ id: 'UndoImportRequest' });

export type ImportedKind = z.infer<typeof importedKind>;
export type ImportUse = z.infer<typeof importUse>;
export type LedgerImport = z.infer<typeof ledgerImport>;
export type ImportedLine = z.infer<typeof importedLine>;
