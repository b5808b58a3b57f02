import { eq } from 'drizzle-orm';
import { positions } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { requireAdministeredUnit } from '../../policies/organisation.ts';
import { writeAudit } from '../audit.ts';

/**
 * Ends a post after a last day (thôi giữ chức vụ, nghỉ hưu, chuyển đi); returns whose it was. It ends earlier than was said before, never later.
 * @throws ApiError position_not_found, forbidden, position_ended, day_before_start
 */
export async function endPosition(
  context: CommandContext,
  { positionId, lastDay, reason }: { positionId: string; lastDay: string; reason: string },
): Promise<string> {
  const { db, today } = context;
  const [known] = await db.select().from(positions).where(eq(positions.id, positionId));
  if (!known) throw new ApiError('position_not_found');
  await requireAdministeredUnit(context, known.unitId);
  await db.transaction(async (tx) => {
    const [post] = await tx.select().from(positions).where(eq(positions.id, positionId)).for('update');
    if (!post) throw new ApiError('position_not_found');
    if (post.validTo !== null && (post.validTo < today || post.validTo < lastDay))
      throw new ApiError('position_ended');
    if (lastDay < post.validFrom)
      throw new ApiError('day_before_start', { parameters: { date: post.validFrom } });
    await tx.update(positions).set({ validTo: lastDay }).where(eq(positions.id, positionId));
    await writeAudit(tx, context, {
      action: 'position.end',
      subjectKind: 'person',
      subjectId: post.personId,
      details: { positionId, unitId: post.unitId, lastDay, reason },
    });
  });
  return known.personId;
}
