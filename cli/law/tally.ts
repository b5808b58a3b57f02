import { z } from 'zod';
import {
  awardRule,
  denominatorSchema,
  quorumSchema,
  type RuleSet,
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
  /** Members who attend; all but the authors of written opinions if left out. Nobody else gives a ballot. */
  present: count.optional(),
  /** Written opinions of absent members; their ballots are among those in favour, against and abstaining. */
  writtenOpinions: count.default(0),
  /** Members kept from this vote by a conflict of interest; they attend as far as `present` leaves room. */
  recused: count.default(0),
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
    const { total, recused, writtenOpinions } = asked;
    const present = asked.present ?? Math.max(0, total - writtenOpinions);
    const ruleSet = context.ruleSet();
    const rule =
      'award' in asked ? voteRule(awardRule(ruleSet, awardCodeOf(ruleSet, asked.award)), asked.level) : asked;
    const votes = { for: asked.for, against: asked.against, abstain: asked.abstain };
    const ballots = votes.for + votes.against + votes.abstain;
    const missing = total - ballots - recused;
    const { attending, sources: attendance } = attendanceOf(ruleSet, { total, present, writtenOpinions });
    if (missing < 0 || ballots > present + writtenOpinions) throw countsDoNotFit(total);
    const leave = ruleSet.recusedLeaveDenominator;
    const counted = tally({
      total,
      present: attending,
      votes,
      missing,
      recused: { total: recused, present: Math.min(recused, present), leave: leave?.value ?? false },
      rule,
    });
    return {
      ruleSet: ruleSet.id,
      ...counted,
      attending,
      sharePercent: rule.sharePercent,
      strict: rule.strict,
      denominator: rule.denominator,
      sources: [
        ...('citation' in rule ? sources(rule, rule.quorumSource) : [givenShare]),
        ...sources(...attendance, recused > 0 ? leave : undefined),
      ],
    };
  },
  {
    members: 'total',
    approve: 'for',
    inFavour: 'for',
    percent: 'sharePercent',
    share: 'sharePercent',
    written: 'writtenOpinions',
  },
);

/** Who attends: the members present, and where the rule-set says so those who gave a written opinion. */
export function attendanceOf(
  ruleSet: RuleSet,
  { total, present, writtenOpinions }: { total: number; present: number; writtenOpinions: number },
): { attending: number; writtenOpinionsCount: boolean; sources: Source[] } {
  if (present + writtenOpinions > total) throw countsDoNotFit(total);
  const counts = ruleSet.writtenOpinionCountsAsAttendance;
  return {
    attending: present + (counts?.value ? writtenOpinions : 0),
    writtenOpinionsCount: counts?.value ?? false,
    sources: counts && writtenOpinions > 0 ? [counts] : [],
  };
}

function countsDoNotFit(total: number): QuestionError {
  return new QuestionError('counts_do_not_fit', {
    vi: `Số phiếu, số người dự họp, ý kiến bằng văn bản hoặc người không biểu quyết nhiều hơn ${total} thành viên, hoặc số phiếu nhiều hơn số người dự họp và ý kiến bằng văn bản.`,
    en: `More ballots, members present, written opinions or recused members than the ${total} members, or more ballots than members present and written opinions.`,
  });
}

/** The share is the question's own; only how it is counted is the law's. */
const givenShare: Source = { citation: 'Nghị định số 98/2023/NĐ-CP, Điều 30 khoản 7', grade: 'B' };
