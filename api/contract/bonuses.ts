import { z } from 'zod';
import { awardCode, grade } from './catalogue.ts';
import { id, localDate } from './common.ts';

/** Bonus of one nominee. */
export const bonusRow = z
  .strictObject({
    nominationId: id,
    seq: z.int().min(1),
    name: z.string(),
    payee: z.enum(['person', 'collective', 'household']),
    /** Multiple of the base salary in tenths: 45 is 4.5 times. */
    tenths: z.int().min(1),
    /** Whole đồng. */
    baseSalary: z.int().min(1),
    amount: z.int().min(0),
    /** Title of the same period whose bonus is paid instead; null where this one is paid. */
    replacedBy: awardCode.nullable(),
    /** Lower titles of the same period: what was paid for them is set off. */
    replaces: z.array(awardCode),
  })
  .meta({ id: 'BonusRow' });

/** What a decision costs: a line for each nominee it awards. */
export const bonusTable = z
  .strictObject({
    /** Day whose base salary counts: that of the decision, or today while there is none. */
    decidedOn: localDate,
    /** Not decided yet: those still in play, as if they were awarded today. */
    provisional: z.boolean(),
    rows: z.array(bonusRow),
    /** Whole đồng, without what is paid otherwise. */
    total: z.int().min(0),
    /** Whose fund pays; null where the law does not say. */
    payer: z.enum(['deciding_body', 'proposing_ministry']).nullable(),
    sources: z.array(z.strictObject({ citation: z.string(), grade })),
    /** Why there are no amounts, e.g. that the organisation has set none; null where there are. */
    problem: z.string().nullable(),
  })
  .meta({ id: 'BonusTable' });

export type BonusRow = z.infer<typeof bonusRow>;
export type BonusTable = z.infer<typeof bonusTable>;
