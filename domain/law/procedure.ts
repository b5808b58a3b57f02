import type { CommendationKind, SimplifiedCase } from './criteria.ts';
import { awardRule, type RequiredPaper, type RuleSet } from './rule-set.ts';
import type { Bilingual, Grade } from './source.ts';

export const simplifiedCaseNames: Readonly<Record<SimplifiedCase, Bilingual>> = {
  political_task: { vi: 'phục vụ nhiệm vụ chính trị', en: 'a political task' },
  bravery: { vi: 'dũng cảm cứu người, cứu tài sản', en: 'bravery' },
  international_prize: { vi: 'đạt giải quốc tế', en: 'an international prize' },
  found_by_head: { vi: 'do người đứng đầu phát hiện', en: 'merit the head found' },
  state_secret: { vi: 'thuộc bí mật nhà nước', en: 'a state secret' },
};

/** Why an award is proposed; what is left out was not said. */
export interface Reason {
  commendationKind?: CommendationKind | null | undefined;
  simplifiedCase?: SimplifiedCase | null | undefined;
}

/** Which papers the dossier needs, by why the award is proposed. */
export interface Procedure {
  simplified: boolean;
  papers: RequiredPaper[];
  citation: string;
  grade: Grade;
}

/**
 * The procedure of a dossier (Law 06/2022/QH15 Article 85): a form proposed for one of the named kinds or cases needs a
 * submission and a summary report only, everything else the papers of its award. The law shortens nothing else. Null where the
 * kind was not said or the rule-set knows no simplified procedure. @throws UnknownAwardError
 */
export function procedureOf(ruleSet: RuleSet, awardCode: string, reason: Reason): Procedure | null {
  const rule = ruleSet.simplifiedProcedure;
  const { commendationKind: kind, simplifiedCase } = reason;
  if (!rule || (!kind && !simplifiedCase)) return null;
  const award = awardRule(ruleSet, awardCode);
  const named =
    (kind && rule.kinds.includes(kind)) || (simplifiedCase && rule.cases?.includes(simplifiedCase));
  const simplified = award.kind === 'commendation' && Boolean(named);
  const { citation, grade } = rule;
  return { simplified, papers: simplified ? rule.papers : award.papers, citation, grade };
}
