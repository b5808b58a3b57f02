import { eq } from 'drizzle-orm';
import { blocYears } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { WritePledgeRequest } from '../../contract/blocs.ts';
import { ApiError } from '../../errors.ts';
import { writtenBlocYear } from '../../policies/blocs.ts';
import { writeAudit } from '../audit.ts';
import { lockBlocYear, nextVersion } from './bloc-guards.ts';

/**
 * Writes what the members of a bloc will pledge, until it is put before them to be signed.
 * @throws ApiError bloc_year_not_found, forbidden, version_conflict, pledge_stands
 */
export async function writePledge(
  context: CommandContext,
  { blocYearId, version, place, on, commitments }: WritePledgeRequest & { blocYearId: string },
): Promise<void> {
  await writtenBlocYear(context, blocYearId);
  await context.db.transaction(async (tx) => {
    const { status, pledgeHash } = await lockBlocYear(tx, blocYearId, version);
    if (pledgeHash !== null || (status !== 'draft' && status !== 'running'))
      throw new ApiError('pledge_stands');
    await tx
      .update(blocYears)
      .set({ pledgePlace: place, pledgeOn: on, commitments, version: nextVersion })
      .where(eq(blocYears.id, blocYearId));
    await writeAudit(tx, context, {
      action: 'bloc.pledge',
      subjectKind: 'bloc_year',
      subjectId: blocYearId,
      details: { commitments: commitments.length },
    });
  });
}
