import { and, eq, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import {
  accounts,
  councils,
  escalations,
  notices,
  people,
  roleGrants,
  subjects,
  tasks,
} from '../../../db/schema/index.ts';
import { lineOf } from '../../../db/unit-line.ts';
import type { CommandContext } from '../../context.ts';
import type { EscalateResult } from '../../contract/administration.ts';
import { ApiError } from '../../errors.ts';
import { administeredSubject } from '../../policies/subjects.ts';
import type { TaskRow } from '../../policies/tasks.ts';
import { requireAdmin } from '../../queries/administration.ts';
import { writeAudit } from '../audit.ts';

export interface EscalateTaskProps {
  taskId: string;
  reason: string;
}

/**
 * An administrator moves a late task up: whoever could decide it above its place, and the administrators, are told why.
 * The task itself stays where it is.
 * @throws ApiError forbidden, task_not_found, task_not_open
 */
export async function escalateTask(
  context: CommandContext,
  props: EscalateTaskProps,
): Promise<EscalateResult> {
  requireAdmin(context);
  const { db, actor, now } = context;
  const { taskId, reason } = props;
  const [row] = await db
    .select({ task: tasks })
    .from(tasks)
    .innerJoin(subjects, eq(subjects.id, tasks.subjectId))
    .where(and(eq(tasks.id, taskId), administeredSubject(context)));
  if (!row) throw new ApiError('task_not_found');
  return db.transaction(async (tx) => {
    const [task] = await tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.id, taskId), inArray(tasks.status, ['open', 'claimed'])))
      .for('share');
    if (!task) throw new ApiError('task_not_open');
    const [escalation] = await tx
      .insert(escalations)
      .values({ taskId, escalatedBy: actor.accountId, reason, at: now })
      .returning({ id: escalations.id });
    if (!escalation) throw new Error('insert of an escalation returned no row');
    const told = await superiors(tx, task, context);
    if (told.length > 0) {
      await tx.insert(notices).values(
        told.map(({ accountId }) => ({
          accountId,
          kind: 'escalation' as const,
          subjectId: task.subjectId,
          taskId,
          reason,
          createdAt: now,
        })),
      );
    }
    await writeAudit(tx, context, {
      action: 'task.escalate',
      subjectKind: 'task',
      subjectId: taskId,
      details: { reason, told: told.map(({ accountId }) => accountId) },
    });
    return { escalationId: escalation.id, notified: told.map(({ person }) => person) };
  });
}

/** Holders of the task's role on its unit's superiors, heads of those where the role is a council's, and administrators. */
async function superiors(tx: Executor, task: TaskRow, { actor, today }: CommandContext) {
  const line = await lineOf(tx, task.candidateUnitId ?? (await unitOfCouncil(tx, task.candidateCouncilId)));
  const role = task.candidateUnitId ? task.candidateRole : 'head';
  const above = task.candidateUnitId ? line.slice(1) : line;
  return tx
    .selectDistinct({ accountId: accounts.id, person: { id: people.id, fullName: people.fullName } })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .innerJoin(roleGrants, eq(roleGrants.accountId, accounts.id))
    .where(
      and(
        ne(accounts.id, actor.accountId),
        isNull(accounts.disabledAt),
        lte(roleGrants.validFrom, today),
        or(isNull(roleGrants.validTo), gte(roleGrants.validTo, today)),
        or(
          and(eq(roleGrants.role, role), inArray(roleGrants.unitId, above)),
          and(eq(roleGrants.role, 'admin'), inArray(roleGrants.unitId, line)),
        ),
      ),
    )
    .orderBy(people.fullName);
}

async function unitOfCouncil(tx: Executor, councilId: string | null): Promise<string> {
  const [council] = await tx
    .select({ unitId: councils.unitId })
    .from(councils)
    .where(councilId === null ? sql`false` : eq(councils.id, councilId));
  if (!council) throw new Error('a task has neither a unit nor a council');
  return council.unitId;
}
