import { z } from 'zod';
import { awardRule, voteLevelSchema, voteRule } from '../../domain/law/rule-set.ts';
import { quorumOf } from '../../domain/tally.ts';
import { question, sources } from './question.ts';
import { awardCodeOf, levelWord } from './spellings.ts';
import { attendanceOf } from './tally.ts';

const input = z.strictObject({
  award: z.string(),
  level: z.preprocess(levelWord, voteLevelSchema),
  total: z.int().min(1),
  present: z.int().min(0),
  /** Written opinions of absent members. */
  writtenOpinions: z.int().min(0).default(0),
});

/** Are enough members there to hold the vote? */
export const quorumQuestion = question(
  input,
  ({ award, level, ...members }, context) => {
    const ruleSet = context.ruleSet();
    const rule = voteRule(awardRule(ruleSet, awardCodeOf(ruleSet, award)), level);
    const { attending, writtenOpinionsCount, sources: attendance } = attendanceOf(ruleSet, members);
    const needed = quorumOf(members.total, rule);
    return {
      ruleSet: ruleSet.id,
      needed,
      attending,
      met: attending >= needed,
      writtenOpinionsCount,
      sources: sources(rule.quorumSource ?? rule, ...attendance),
    };
  },
  { members: 'total', attending: 'present', written: 'writtenOpinions' },
);
