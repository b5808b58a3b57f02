import type { CommandContext } from '../../context.ts';
import type { Decision } from '../../contract/tasks.ts';
import { type CompleteTaskProps, prepareDecision } from './prepare-decision.ts';
import { recordDecision } from './record-decision.ts';

/**
 * Decides a task: approve, return or reject. The decision stands when this returns; the process follows.
 * A candidate may decide an open task without claiming it first.
 * @throws ApiError task_not_found, forbidden, task_of_session, verdict_not_allowed, reason_required, form_not_expected, form_invalid,
 *   task_already_done,
 *   task_claimed_by_other, task_cancelled, excluded_decider, dossier_on_hold, comments_unread, version_conflict, instance_ended
 */
export async function completeTask(context: CommandContext, props: CompleteTaskProps): Promise<Decision> {
  const { task, decision } = await prepareDecision(context, props);
  await context.db.transaction((tx) => recordDecision(tx, context, task, decision));
  context.deliver(task.instanceId);
  const { version, verdict, reason } = decision;
  return {
    id: task.id,
    status: 'done',
    verdict,
    reason,
    decidedAt: context.now.toISOString(),
    version: version + 1,
  };
}
