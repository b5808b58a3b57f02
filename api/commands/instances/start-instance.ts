import { readCalendar } from '../../../db/calendar.ts';
import type { Executor } from '../../../db/client.ts';
import { newestDefinition } from '../../../db/definitions.ts';
import { appendEvent } from '../../../db/outbox.ts';
import { processInstances } from '../../../db/schema/index.ts';
import { calendarOf } from '../../../domain/calendar.ts';
import type { Variables } from '../../../engine/types.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';

/**
 * Starts an instance of the newest definition of a process, on the calendar of now, in the transaction that makes its subject.
 * The caller stores the id with the subject and delivers after the commit.
 * @returns the instance's id
 * @throws ApiError process_not_deployed
 */
export async function startInstance(
  tx: Executor,
  { actor, now }: CommandContext,
  process: string,
  variables: Variables,
): Promise<string> {
  const definition = await newestDefinition(tx, process);
  if (!definition) throw new ApiError('process_not_deployed');
  const { version, days } = await readCalendar(tx);
  const [instance] = await tx
    .insert(processInstances)
    .values({ definitionId: definition.id, startedAt: now, calendarVersion: version })
    .returning({ id: processInstances.id });
  if (!instance) throw new Error('insert of a process instance returned no row');
  await appendEvent(tx, {
    instanceId: instance.id,
    event: { type: 'start', process, definition: definition.id, variables, calendar: calendarOf(days) },
    accountId: actor.accountId,
  });
  return instance.id;
}
