import { and, eq } from 'drizzle-orm';
import { dropPaper } from '../../db/papers/settle-paper.ts';
import { incidents, instanceOperations, processInstances, tasks } from '../../db/schema/index.ts';
import type { Effect, EngineEvent } from '../../engine/types.ts';
import { withdrawCancelled } from '../jobs/move-dossier.ts';
import type { CommitContext } from './context.ts';

type OperationEffect = Extract<Effect, { type: 'suspended' | 'resumed' | 'migrated' | 'moved' | 'refused' }>;

const operationOf = ({ instanceId }: CommitContext, number: number | undefined) =>
  and(eq(instanceOperations.instanceId, instanceId), eq(instanceOperations.number, number ?? -1));

/** What an administrator's operation did to the instance, or why it did nothing. */
export async function applyOperationEffect(
  context: CommitContext,
  effect: OperationEffect,
  event: EngineEvent,
): Promise<void> {
  const { tx, instanceId, now } = context;
  const thisInstance = eq(processInstances.id, instanceId);
  switch (effect.type) {
    case 'suspended':
    case 'resumed': {
      const suspendedAt = effect.type === 'suspended' ? now : null;
      await tx.update(processInstances).set({ suspendedAt }).where(thisInstance);
      return;
    }
    case 'migrated':
      await tx.update(processInstances).set({ definitionId: effect.definition }).where(thisInstance);
      return;
    case 'moved': {
      const { visit, incident, element, name } = effect;
      await tx
        .update(tasks)
        .set({ element, name })
        .where(and(eq(tasks.instanceId, instanceId), eq(tasks.visit, visit)));
      if (incident === null) return;
      await tx
        .update(incidents)
        .set({ element })
        .where(and(eq(incidents.instanceId, instanceId), eq(incidents.incident, incident)));
      return;
    }
    case 'refused':
      await tx
        .update(instanceOperations)
        .set({ problems: effect.problems })
        .where(operationOf(context, event.number));
      return;
  }
}

/** The reason an administrator gave, where the event is an operation. */
export async function operationReason(
  context: CommitContext,
  number: number | undefined,
): Promise<string | undefined> {
  if (number === undefined) return undefined;
  const [operation] = await context.tx
    .select({ reason: instanceOperations.reason })
    .from(instanceOperations)
    .where(operationOf(context, number));
  return operation?.reason;
}

/** An administrator ended the process before its end, for the reason that the operation gives. */
export async function endCancelled(context: CommitContext, number: number | undefined): Promise<void> {
  const { tx, subject, dossier, now } = context;
  const reason = await operationReason(context, number);
  if (dossier && reason !== undefined) await withdrawCancelled({ tx, dossier, now }, reason);
  if (subject?.kind === 'paper') await dropPaper(tx, subject.id, now);
}
