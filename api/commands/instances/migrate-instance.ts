import type { CommandContext } from '../../context.ts';
import type { MigrateRequest } from '../../contract/instances.ts';
import { ApiError } from '../../errors.ts';
import { administeredInstance } from '../../policies/instances.ts';
import { definitionRow } from '../../queries/definitions.ts';
import { standingForOperation } from '../../queries/instances.ts';
import { operate, rehearse } from './operate.ts';

/**
 * Takes a running instance over to another version of its process.
 * @returns the outbox number
 * @throws ApiError forbidden, instance_not_found, instance_ended, instance_not_begun, definition_not_found, operation_refused,
 *   nomination_locked
 */
export async function migrateInstance(
  context: CommandContext,
  { instanceId, definitionId, nodes, reason }: MigrateRequest & { instanceId: string },
): Promise<number> {
  const { subject, definition } = await administeredInstance(context, instanceId);
  const to = await definitionRow(context, definitionId);
  if (to.processId !== definition.processId) throw new ApiError('definition_not_found');
  const event = { type: 'migrated' as const, definition: definitionId, nodes };
  const effects = rehearse(context, await standingForOperation(context, instanceId), event, to.graph);
  return operate(context, { instanceId, subject, kind: 'migrate', reason, event, effects });
}
