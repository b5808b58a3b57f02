import { and, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { positions } from '../../../db/schema/index.ts';
import { addDays } from '../../../engine/time/local-date.ts';
import type { CommandContext } from '../../context.ts';
import type { DirectWorkEntry, DirectWorkResult } from '../../contract/award-shares.ts';
import { ApiError } from '../../errors.ts';
import { directWorkSheet } from '../../files/direct-work-sheet.ts';
import { readSpreadsheet } from '../../files/read-sheet.ts';
import { type CellError, rowsInvalid } from '../../files/row-errors.ts';
import { keptUnitsBelow, requireKeptLedger } from '../../policies/ledger.ts';
import { writeAudit } from '../audit.ts';
import { loadDirectory } from '../nominations/resolve-nominees.ts';

const maxRows = 2000;

/**
 * Records of people of a unit whether they work directly on production or service (người lao động trực tiếp), from a day on: the
 * post they hold that day is split there, so that what was true before stays. All entries or none; what is recorded already
 * changes nothing. @throws ApiError collective_not_found, forbidden, post_not_found, day_in_future
 */
export async function recordDirectWork(
  context: CommandContext,
  { unitId, entries }: { unitId: string; entries: readonly DirectWorkEntry[] },
): Promise<DirectWorkResult> {
  await requireKeptLedger(context, { unitId });
  return context.db.transaction(async (tx) => {
    const changed: DirectWorkEntry[] = [];
    for (const entry of entries) {
      const problem = await recordOne(tx, context, unitId, entry);
      if (problem === 'unchanged') continue;
      if (problem) throw new ApiError(problem);
      changed.push(entry);
    }
    return written(tx, context, unitId, changed, entries.length);
  });
}

/**
 * The same by a sheet (.xlsx, .csv), all rows or none; wrong cells are named.
 * @throws ApiError collective_not_found, forbidden, import_rows_invalid, and those of a file that cannot be read
 */
export async function importDirectWork(
  context: CommandContext,
  { unitId, content }: { unitId: string; content: Buffer },
): Promise<DirectWorkResult> {
  const { db, actor, today } = context;
  await requireKeptLedger(context, { unitId });
  const { rows, errors } = directWorkSheet.read(await readSpreadsheet(content, maxRows));
  const { byCode } = await loadDirectory(db, keptUnitsBelow(actor, unitId), today);
  return db.transaction(async (tx) => {
    const changed: DirectWorkEntry[] = [];
    const wrong: CellError[] = [...errors];
    for (const { row, code, isDirectWorker, from } of rows) {
      const personId = byCode.get(code.toLowerCase())?.personId;
      const problem = personId
        ? await recordOne(tx, context, unitId, { personId, isDirectWorker, from })
        : 'post_not_found';
      if (problem === 'unchanged') continue;
      if (problem) wrong.push(cellError(row, problem));
      else if (personId) changed.push({ personId, isDirectWorker, from });
    }
    if (wrong.length > 0) throw rowsInvalid(wrong);
    return written(tx, context, unitId, changed, rows.length);
  });
}

type Refusal = 'post_not_found' | 'day_in_future';

/** Splits the post that the person holds in the unit, or below it, on the day; says what stands against it. */
async function recordOne(
  tx: Executor,
  { actor, today }: CommandContext,
  unitId: string,
  { personId, isDirectWorker, from }: DirectWorkEntry,
): Promise<Refusal | 'unchanged' | undefined> {
  const day = from ?? today;
  if (day > today) return 'day_in_future';
  const [post] = await tx
    .select()
    .from(positions)
    .where(
      and(
        eq(positions.personId, personId),
        inArray(positions.unitId, keptUnitsBelow(actor, unitId)),
        lte(positions.validFrom, day),
        or(isNull(positions.validTo), gte(positions.validTo, day)),
      ),
    )
    .orderBy(desc(positions.validFrom))
    .limit(1)
    .for('update');
  if (!post) return 'post_not_found';
  if (post.isDirectWorker === isDirectWorker) return 'unchanged';
  if (from === null || from === post.validFrom) {
    await tx.update(positions).set({ isDirectWorker }).where(eq(positions.id, post.id));
    return undefined;
  }
  await tx
    .update(positions)
    .set({ validTo: addDays(from, -1) })
    .where(eq(positions.id, post.id));
  const { id: _, ...rest } = post;
  await tx.insert(positions).values({ ...rest, isDirectWorker, validFrom: from });
  return undefined;
}

async function written(
  tx: Executor,
  context: CommandContext,
  unitId: string,
  changed: readonly DirectWorkEntry[],
  asked: number,
): Promise<DirectWorkResult> {
  if (changed.length > 0) {
    await writeAudit(tx, context, {
      action: 'staff.record_direct_work',
      subjectKind: 'unit',
      subjectId: unitId,
      details: { changed },
    });
  }
  return { changed: changed.length, unchanged: asked - changed.length };
}

const sentences: Record<Refusal, CellError['sentence']> = {
  post_not_found: {
    vi: 'Không có người nào của đơn vị mang mã số này giữ chức vụ vào ngày đó.',
    en: 'Nobody of the unit with this code held a post on that day.',
  },
  day_in_future: { vi: 'Ngày không được sau ngày hôm nay.', en: 'The day cannot be after today.' },
};
const cellError = (row: number, code: Refusal): CellError => ({
  row,
  column: directWorkSheet.headings[code === 'post_not_found' ? 'code' : 'from'],
  code,
  sentence: sentences[code],
});
