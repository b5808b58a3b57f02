import { boundLaw } from '../../../db/bound-law.ts';
import { overlaid } from '../../../domain/law/overlay.ts';
import type { CommandContext } from '../../context.ts';
import type { VerdictCounts } from '../../contract/eligibility.ts';
import { ApiError } from '../../errors.ts';
import { isUnderWay, visibleDossier } from '../../policies/dossiers.ts';
import { nominationsOf } from '../../queries/eligibility.ts';
import { evaluateNominations } from '../../queries/evaluate-nominations.ts';
import { writeAudit } from '../audit.ts';
import { storeVerdicts } from './store-verdicts.ts';

/**
 * Finds the verdicts of a dossier under way anew, on the ledger as it stands and under the rule-set that binds it; whoever
 * may read the dossier may ask. The earlier verdicts stay. @throws ApiError dossier_not_found, eligibility_settled
 */
export async function recheckEligibility(context: CommandContext, dossierId: string): Promise<VerdictCounts> {
  const { db } = context;
  const dossier = await visibleDossier(context, dossierId);
  const law = await boundLaw(db, dossierId);
  if (!law || !isUnderWay(dossier)) throw new ApiError('eligibility_settled');
  return db.transaction(async (tx) => {
    const evaluations = await evaluateNominations(
      tx,
      dossier,
      overlaid(law),
      await nominationsOf(tx, dossierId),
    );
    const counts = await storeVerdicts(tx, context, law.ruleSet.id, evaluations);
    await writeAudit(tx, context, {
      action: 'dossier.recheck_eligibility',
      subjectKind: 'dossier',
      subjectId: dossierId,
      details: { ruleSetId: law.ruleSet.id, ...counts },
    });
    return counts;
  });
}
