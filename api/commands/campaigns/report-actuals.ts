import { and, eq, inArray } from 'drizzle-orm';
import { campaignTargets, targetAlternatives } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { ReportActualsRequest } from '../../contract/campaigns.ts';
import type { FieldError, Locale } from '../../contract/common.ts';
import { ApiError } from '../../errors.ts';
import { lockKeptCampaign } from '../../policies/campaigns.ts';
import { writeAudit } from '../audit.ts';

/**
 * Reports what was reached of the targets of a campaign, all of it or nothing; a later report takes the place of an earlier one.
 * @throws ApiError unknown_campaign, forbidden, actuals_invalid
 */
export async function reportActuals(
  context: CommandContext,
  { campaignId, actuals }: ReportActualsRequest & { campaignId: string },
): Promise<void> {
  const { db, actor, now } = context;
  await db.transaction(async (tx) => {
    await lockKeptCampaign({ ...context, db: tx }, campaignId);
    const ids = actuals.map(({ alternativeId }) => alternativeId);
    const known = await tx
      .select({ id: targetAlternatives.id, aim: targetAlternatives.aim })
      .from(targetAlternatives)
      .innerJoin(campaignTargets, eq(campaignTargets.id, targetAlternatives.targetId))
      .where(and(eq(campaignTargets.campaignId, campaignId), inArray(targetAlternatives.id, ids)));
    const kinds = new Map(known.map(({ id, aim }) => [id, aim.kind]));
    const faults = actuals.flatMap(({ alternativeId, value, against }, i): [string, Fault][] => {
      const kind = kinds.get(alternativeId);
      if (kind === undefined) return [[`actuals[${i}].alternativeId`, 'target_unknown']];
      if ((kind === 'number') !== (against === null)) return [[`actuals[${i}].against`, 'base_unfit']];
      if (kind === 'share' && value > (against ?? 0)) return [[`actuals[${i}].value`, 'above_base']];
      return [];
    });
    if (faults.length > 0) {
      throw new ApiError('actuals_invalid', {
        errors: (locale) =>
          faults.map(([path, code]): FieldError => ({ path, code, detail: sentences[code][locale] })),
      });
    }
    for (const { alternativeId, value, against, source } of actuals) {
      await tx
        .update(targetAlternatives)
        .set({
          actualValue: value,
          actualAgainst: against,
          actualSource: source,
          reportedBy: actor.accountId,
          reportedAt: now,
        })
        .where(eq(targetAlternatives.id, alternativeId));
    }
    await writeAudit(tx, context, {
      action: 'campaign.report',
      subjectKind: 'campaign',
      subjectId: campaignId,
      details: { actuals },
    });
  });
}

type Fault = keyof typeof sentences;
const sentences = {
  target_unknown: {
    vi: 'Chỉ tiêu này không thuộc phong trào.',
    en: 'This target is not one of the campaign.',
  },
  base_unfit: {
    vi: 'Tỷ lệ cần tổng số, thứ hạng cần thứ hạng trước; chỉ tiêu số lượng thì không.',
    en: 'A share needs its base and a rank the place before; a number needs neither.',
  },
  above_base: { vi: 'Số đạt lớn hơn tổng số.', en: 'The part is larger than its base.' },
} as const satisfies Record<string, Record<Locale, string>>;
