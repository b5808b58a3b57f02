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
import { restartable } from '../../queries/instances.ts';
import { standingOf } from '../../queries/standings.ts';
import { writeAudit } from '../audit.ts';
import { refuseProblems } from './operate.ts';
import { takeUp } from './take-up.ts';

/**
 * Takes a subject up again whose process an administrator cancelled: a new instance of the same definition, from its beginning
 * with what the old one was started with and the subject as its process finds it there (`take-up.ts`), or from the elements named
 * with what it knew at its end and the subject as it stands. Earlier votes and papers stay on record.
 * @throws ApiError forbidden, instance_not_found, instance_not_cancelled, beginning_past, operation_refused, version_conflict
 */
export async function restartInstance(
  context: CommandContext,
  { instanceId, at, reason }: RestartRequest & { instanceId: string },
): Promise<RestartResult> {
  const { instance: cancelled, subject, definition } = await administeredInstance(context, instanceId);
  const { db, actor, now } = context;
  const anew = at.length === 0;
  const may = await restartable(db, cancelled, subject);
  if (!may.restart) throw new ApiError('instance_not_cancelled');
  if (anew && !may.beginAnew) throw new ApiError('beginning_past');
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
  const past = anew ? undefined : await standingOf(db, instanceId);
  const known = past?.result ?? first.event.variables;

  const restarted = await db.transaction(async (tx) => {
    const { version, days } = await readCalendar(tx);
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
    const changed = await takeUp(tx, subject, { from: instanceId, to: instance.id, anew, now });
    const event: Extract<EngineEvent, { type: 'start' }> = {
      type: 'start',
      process,
      variables: { ...known, ...changed },
      calendar: calendarOf(days),
      definition: definition.id,
      ...(anew ? {} : { at }),
    };
    refuseProblems(startProblems(graph, event, now.toISOString()));
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
