import { eq } from 'drizzle-orm';
import { lawOfUnit } from '../../../db/bound-law.ts';
import type { Executor } from '../../../db/client.ts';
import { awards, campaigns, units } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { CreateDossierRequest } from '../../contract/dossiers.ts';
import { ApiError } from '../../errors.ts';
import { coversUnit } from '../../policies/places.ts';
import { findAwardRule } from '../../queries/rule-sets.ts';
import { requireStanding } from '../organisation/unit-guards.ts';
import { insertDraft } from './insert-draft.ts';

/**
 * Starts a dossier as a draft of a unit's clerk; returns its id.
 * @throws ApiError forbidden, unit_not_found, unit_not_standing, unknown_award, award_without_rule, campaign_not_found, period_reversed
 */
export async function createDossier(context: CommandContext, props: CreateDossierRequest): Promise<string> {
  const { db, actor, today } = context;
  if (!(await coversUnit(db, actor, ['clerk'], props.unitId))) throw new ApiError('forbidden');
  const [unit] = await db.select().from(units).where(eq(units.id, props.unitId));
  if (!unit) throw new ApiError('unit_not_found');
  requireStanding(unit, today, today);
  const [award] = await db.select().from(awards).where(eq(awards.code, props.awardCode));
  if (!award) throw new ApiError('unknown_award', { parameters: { award: props.awardCode } });
  const law = await lawOfUnit(db, unit.id, today);
  if (law && !findAwardRule(law.ruleSet, award.code)) {
    throw new ApiError('award_without_rule', { parameters: { award: award.code } });
  }
  if (award.kind === 'title' && (props.commendationKind ?? props.simplifiedCase))
    throw new ApiError('title_without_kind');
  if (props.periodTo < props.periodFrom) throw new ApiError('period_reversed');
  if (props.campaignId) await requireCampaign(db, props.campaignId);

  return db.transaction(async (tx) => (await insertDraft(tx, context, { ...props, unit, award })).id);
}

async function requireCampaign(db: Executor, campaignId: string): Promise<void> {
  const [campaign] = await db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  if (!campaign) throw new ApiError('campaign_not_found');
}
