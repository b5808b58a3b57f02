import { eq } from 'drizzle-orm';
import { bindDossier, lawOfUnit } from '../../../db/bound-law.ts';
import { awardProcess } from '../../../db/definitions.ts';
import { dossiers } from '../../../db/schema/index.ts';
import { overlaid } from '../../../domain/law/overlay.ts';
import type { CommandContext } from '../../context.ts';
import type { SubmitResult } from '../../contract/dossiers.ts';
import { ApiError } from '../../errors.ts';
import { dossierOfClerk } from '../../policies/dossiers.ts';
import { nominationsOf } from '../../queries/eligibility.ts';
import { evaluateNominations } from '../../queries/evaluate-nominations.ts';
import { findAwardRule } from '../../queries/rule-sets.ts';
import { writeAudit } from '../audit.ts';
import { startInstance } from '../instances/start-instance.ts';
import { requireInitiatives } from '../nominations/initiative-guards.ts';
import { lockDraft } from './draft-guard.ts';
import { requireQuota } from './quota-guard.ts';
import { storeVerdicts } from './store-verdicts.ts';
import { requireAcknowledgement, requirePapers } from './submission-guards.ts';

export interface SubmitDossierProps {
  dossierId: string;
  /** Why it is submitted although nominees are not eligible. */
  ineligibleReason?: string | undefined;
}

/**
 * Submits a draft: binds it provisionally to the law in force for its unit, keeps the verdict on every nominee with the
 * facts it rests on, and starts its process, whose id becomes the instance's.
 * @throws ApiError dossier_not_found, forbidden, dossier_not_draft, dossier_without_nominations, no_rule_set,
 *   award_without_rule, papers_missing, initiative_not_held, initiative_spent, nominees_not_eligible, nominees_refused, process_not_deployed,
 *   quota_exceeded
 */
export async function submitDossier(
  context: CommandContext,
  { dossierId, ineligibleReason }: SubmitDossierProps,
): Promise<SubmitResult> {
  const { db, now, today } = context;
  const dossier = await dossierOfClerk(context, dossierId);
  if (dossier.status !== 'draft') throw new ApiError('dossier_not_draft');
  const law = await lawOfUnit(db, dossier.unitId, today);
  if (!law) throw new ApiError('no_rule_set', { parameters: { date: today } });
  const ruleSet = overlaid(law);
  const rule = findAwardRule(ruleSet, dossier.awardCode);
  if (!rule) throw new ApiError('award_without_rule', { parameters: { award: dossier.awardCode } });

  const instanceId = await db.transaction(async (tx) => {
    await lockDraft(tx, dossierId);
    const rows = await nominationsOf(tx, dossierId);
    if (rows.length === 0) throw new ApiError('dossier_without_nominations');
    await requireQuota(tx, dossier, ruleSet, today);
    await requirePapers(tx, dossier, ruleSet);
    await requireInitiatives(tx, dossier, ruleSet);
    const evaluations = await evaluateNominations(tx, dossier, ruleSet, rows, today);
    await requireAcknowledgement(tx, dossier, evaluations, ineligibleReason);
    const verdicts = await storeVerdicts(tx, context, law.ruleSet.id, evaluations);
    const instanceId = await startInstance(tx, context, awardProcess, {
      dossierId,
      award: dossier.awardCode,
      chain: rule.chain.value,
      centralCouncil: rule.centralCouncil.value,
    });
    await tx
      .update(dossiers)
      .set({
        status: 'running',
        ruleSetId: law.ruleSet.id,
        instanceId,
        submittedAt: now,
        // Where everybody is eligible there is nothing to acknowledge.
        ineligibleReason: verdicts.not_eligible > 0 ? (ineligibleReason ?? null) : null,
      })
      .where(eq(dossiers.id, dossierId));
    await bindDossier(tx, dossierId, law, { basis: 'start' }, [], now);
    await writeAudit(tx, context, {
      action: 'dossier.submit',
      subjectKind: 'dossier',
      subjectId: dossierId,
      details: {
        instanceId,
        ruleSetId: law.ruleSet.id,
        verdicts,
        ...(verdicts.not_eligible > 0 && { ineligibleReason }),
      },
    });
    return instanceId;
  });
  context.deliver(instanceId);
  return { dossierId, instanceId, ruleSetId: law.ruleSet.id };
}
