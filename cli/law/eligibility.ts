import { z } from 'zod';
import { eligibility } from '../../domain/eligibility/eligibility.ts';
import { nomineeRecordSchema } from '../../domain/eligibility/record.ts';
import { commendationKindSchema } from '../../domain/law/criteria.ts';
import { awardRule } from '../../domain/law/rule-set.ts';
import { question, sources } from './question.ts';
import { awardCodeOf } from './spellings.ts';

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
    const answer = eligibility(ruleSet, awardCodeOf(ruleSet, award), nominee, proposal);
    const { citation, grade } = awardRule(ruleSet, awardCodeOf(ruleSet, award));
    return { ruleSet: ruleSet.id, ...answer, sources: sources({ citation, grade }) };
  },
  { year: 'periodTo', from: 'periodFrom', to: 'periodTo', record: 'nominee', kind: 'commendationKind' },
);
