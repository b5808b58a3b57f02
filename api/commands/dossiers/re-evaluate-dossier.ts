import { eq } from 'drizzle-orm';
import { bindDossier } from '../../../db/bound-law.ts';
import { processInstances } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { compareLaws } from '../../queries/re-evaluation.ts';
import { writeAudit } from '../audit.ts';

export interface ReEvaluateProps {
  dossierId: string;
  /** The comparison the person has seen. */
  seen: string;
  reason: string;
}

/**
 * Binds a received dossier to the newer law in force, because it is more favourable. Both results were shown before: a
 * comparison that has changed since is refused. What was voted stays.
 * @throws ApiError dossier_not_found, forbidden, dossier_not_received, rule_set_not_newer, award_without_rule,
 *   comparison_changed, nothing_differs, less_favourable
 */
export async function reEvaluateDossier(context: CommandContext, props: ReEvaluateProps): Promise<void> {
  const { db, actor, now } = context;
  const { dossierId, seen, reason } = props;
  const { dossier } = await compareLaws(context, dossierId);
  await db.transaction(async (tx) => {
    // The lock of the instance orders bindings; what was compared is compared again under it.
    await tx
      .select({ id: processInstances.id })
      .from(processInstances)
      .where(eq(processInstances.id, dossier.instanceId ?? ''))
      .for('update');
    const comparison = await compareLaws({ ...context, db: tx }, dossierId);
    if (comparison.seen !== seen) throw new ApiError('comparison_changed');
    if (comparison.refusal !== null) throw new ApiError(comparison.refusal);
    const { law, differences, nominations } = comparison;
    const basis = { basis: 'more_favourable' as const, accountId: actor.accountId, reason };
    await bindDossier(tx, dossierId, law, basis, differences, now);
    await writeAudit(tx, context, {
      action: 'dossier.re-evaluate',
      subjectKind: 'dossier',
      subjectId: dossierId,
      details: { reason, before: comparison.before.id, after: comparison.after.id, nominations },
    });
  });
}
