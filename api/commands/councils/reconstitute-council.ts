import type { CommandContext } from '../../context.ts';
import type { ReconstituteRequest } from '../../contract/councils.ts';
import { writeAudit } from '../audit.ts';
import { constitute } from './constitute.ts';
import { administeredCouncil, claimCouncil } from './council-guards.ts';

/**
 * Re-constitutes a council (kiện toàn), also in the middle of a year: all its members from a day on, with the decision that
 * says so. Sessions that are open keep the members they were opened with.
 * @throws ApiError council_not_found, forbidden, version_conflict, and what `constitute` throws
 */
export async function reconstituteCouncil(
  context: CommandContext,
  {
    councilId,
    version,
    from,
    members,
    establishedBy,
    establishedOn,
  }: ReconstituteRequest & { councilId: string },
): Promise<void> {
  await administeredCouncil(context, councilId);
  await context.db.transaction(async (tx) => {
    const council = await claimCouncil(tx, councilId, version, { establishedBy, establishedOn });
    await constitute(tx, council, { from, members });
    await writeAudit(tx, context, {
      action: 'council.reconstitute',
      subjectKind: 'council',
      subjectId: councilId,
      details: { from, establishedBy, establishedOn, members },
    });
  });
}
