import { and, asc, count, desc, eq, inArray, isNull, lte, not, or, type SQL, sql } from 'drizzle-orm';
import { isExcludedDecider } from '../../db/excluded-deciders.ts';
import {
  awards,
  councils,
  deadlines,
  documents,
  dossiers,
  nominations,
  subjects,
  substitutions,
  tasks,
} from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { Task } from '../contract/tasks.ts';
import { ApiError } from '../errors.ts';
import { subjectVisibleTo } from '../policies/subjects.ts';
import { candidateOf, type TaskRow } from '../policies/tasks.ts';
import { type Page, rowsOf } from './paging.ts';
import { documentColumns, isoOrNull, personAs, subjectColumns, unitAs } from './references.ts';

export const activeStatuses = ['open', 'claimed'] as const;

export interface InboxQuery extends Page {
  mine: 'candidate' | 'assigned' | 'all';
  state: 'active' | 'done';
  postponed: 'include' | 'exclude';
  subjectId?: string | undefined;
}

/** The account's inbox: what it may do now, earliest due date and highest priority first; or what it has decided, newest first. */
export async function findInbox(context: CommandContext, query: InboxQuery) {
  const { actor, now } = context;
  const assigned = eq(tasks.assigneeId, actor.accountId);
  const waiting = and(isNull(tasks.assigneeId), candidateOf(actor), not(isExcludedDecider(actor.accountId)));
  const active = {
    candidate: waiting,
    assigned,
    all: or(waiting, assigned),
  }[query.mine];
  const where = and(
    query.subjectId ? eq(tasks.subjectId, query.subjectId) : undefined,
    query.state === 'active'
      ? and(
          inArray(tasks.status, [...activeStatuses]),
          query.postponed === 'exclude'
            ? or(isNull(tasks.followUpAt), lte(tasks.followUpAt, now))
            : undefined,
          active,
        )
      : and(inArray(tasks.status, ['done', 'overtaken']), eq(tasks.decidedBy, actor.accountId)),
  );
  const order =
    query.state === 'active'
      ? [sql`${tasks.dueAt} asc nulls last`, desc(tasks.priority), asc(tasks.openedAt)]
      : [desc(tasks.decidedAt)];
  const [items, [total]] = await Promise.all([
    selectTasks(context, where, order, query),
    context.db.select({ count: count() }).from(tasks).where(where),
  ]);
  return { items, total: total?.count ?? 0 };
}

/** Condition on a task and its subject: readable by whoever may read the subject or do the task. */
const readable = ({ actor, today }: CommandContext, taskId: string) =>
  and(eq(tasks.id, taskId), or(subjectVisibleTo(actor, today), candidateOf(actor)));

/** @throws ApiError task_not_found */
export async function getTask(context: CommandContext, taskId: string): Promise<Task> {
  const [task] = await selectTasks(context, readable(context, taskId), [], { page: 1, pageSize: 1 });
  if (!task) throw new ApiError('task_not_found');
  return task;
}

/** The row of a task that the actor may read. @throws ApiError task_not_found */
export async function readableTask(context: CommandContext, taskId: string): Promise<TaskRow> {
  const [row] = await context.db
    .select({ task: tasks })
    .from(tasks)
    .innerJoin(subjects, eq(subjects.id, tasks.subjectId))
    .where(readable(context, taskId));
  if (!row) throw new ApiError('task_not_found');
  return row.task;
}

/** The task as it stands after a command on it: the command has checked who asks. */
export async function taskAfterCommand(context: CommandContext, taskId: string): Promise<Task> {
  const [task] = await selectTasks(context, eq(tasks.id, taskId), [], { page: 1, pageSize: 1 });
  if (!task) throw new ApiError('task_not_found');
  return task;
}

/** Every task of a subject, in the order they were opened. */
export function tasksOfSubject(context: CommandContext, subjectId: string): Promise<Task[]> {
  return selectTasks(context, eq(tasks.subjectId, subjectId), [asc(tasks.openedAt)], {
    page: 1,
    pageSize: 500,
  });
}

