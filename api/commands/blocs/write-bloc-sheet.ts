import { and, eq, sql } from 'drizzle-orm';
import { elementOf, scorerOf } from '../../../db/blocs/sheets.ts';
import type { Executor } from '../../../db/client.ts';
import { blocCriteria, blocScores, blocSheets } from '../../../db/schema/index.ts';
import { type SheetFault, sheetFaults } from '../../../domain/blocs/sheet.ts';
import type { CommandContext } from '../../context.ts';
import type { BlocStage, WriteBlocSheetRequest } from '../../contract/blocs.ts';
import type { FieldError, Locale } from '../../contract/common.ts';
import { ApiError } from '../../errors.ts';
import { visibleBlocYear } from '../../policies/blocs.ts';
import { coversUnit } from '../../policies/places.ts';
import { writeAudit } from '../audit.ts';
import { askedTask, memberOf } from './bloc-guards.ts';
import { requireTotal } from './write-criteria.ts';

export interface WriteBlocSheetProps extends WriteBlocSheetRequest {
  blocYearId: string;
  /** Member whose sheet it is. */
  unitId: string;
  stage: BlocStage;
}

/**
 * Writes all points of a member's sheet instead of what it held, while its scorer is asked for it.
 * @throws ApiError bloc_year_not_found, bloc_unit_not_member, forbidden, bloc_total_off, bloc_scores_invalid, bloc_sheet_closed,
 *   version_conflict
 */
export async function writeBlocSheet(context: CommandContext, props: WriteBlocSheetProps): Promise<void> {
  const { db, actor } = context;
  const { blocYearId, unitId, stage, version, total, scores } = props;
  const { blocYear } = await visibleBlocYear(context, blocYearId);
  const member = await memberOf(db, blocYearId, unitId);
  const scorer = scorerOf(member, stage);
  if (!(await coversUnit(db, actor, ['clerk'], scorer))) throw new ApiError('forbidden');
  requireTotal(
    total,
    scores.map(({ points }) => points),
  );
  const criteria = await db.select().from(blocCriteria).where(eq(blocCriteria.blocYearId, blocYearId));
  const faults = sheetFaults(criteria, scores);
  if (faults.length > 0)
    throw new ApiError('bloc_scores_invalid', { errors: (locale) => faults.map(sayIn(locale)) });
  await db.transaction(async (tx) => {
    const sheet = await lockSheet(tx, member.id, stage);
    const asked = await askedTask(tx, blocYear, elementOf(stage), scorer);
    if (!sheet || !asked || sheet.handedInAt !== null) throw new ApiError('bloc_sheet_closed');
    if (sheet.version !== version) throw new ApiError('version_conflict');
    const ofSheet = and(eq(blocScores.memberId, member.id), eq(blocScores.stage, stage));
    await tx.delete(blocScores).where(ofSheet);
    if (scores.length > 0)
      await tx.insert(blocScores).values(scores.map((score) => ({ ...score, memberId: member.id, stage })));
    await tx
      .update(blocSheets)
      .set({ version: sql`${blocSheets.version} + 1` })
      .where(and(eq(blocSheets.memberId, member.id), eq(blocSheets.stage, stage)));
    await writeAudit(tx, context, {
      action: 'bloc.score',
      subjectKind: 'bloc_year',
      subjectId: blocYearId,
      details: { unitId, stage, total },
    });
  });
}

/** The sheet, locked: what is written meanwhile is either handed in with it or refused afterwards. */
export async function lockSheet(tx: Executor, memberId: string, stage: BlocStage) {
  const [sheet] = await tx
    .select()
    .from(blocSheets)
    .where(and(eq(blocSheets.memberId, memberId), eq(blocSheets.stage, stage)))
    .for('update');
  return sheet;
}

const sayIn =
  (locale: Locale) =>
  (fault: SheetFault): FieldError => {
    const path = `scores[${fault.at}]${fault.code === 'above_maximum' ? '.points' : ''}`;
    const sentences = {
      criterion_unknown: {
        vi: 'Tiêu chí này không có trong bảng chấm điểm của khối.',
        en: 'This criterion is not one of the bloc’s score sheet.',
      },
      criterion_twice: {
        vi: 'Tiêu chí này đã có ở dòng trên.',
        en: 'This criterion is there already in a line above.',
      },
      above_maximum: {
        vi: `Điểm không được quá ${fault.code === 'above_maximum' ? fault.maxPoints : ''}.`,
        en: `The points cannot be more than ${fault.code === 'above_maximum' ? fault.maxPoints : ''}.`,
      },
    };
    return { path, code: fault.code, detail: sentences[fault.code][locale] };
  };
