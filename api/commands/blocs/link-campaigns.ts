import { eq, inArray } from 'drizzle-orm';
import { blocCampaigns, blocYears, campaigns } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { LinkBlocCampaignsRequest } from '../../contract/blocs.ts';
import { ApiError } from '../../errors.ts';
import { writtenBlocYear } from '../../policies/blocs.ts';
import { writeAudit } from '../audit.ts';
import { lockBlocYear, nextVersion, requireDraft } from './bloc-guards.ts';

/**
 * Says with which campaigns, and so with which targets, a bloc launches its year, while the year is a draft.
 * @throws ApiError bloc_year_not_found, forbidden, version_conflict, bloc_year_not_draft, unknown_campaign
 */
export async function linkCampaigns(
  context: CommandContext,
  { blocYearId, version, campaignIds }: LinkBlocCampaignsRequest & { blocYearId: string },
): Promise<void> {
  await writtenBlocYear(context, blocYearId);
  await context.db.transaction(async (tx) => {
    requireDraft(await lockBlocYear(tx, blocYearId, version));
    const known = await tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(inArray(campaigns.id, campaignIds));
    if (known.length < campaignIds.length) throw new ApiError('unknown_campaign');
    await tx.delete(blocCampaigns).where(eq(blocCampaigns.blocYearId, blocYearId));
    if (campaignIds.length > 0)
      await tx.insert(blocCampaigns).values(campaignIds.map((campaignId) => ({ blocYearId, campaignId })));
    await tx.update(blocYears).set({ version: nextVersion }).where(eq(blocYears.id, blocYearId));
    await writeAudit(tx, context, {
      action: 'bloc.campaigns',
      subjectKind: 'bloc_year',
      subjectId: blocYearId,
      details: { campaignIds },
    });
  });
}
