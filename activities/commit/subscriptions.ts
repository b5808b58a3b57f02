import { and, eq } from 'drizzle-orm';
import { subscriptions } from '../../db/schema/index.ts';
import type { Effect } from '../../engine/types.ts';
import type { CommitContext } from './context.ts';

/** Keeps the table of who waits for which message equal to the engine's state. */
export async function applySubscriptionEffect(
  { tx, instanceId }: CommitContext,
  effect: Extract<Effect, { type: 'subscribe' | 'unsubscribe' }>,
): Promise<void> {
  const { visit, message } = effect;
  if (effect.type === 'subscribe') {
    await tx
      .insert(subscriptions)
      .values({ instanceId, visit, message, correlationKey: effect.correlationKey });
    return;
  }
  await tx
    .delete(subscriptions)
    .where(
      and(
        eq(subscriptions.instanceId, instanceId),
        eq(subscriptions.visit, visit),
        eq(subscriptions.message, message),
      ),
    );
}
