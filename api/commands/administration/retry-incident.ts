import { and, eq, isNull } from 'drizzle-orm';
import { appendEvent } from '../../../db/outbox.ts';
import { incidents, processInstances, subjects } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { administeredSubject } from '../../policies/subjects.ts';
import { requireAdmin } from '../../queries/administration.ts';
import { writeAudit } from '../audit.ts';

export interface RetryIncidentProps {
  incidentId: string;
  reason: string;
}

/**
 * An administrator lets the process try again at the place of an incident, after the cause was removed. Where it has ended, the
 * incident is settled by the reason alone.
 * @throws ApiError forbidden, incident_not_found, incident_resolved
 */
export async function retryIncident(context: CommandContext, props: RetryIncidentProps): Promise<void> {
  requireAdmin(context);
  const { db, actor, now } = context;
  const { incidentId, reason } = props;
  const [row] = await db
    .select({ incident: incidents })
    .from(incidents)
    .innerJoin(subjects, eq(subjects.instanceId, incidents.instanceId))
    .where(and(eq(incidents.id, incidentId), administeredSubject(context)));
  if (!row) throw new ApiError('incident_not_found');
  const { instanceId, incident } = row.incident;
  if (row.incident.resolvedAt) throw new ApiError('incident_resolved');
  await db.transaction(async (tx) => {
    const [instance] = await tx
      .select({ status: processInstances.status })
      .from(processInstances)
      .where(eq(processInstances.id, instanceId))
      .for('update');
    const event = { type: 'incidentRetried' as const, incident };
    if (instance?.status === 'running')
      await appendEvent(tx, { instanceId, event, accountId: actor.accountId });
    const resolved = await tx
      .update(incidents)
      .set({ resolvedAt: now, resolvedBy: actor.accountId, resolution: reason })
      .where(and(eq(incidents.id, incidentId), isNull(incidents.resolvedAt)))
      .returning({ id: incidents.id });
    if (resolved.length === 0) throw new ApiError('incident_resolved');
    await writeAudit(tx, context, {
      action: 'incident.retry',
      subjectKind: 'incident',
      subjectId: incidentId,
      details: { reason },
    });
  });
  context.deliver(instanceId);
}
