import { and, eq, inArray, ne } from 'drizzle-orm';
import { outbox, subscriptions, tasks } from '../../db/schema/index.ts';
import { tellOvertaken } from '../notices.ts';
import type { CommitContext } from './context.ts';

/**
 * The instance ended: what people sent after its last step can have no effect; the rows say so and so do notices.
 * @param last outbox number of the event that ended it, if it had one
 */
export async function closeInstance(context: CommitContext, last: number | undefined): Promise<void> {
  const { tx, instanceId, now } = context;
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
    .returning({ number: outbox.number });
  if (late.length === 0) return;
  const overtaken = await tx
    .update(tasks)
    .set({ status: 'overtaken' })
    .where(
      and(
        eq(tasks.instanceId, instanceId),
        eq(tasks.status, 'done'),
        inArray(
          tasks.outboxNumber,
          late.map(({ number }) => number),
        ),
      ),
    )
    .returning({ id: tasks.id });
  for (const { id } of overtaken) context.notices += await tellOvertaken(tx, id, now);
}
