import { asc, eq } from 'drizzle-orm';
import { readCalendar } from '../../../db/calendar.ts';
import { appendEvent } from '../../../db/outbox.ts';
import { instanceOperations, outbox, processInstances } from '../../../db/schema/index.ts';
import { calendarOf } from '../../../domain/calendar.ts';
import { startProblems } from '../../../engine/operations/restart.ts';
import type { EngineEvent } from '../../../engine/types.ts';
import type { CommandContext } from '../../context.ts';
import type { RestartRequest, RestartResult } from '../../contract/instances.ts';
import { ApiError } from '../../errors.ts';
import { administeredInstance } from '../../policies/instances.ts';
import { definitionRow } from '../../queries/definitions.ts';
import { isRestartable } from '../../queries/instances.ts';
import { standingOf } from '../../queries/standings.ts';
import { writeAudit } from '../audit.ts';
import { carryBy } from './carry-by.ts';
import { refuseProblems } from './operate.ts';

/**
 * Takes a subject up again whose process an administrator cancelled: a new instance of the same definition, from its beginning
 * with what the old one was started with, or from the elements named with what it knew at its end. Earlier votes and papers
 * stay on record.
 * @throws ApiError forbidden, instance_not_found, instance_not_cancelled, operation_refused, version_conflict
 */
export async function restartInstance(
  context: CommandContext,
  { instanceId, at, reason }: RestartRequest & { instanceId: string },
): Promise<RestartResult> {
  const { instance: cancelled, subject, definition } = await administeredInstance(context, instanceId);
  if (!(await isRestartable(context, cancelled, subject))) throw new ApiError('instance_not_cancelled');
  const { db, actor, now } = context;
  const { graph } = await definitionRow(context, definition.id);
  const [first] = await db
    .select({ event: outbox.event })
    .from(outbox)
    .where(eq(outbox.instanceId, instanceId))
    .orderBy(asc(outbox.number))
    .limit(1);
  if (first?.event.type !== 'start') throw new Error(`instance ${instanceId} has no start`);
  const { process } = first.event;
  // What was decided on the way holds further on; from the beginning it is decided anew.
  const past = at.length > 0 ? await standingOf(db, instanceId) : undefined;
  const variables = past?.result ?? first.event.variables;

  const restarted = await db.transaction(async (tx) => {
    const { version, days } = await readCalendar(tx);
    const event: Extract<EngineEvent, { type: 'start' }> = {
      type: 'start',
      process,
      variables,
      calendar: calendarOf(days),
      definition: definition.id,
      ...(at.length > 0 ? { at } : {}),
    };
    refuseProblems(startProblems(graph, event, now.toISOString()));
    const [instance] = await tx
      .insert(processInstances)
      .values({
        definitionId: definition.id,
        startedAt: now,
        calendarVersion: version,
        restartOf: instanceId,
      })
      .onConflictDoNothing()
      .returning({ id: processInstances.id });
    if (!instance) throw new ApiError('version_conflict');
    await carryBy(tx, subject, { from: instanceId, to: instance.id });
    const number = await appendEvent(tx, { instanceId: instance.id, event, accountId: actor.accountId });
    await tx.insert(instanceOperations).values({ instanceId: instance.id, number, kind: 'restart', reason });
    await writeAudit(tx, context, {
      action: 'instance.restart',
      subjectKind: subject.kind,
      subjectId: subject.id,
      details: { reason, instanceId: instance.id, restartOf: instanceId, at },
    });
    return instance.id;
  });
  context.deliver(restarted);
  return { instanceId: restarted };
}
