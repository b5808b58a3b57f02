import { eq, inArray, sql } from 'drizzle-orm';
import { awards, campaigns, campaignTargets, targetAlternatives } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { WriteTargetsRequest } from '../../contract/campaigns.ts';
import { ApiError } from '../../errors.ts';
import { lockKeptCampaign } from '../../policies/campaigns.ts';
import { writeAudit } from '../audit.ts';

/**
 * Sets all targets of a campaign anew, until something was reported of them.
 * @throws ApiError unknown_campaign, forbidden, version_conflict, targets_reported, unknown_award
 */
export async function writeTargets(
  context: CommandContext,
  { campaignId, version, targets }: WriteTargetsRequest & { campaignId: string },
): Promise<void> {
  await context.db.transaction(async (tx) => {
    const campaign = await lockKeptCampaign({ ...context, db: tx }, campaignId);
    if (campaign.version !== version) throw new ApiError('version_conflict');
    const before = await tx
      .select({ reportedAt: targetAlternatives.reportedAt })
      .from(campaignTargets)
      .innerJoin(targetAlternatives, eq(targetAlternatives.targetId, campaignTargets.id))
      .where(eq(campaignTargets.campaignId, campaignId));
    if (before.some(({ reportedAt }) => reportedAt !== null)) throw new ApiError('targets_reported');
    const alternatives = targets.flatMap((target) => target.alternatives);
    const codes = [...new Set(alternatives.flatMap(({ awardCode }) => awardCode ?? []))];
    const known = await tx.select({ code: awards.code }).from(awards).where(inArray(awards.code, codes));
    const missing = codes.find((code) => !known.some((award) => award.code === code));
    if (missing !== undefined) throw new ApiError('unknown_award', { parameters: { award: missing } });

    await tx.delete(campaignTargets).where(eq(campaignTargets.campaignId, campaignId));
    for (const [position, { track, name, alternatives: ways }] of targets.entries()) {
      const [target] = await tx
        .insert(campaignTargets)
        .values({ campaignId, position, track, name })
        .returning({ id: campaignTargets.id });
      if (!target) throw new Error('insert of a target returned no row');
      await tx
        .insert(targetAlternatives)
        .values(ways.map((way, i) => ({ ...way, targetId: target.id, position: i })));
    }
    await tx
      .update(campaigns)
      .set({ version: sql`${campaigns.version} + 1` })
      .where(eq(campaigns.id, campaignId));
    await writeAudit(tx, context, {
      action: 'campaign.targets',
      subjectKind: 'campaign',
      subjectId: campaignId,
      details: { targets: targets.length },
    });
  });
}
