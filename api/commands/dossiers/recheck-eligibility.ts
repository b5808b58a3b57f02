import { isDeepStrictEqual } from 'node:util';
import { desc, eq, sql } from 'drizzle-orm';
import { boundLaw } from '../../../db/bound-law.ts';
import type { Executor } from '../../../db/client.ts';
import { idArray } from '../../../db/id-array.ts';
import { dossiers, eligibilityVerdicts } from '../../../db/schema/index.ts';
import { overlaid } from '../../../domain/law/overlay.ts';
import type { CommandContext } from '../../context.ts';
import type { Recheck } from '../../contract/eligibility.ts';
import { ApiError } from '../../errors.ts';
import { isUnderWay, visibleDossier, worksOn } from '../../policies/dossiers.ts';
import { nominationsOf } from '../../queries/eligibility.ts';
import { type Evaluation, evaluateNominations } from '../../queries/evaluate-nominations.ts';
import { writeAudit } from '../audit.ts';
import { countVerdicts, storeVerdicts } from './store-verdicts.ts';

/**
 * Finds the verdicts of a dossier under way anew, on the ledger as it stands and under the rule-set that binds it, for
 * whoever works on the dossier. Only what differs from the newest verdict is stored, so asking again adds nothing; the earlier
 * verdicts stay. @throws ApiError dossier_not_found, forbidden, eligibility_settled
 */
export async function recheckEligibility(context: CommandContext, dossierId: string): Promise<Recheck> {
  const { db, actor, today } = context;
  const visible = await visibleDossier(context, dossierId);
  if (!(await worksOn(db, actor, visible))) throw new ApiError('forbidden');
  return db.transaction(async (tx) => {
    // The law and the list stay as they are while they are asked, and two who ask at once follow each other.
    const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.id, dossierId)).for('update');
    const law = await boundLaw(tx, dossierId);
    if (!law || !dossier || !isUnderWay(dossier)) throw new ApiError('eligibility_settled');
    const found = await evaluateNominations(
      tx,
      dossier,
      overlaid(law),
      await nominationsOf(tx, dossierId),
      today,
    );
    const changed = await storeChanged(tx, context, { dossierId, ruleSetId: law.ruleSet.id, found });
    return { counts: countVerdicts(found), changed: changed.length };
  });
}

export interface FoundAnew {
  dossierId: string;
  ruleSetId: string;
  found: readonly Evaluation[];
  /** Line of the ledger because of which they were found anew. */
  ledgerLineId?: string;
}

/** Stores those of the verdicts that rest on something else than the newest stored one, and answers them. */
export async function storeChanged(
  tx: Executor,
  context: CommandContext,
  { dossierId, ruleSetId, found, ledgerLineId }: FoundAnew,
): Promise<Evaluation[]> {
  const changed = await changedSince(tx, ruleSetId, found);
  if (changed.length === 0) return [];
  await storeVerdicts(tx, context, ruleSetId, changed);
  await writeAudit(tx, context, {
    action: 'dossier.recheck_eligibility',
    subjectKind: 'dossier',
    subjectId: dossierId,
    details: {
      ruleSetId,
      changed: changed.length,
      ...countVerdicts(changed),
      ...(ledgerLineId && { ledgerLineId }),
    },
  });
  return changed;
}

/** Evaluations that rest on other facts or another rule-set than the newest stored verdict of their nomination. */
async function changedSince(
  tx: Executor,
  ruleSetId: string,
  found: readonly Evaluation[],
): Promise<Evaluation[]> {
  const ids = found.map(({ nomination }) => nomination.id);
  const newest = await tx
    .selectDistinctOn([eligibilityVerdicts.nominationId], {
      nominationId: eligibilityVerdicts.nominationId,
      ruleSetId: eligibilityVerdicts.ruleSetId,
      facts: eligibilityVerdicts.facts,
    })
    .from(eligibilityVerdicts)
    .where(sql`${eligibilityVerdicts.nominationId} = any(${idArray(ids)})`)
    .orderBy(eligibilityVerdicts.nominationId, desc(eligibilityVerdicts.evaluatedAt));
  const known = new Map(newest.map((row) => [row.nominationId, row]));
  return found.filter(({ nomination, record }) => {
    const before = known.get(nomination.id);
    return before?.ruleSetId !== ruleSetId || !isDeepStrictEqual(before.facts, record);
  });
}
