import type { CommandContext } from '../../context.ts';
import { administeredInstance } from '../../policies/instances.ts';
import { operate } from './operate.ts';

/**
 * Ends an instance before its end. What it is about leaves the agendas; while a council is voting on it, it is locked. A dossier
 * becomes withdrawn for the reason given, unless its decision has gone out; anything else stays as it is, and can be restarted.
 * @returns the outbox number
 * @throws ApiError forbidden, instance_not_found, instance_ended, nomination_locked
 */
export async function cancelInstance(
  context: CommandContext,
  { instanceId, reason }: { instanceId: string; reason: string },
): Promise<number> {
  const { subject } = await administeredInstance(context, instanceId);
  const operation = {
    instanceId,
    subject,
    kind: 'cancel' as const,
    reason,
    event: { type: 'cancelled' as const },
    effects: [{ type: 'ended', variables: {}, cancelled: true } as const],
  };
  return operate(context, operation);
}
