import { z } from 'zod';
import { awardRule, voteLevelSchema, voteRule } from '../../domain/law/rule-set.ts';
import { tally } from '../../domain/tally.ts';
import { QuestionError, question, sources } from './question.ts';

const count = z.int().min(0);
const input = z.strictObject({
  award: z.string(),
  level: voteLevelSchema,
  /** All members, or all staff. */
  total: count,
  /** Members who attend; all of them if left out. */
  present: count.optional(),
  for: count,
  against: count.default(0),
  abstain: count.default(0),
});

/** Does a vote pass? Who gave no ballot is what is left of the total. */
export const tallyQuestion = question(
  input,
  ({ award, level, total, present = total, ...votes }, context) => {
    const ruleSet = context.ruleSet();
    const rule = voteRule(awardRule(ruleSet, award), level);
    const missing = total - votes.for - votes.against - votes.abstain;
    if (missing < 0 || present > total) {
      throw new QuestionError(
        'counts_do_not_fit',
        `More ballots or members present than the ${total} members.`,
      );
    }
    return {
      ruleSet: ruleSet.id,
      ...tally({ total, present, votes, missing, rule }),
      sharePercent: rule.sharePercent,
      strict: rule.strict,
      denominator: rule.denominator,
      sources: sources(rule),
    };
  },
);
