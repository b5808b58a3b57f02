import { eq } from 'drizzle-orm';
import { campaigns, units } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { CreateCampaignRequest } from '../../contract/campaigns.ts';
import { ApiError } from '../../errors.ts';
import { findCampaign, keepsCampaigns } from '../../policies/campaigns.ts';
import { writeAudit } from '../audit.ts';

/**
 * Launches a campaign of a unit: a movement, a wave of one, or a theme. A part lies within the days of the whole. Returns its id.
 * @throws ApiError forbidden, unit_not_found, unknown_campaign, campaign_dates_reversed, campaign_outside_parent
 */
export async function createCampaign(context: CommandContext, props: CreateCampaignRequest): Promise<string> {
  const { db } = context;
  const { unitId, ...campaign } = props;
  const [unit] = await db.select({ id: units.id }).from(units).where(eq(units.id, unitId));
  if (!unit) throw new ApiError('unit_not_found');
  if (!(await keepsCampaigns(context, unitId))) throw new ApiError('forbidden');
  if (props.endsOn !== null && props.endsOn < props.startsOn) throw new ApiError('campaign_dates_reversed');
  if (props.parentId !== null) {
    const { startsOn, endsOn } = await findCampaign(db, props.parentId);
    const endsLater = endsOn !== null && (props.endsOn === null || props.endsOn > endsOn);
    if (props.startsOn < startsOn || endsLater) throw new ApiError('campaign_outside_parent');
  }
  return db.transaction(async (tx) => {
    const [created] = await tx
      .insert(campaigns)
      .values({ ...campaign, launchedBy: unitId })
      .returning({ id: campaigns.id });
    if (!created) throw new Error('insert of a campaign returned no row');
    await writeAudit(tx, context, {
      action: 'campaign.create',
      subjectKind: 'campaign',
      subjectId: created.id,
      details: { unitId, kind: props.kind, parentId: props.parentId },
    });
    return created.id;
  });
}
