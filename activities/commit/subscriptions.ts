import { and, eq } from 'drizzle-orm';
import { subscriptions } from '../../db/schema/index.ts';
import type { Effect } from '../../engine/types.ts';
import type { CommitContext } from './context.ts';

/** Keeps the table of who waits for which message or signal equal to the engine's state. */
export async function applySubscriptionEffect(
  { tx, instanceId, now: openedAt }: CommitContext,
  { type, visit, kind, name, correlationKey }: Extract<Effect, { type: 'subscribe' | 'unsubscribe' }>,
): Promise<void> {
  if (type === 'subscribe') {
    await tx.insert(subscriptions).values({ instanceId, visit, kind, name, correlationKey, openedAt });
    return;
  }
  await tx
    .delete(subscriptions)
    .where(
      and(
        eq(subscriptions.instanceId, instanceId),
        eq(subscriptions.visit, visit),
        eq(subscriptions.kind, kind),
        eq(subscriptions.name, name),
        eq(subscriptions.correlationKey, correlationKey),
      ),
    );
}
