import { dueScores } from '../../../db/plans/due-points.ts';
import type { CommandContext } from '../../context.ts';
import type { FieldError, Locale } from '../../contract/common.ts';
import { ApiError } from '../../errors.ts';
import { scoringOfUnit } from '../../policies/plans.ts';
import { writeAudit } from '../audit.ts';
import { lockSheet, type NewScore, storeScores } from './sheet-guards.ts';

export interface WriteSheetProps {
  scoringId: string;
  assignerId: string;
  /** Version of the sheet that the person saw. */
  version: number;
  /** What the person added up. */
  total: number;
  scores: { itemId: string; unitId: string; earned: number; note: string | null }[];
}

/**
 * Writes scores of a sheet, all of those given or none.
 * @throws ApiError scoring_not_found, forbidden, score_sheet_not_found, score_sheet_handed_in, version_conflict,
 *   score_total_off, scores_invalid
 */
export async function writeSheet(context: CommandContext, props: WriteSheetProps): Promise<void> {
  const { db } = context;
  const { scoringId, assignerId, version, total } = props;
  const { scoring, plan } = await scoringOfUnit(context, scoringId, assignerId);
  const sum = props.scores.reduce((points, { earned }) => points + earned, 0);
  if (sum !== total) throw new ApiError('score_total_off', { parameters: { total, sum } });
  const due = await dueScores(db, plan, scoring.period, assignerId);
  const scores = checkedScores(props.scores, new Map(due.map((one) => [keyOf(one), one.due])));
  await db.transaction(async (tx) => {
    const sheet = await lockSheet(tx, scoring, assignerId);
    if (sheet.version !== version) throw new ApiError('version_conflict');
    await storeScores(tx, sheet, 'entry', scores);
    await writeAudit(tx, context, {
      action: 'scoring.write',
      subjectKind: 'scoring',
      subjectId: scoringId,
      details: { assignerId, total, scores: scores.length },
    });
  });
}

const keyOf = ({ itemId, unitId }: { itemId: string; unitId: string }) => `${itemId} ${unitId}`;

interface Fault {
  path: string;
  code: 'score_not_due' | 'score_above_due' | 'score_twice';
  due?: number;
}

/** @throws ApiError scores_invalid, line by line */
function checkedScores(given: WriteSheetProps['scores'], dueBy: Map<string, number>): NewScore[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const scores = given.flatMap((score, i): NewScore[] => {
    const key = keyOf(score);
    const due = dueBy.get(key);
    const path = `scores[${i}]`;
    if (seen.has(key)) faults.push({ path, code: 'score_twice' });
    seen.add(key);
    if (due === undefined) faults.push({ path, code: 'score_not_due' });
    else if (score.earned > due) faults.push({ path: `${path}.earned`, code: 'score_above_due', due });
    return due === undefined ? [] : [{ ...score, due }];
  });
  if (faults.length > 0)
    throw new ApiError('scores_invalid', { errors: (locale) => faults.slice(0, 500).map(sayIn(locale)) });
  return scores;
}

const sayIn =
  (locale: Locale) =>
  ({ path, code, due }: Fault): FieldError => {
    const sentences = {
      score_not_due: {
        vi: 'Nhiệm vụ này không đến hạn cho đơn vị này trong kỳ.',
        en: 'This item is not due for this unit in the period.',
      },
      score_above_due: {
        vi: `Điểm không được quá ${due}.`,
        en: `The points cannot be more than ${due}.`,
      },
      score_twice: {
        vi: 'Nhiệm vụ và đơn vị này đã có ở dòng trên.',
        en: 'This item and unit are there already in a line above.',
      },
    };
    return { path, code, detail: sentences[code][locale] };
  };
