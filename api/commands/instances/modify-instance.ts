import type { Json } from '../../../engine/types.ts';
import type { CommandContext } from '../../context.ts';
import type { ModifyRequest } from '../../contract/instances.ts';
import { administeredInstance } from '../../policies/instances.ts';
import { standingForOperation } from '../../queries/instances.ts';
import { operate, rehearse } from './operate.ts';

/**
 * Inserts, cancels or moves tokens of a running instance, adds participants to a multi-instance or takes them out; all of it
 * or nothing.
 * @returns the outbox number
 * @throws ApiError forbidden, instance_not_found, instance_ended, instance_not_begun, operation_refused, nomination_locked
 */
export async function modifyInstance(
  context: CommandContext,
  { instanceId, place, cancel, addItems, dropItems, reason }: ModifyRequest & { instanceId: string },
): Promise<number> {
  const { subject } = await administeredInstance(context, instanceId);
  const targets = place.map(({ near, ...target }) => (near === undefined ? target : { ...target, near }));
  const added = addItems.map(({ loop, element = null }) => ({ loop, element: element as Json }));
  const event = { type: 'modified' as const, place: targets, cancel, addItems: added, dropItems };
  const effects = rehearse(context, await standingForOperation(context, instanceId), event);
  return operate(context, { instanceId, subject, kind: 'modify', reason, event, effects });
}
