import { z } from 'zod';
import { awardCode } from './catalogue.ts';
import { id, localDate, queryYear, year } from './common.ts';

/** So many of the awardees are it, of those of whom it is known; the share in hundredths of a percent. */
const knownShare = z.strictObject({
  count: z.int().min(0),
  known: z.int().min(0),
  share: z.int().min(0).max(10_000).nullable(),
});

/** Awards given to how many persons and collectives, and how many of the persons are women and direct workers. */
const awardees = {
  persons: z.int().min(0),
  collectives: z.int().min(0),
  women: knownShare,
  /** Work directly on production or service, not in leadership (người lao động trực tiếp), at the end of the award's year. */
  directWorkers: knownShare,
};
export const awardShare = z
  .strictObject({
    /** Which of the three it is grouped by is filled in. */
    awardCode: awardCode.nullable(),
    campaign: z.strictObject({ id, name: z.string() }).nullable(),
    decision: z.strictObject({ symbol: z.string(), decidedOn: localDate.nullable() }).nullable(),
    ...awardees,
  })
  .meta({ id: 'AwardShare' });
export const awardShares = z
  .strictObject({
    fromYear: year,
    toYear: year,
    overall: z.strictObject(awardees),
    items: z.array(awardShare),
  })
  .meta({ id: 'AwardShares' });
/** The years in between count, whichever of the two is the later one. */
export const awardSharesQuery = z.strictObject({
  fromYear: queryYear,
  toYear: queryYear,
  by: z.enum(['award', 'campaign', 'decision']).default('award'),
});

export const recordDirectWorkRequest = z
  .strictObject({
    entries: z
      .array(
        z.strictObject({
          personId: id,
          isDirectWorker: z.boolean(),
          /** From this day on; from the beginning of the present post where it is left out. */
          from: localDate.nullable().default(null),
        }),
      )
      .min(1)
      .max(2000),
  })
  .meta({ id: 'RecordDirectWorkRequest' });
export const directWorkResult = z
  .strictObject({ changed: z.int().min(0), unchanged: z.int().min(0) })
  .meta({ id: 'DirectWorkResult' });

export type AwardShare = z.infer<typeof awardShare>;
export type AwardShares = z.infer<typeof awardShares>;
export type AwardSharesQuery = z.infer<typeof awardSharesQuery>;
export type DirectWorkEntry = z.infer<typeof recordDirectWorkRequest>['entries'][number];
export type DirectWorkResult = z.infer<typeof directWorkResult>;
