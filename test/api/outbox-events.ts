import { asc, eq } from 'drizzle-orm';
import { auditLog, outbox } from '../../db/schema/index.ts';
import type { ApiWorld } from './world.ts';

/** Events of an instance after its start, in their order. */
export async function eventsOf(world: ApiWorld, instanceId: string) {
  const rows = await world.db
    .select({ event: outbox.event })
    .from(outbox)
    .where(eq(outbox.instanceId, instanceId))
    .orderBy(asc(outbox.number));
  return rows.slice(1).map(({ event }) => event);
}

/** Actions that the audit log holds of a subject, in their order. */
export async function auditOf(world: ApiWorld, subjectId: string): Promise<string[]> {
  const rows = await world.db
    .select({ action: auditLog.action })
    .from(auditLog)
    .where(eq(auditLog.subjectId, subjectId))
    .orderBy(asc(auditLog.id));
  return rows.map(({ action }) => action);
}
