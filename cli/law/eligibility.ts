import { z } from 'zod';
import { eligibility } from '../../domain/eligibility/eligibility.ts';
import { nomineeRecordSchema } from '../../domain/eligibility/record.ts';
import { commendationKindSchema } from '../../domain/law/criteria.ts';
import { question } from './question.ts';

const year = z.int().min(1945).max(2200);
const input = z.strictObject({
  award: z.string(),
  /** Achievement period, calendar years, both included; one year if `periodFrom` is left out. */
  periodFrom: year.optional(),
  periodTo: year,
  /** Why the award is proposed (loại hình khen thưởng); decides which papers the dossier needs. */
  commendationKind: commendationKindSchema.optional(),
  nominee: nomineeRecordSchema,
});

/** Can a nominee be proposed? Every criterion comes with its article and what was found. */
export const eligibilityQuestion = question(
  input,
  ({ award, periodTo, periodFrom = periodTo, commendationKind, nominee }, context) => {
    const ruleSet = context.ruleSet();
    const proposal = { from: periodFrom, to: periodTo, commendationKind };
    return { ruleSet: ruleSet.id, ...eligibility(ruleSet, award, nominee, proposal) };
  },
);
