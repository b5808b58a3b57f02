import { and, eq } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { people, positions } from '../../../db/schema/index.ts';
import { addDays } from '../../../engine/time/local-date.ts';
import type { CommandContext } from '../../context.ts';
import type { GivePositionRequest } from '../../contract/organisation.ts';
import { ApiError } from '../../errors.ts';
import { requireAdministeredPerson, requireAdministeredUnit } from '../../policies/organisation.ts';
import { writeAudit } from '../audit.ts';
import { requireStanding } from './unit-guards.ts';

/**
 * Gives a person a post from a day on; with `endsId` it is a transfer or a promotion (điều động, bổ nhiệm), and the post that is left ends the day
 * before. A post that began that same day was never held: so a mistake is corrected.
 * @throws ApiError person_not_found, unit_not_found, forbidden, dates_reversed, unit_not_standing, position_not_found, position_ended,
 *   day_before_start
 */
export async function givePosition(
  context: CommandContext,
  personId: string,
  { unitId, from, to, endsId, ...post }: GivePositionRequest,
): Promise<void> {
  await requireAdministeredPerson(context, personId);
  const unit = await requireAdministeredUnit(context, unitId);
  if (to !== null && to < from) throw new ApiError('dates_reversed');
  requireStanding(unit, from, to);
  await context.db.transaction(async (tx) => {
    await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update');
    if (endsId !== null) await leave(tx, context, { personId, positionId: endsId, from });
    await tx.insert(positions).values({ ...post, personId, unitId, validFrom: from, validTo: to });
    await writeAudit(tx, context, {
      action: 'position.give',
      subjectKind: 'person',
      subjectId: personId,
      details: { unitId, title: post.title, from, to, endsId },
    });
  });
}

/** Ends the post that is left, or takes it away where it would never have been held. */
async function leave(
  tx: Executor,
  { actor }: CommandContext,
  { personId, positionId, from }: { personId: string; positionId: string; from: string },
): Promise<void> {
  const [left] = await tx
    .select()
    .from(positions)
    .where(and(eq(positions.id, positionId), eq(positions.personId, personId)))
    .for('update');
  if (!left) throw new ApiError('position_not_found');
  await requireAdministeredUnit({ db: tx, actor }, left.unitId);
  if (left.validTo !== null && left.validTo < from) throw new ApiError('position_ended');
  if (from < left.validFrom) throw new ApiError('day_before_start', { parameters: { date: left.validFrom } });
  if (from === left.validFrom) await tx.delete(positions).where(eq(positions.id, positionId));
  else
    await tx
      .update(positions)
      .set({ validTo: addDays(from, -1) })
      .where(eq(positions.id, positionId));
}
