import { createHash } from 'node:crypto';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { bindingsOf, boundLaw, lawOfUnit, type UnitLaw } from '../../db/bound-law.ts';
import type { Executor } from '../../db/client.ts';
import { nominations } from '../../db/schema/index.ts';
import { refusalOfNewerLaw } from '../../domain/eligibility/favourable.ts';
import { type RuleDifference, ruleDifferences } from '../../domain/law/differences.ts';
import { overlaid } from '../../domain/law/overlay.ts';
import { levelsBefore } from '../../domain/law/receipt.ts';
import type { RuleSet } from '../../domain/law/rule-set.ts';
import type { CommandContext } from '../context.ts';
import type { ReEvaluation } from '../contract/re-evaluation.ts';
import { ApiError } from '../errors.ts';
import { type Dossier, isUnderWay, visibleDossier } from '../policies/dossiers.ts';
import { receivesDossier } from '../policies/receipt.ts';
import { shownDifferences } from './bindings.ts';
import { evaluateNominations } from './evaluate-nominations.ts';
import { findAwardRule } from './rule-sets.ts';

export interface Comparison {
  dossier: Dossier;
  law: UnitLaw;
  before: RuleSet;
  after: RuleSet;
  differences: RuleDifference[];
  nominations: ReEvaluation['nominations'];
  refusal: ReEvaluation['refusal'];
  seen: string;
}

/**
 * A received dossier under the law that binds it and under the one in force today, for an appraiser of the body that received
 * it. @throws ApiError dossier_not_found, forbidden, dossier_not_received, rule_set_not_newer, award_without_rule
 */
export async function compareLaws(
  context: Pick<CommandContext, 'actor' | 'today'> & { db: Executor },
  dossierId: string,
): Promise<Comparison> {
  const { db } = context;
  const dossier = await visibleDossier(context, dossierId);
  if (!(await receivesDossier(context, dossier))) throw new ApiError('forbidden');
  const bindings = await bindingsOf(db, dossierId);
  const receipt = bindings.find(({ basis }) => basis === 'receipt');
  const bound = await boundLaw(db, dossierId);
  if (!receipt || !bound || !isUnderWay(dossier)) throw new ApiError('dossier_not_received');
  const law = await lawOfUnit(db, dossier.unitId, context.today);
  if (!law || law.ruleSet.effectiveFrom <= bound.ruleSet.effectiveFrom)
    throw new ApiError('rule_set_not_newer');

  const [before, after] = [overlaid(bound), overlaid(law)];
  if (!findAwardRule(after, dossier.awardCode))
    throw new ApiError('award_without_rule', { parameters: { award: dossier.awardCode } });
  const voted =
    receipt.level === 'ministry' || receipt.level === 'central' ? levelsBefore(receipt.level) : [];
  const differences = ruleDifferences(before, after, dossier.awardCode, voted);
  const rows = await db
    .select()
    .from(nominations)
    .where(
      and(
        eq(nominations.dossierId, dossierId),
        inArray(nominations.status, ['proposed', 'passed', 'returned']),
      ),
    )
    .orderBy(asc(nominations.seq));
  const old = await evaluateNominations(db, dossier, before, rows, context.today);
  const now = await evaluateNominations(db, dossier, after, rows, context.today);
  const verdicts = rows.map(({ id, name }, i) => ({
    id,
    name,
    before: old[i]?.result.verdict ?? 'needs_judgement',
    after: now[i]?.result.verdict ?? 'needs_judgement',
  }));
  const seen = createHash('sha256')
    .update(JSON.stringify([before.id, after.id, differences, verdicts, bindings.length]))
    .digest('hex');
  return {
    dossier,
    law,
    before,
    after,
    differences,
    nominations: verdicts,
    refusal: refusalOfNewerLaw(differences.length, verdicts),
    seen,
  };
}

/** The comparison as a reader gets it. */
export async function getReEvaluation(context: CommandContext, dossierId: string): Promise<ReEvaluation> {
  const { locale } = context.actor;
  const { before, after, differences, nominations, refusal, seen } = await compareLaws(context, dossierId);
  const side = ({ id, name, effectiveFrom }: RuleSet) => ({
    ruleSetId: id,
    ruleSetName: name[locale],
    effectiveFrom,
  });
  return {
    before: side(before),
    after: side(after),
    differences: shownDifferences(differences, locale),
    nominations,
    refusal,
    seen,
  };
}
