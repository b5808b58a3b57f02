import { and, eq, isNull, notInArray } from 'drizzle-orm';
import { type NewIncident, openIncident } from '../../db/incidents.ts';
import { dossiers, incidents, outbox, tasks } from '../../db/schema/index.ts';
import type { Effect, EngineEvent, VisitId } from '../../engine/types.ts';
import { tellOvertaken, writeNotices } from '../notices.ts';
import type { CommitContext } from './context.ts';

/** Opens an incident of the instance, by the time of the step. */
export const reportIncident = (
  { tx, instanceId, now }: CommitContext,
  incident: Omit<NewIncident, 'instanceId' | 'openedAt'>,
): Promise<void> => openIncident(tx, { instanceId, openedAt: now, ...incident });

export async function applyIncidentEffect(
  context: CommitContext,
  effect: Extract<Effect, { type: 'openIncident' | 'closeIncident' }>,
): Promise<void> {
  if (effect.type === 'openIncident') {
    const { incident, element, code, message } = effect;
    return reportIncident(context, { incident, element, code, message });
  }
  await context.tx
    .update(incidents)
    .set({ resolvedAt: context.now })
    .where(
      and(
        eq(incidents.instanceId, context.instanceId),
        eq(incidents.incident, effect.incident),
        isNull(incidents.resolvedAt),
      ),
    );
}

/**
 * The event found nobody waiting. Whoever caused it is told: a decision on a task that was gone and a withdrawal after
 * the decision was signed are overtaken. A council's result without a receiver is an incident: votes must not vanish.
 */
export async function reportUnreceived(context: CommitContext, event: EngineEvent): Promise<void> {
  if (event.type === 'taskCompleted') return overtakeDecision(context, event.visit);
  if (event.type !== 'message') return;
  if (event.name === 'dossier-withdrawn') return overtakeWithdrawal(context, event.number);
  if (event.name === 'council-result') {
    await reportIncident(context, {
      incident: `unreceived-${event.number}`,
      element: event.name,
      code: 'result_without_receiver',
      message: `The result of referral ${event.correlationKey} found no stage waiting for it.`,
    });
  }
}

async function overtakeDecision(context: CommitContext, visit: VisitId): Promise<void> {
  const { tx, instanceId, now } = context;
  const [task] = await tx
    .update(tasks)
    .set({ status: 'overtaken' })
    .where(and(eq(tasks.instanceId, instanceId), eq(tasks.visit, visit), eq(tasks.status, 'done')))
    .returning({ id: tasks.id });
  if (task) context.notices += await tellOvertaken(tx, task.id, now);
}

/** The dossier was decided before its withdrawal arrived: it goes on or has ended otherwise, and the proposer is told. */
async function overtakeWithdrawal(context: CommitContext, number: number | undefined): Promise<void> {
  const { tx, instanceId, dossier, now } = context;
  if (!dossier || number === undefined) return;
  await tx
    .update(dossiers)
    .set({ endReason: null })
    .where(and(eq(dossiers.id, dossier.id), notInArray(dossiers.status, ['withdrawn', 'rejected'])));
  const [row] = await tx
    .select({ accountId: outbox.createdBy })
    .from(outbox)
    .where(and(eq(outbox.instanceId, instanceId), eq(outbox.number, number)));
  if (!row?.accountId) return;
  const notice = { kind: 'overtaken' as const, accountIds: [row.accountId], subjectId: dossier.id };
  context.notices += await writeNotices(tx, notice, now);
}
