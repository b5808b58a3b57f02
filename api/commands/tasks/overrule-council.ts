import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { nominationResults, nominations, processInstances, referrals } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { Overruling, Verdict } from '../../contract/tasks.ts';
import { ApiError } from '../../errors.ts';
import type { TaskRow } from '../../policies/tasks.ts';

/** Only heads end a proposal, so the task that allows it is a head's; an agency that does not agree with one ends nothing. */
export const isHeads = ({ verdicts, about }: Pick<TaskRow, 'verdicts' | 'about'>): boolean =>
  verdicts.includes('reject') && about === null;

/** @throws ApiError not_overrulable where it is not a head who approves, or one nomination is named twice */
export function requireOverrulable(task: TaskRow, verdict: Verdict, overruled: Overruling[]): void {
  if (overruled.length === 0) return;
  const distinct = new Set(overruled.map(({ nominationId }) => nominationId)).size === overruled.length;
  if (!isHeads(task) || verdict !== 'approve' || !distinct) throw new ApiError('not_overrulable');
}

/**
 * The head decides otherwise than the council of the same level advised (Law 06/2022/QH15 Article 90: a council advises):
 * lets a nomination pass that failed there, or refuses one that passed, each with a reason that stays with it.
 * @throws ApiError not_overrulable, nobody_approved where no nomination is left to go on with
 */
export async function overruleCouncil(
  tx: Executor,
  { actor, now }: CommandContext,
  task: TaskRow,
  overruled: Overruling[],
): Promise<void> {
  const [advice] = await tx
    .select({ id: referrals.id })
    .from(referrals)
    .where(and(eq(referrals.subjectId, task.subjectId), eq(referrals.level, task.level)))
    .orderBy(desc(referrals.createdAt))
    .limit(1);
  if (!advice) {
    if (overruled.length > 0) throw new ApiError('not_overrulable');
    return;
  }
  const found = await newestResults(tx, task);
  for (const { nominationId, decision, reason } of overruled) {
    const [before, after] =
      decision === 'approve' ? (['failed', 'passed'] as const) : (['passed', 'failed'] as const);
    if (found.get(nominationId) !== before) throw new ApiError('not_overrulable');
    found.set(nominationId, after);
    await tx.update(nominations).set({ status: after, reason }).where(eq(nominations.id, nominationId));
    await tx.insert(nominationResults).values({
      nominationId,
      level: task.level,
      instanceId: task.instanceId,
      step: await stepOf(tx, task.instanceId),
      status: after,
      reason,
      overruledBy: actor.accountId,
      at: now,
    });
  }
  if (found.size > 0 && ![...found.values()].includes('passed')) throw new ApiError('nobody_approved');
}

/** What the level found last about each nomination of the dossier. */
async function newestResults(tx: Executor, { subjectId, level }: TaskRow) {
  const rows = await tx
    .selectDistinctOn([nominationResults.nominationId], {
      id: nominationResults.nominationId,
      status: nominationResults.status,
    })
    .from(nominationResults)
    .innerJoin(nominations, eq(nominations.id, nominationResults.nominationId))
    .where(
      and(
        eq(nominations.dossierId, subjectId),
        eq(nominationResults.level, level),
        inArray(nominations.status, ['passed', 'failed']),
      ),
    )
    .orderBy(nominationResults.nominationId, desc(nominationResults.at), desc(nominationResults.step));
  return new Map(rows.map(({ id, status }) => [id, status]));
}

async function stepOf(tx: Executor, instanceId: string): Promise<number> {
  const [instance] = await tx
    .select({ step: processInstances.step })
    .from(processInstances)
    .where(eq(processInstances.id, instanceId));
  return instance?.step ?? 0;
}
