import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedSession } from '../../policies/councils.ts';
import { claimSession } from './session-guards.ts';
import { decideStep } from './session-process.ts';

/**
 * Convenes a planned session (triệu tập): the process makes the invitation and sends it to the members.
 * @throws ApiError session_not_found, forbidden, session_not_planned, session_step_not_open
 */
export async function conveneSession(context: CommandContext, sessionId: string): Promise<void> {
  const session = await managedSession(context, sessionId);
  const told = await context.db.transaction(async (tx) => {
    const instances = await decideStep(tx, context, session, 'convene', { verdict: 'approve', reason: null });
    if (!(await claimSession(tx, sessionId, ['planned']))) throw new ApiError('session_not_planned');
    return instances;
  });
  for (const instanceId of told) context.deliver(instanceId);
  context.announce(sessionId);
}
