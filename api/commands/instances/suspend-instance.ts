import type { CommandContext } from '../../context.ts';
import { administeredInstance } from '../../policies/instances.ts';
import { standingForOperation } from '../../queries/instances.ts';
import { operate, rehearse } from './operate.ts';

export interface SuspendInstanceProps {
  instanceId: string;
  reason: string;
}

/**
 * Suspends an instance: decisions are still taken in and wait, no timer fires; or resumes it.
 * @returns the outbox number
 * @throws ApiError forbidden, instance_not_found, instance_ended, instance_not_begun, operation_refused
 */
async function changeState(
  context: CommandContext,
  { instanceId, reason }: SuspendInstanceProps,
  kind: 'suspend' | 'resume',
): Promise<number> {
  const { subject } = await administeredInstance(context, instanceId);
  const event = { type: kind === 'suspend' ? ('suspended' as const) : ('resumed' as const) };
  rehearse(context, await standingForOperation(context, instanceId), event);
  return operate(context, { instanceId, subject, kind, reason, event });
}

export const suspendInstance = (context: CommandContext, props: SuspendInstanceProps) =>
  changeState(context, props, 'suspend');

export const resumeInstance = (context: CommandContext, props: SuspendInstanceProps) =>
  changeState(context, props, 'resume');
