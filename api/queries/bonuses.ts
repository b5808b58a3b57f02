import { lawOfDossier } from '../../db/bound-law.ts';
import { dossierAwardees } from '../../db/dossier-bonuses.ts';
import { isNumberedDecisionOn } from '../../db/papers/entries.ts';
import { papers } from '../../db/schema/index.ts';
import { bonusTable } from '../../domain/bonus-table.ts';
import { overlaid } from '../../domain/law/overlay.ts';
import type { CommandContext } from '../context.ts';
import type { BonusTable } from '../contract/bonuses.ts';
import { ApiError } from '../errors.ts';
import { visibleDossier } from '../policies/dossiers.ts';
import { findAwardRule } from './rule-sets.ts';

/**
 * What is paid for a dossier: by its decision, or, while there is none, if those in play were awarded today.
 * @throws ApiError dossier_not_found, no_rule_set, award_without_rule
 */
export async function findBonuses(context: CommandContext, dossierId: string): Promise<BonusTable> {
  const { db, today, actor } = context;
  const dossier = await visibleDossier(context, dossierId);
  const law = await lawOfDossier(db, dossier, today);
  if (!law) throw new ApiError('no_rule_set', { parameters: { date: today } });
  const ruleSet = overlaid(law);
  if (!findAwardRule(ruleSet, dossier.awardCode))
    throw new ApiError('award_without_rule', { parameters: { award: dossier.awardCode } });

  const [paper] = await db
    .select({ issuedOn: papers.issuedOn })
    .from(papers)
    .where(isNumberedDecisionOn(db, dossierId));
  const decidedOn = paper?.issuedOn ?? null;
  const awardees = await dossierAwardees(
    db,
    dossier,
    decidedOn === null ? ['proposed', 'passed', 'returned', 'awarded'] : ['awarded'],
  );
  const decided = {
    award: dossier.awardCode,
    decidedOn: decidedOn ?? today,
    periodFrom: dossier.periodFrom,
    periodTo: dossier.periodTo,
  };
  const { table, problem } = bonusTable(ruleSet, decided, awardees);
  const named = new Map(awardees.map((awardee) => [awardee.id, awardee]));
  return {
    decidedOn: decided.decidedOn,
    provisional: decidedOn === null,
    rows: (table?.rows ?? []).map(({ id, payee, bonus: { tenths, baseSalary, amount }, ...stacking }) => ({
      nominationId: id,
      seq: named.get(id)?.seq ?? 1,
      name: named.get(id)?.name ?? '',
      payee,
      tenths,
      baseSalary,
      amount,
      ...stacking,
    })),
    total: table?.total ?? 0,
    payer: table?.rows[0]?.bonus.payer ?? null,
    sources: (table?.sources ?? []).map(({ citation, grade }) => ({ citation, grade })),
    problem: problem?.[actor.locale] ?? null,
  };
}
