import { eq, sql } from 'drizzle-orm';
import { recogniseNominees } from '../../../db/ledger/strangers.ts';
import { nominations } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { nominationRows } from '../../files/nomination-sheet.ts';
import { readSpreadsheet } from '../../files/read-sheet.ts';
import { rowsInvalid } from '../../files/row-errors.ts';
import { violatedIndex } from '../../http/error-mapping.ts';
import { dossierOfClerk } from '../../policies/dossiers.ts';
import { unitsBelow } from '../../policies/places.ts';
import { writeAudit } from '../audit.ts';
import { lockDraft } from '../dossiers/draft-guard.ts';
import { allowedKinds } from './nominee-kinds.ts';
import { loadDirectory, nomineeKey, resolveRows } from './resolve-nominees.ts';

export interface ImportNominationsProps {
  dossierId: string;
  /** The bytes of an .xlsx or .csv file. */
  content: Buffer;
}

const maxRows = 5000;

/**
 * Adds all nominees of a sheet to a draft, or none; returns how many. What is wrong is said cell by cell.
 * @throws ApiError dossier_not_found, forbidden, dossier_not_draft, file_empty, file_not_a_spreadsheet,
 *   file_expands_too_much, import_columns_missing, import_too_many_rows, import_rows_invalid, nominee_listed_twice
 */
export async function importNominations(
  context: CommandContext,
  props: ImportNominationsProps,
): Promise<number> {
  const { db, now, today } = context;
  const dossier = await dossierOfClerk(context, props.dossierId);
  if (dossier.status !== 'draft') throw new ApiError('dossier_not_draft');
  const rows = nominationRows(await readSpreadsheet(props.content, maxRows));
  const [directory, kinds, listed] = await Promise.all([
    loadDirectory(db, unitsBelow([dossier.unitId]), today),
    allowedKinds(db, dossier, today),
    db.select().from(nominations).where(eq(nominations.dossierId, dossier.id)),
  ]);
  const { nominees, errors } = resolveRows({
    rows,
    directory,
    kinds,
    listed: new Set(listed.map(nomineeKey)),
  });
  if (errors.length > 0) throw rowsInvalid(errors);
  try {
    await db.transaction(async (tx) => {
      await lockDraft(tx, dossier.id);
      const [last] = await tx
        .select({ seq: sql<number>`coalesce(max(${nominations.seq}), 0)` })
        .from(nominations)
        .where(eq(nominations.dossierId, dossier.id));
      const first = (last?.seq ?? 0) + 1;
      await tx
        .insert(nominations)
        .values(nominees.map((nominee, i) => ({ ...nominee, dossierId: dossier.id, seq: first + i })));
      await recogniseNominees(tx, eq(nominations.dossierId, dossier.id), now);
      await writeAudit(tx, context, {
        action: 'nomination.import',
        subjectKind: 'dossier',
        subjectId: dossier.id,
        details: { count: nominees.length },
      });
    });
  } catch (error) {
    // Somebody added one of them between the check and the insert.
    if (!violatedIndex(error)) throw error;
    throw new ApiError('version_conflict');
  }
  return nominees.length;
}
