import type { Condition, Standard } from './criteria.ts';
import {
  type AwardRule,
  type InitiativeRecognition,
  type RequiredPaper,
  type RuleSet,
  type RuleSetFile,
  type VoteRule,
  voteLevelSchema,
} from './rule-set.ts';
import type { Path, Report } from './yaml-file.ts';

/**
 * Looks up every name that awards refer to: vote rules, papers, other awards. A name that nothing defines is reported, and
 * the result is then not to be used.
 */
export function resolveReferences(file: RuleSetFile, report: Report): RuleSet {
  const { awards, voteDefaults, voteRules, papers, simplifiedProcedure, initiativeRecognition, ...rest } =
    file;
  const codes = new Set(awards.map(({ code }) => code));
  for (const [i, { code }] of awards.entries()) {
    if (awards.findIndex((award) => award.code === code) < i) {
      report(['awards', i, 'code'], 'listed_twice', {
        vi: `"${code}" được ghi hai lần.`,
        en: `"${code}" is listed twice.`,
      });
    }
  }

  const votesByLevel = (names: Record<string, string>, path: Path): Record<string, VoteRule | undefined> =>
    Object.fromEntries(
      Object.entries(names).map(([level, name]) => {
        const rule = voteRules[name];
        if (!rule) {
          report([...path, level], 'unknown_reference', {
            vi: `Không có quy tắc biểu quyết "${name}".`,
            en: `There is no vote rule "${name}".`,
          });
        }
        return [level, rule];
      }),
    );
  const defaults = votesByLevel(voteDefaults, ['voteDefaults']);

  const required = (codes: readonly string[], path: Path): RequiredPaper[] =>
    codes.flatMap((code, n) => {
      const paper = papers[code];
      if (paper) return [{ code, ...paper }];
      report([...path, n], 'unknown_reference', {
        vi: `Không có giấy tờ "${code}".`,
        en: `There is no paper "${code}".`,
      });
      return [];
    });

  const scopesOf = ({ scopes }: NonNullable<RuleSetFile['initiativeRecognition']>) =>
    Object.fromEntries(
      Object.entries(scopes).map(([scope, rule]) => {
        const { vote } = votesByLevel({ vote: rule.vote }, ['initiativeRecognition', 'scopes', scope]);
        return [scope, { ...rule, vote }];
      }),
    ) as InitiativeRecognition['scopes'];

  const resolved = awards.map((award, i) => {
    const votes = { ...defaults, ...votesByLevel(award.votes, ['awards', i, 'votes']) };
    for (const level of voteLevelSchema.options.filter((level) => !(level in votes))) {
      report(['awards', i, 'votes'], 'missing_value', {
        vi: `Thiếu tỷ lệ biểu quyết ở cấp "${level}".`,
        en: `No share of votes at level "${level}".`,
      });
    }
    for (const { path, code } of awardsNamedIn(award.standards)) {
      if (!codes.has(code)) {
        report(['awards', i, 'standards', ...path], 'unknown_reference', {
          vi: `Không có danh hiệu, hình thức "${code}".`,
          en: `There is no award "${code}".`,
        });
      }
    }
    return { ...award, votes, papers: required(award.papers, ['awards', i, 'papers']) } as AwardRule;
  });
  return {
    ...rest,
    ...(simplifiedProcedure && {
      simplifiedProcedure: {
        ...simplifiedProcedure,
        papers: required(simplifiedProcedure.papers, ['simplifiedProcedure', 'papers']),
      },
    }),
    ...(initiativeRecognition && {
      initiativeRecognition: {
        ...initiativeRecognition,
        papers: required(initiativeRecognition.papers, ['initiativeRecognition', 'papers']),
        scopes: scopesOf(initiativeRecognition),
      },
    }),
    awards: resolved,
  };
}

/** Award codes that the conditions of a standard name, with the branch that does. */
function awardsNamedIn(
  standards: RuleSetFile['awards'][number]['standards'],
): { path: Path; code: string }[] {
  return Object.entries(standards).flatMap(([kind, standard]: [string, Standard | undefined]) =>
    (standard ?? []).flatMap((branch, b) =>
      [...branch.allOf, ...(branch.oneOf ?? []).flat()]
        .flatMap(codesIn)
        .map((code) => ({ path: [kind, b], code })),
    ),
  );
}

function codesIn(condition: Condition): string[] {
  if (condition.need === 'rating') return condition.orAward === undefined ? [] : [condition.orAward];
  return 'award' in condition ? [condition.award] : [];
}
