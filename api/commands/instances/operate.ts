import { appendEvent } from '../../../db/outbox.ts';
import { abandonedBy } from '../../../db/referrals.ts';
import { instanceOperations } from '../../../db/schema/index.ts';
import { advance, type Graphs } from '../../../engine/advance.ts';
import type { Standing } from '../../../engine/operations/replay.ts';
import type { Effect, EngineEvent, OperationProblem } from '../../../engine/types.ts';
import type { CommandContext } from '../../context.ts';
import type { SubjectRef } from '../../contract/common.ts';
import { ApiError } from '../../errors.ts';
import { operationErrors } from '../../queries/problems.ts';
import { writeAudit } from '../audit.ts';
import { removeFromAgendas } from '../councils/remove-from-agendas.ts';

export interface Operation {
  instanceId: string;
  /** What the instance is about. */
  subject: Pick<SubjectRef, 'kind' | 'id'>;
  kind: (typeof instanceOperations.$inferSelect)['kind'];
  reason: string;
  event: EngineEvent;
  /** What it is going to do, as far as that is known. */
  effects?: readonly Effect[];
}

/**
 * An administrator's operation, as every other act on an instance: one transaction writes the outbox row that carries it, the
 * reason, and the audit row; the host takes it up in its turn. What will wait for no council any more leaves the agendas at once.
 * @returns the outbox number
 * @throws ApiError instance_ended, nomination_locked
 */
export async function operate(
  context: CommandContext,
  { instanceId, subject, kind, reason, event, effects = [] }: Operation,
): Promise<number> {
  const { db, actor } = context;
  const number = await db.transaction(async (tx) => {
    const next = await appendEvent(tx, { instanceId, event, accountId: actor.accountId });
    await removeFromAgendas(tx, abandonedBy(instanceId, effects), reason);
    await tx.insert(instanceOperations).values({ instanceId, number: next, kind, reason });
    const { type: _, ...what } = event;
    await writeAudit(tx, context, {
      action: `instance.${kind}`,
      subjectKind: subject.kind,
      subjectId: subject.id,
      details: { reason, instanceId, number: next, ...what },
    });
    return next;
  });
  context.deliver(instanceId);
  return number;
}

/**
 * Tries an operation on the instance as it stands, so that what cannot be done is said at once.
 * @returns what it would do
 * @throws ApiError operation_refused
 */
export function rehearse(
  { now }: CommandContext,
  { graph, state }: Standing,
  event: EngineEvent,
  to: Graphs['to'] = graph,
): Effect[] {
  const { effects } = advance({ from: graph, to }, state, event, now.toISOString());
  refuseProblems(effects.flatMap((effect) => (effect.type === 'refused' ? effect.problems : [])));
  return effects;
}

/** @throws ApiError operation_refused where there are any */
export function refuseProblems(problems: OperationProblem[]): void {
  const [first] = problems;
  if (!first) return;
  throw new ApiError('operation_refused', {
    parameters: { problem: first.message },
    errors: (locale) => operationErrors(problems, locale),
  });
}
