import { eq } from 'drizzle-orm';
import { lawOfUnit } from '../../../db/bound-law.ts';
import type { Executor } from '../../../db/client.ts';
import { nextDossierNumber } from '../../../db/dossier-numbers.ts';
import { awards, campaigns, dossiers, units } from '../../../db/schema/index.ts';
import { dossierCode } from '../../../domain/numbering.ts';
import type { CommandContext } from '../../context.ts';
import type { CreateDossierRequest } from '../../contract/dossiers.ts';
import { ApiError } from '../../errors.ts';
import { coversUnit } from '../../policies/places.ts';
import { findAwardRule } from '../../queries/rule-sets.ts';
import { writeAudit } from '../audit.ts';

/**
 * Starts a dossier as a draft of a unit's clerk; returns its id.
 * @throws ApiError forbidden, unit_not_found, unknown_award, award_without_rule, campaign_not_found, period_reversed
 */
export async function createDossier(context: CommandContext, props: CreateDossierRequest): Promise<string> {
  const { db, actor, now, today } = context;
  if (!(await coversUnit(db, actor, ['clerk'], props.unitId))) throw new ApiError('forbidden');
  const [unit] = await db.select().from(units).where(eq(units.id, props.unitId));
  if (!unit) throw new ApiError('unit_not_found');
  const [award] = await db.select().from(awards).where(eq(awards.code, props.awardCode));
  if (!award) throw new ApiError('unknown_award', { parameters: { award: props.awardCode } });
  const law = await lawOfUnit(db, unit.id, today);
  if (law && !findAwardRule(law.ruleSet, award.code)) {
    throw new ApiError('award_without_rule', { parameters: { award: award.code } });
  }
  const isTitle = award.kind === 'title';
  if (isTitle && (props.commendationKind ?? props.simplifiedCase)) throw new ApiError('title_without_kind');
  if (props.periodTo < props.periodFrom) throw new ApiError('period_reversed');
  if (props.campaignId) await requireCampaign(db, props.campaignId);

  const period =
    props.periodFrom === props.periodTo ? `${props.periodTo}` : `${props.periodFrom}–${props.periodTo}`;
  const year = Number(today.slice(0, 4));
  return db.transaction(async (tx) => {
    const [dossier] = await tx
      .insert(dossiers)
      .values({
        code: dossierCode(year, await nextDossierNumber(tx, year)),
        unitId: unit.id,
        awardCode: award.code,
        campaignId: props.campaignId ?? null,
        periodFrom: props.periodFrom,
        periodTo: props.periodTo,
        commendationKind: isTitle ? null : (props.commendationKind ?? 'merit'),
        simplifiedCase: props.simplifiedCase ?? null,
        title: props.title ?? `${award.nameVi} – ${unit.name}, ${period}`,
        createdBy: actor.accountId,
        createdAt: now,
      })
      .returning({ id: dossiers.id, code: dossiers.code });
    if (!dossier) throw new Error('insert of a dossier returned no row');
    await writeAudit(tx, context, {
      action: 'dossier.create',
      subjectKind: 'dossier',
      subjectId: dossier.id,
      details: { code: dossier.code, award: award.code, unitId: unit.id },
    });
    return dossier.id;
  });
}

async function requireCampaign(db: Executor, campaignId: string): Promise<void> {
  const [campaign] = await db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  if (!campaign) throw new ApiError('campaign_not_found');
}
