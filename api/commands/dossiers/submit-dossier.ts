import { eq } from 'drizzle-orm';
import { bindDossier, lawOfUnit } from '../../../db/bound-law.ts';
import { readCalendar } from '../../../db/calendar.ts';
import type { Executor } from '../../../db/client.ts';
import { awardProcess, newestDefinition } from '../../../db/definitions.ts';
import { appendEvent } from '../../../db/outbox.ts';
import { dossiers, nominations, processInstances } from '../../../db/schema/index.ts';
import { calendarOf } from '../../../domain/calendar.ts';
import { overlaid } from '../../../domain/law/overlay.ts';
import type { CommandContext } from '../../context.ts';
import type { SubmitResult } from '../../contract/dossiers.ts';
import { ApiError } from '../../errors.ts';
import { dossierOfClerk } from '../../policies/dossiers.ts';
import { findAwardRule } from '../../queries/rule-sets.ts';
import { writeAudit } from '../audit.ts';
import { lockDraft } from './draft-guard.ts';
import { requireQuota } from './quota-guard.ts';

/**
 * Submits a draft: binds it provisionally to the law in force for its unit and starts its process, whose id becomes the instance's.
 * @throws ApiError dossier_not_found, forbidden, dossier_not_draft, dossier_without_nominations, no_rule_set,
 *   award_without_rule, process_not_deployed, quota_exceeded
 */
export async function submitDossier(context: CommandContext, dossierId: string): Promise<SubmitResult> {
  const { db, actor, now, today } = context;
  const dossier = await dossierOfClerk(context, dossierId);
  if (dossier.status !== 'draft') throw new ApiError('dossier_not_draft');
  const law = await lawOfUnit(db, dossier.unitId, today);
  if (!law) throw new ApiError('no_rule_set', { parameters: { date: today } });
  const rule = findAwardRule(overlaid(law), dossier.awardCode);
  if (!rule) throw new ApiError('award_without_rule', { parameters: { award: dossier.awardCode } });

  const instanceId = await db.transaction(async (tx) => {
    await lockDraft(tx, dossierId);
    await requireNominations(tx, dossierId);
    await requireQuota(tx, dossier, overlaid(law), today);
    const definition = await newestDefinition(tx, awardProcess);
    if (!definition) throw new ApiError('process_not_deployed');
    const { version, days } = await readCalendar(tx);
    const [instance] = await tx
      .insert(processInstances)
      .values({ definitionId: definition.id, startedAt: now, calendarVersion: version })
      .returning({ id: processInstances.id });
    if (!instance) throw new Error('insert of a process instance returned no row');
    await tx
      .update(dossiers)
      .set({
        status: 'running',
        ruleSetId: law.ruleSet.id,
        instanceId: instance.id,
        submittedAt: now,
      })
      .where(eq(dossiers.id, dossierId));
    await bindDossier(tx, dossierId, law, { basis: 'start' }, [], now);
    await appendEvent(tx, {
      instanceId: instance.id,
      event: {
        type: 'start',
        process: awardProcess,
        definition: definition.id,
        variables: {
          dossierId,
          award: dossier.awardCode,
          chain: rule.chain.value,
          centralCouncil: rule.centralCouncil.value,
        },
        calendar: calendarOf(days),
      },
      accountId: actor.accountId,
    });
    await writeAudit(tx, context, {
      action: 'dossier.submit',
      subjectKind: 'dossier',
      subjectId: dossierId,
      details: { instanceId: instance.id, ruleSetId: law.ruleSet.id },
    });
    return instance.id;
  });
  context.deliver(instanceId);
  return { dossierId, instanceId, ruleSetId: law.ruleSet.id };
}

async function requireNominations(tx: Executor, dossierId: string): Promise<void> {
  const [one] = await tx
    .select({ id: nominations.id })
    .from(nominations)
    .where(eq(nominations.dossierId, dossierId))
    .limit(1);
  if (!one) throw new ApiError('dossier_without_nominations');
}
