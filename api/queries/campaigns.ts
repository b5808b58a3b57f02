import { asc, eq, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { campaigns, campaignTargets, targetAlternatives } from '../../db/schema/index.ts';
import { type Actual, anyOutcome, outcomeOf } from '../../domain/campaigns/target.ts';
import { basisPoints } from '../../domain/percent.ts';
import type { CommandContext } from '../context.ts';
import type { CampaignDetail, CampaignTarget, TargetAlternative } from '../contract/campaigns.ts';
import { ApiError } from '../errors.ts';
import { type Campaign, findCampaign, keepsCampaigns } from '../policies/campaigns.ts';
import { unitsBelow } from '../policies/places.ts';
import { selectCampaigns } from './catalogue.ts';

/** A campaign with its targets against what was reached. @throws ApiError unknown_campaign */
export async function getCampaign(context: CommandContext, campaignId: string): Promise<CampaignDetail> {
  const { db } = context;
  const row = await findCampaign(db, campaignId);
  const [[campaign], parts, [parent], targets, canWrite] = await Promise.all([
    selectCampaigns(db, eq(campaigns.id, campaignId)),
    selectCampaigns(db, eq(campaigns.parentId, campaignId)),
    row.parentId === null
      ? []
      : db
          .select({ id: campaigns.id, name: campaigns.name })
          .from(campaigns)
          .where(eq(campaigns.id, row.parentId)),
    targetsOf(db, row),
    keepsCampaigns(context, row.launchedBy),
  ]);
  if (!campaign) throw new ApiError('unknown_campaign');
  const counted = (wanted: CampaignTarget['outcome']) =>
    targets.filter(({ outcome }) => outcome === wanted).length;
  return {
    ...campaign,
    theme: row.theme,
    criteria: row.criteria,
    parent: parent ?? null,
    parts,
    targets,
    summary: { met: counted('met'), missed: counted('missed'), unknown: counted('unknown') },
    version: row.version,
    canWrite,
  };
}

type Alternative = typeof targetAlternatives.$inferSelect;

async function targetsOf(db: Executor, campaign: Campaign): Promise<CampaignTarget[]> {
  const rows = await db
    .select({ target: campaignTargets, alternative: targetAlternatives })
    .from(campaignTargets)
    .innerJoin(targetAlternatives, eq(targetAlternatives.targetId, campaignTargets.id))
    .where(eq(campaignTargets.campaignId, campaign.id))
    .orderBy(asc(campaignTargets.position), asc(targetAlternatives.position));
  const inLedger = await ledgerCounts(db, campaign);
  return [...Map.groupBy(rows, ({ target }) => target.id).values()].flatMap((group): CampaignTarget[] => {
    const target = group[0]?.target;
    if (!target) return [];
    const alternatives = group.map(({ alternative }) => alternativeOf(alternative, inLedger));
    const outcome = anyOutcome(alternatives.map((one) => one.outcome));
    return [{ id: target.id, track: target.track, name: target.name, outcome, alternatives }];
  });
}

function alternativeOf(row: Alternative, inLedger: Map<string, number>): TargetAlternative {
  const actual = actualOf(row, inLedger);
  const { aim } = row;
  return {
    id: row.id,
    name: row.name,
    aim,
    awardCode: row.awardCode,
    actual,
    basisPoints: aim.kind === 'share' && actual?.against ? basisPoints(actual.value, actual.against) : null,
    outcome: outcomeOf(aim, actual),
  };
}

/** What was reported; else, where an award is named, what the ledger counts of it. */
function actualOf(
  { actualValue, actualAgainst, actualSource, awardCode }: Alternative,
  inLedger: Map<string, number>,
): (Actual & { from: 'report' | 'ledger'; source: string | null }) | null {
  if (actualValue !== null)
    return { value: actualValue, against: actualAgainst, from: 'report', source: actualSource };
  const counted = awardCode === null ? undefined : inLedger.get(awardCode);
  return counted === undefined ? null : { value: counted, against: null, from: 'ledger', source: null };
}

/** Collectives of the launching unit that hold an award of the campaign's years, by award; what nobody holds is not there. */
async function ledgerCounts(
  db: Executor,
  { launchedBy, startsOn, endsOn }: Campaign,
): Promise<Map<string, number>> {
  const { rows } = await db.execute<{ award_code: string; holders: number }>(sql`
    select award_code, count(distinct unit_id)::int as holders from ledger_awards
    where unit_id in ${unitsBelow([launchedBy])} and revoked_on is null and struck_at is null
      and year between ${Number(startsOn.slice(0, 4))} and ${Number((endsOn ?? '9999').slice(0, 4))}
    group by award_code`);
  return new Map(rows.map(({ award_code: code, holders }) => [code, holders]));
}
