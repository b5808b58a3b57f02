import { eq } from 'drizzle-orm';
import { blocCriteria, blocYears } from '../../../db/schema/index.ts';
import { totalOff } from '../../../domain/blocs/sheet.ts';
import type { CommandContext } from '../../context.ts';
import type { BlocCriteriaInput } from '../../contract/blocs.ts';
import { ApiError } from '../../errors.ts';
import { writtenBlocYear } from '../../policies/blocs.ts';
import { writeAudit } from '../audit.ts';
import { lockBlocYear, nextVersion, requireDraft } from './bloc-guards.ts';

/**
 * Sets the criteria of a bloc's score sheet (bảng chấm điểm), all of them anew, while the year is a draft.
 * @throws ApiError bloc_year_not_found, forbidden, bloc_total_off, version_conflict, bloc_year_not_draft
 */
export async function writeCriteria(
  context: CommandContext,
  { blocYearId, version, total, criteria }: BlocCriteriaInput & { blocYearId: string },
): Promise<void> {
  await writtenBlocYear(context, blocYearId);
  requireTotal(
    total,
    criteria.map(({ maxPoints }) => maxPoints),
  );
  await context.db.transaction(async (tx) => {
    requireDraft(await lockBlocYear(tx, blocYearId, version));
    await tx.delete(blocCriteria).where(eq(blocCriteria.blocYearId, blocYearId));
    await tx
      .insert(blocCriteria)
      .values(criteria.map((criterion, position) => ({ ...criterion, blocYearId, position })));
    await tx.update(blocYears).set({ version: nextVersion }).where(eq(blocYears.id, blocYearId));
    await writeAudit(tx, context, {
      action: 'bloc.criteria',
      subjectKind: 'bloc_year',
      subjectId: blocYearId,
      details: { criteria: criteria.length, total },
    });
  });
}

/** A stated total that is not the sum of the lines is refused, and by how much it is off. @throws ApiError bloc_total_off */
export function requireTotal(total: number, points: readonly number[]): void {
  const { sum, difference } = totalOff(total, points);
  if (difference !== 0)
    throw new ApiError('bloc_total_off', {
      parameters: { total, sum, difference: difference > 0 ? `+${difference}` : `−${-difference}` },
    });
}
