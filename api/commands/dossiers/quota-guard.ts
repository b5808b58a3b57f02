import { and, eq, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { dossiers, nominations, positions, units } from '../../../db/schema/index.ts';
import type { RuleSet } from '../../../domain/law/rule-set.ts';
import { quotaLimit } from '../../../domain/quota.ts';
import { ApiError } from '../../errors.ts';
import type { Dossier } from '../../policies/dossiers.ts';
import { unitsBelow } from '../../policies/places.ts';

/**
 * Holds a draft to the organisation's quota: what its unit has proposed of the award for the year, this dossier included, and
 * what was withdrawn, rejected or removed left out. @throws ApiError quota_exceeded
 */
export async function requireQuota(
  tx: Executor,
  dossier: Dossier,
  ruleSet: Pick<RuleSet, 'own'>,
  today: string,
): Promise<void> {
  const quota = ruleSet.own?.quotas.find(({ award }) => award === dossier.awardCode);
  if (!quota) return;
  // Two dossiers of the unit submitted at once would each miss the other in their count.
  await tx.select({ id: units.id }).from(units).where(eq(units.id, dossier.unitId)).for('no key update');
  const limit = quotaLimit(quota, await staffOf(tx, dossier.unitId, today));
  const [row] = await tx
    .select({ proposed: sql<number>`count(*)::int` })
    .from(nominations)
    .innerJoin(dossiers, eq(dossiers.id, nominations.dossierId))
    .where(
      and(
        eq(dossiers.unitId, dossier.unitId),
        eq(dossiers.awardCode, dossier.awardCode),
        eq(dossiers.periodTo, dossier.periodTo),
        or(
          eq(dossiers.id, dossier.id),
          inArray(dossiers.status, ['running', 'returned', 'on_hold', 'decided', 'issued', 'closed']),
        ),
        ne(nominations.status, 'removed'),
      ),
    );
  const proposed = row?.proposed ?? 0;
  if (proposed > limit) {
    throw new ApiError('quota_exceeded', {
      parameters: { proposed, limit, year: dossier.periodTo, citation: quota.citation },
    });
  }
}

/** People with a post in the unit or below it on a day. */
async function staffOf(tx: Executor, unitId: string, today: string): Promise<number> {
  const [row] = await tx
    .select({ staff: sql<number>`count(distinct ${positions.personId})::int` })
    .from(positions)
    .where(
      and(
        inArray(positions.unitId, unitsBelow([unitId])),
        lte(positions.validFrom, today),
        or(isNull(positions.validTo), gte(positions.validTo, today)),
      ),
    );
  return row?.staff ?? 0;
}