/** Tasks past their due date, longest first, as far as the condition allows. */
export function lateTasks(context: CommandContext, where: SQL | undefined): Promise<Task[]> {
  const late = and(
    inArray(tasks.status, [...activeStatuses]),
    sql`${tasks.dueAt} < ${context.now.toISOString()}`,
    where,
  );
  return selectTasks(context, late, [asc(tasks.dueAt)], { page: 1, pageSize: 500 });
}

/** Tasks as answers show them. Who may read them has been asked. */
export async function selectTasks(
  { db, actor, now }: CommandContext,
  where: SQL | undefined,
  order: SQL[],
  page: Page,
): Promise<Task[]> {
  const home = unitAs('home');
  const place = unitAs('place');
  const assignee = personAs('assignee');
  const decider = personAs('decider');
  const holder = personAs('holder');
  const rows = await db
    .select({
      task: tasks,
      subject: subjectColumns,
      award: awards,
      unit: home.columns,
      place: place.columns,
      council: { id: councils.id, name: councils.name },
      assignee: assignee.columns,
      decider: decider.columns,
      holder: holder.columns,
      authority: { paper: substitutions.paper },
      document: documentColumns,
      paused: sql<boolean>`${deadlines.taskId} is not null and ${deadlines.dueAt} is null`,
      nominations: sql<number>`(select count(*)::int from ${nominations} where ${nominations.dossierId} = ${dossiers.id})`,
      candidate: sql<boolean>`${candidateOf(actor)} and not ${isExcludedDecider(actor.accountId)}`,
    })
    .from(tasks)
    .innerJoin(subjects, eq(subjects.id, tasks.subjectId))
    .innerJoin(home.unit, eq(home.unit.id, subjects.unitId))
    .leftJoin(dossiers, eq(dossiers.id, tasks.subjectId))
    .leftJoin(awards, eq(awards.code, dossiers.awardCode))
    .leftJoin(deadlines, eq(deadlines.taskId, tasks.id))
    .leftJoin(place.unit, eq(place.unit.id, tasks.candidateUnitId))
    .leftJoin(councils, eq(councils.id, tasks.candidateCouncilId))
    .leftJoin(assignee.account, eq(assignee.account.id, tasks.assigneeId))
    .leftJoin(assignee.person, eq(assignee.person.id, assignee.account.personId))
    .leftJoin(decider.account, eq(decider.account.id, tasks.decidedBy))
    .leftJoin(decider.person, eq(decider.person.id, decider.account.personId))
    .leftJoin(holder.account, eq(holder.account.id, tasks.decidedFor))
    .leftJoin(holder.person, eq(holder.person.id, holder.account.personId))
    .leftJoin(substitutions, eq(substitutions.id, tasks.decidedUnder))
    .leftJoin(documents, eq(documents.id, substitutions.documentId))
    .where(where)
    .orderBy(...order, asc(tasks.id))
    .limit(rowsOf(page).limit)
    .offset(rowsOf(page).offset);
  return rows.map(({ task, subject, unit, award, ...row }) => {
    const active = task.status === 'open' || task.status === 'claimed';
    const assignedToMe = task.assigneeId === actor.accountId;
    return {
      id: task.id,
      name: task.name,
      process: task.process,
      element: task.element,
      about: task.about,
      level: task.level,
      status: task.status,
      subject,
      unit,
      dossier: award && {
        awardCode: award.code,
        awardNameVi: award.nameVi,
        awardNameEn: award.nameEn,
        nominations: row.nominations,
      },
      candidateRole: task.candidateRole,
      candidateUnit: row.place,
      candidateCouncil: row.council,
      verdicts: task.verdicts,
      hasForm: task.form !== null,
      assignee: row.assignee,
      assignedToMe: active && assignedToMe,
      canAct: active && row.candidate && (task.assigneeId === null || assignedToMe),
      openedAt: task.openedAt.toISOString(),
      dueAt: isoOrNull(task.dueAt),
      followUpAt: isoOrNull(task.followUpAt),
      priority: task.priority,
      overdue: active && task.dueAt !== null && task.dueAt < now,
      paused: active && row.paused,
      verdict: task.verdict,
      reason: task.reason,
      decidedBy: row.decider,
      decidedFor: row.holder,
      authority: row.authority && { ...row.authority, document: row.document },
      decidedAt: isoOrNull(task.decidedAt),
      version: task.version,
    };
  });
}
