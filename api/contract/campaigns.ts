import { z } from 'zod';
import { awardCode, campaign } from './catalogue.ts';
import { id, line, localDate } from './common.ts';

const wanted = z.int().min(0).max(1_000_000_000);
const share = z.int().min(0).max(10_000);

/** What an alternative wants; shares in hundredths of a percent of the base that is named. `strict`: more than, not just as much. */
export const aim = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('number'), atLeast: wanted, strict: z.boolean().default(false) }),
    z.strictObject({
      kind: z.literal('share'),
      atLeast: share,
      strict: z.boolean().default(false),
      base: line(300),
    }),
    z.strictObject({ kind: z.literal('rank'), atLeast: wanted, strict: z.boolean().default(false) }),
  ])
  .meta({ id: 'TargetAim' });
export const outcome = z.enum(['met', 'missed', 'unknown']);
export const targetTrack = z.enum(['professional', 'party', 'union']);

export const targetAlternative = z
  .strictObject({
    id,
    name: z.string(),
    aim,
    /** Award whose holders among the collectives of the launching unit are counted. */
    awardCode: awardCode.nullable(),
    /** What was reached, and where that is known from; null where it is not known. */
    actual: z
      .strictObject({
        value: z.int().min(0),
        against: z.int().min(0).nullable(),
        from: z.enum(['report', 'ledger']),
        source: z.string().nullable(),
      })
      .nullable(),
    /** Value per base in hundredths of a percent, of a share. */
    basisPoints: z.int().nullable(),
    outcome,
  })
  .meta({ id: 'TargetAlternative' });

export const campaignTarget = z
  .strictObject({
    id,
    track: targetTrack,
    name: z.string(),
    /** Met by any one of the alternatives. */
    outcome,
    alternatives: z.array(targetAlternative),
  })
  .meta({ id: 'CampaignTarget' });

export const campaignDetail = campaign
  .extend({
    theme: z.string().nullable(),
    criteria: z.array(z.string()),
    parent: z.strictObject({ id, name: z.string() }).nullable(),
    /** Waves and themes under it. */
    parts: z.array(campaign),
    targets: z.array(campaignTarget),
    summary: z.strictObject({ met: z.int(), missed: z.int(), unknown: z.int() }),
    /** To be named by whoever writes the targets. */
    version: z.int().min(1),
    canWrite: z.boolean(),
  })
  .meta({ id: 'CampaignDetail' });

export const createCampaignRequest = z
  .strictObject({
    unitId: id,
    parentId: id.nullable().default(null),
    kind: z.enum(['regular', 'wave', 'theme']),
    name: line(500),
    theme: line(500).nullable().default(null),
    criteria: z.array(line(1000)).max(50).default([]),
    startsOn: localDate,
    endsOn: localDate.nullable().default(null),
  })
  .meta({ id: 'CreateCampaignRequest' });

const version = z.int().min(1).max(2_147_483_647);
export const writeTargetsRequest = z
  .strictObject({
    version,
    targets: z
      .array(
        z.strictObject({
          track: targetTrack.default('professional'),
          name: line(500),
          alternatives: z
            .array(
              z.strictObject({
                name: line(500),
                aim,
                awardCode: awardCode.nullable().default(null),
              }),
            )
            .min(1)
            .max(10),
        }),
      )
      .max(200),
  })
  .meta({ id: 'WriteTargetsRequest' });

/** What was reached. `against`: of a share the base, of a rank the place before; null for a number. */
export const reportActualsRequest = z
  .strictObject({
    actuals: z
      .array(
        z.strictObject({
          alternativeId: id,
          value: wanted,
          against: wanted.nullable().default(null),
          source: line(300),
        }),
      )
      .min(1)
      .max(500),
  })
  .meta({ id: 'ReportActualsRequest' });

export type CampaignDetail = z.infer<typeof campaignDetail>;
export type CampaignTarget = z.infer<typeof campaignTarget>;
export type TargetAlternative = z.infer<typeof targetAlternative>;
export type CreateCampaignRequest = z.infer<typeof createCampaignRequest>;
export type WriteTargetsRequest = z.infer<typeof writeTargetsRequest>;
export type ReportActualsRequest = z.infer<typeof reportActualsRequest>;
