import { and, eq } from 'drizzle-orm';
import { appendEvent } from '../../db/outbox.ts';
import { subscriptions } from '../../db/schema/index.ts';
import type { Effect } from '../../engine/types.ts';
import type { CommitContext } from './context.ts';

/** Sends a message to the instance that waits for it: one outbox row there, delivered like a person's act. */
export async function publish(
  { tx }: CommitContext,
  effect: Extract<Effect, { type: 'publish' }>,
): Promise<void> {
  if (effect.kind !== 'message' || effect.correlationKey === null) return;
  const [receiver] = await tx
    .select({ instanceId: subscriptions.instanceId })
    .from(subscriptions)
    .where(
      and(eq(subscriptions.message, effect.name), eq(subscriptions.correlationKey, effect.correlationKey)),
    )
    .limit(1);
  if (!receiver) return;
  const { name, correlationKey, variables } = effect;
  await appendEvent(tx, {
    instanceId: receiver.instanceId,
    event: { type: 'message', name, correlationKey, variables },
    accountId: null,
  });
}
