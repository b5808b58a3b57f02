import { sessionProcess } from '../../../db/definitions.ts';
import { processVariables } from '../../../engine/model/form.ts';
import type { Variables } from '../../../engine/types.ts';
import type { CommandContext } from '../../context.ts';
import type { Overruling, Verdict } from '../../contract/tasks.ts';
import { ApiError } from '../../errors.ts';
import { formErrors } from '../../http/form-issues.ts';
import type { TaskRow } from '../../policies/tasks.ts';
import { formOf } from '../../queries/task-form.ts';
import { requireOverrulable } from './overrule-council.ts';
import type { Decision } from './record-decision.ts';
import { candidateTask, refuseTask } from './task-guards.ts';

export interface CompleteTaskProps {
  taskId: string;
  /** Version of the task that the person saw. */
  version: number;
  verdict: Verdict;
  /** Needed for `return` and `reject`. */
  reason?: string | undefined;
  /** What the task's form was filled in with. */
  form?: Record<string, unknown> | undefined;
  /** What a head decides against the council's advice. */
  overruled?: Overruling[] | undefined;
}

const verdictWords = {
  approve: { vi: 'duyệt', en: 'approve' },
  return: { vi: 'trả lại', en: 'return' },
  reject: { vi: 'không duyệt', en: 'reject' },
};

/**
 * What a decision comes to, where nothing stands against it: permission first, then what can be told without a lock.
 * @throws ApiError task_not_found, forbidden, task_of_session, verdict_not_allowed, reason_required, form_not_expected,
 *   form_invalid, not_overrulable, task_already_done, task_claimed_by_other, task_cancelled
 */
export async function prepareDecision(
  context: CommandContext,
  props: CompleteTaskProps,
): Promise<{ task: TaskRow; decision: Decision }> {
  const { taskId, version, verdict, reason } = props;
  const task = await candidateTask(context, taskId);
  if (task.process === sessionProcess) throw new ApiError('task_of_session');
  if (!task.verdicts.includes(verdict))
    throw new ApiError('verdict_not_allowed', { parameters: { verdict: verdictWords[verdict] } });
  if (verdict !== 'approve' && !reason) {
    throw new ApiError('reason_required', {
      errors: (locale) => [
        {
          path: 'reason',
          code: 'required',
          detail: { vi: 'Cần nêu lý do.', en: 'A reason is needed.' }[locale],
        },
      ],
    });
  }
  const overruled = props.overruled ?? [];
  requireOverrulable(task, verdict, overruled);
  const form = await filledForm(context, task, props);
  if (task.status !== 'open' && task.status !== 'claimed') return refuseTask(context, taskId);
  const decision = {
    version,
    verdict,
    reason: reason ?? null,
    formData: form.data,
    variables: form.variables,
    overruled,
  };
  return { task, decision };
}

interface FilledForm {
  /** As it is stored; null where the task asks for none. */
  data: Variables | null;
  /** What of it the process may know. */
  variables: Variables;
}

/** The form of the decision, which the schema sees together with the verdict: it may ask for more to approve than to return. */
async function filledForm(
  { db }: CommandContext,
  task: TaskRow,
  { verdict, form: given }: CompleteTaskProps,
): Promise<FilledForm> {
  const form = await formOf(db, task);
  if (!form) {
    if (given !== undefined) throw new ApiError('form_not_expected');
    return { data: null, variables: {} };
  }
  // Composed (NFC) like every text that people type in.
  const data = JSON.parse(JSON.stringify(given ?? {}).normalize('NFC')) as Variables;
  const problems = form.check({ ...data, verdict });
  if (problems.length > 0)
    throw new ApiError('form_invalid', { errors: (locale) => formErrors(problems, locale) });
  return { data, variables: processVariables(form, data) };
}
