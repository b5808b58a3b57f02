import { abandonedBy, endReferrals } from '../../db/referrals.ts';
import type { Effect, EngineEvent } from '../../engine/types.ts';
import type { CommitContext } from './context.ts';
import { operationReason } from './operations.ts';

/**
 * A wait for a council that the step ends without its result ends the referral: by a boundary event, an operation, a migration or
 * the end of the instance alike. What is on the agenda of a planned session leaves it, with the administrator's reason where there is one.
 * A vote under way goes on; its result then finds no receiver, which is an incident (`writeResults`).
 */
export async function leaveCouncils(
  context: CommitContext,
  event: EngineEvent,
  effects: readonly Effect[],
): Promise<void> {
  const { tx, instanceId } = context;
  const abandoned = abandonedBy(instanceId, effects);
  if (!abandoned) return;
  const reason = await operationReason(context, event.number);
  await endReferrals(tx, abandoned, reason ?? 'Quy trình không còn chờ kết quả của hội đồng.');
}
