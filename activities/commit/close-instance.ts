import { and, eq, inArray, ne } from 'drizzle-orm';
import { outbox, subscriptions } from '../../db/schema/index.ts';
import type { EngineEvent } from '../../engine/types.ts';
import type { CommitContext } from './context.ts';
import { reportUnreceived } from './incidents.ts';

/**
 * The instance ended: what was sent after its last step can have no effect; the rows say so, and who caused it is told as of any event
 * that finds nobody waiting.
 * @param last outbox number of the event that ended it, if it had one
 */
export async function closeInstance(context: CommitContext, last: number | undefined): Promise<void> {
  const { tx, instanceId } = context;
  await tx.delete(subscriptions).where(eq(subscriptions.instanceId, instanceId));
  const late = await tx
    .update(outbox)
    .set({ status: 'overtaken' })
    .where(
      and(
        eq(outbox.instanceId, instanceId),
        inArray(outbox.status, ['pending', 'delivered']),
        last === undefined ? undefined : ne(outbox.number, last),
      ),
    )
    .returning({ event: outbox.event });
  for (const { event } of late.toSorted(byNumber)) await reportUnreceived(context, event);
}

const byNumber = (a: { event: EngineEvent }, b: { event: EngineEvent }) =>
  (a.event.number ?? 0) - (b.event.number ?? 0);
