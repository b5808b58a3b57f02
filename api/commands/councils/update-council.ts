import { eq, max } from 'drizzle-orm';
import { councilMembers } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { UpdateCouncilRequest } from '../../contract/councils.ts';
import { ApiError } from '../../errors.ts';
import { writeAudit } from '../audit.ts';
import { administeredCouncil, claimCouncil, requireStandingBody, requireTerm } from './council-guards.ts';

/**
 * Changes what a council is called, the decision that established it, its standing body, its symbol and the end of its term.
 * @throws ApiError council_not_found, forbidden, unit_not_found, council_ends_too_early, version_conflict
 */
export async function updateCouncil(
  context: CommandContext,
  { councilId, version, ...changes }: UpdateCouncilRequest & { councilId: string },
): Promise<void> {
  const council = await administeredCouncil(context, councilId);
  requireTerm(council.validFrom, changes.validTo);
  await context.db.transaction(async (tx) => {
    await requireStandingBody(tx, changes.standingBodyId);
    await claimCouncil(tx, councilId, version, changes);
    const [last] = await tx
      .select({ from: max(councilMembers.validFrom) })
      .from(councilMembers)
      .where(eq(councilMembers.councilId, councilId));
    if (changes.validTo !== null && last?.from && changes.validTo < last.from)
      throw new ApiError('council_ends_too_early');
    await writeAudit(tx, context, {
      action: 'council.update',
      subjectKind: 'council',
      subjectId: councilId,
      details: changes,
    });
  });
}
