import { z } from 'zod';
import { commendationKind, grade } from './catalogue.ts';
import { listOf, year } from './common.ts';

/** Cases of one kind of commendation; shares in hundredths of a percent. */
export const caseLoadRow = z
  .strictObject({
    kind: commendationKind,
    count: z.int().min(0),
    /** Computed from the counts. */
    share: z.int().min(0).max(10_000),
    /** As the source prints it. */
    printed: z.int().min(0).max(10_000),
    differs: z.boolean(),
    note: z.string().nullable(),
  })
  .meta({ id: 'CaseLoadRow' });

/** Cases that were appraised and submitted to the Prime Minister and the President in a year. */
export const caseLoad = z
  .strictObject({ year, total: z.int().min(0), rows: z.array(caseLoadRow), citation: z.string(), grade })
  .meta({ id: 'CaseLoad' });
export const caseLoadList = listOf(caseLoad).meta({ id: 'CaseLoadList' });

export type CaseLoadRow = z.infer<typeof caseLoadRow>;
export type CaseLoad = z.infer<typeof caseLoad>;
