import { describeOwnRules } from '../../domain/law/own-rules.ts';
import { postingLevels, postingRule } from '../../domain/law/posting.ts';
import { procedureOf, type Reason } from '../../domain/law/procedure.ts';
import {
  type AwardRule,
  type RequiredPaper,
  type RuleSet,
  voteLevelSchema,
} from '../../domain/law/rule-set.ts';
import type { RuleSummary } from '../contract/catalogue.ts';
import type { Locale } from '../contract/common.ts';

/** The rule of an award; undefined where the rule-set does not know the award. */
export function findAwardRule(ruleSet: RuleSet | undefined, awardCode: string): AwardRule | undefined {
  return ruleSet?.awards.find(({ code }) => code === awardCode);
}

/**
 * What a rule-set says of an award, with its citations, in a language; of a dossier by why it proposes the award. Null where it
 * does not know the award.
 */
export function ruleSummary(
  ruleSet: RuleSet | undefined,
  awardCode: string,
  locale: Locale,
  reason: Reason = {},
): RuleSummary | null {
  const rule = findAwardRule(ruleSet, awardCode);
  if (!ruleSet || !rule) return null;
  const procedure = procedureOf(ruleSet, awardCode, reason);
  const simple = rule.kind === 'commendation' ? ruleSet.simplifiedProcedure : undefined;
  const required = (papers: readonly RequiredPaper[]) =>
    papers.map(({ code, name, citation, ...paper }) => ({
      kind: code,
      name: name[locale],
      inChain: !isForSubmission(paper),
      citation,
    }));
  return {
    ruleSetId: ruleSet.id,
    ruleSetName: ruleSet.name[locale],
    effectiveFrom: ruleSet.effectiveFrom,
    effectiveTo: ruleSet.effectiveTo,
    chain: rule.chain.value,
    decider: rule.decider.value,
    centralCouncil: rule.centralCouncil.value,
    nomineeKinds: subjectKindsOf(rule),
    votes: voteLevelSchema.options.map((level) => {
      const { sharePercent, strict, denominator, quorum, citation, grade } = rule.votes[level];
      return {
        level,
        sharePercent,
        strict,
        denominator,
        quorumNumerator: quorum.numerator,
        quorumDenominator: quorum.denominator,
        citation,
        grade,
      };
    }),
    papers: required(procedure?.papers ?? rule.papers),
    simplified: simple
      ? {
          kinds: simple.kinds,
          cases: simple.cases ?? [],
          papers: required(simple.papers),
          citation: simple.citation,
          grade: simple.grade,
          holds: procedure?.simplified ?? false,
        }
      : null,
    citations: citedValues(rule).map(({ vi, en, citation, grade }) => ({
      about: { vi, en }[locale],
      citation,
      grade,
    })),
    ownRules: describeOwnRules(ruleSet.own, awardCode).map(
      ({ about, text, source: { citation, grade } }) => ({
        about: about[locale],
        text: text[locale],
        citation,
        grade,
      }),
    ),
  };
}

/**
 * Must the paper be there when the dossier is submitted? Rule-sets stored before papers said so stay bound to their dossiers
 * as they are, and ask for none.
 */
export const isForSubmission = ({ inChain }: Pick<AwardRule['papers'][number], 'inChain'>): boolean =>
  inChain === false;

/** Kinds of nominee the award is given to, as far as a dossier can name them. */
export function subjectKindsOf(rule: AwardRule): RuleSummary['nomineeKinds'] {
  return rule.nominees.filter((kind) => kind !== 'household');
}

function citedValues(rule: AwardRule) {
  return [
    { vi: 'Danh hiệu, hình thức khen thưởng', en: 'Award', ...source(rule) },
    { vi: 'Thẩm quyền quyết định', en: 'Who decides', ...source(rule.decider) },
    { vi: 'Bỏ phiếu', en: 'Ballot', ...source(rule.ballotMandatory) },
    ...postingLevels.flatMap((level) => {
      const posting = postingRule(rule, level);
      return posting ? [{ ...postingNames[level], ...source(posting) }] : [];
    }),
    ...(rule.dossierDeadline
      ? [{ vi: 'Thời hạn nộp hồ sơ', en: 'Deadline of the dossier', ...source(rule.dossierDeadline) }]
      : []),
  ];
}

const postingNames = {
  ministry: { vi: 'Công khai lấy ý kiến', en: 'Public posting' },
  central: { vi: 'Công khai lấy ý kiến ở trung ương', en: 'Public posting by the central body' },
};

const source = ({ citation, grade }: Pick<AwardRule, 'citation' | 'grade'>) => ({ citation, grade });
