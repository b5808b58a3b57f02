import { and, eq, inArray } from 'drizzle-orm';
import { readCalendar } from '../../../db/calendar.ts';
import type { Executor } from '../../../db/client.ts';
import { newestDefinition, sessionProcess } from '../../../db/definitions.ts';
import { appendEvent } from '../../../db/outbox.ts';
import { processInstances, sessions, tasks } from '../../../db/schema/index.ts';
import { calendarOf } from '../../../domain/calendar.ts';
import type { Variables } from '../../../engine/types.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { candidateOf } from '../../policies/tasks.ts';
import { type Decision, recordDecision } from '../tasks/record-decision.ts';

type Session = typeof sessions.$inferSelect;

/** What the process of a session counts its steps by. */
export const timesOf = ({ scheduledAt, closesAt }: Pick<Session, 'scheduledAt' | 'closesAt'>) => ({
  scheduledAt: scheduledAt.toISOString(),
  closesAt: closesAt?.toISOString() ?? null,
});

/** Starts the process of a planned session and answers its instance. @throws ApiError process_not_deployed */
export async function startProcess(
  tx: Executor,
  { actor, now }: CommandContext,
  session: Session,
): Promise<string> {
  const definition = await newestDefinition(tx, sessionProcess);
  if (!definition) throw new ApiError('process_not_deployed');
  const { version, days } = await readCalendar(tx);
  const [instance] = await tx
    .insert(processInstances)
    .values({ definitionId: definition.id, startedAt: now, calendarVersion: version })
    .returning({ id: processInstances.id });
  if (!instance) throw new Error('insert of a process instance returned no row');
  await tx.update(sessions).set({ instanceId: instance.id }).where(eq(sessions.id, session.id));
  await appendEvent(tx, {
    instanceId: instance.id,
    event: {
      type: 'start',
      process: sessionProcess,
      definition: definition.id,
      variables: { sessionId: session.id, mode: session.mode, ...timesOf(session) },
      calendar: calendarOf(days),
    },
    accountId: actor.accountId,
  });
  return instance.id;
}

/**
 * Tells the process of a session what happened in it, and answers the instances that have news: a session planned before
 * sessions were processes has none. It locks the instance, so it comes before any lock on the session.
 */
export async function tellProcess(
  tx: Executor,
  { id, instanceId }: Pick<Session, 'id' | 'instanceId'>,
  {
    name,
    variables = {},
    accountId,
  }: {
    name: 'session-opened' | 'session-rescheduled' | 'session-cancelled' | 'session-closed';
    variables?: Variables;
    accountId: string | null;
  },
): Promise<string[]> {
  if (instanceId === null) return [];
  const event = { type: 'message' as const, name, correlationKey: id, variables };
  await appendEvent(tx, { instanceId, event, accountId });
  return [instanceId];
}

/**
 * Decides the open step of a session's process, whose element is named; the act that goes with it belongs to the same
 * transaction.
 * @throws ApiError session_step_not_open, forbidden, and what deciding a task throws
 */
export async function decideStep(
  tx: Executor,
  context: CommandContext,
  { instanceId }: Pick<Session, 'instanceId'>,
  element: string,
  { verdict, reason }: Pick<Decision, 'verdict' | 'reason'>,
): Promise<string[]> {
  if (instanceId === null) throw new ApiError('session_step_not_open');
  // The instance first: its lock orders everything that happens to it.
  await tx
    .select({ id: processInstances.id })
    .from(processInstances)
    .where(eq(processInstances.id, instanceId))
    .for('update');
  const [found] = await tx
    .select({ task: tasks, isCandidate: candidateOf(context.actor) })
    .from(tasks)
    .where(
      and(
        eq(tasks.instanceId, instanceId),
        eq(tasks.element, element),
        inArray(tasks.status, ['open', 'claimed']),
      ),
    );
  if (!found) throw new ApiError('session_step_not_open');
  if (!found.isCandidate) throw new ApiError('forbidden');
  const { task } = found;
  const decision = { version: task.version, verdict, reason, formData: null, variables: {} };
  await recordDecision(tx, context, task, decision);
  return [instanceId];
}
