import { eq } from 'drizzle-orm';
import { leaderOfYearBefore } from '../../../db/blocs/leaders.ts';
import type { Executor } from '../../../db/client.ts';
import { blocHandovers, tasks } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import type { TaskRow } from '../../policies/tasks.ts';
import { lockBlocYear, membersOf } from './bloc-guards.ts';

/** What the form `bloc-handover` asks for. */
interface HandoverForm {
  handed: 'both' | 'leadership';
  handedOn: string;
  place?: string;
  givenBy: string;
  receivedBy: string;
}

/**
 * The leadership of a bloc, and its rotating flag (cờ luân lưu) where it has one, go from the leader of the year before to that of
 * this year: what completing the task of handing over writes.
 * @throws ApiError handover_in_future
 */
export async function handOver(
  tx: Executor,
  { actor, now, today }: CommandContext,
  { id: taskId, subjectId: blocYearId }: TaskRow,
): Promise<void> {
  const [done] = await tx.select({ form: tasks.formData }).from(tasks).where(eq(tasks.id, taskId));
  // The schema of the task's form has been checked.
  const form = done?.form as unknown as HandoverForm;
  if (form.handedOn > today) throw new ApiError('handover_in_future');
  const blocYear = await lockBlocYear(tx, blocYearId);
  const leader = (await membersOf(tx, blocYearId)).find(({ role }) => role === 'leader');
  if (!leader) throw new Error(`bloc year ${blocYearId} has no leader`);
  const kinds = form.handed === 'both' ? (['leadership', 'flag'] as const) : (['leadership'] as const);
  const handover = {
    blocYearId,
    fromUnitId: await leaderOfYearBefore(tx, blocYear),
    toUnitId: leader.unitId,
    handedOn: form.handedOn,
    place: form.place ?? null,
    givenBy: form.givenBy,
    receivedBy: form.receivedBy,
    recordedBy: actor.accountId,
    recordedAt: now,
  };
  // Asked again, as by an administrator, the step corrects what it recorded.
  await tx.delete(blocHandovers).where(eq(blocHandovers.blocYearId, blocYearId));
  await tx.insert(blocHandovers).values(kinds.map((kind) => ({ ...handover, kind })));
}
