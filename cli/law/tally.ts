import { z } from 'zod';
import {
  awardRule,
  denominatorSchema,
  quorumSchema,
  voteLevelSchema,
  voteRule,
} from '../../domain/law/rule-set.ts';
import type { Source } from '../../domain/law/source.ts';
import { tally } from '../../domain/tally.ts';
import { QuestionError, question, sources } from './question.ts';
import { awardCodeOf, levelWord } from './spellings.ts';

const count = z.int().min(0);
const counts = {
  /** All members, or all staff. */
  total: count,
  /** Members who attend; all of them if left out. */
  present: count.optional(),
  for: count.default(0),
  against: count.default(0),
  abstain: count.default(0),
};
const input = z.union([
  /** By the share of an award at a level. */
  z.strictObject({ award: z.string(), level: z.preprocess(levelWord, voteLevelSchema), ...counts }),
  /** By a share of one's own. */
  z.strictObject({
    sharePercent: z.int().min(0).max(100),
    strict: z.boolean().default(false),
    denominator: denominatorSchema.default('total_members'),
    quorum: quorumSchema.default({ numerator: 0, denominator: 1 }),
    ...counts,
  }),
]);

/** Does a vote pass? Who gave no ballot is what is left of the total. */
export const tallyQuestion = question(
  input,
  (asked, context) => {
    const { total, present = total } = asked;
    const ruleSet = context.ruleSet();
    const rule =
      'award' in asked ? voteRule(awardRule(ruleSet, awardCodeOf(ruleSet, asked.award)), asked.level) : asked;
    const votes = { for: asked.for, against: asked.against, abstain: asked.abstain };
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
      sources: 'citation' in rule ? sources(rule) : [givenShare],
    };
  },
  { members: 'total', approve: 'for', inFavour: 'for', percent: 'sharePercent', share: 'sharePercent' },
);

/** The share is the question's own; only how it is counted is the law's. */
const givenShare: Source = { citation: 'Nghị định số 98/2023/NĐ-CP, Điều 30 khoản 7', grade: 'B' };
