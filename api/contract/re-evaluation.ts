import { z } from 'zod';
import { id, localDate, reason } from './common.ts';
import { ruleDifference } from './dossiers.ts';

const verdict = z.enum(['eligible', 'not_eligible', 'needs_judgement']);
const side = z.strictObject({ ruleSetId: z.string(), ruleSetName: z.string(), effectiveFrom: localDate });

/** A dossier under the law that binds it and under a newer one, side by side. */
export const reEvaluation = z
  .strictObject({
    before: side,
    after: side,
    differences: z.array(ruleDifference),
    nominations: z.array(z.strictObject({ id, name: z.string(), before: verdict, after: verdict })),
    /** May the dossier be bound to the newer law? Not where it says the same, or is worse for a nominee. */
    refusal: z.enum(['nothing_differs', 'less_favourable']).nullable(),
    /** Names exactly this comparison: whoever binds the dossier says that they have seen it. */
    seen: z.string(),
  })
  .meta({ id: 'ReEvaluation' });
export const reEvaluateRequest = z
  .strictObject({ seen: z.string().min(1).max(200), reason })
  .meta({ id: 'ReEvaluateRequest' });

export type ReEvaluation = z.infer<typeof reEvaluation>;
