import { and, eq, isNull } from 'drizzle-orm';
import { incidents, tasks } from '../../db/schema/index.ts';
import type { Effect, EngineEvent } from '../../engine/types.ts';
import { tellOvertaken } from '../notices.ts';
import type { CommitContext } from './context.ts';

export interface NewIncident {
  incident: string;
  element: string;
  code: string;
  message: string;
}

/** Opens an incident once; a second report of the same one changes nothing. */
export async function openIncident(
  { tx, instanceId, now }: CommitContext,
  incident: NewIncident,
): Promise<void> {
  await tx
    .insert(incidents)
    .values({ instanceId, openedAt: now, ...incident })
    .onConflictDoNothing();
}

export async function applyIncidentEffect(
  context: CommitContext,
  effect: Extract<Effect, { type: 'openIncident' | 'closeIncident' }>,
): Promise<void> {
  if (effect.type === 'openIncident') {
    const { incident, element, code, message } = effect;
    return openIncident(context, { incident, element, code, message });
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
 * The event found nobody waiting. A decision on a task that was gone is marked overtaken and its author told;
 * a council's result without a receiver is an incident, because votes must not vanish.
 */
export async function reportUnreceived(context: CommitContext, event: EngineEvent): Promise<void> {
  const { tx, instanceId, now } = context;
  if (event.type === 'taskCompleted') {
    const [task] = await tx
      .update(tasks)
      .set({ status: 'overtaken' })
      .where(and(eq(tasks.instanceId, instanceId), eq(tasks.visit, event.visit), eq(tasks.status, 'done')))
      .returning({ id: tasks.id });
    if (task) context.notices += await tellOvertaken(tx, task.id, now);
  }
  if (event.type === 'message' && event.name === 'council-result') {
    await openIncident(context, {
      incident: `unreceived-${event.number}`,
      element: event.name,
      code: 'result_without_receiver',
      message: `The result of referral ${event.correlationKey} found no stage waiting for it.`,
    });
  }
}
