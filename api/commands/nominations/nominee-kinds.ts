import { lawOfUnit } from '../../../db/bound-law.ts';
import type { Executor } from '../../../db/client.ts';
import type { RuleSummary } from '../../contract/catalogue.ts';
import { ApiError } from '../../errors.ts';
import type { Dossier } from '../../policies/dossiers.ts';
import { findAwardRule, subjectKindsOf } from '../../queries/rule-sets.ts';

type SubjectKind = RuleSummary['nomineeKinds'][number];

const kindNames: Record<SubjectKind, { vi: string; en: string }> = {
  person: { vi: 'cá nhân', en: 'individuals' },
  collective: { vi: 'tập thể', en: 'collectives' },
  outsider: { vi: 'người ngoài cơ quan', en: 'outsiders' },
};

/** Kinds of nominee the rule in force allows for the dossier's award; all of them where no rule says. */
export async function allowedKinds(
  db: Executor,
  dossier: Dossier,
  today: string,
): Promise<readonly SubjectKind[]> {
  const rule = findAwardRule((await lawOfUnit(db, dossier.unitId, today))?.ruleSet, dossier.awardCode);
  return rule ? subjectKindsOf(rule) : ['person', 'collective', 'outsider'];
}

/** @throws ApiError nominee_kind_not_allowed */
export async function requireNomineeKind(
  db: Executor,
  dossier: Dossier,
  kind: SubjectKind,
  today: string,
): Promise<void> {
  const allowed = await allowedKinds(db, dossier, today);
  if (!allowed.includes(kind))
    throw new ApiError('nominee_kind_not_allowed', { parameters: { kind: kindNames[kind] } });
}
