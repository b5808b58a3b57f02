import { eq } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { campaigns } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { unitsOfRoles } from './actor.ts';
import { coversUnit } from './places.ts';

export type Campaign = typeof campaigns.$inferSelect;
type Reader = Pick<CommandContext, 'actor'> & { db: Executor };

/** Campaigns of a unit are kept by its clerks, its standing body and its head. */
export async function keepsCampaigns({ db, actor }: Reader, unitId: string): Promise<boolean> {
  const own = unitsOfRoles(actor, ['appraiser', 'head']).includes(unitId);
  return own || coversUnit(db, actor, ['clerk'], unitId);
}

/** The campaign; everybody may read it. @throws ApiError unknown_campaign */
export async function findCampaign(db: Executor, campaignId: string): Promise<Campaign> {
  const [campaign] = await db.select().from(campaigns).where(eq(campaigns.id, campaignId));
  if (!campaign) throw new ApiError('unknown_campaign');
  return campaign;
}

/** The campaign, locked for a command of those who keep it. @throws ApiError unknown_campaign, forbidden */
export async function lockKeptCampaign(context: Reader, campaignId: string): Promise<Campaign> {
  const [campaign] = await context.db
    .select()
    .from(campaigns)
    .where(eq(campaigns.id, campaignId))
    .for('update');
  if (!campaign) throw new ApiError('unknown_campaign');
  if (!(await keepsCampaigns(context, campaign.launchedBy))) throw new ApiError('forbidden');
  return campaign;
}
