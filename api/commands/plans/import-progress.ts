import { inArray } from 'drizzle-orm';
import { type DueScore, dueScores } from '../../../db/plans/due-points.ts';
import { units } from '../../../db/schema/index.ts';
import { pointsEarned } from '../../../domain/plan/progress.ts';
import type { CommandContext } from '../../context.ts';
import type { ImportProgressResult } from '../../contract/plans.ts';
import { progressColumns, progressRows } from '../../files/progress-sheet.ts';
import { readSpreadsheet } from '../../files/read-sheet.ts';
import { type CellError, rowsInvalid } from '../../files/row-errors.ts';
import { scoringOfUnit } from '../../policies/plans.ts';
import { writeAudit } from '../audit.ts';
import { lockSheet, storeScores } from './sheet-guards.ts';

export interface ProgressRow {
  /** As a spreadsheet counts, from 2; through the API the first row is 2 as well. */
  row: number;
  itemCode: string;
  unitCode: string;
  /** Tasks that were due, and those done in time; as they were written. */
  tasks: string;
  done: string;
}

export interface ImportProgressProps {
  scoringId: string;
  assignerId: string;
  /** The rows, or the .xlsx or .csv file of a task system that holds them. */
  progress: ProgressRow[] | Buffer;
}

const maxRows = 20_000;

/**
 * Scores a sheet by the progress that a task system counted (source 001: Taskgov): the share done in time of the points due.
 * All rows or none; the same rows again give the same scores. What is not named keeps its score.
 * @throws ApiError scoring_not_found, forbidden, score_sheet_not_found, score_sheet_handed_in, import_rows_invalid; those of
 *   `readSpreadsheet` and `progressRows` for a file
 */
export async function importProgress(
  context: CommandContext,
  { scoringId, assignerId, progress }: ImportProgressProps,
): Promise<ImportProgressResult> {
  const { db } = context;
  const { scoring, plan } = await scoringOfUnit(context, scoringId, assignerId);
  // A file is read only for those whom its faults concern.
  const rows = Array.isArray(progress) ? progress : progressRows(await readSpreadsheet(progress, maxRows));
  const due = await dueScores(db, plan, scoring.period, assignerId);
  const scores = scoresOf(rows, due, await codesOf(context, due));
  await db.transaction(async (tx) => {
    const sheet = await lockSheet(tx, scoring, assignerId);
    await storeScores(tx, sheet, 'progress', scores);
    await writeAudit(tx, context, {
      action: 'scoring.import',
      subjectKind: 'scoring',
      subjectId: scoringId,
      details: { assignerId, rows: rows.length },
    });
  });
  return { imported: scores.length, earned: scores.reduce((sum, { earned }) => sum + earned, 0) };
}

async function codesOf({ db }: CommandContext, due: DueScore[]): Promise<Map<string, string>> {
  const unitIds = [...new Set(due.map(({ unitId }) => unitId))];
  const rows = await db
    .select({ id: units.id, code: units.code })
    .from(units)
    .where(inArray(units.id, unitIds));
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** @throws ApiError import_rows_invalid, cell by cell */
function scoresOf(rows: ProgressRow[], due: DueScore[], codes: Map<string, string>) {
  const known = new Map(due.map((one) => [`${one.itemCode} ${codes.get(one.unitId)}`, one]));
  const items = new Set(due.map(({ itemCode }) => itemCode));
  const seen = new Set<string>();
  const faults: CellError[] = [];
  const scores = rows.flatMap(({ row, itemCode, unitCode, ...counted }) => {
    const fault = (column: keyof typeof progressColumns, code: keyof typeof sentences) =>
      faults.push({ row, column: progressColumns[column], code, sentence: sentences[code] });
    const key = `${itemCode} ${unitCode}`;
    const one = known.get(key);
    const tasks = wholeNumber(counted.tasks);
    const done = wholeNumber(counted.done);
    if (!one) {
      if (items.has(itemCode)) fault('unitCode', 'unknown_unit');
      else fault('itemCode', 'unknown_item');
    }
    if (seen.has(key)) fault('itemCode', 'row_twice');
    seen.add(key);
    if (!(tasks >= 1)) fault('tasks', 'not_a_number');
    if (!(done <= tasks)) fault('done', 'not_a_share');
    if (!one || !(tasks >= 1 && done <= tasks)) return [];
    const { itemId, unitId } = one;
    const earned = pointsEarned(one.due, { tasks, done });
    return [{ itemId, unitId, due: one.due, earned, note: `${done}/${tasks}` }];
  });
  if (faults.length > 0) throw rowsInvalid(faults);
  return scores;
}

/** What a cell counts; not a number where it holds none. */
const wholeNumber = (text: string): number => (/^\d{1,7}$/.test(text) ? Number(text) : Number.NaN);

const sentences = {
  unknown_item: {
    vi: 'Không có nhiệm vụ này đến hạn trong kỳ.',
    en: 'No such item is due in the period.',
  },
  unknown_unit: {
    vi: 'Đơn vị không được giao nhiệm vụ này.',
    en: 'The unit was not assigned this item.',
  },
  row_twice: {
    vi: 'Nhiệm vụ và đơn vị này đã có ở dòng trên.',
    en: 'There is a row for this item and unit above.',
  },
  not_a_number: { vi: 'Cần một số nguyên dương.', en: 'A positive whole number is needed.' },
  not_a_share: {
    vi: 'Cần một số nguyên không quá số việc.',
    en: 'A whole number up to the number of tasks is needed.',
  },
} as const;
