import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Json, Pause } from '../../engine/types.ts';
import { id, instant } from './columns.ts';
import { councils } from './councils.ts';
import { levelEnum } from './enums.ts';
import { accounts, roleEnum, units } from './organisation.ts';
import { processDefinitions, processInstances } from './processes.ts';
import { substitutions } from './substitutions.ts';

export const taskStatusEnum = pgEnum('task_status', ['open', 'claimed', 'done', 'cancelled', 'overtaken']);
export const verdictEnum = pgEnum('verdict', ['approve', 'reject', 'return']);

/**
 * Task (việc): one human step of a process. It stands at one place, a role in a unit or council, whose holders may do it and
 * whose superiors are told when it is late; `task_candidates` names who else may.
 */
export const tasks = pgTable(
  'tasks',
  {
    id: id(),
    instanceId: uuid()
      .notNull()
      .references(() => processInstances.id),
    /** Id of the element instance in the engine's state. */
    visit: text().notNull(),
    process: text().notNull(),
    element: text().notNull(),
    /** Element name from the model, Vietnamese. */
    name: text().notNull(),
    /** What the task is about: a row of `subjects`, the instance's at the time. */
    subjectId: uuid().notNull(),
    level: levelEnum().notNull(),
    candidateRole: roleEnum().notNull(),
    candidateUnitId: uuid().references(() => units.id),
    candidateCouncilId: uuid().references(() => councils.id),
    /** Row of the subject that it is about, as the model's input `about` names it, e.g. an opinion request. */
    about: uuid(),
    /** Verdicts that the step allows. */
    verdicts: verdictEnum().array().notNull(),
    status: taskStatusEnum().notNull().default('open'),
    assigneeId: uuid().references(() => accounts.id),
    openedAt: instant().notNull(),
    dueAt: instant(),
    /** Until then it need not be looked at. */
    followUpAt: instant(),
    /** From 0 to 100; among tasks of the same due date the highest comes first. */
    priority: integer().notNull().default(50),
    /** Elements of the model: whoever decided a task of theirs in this instance may not do this one. */
    excludeDecidersOf: text().array().notNull().default(sql`'{}'`),
    /** Name of the form whose data complete it. */
    form: text(),
    /** The definition that holds it: the instance's when the task was opened, whatever version it has migrated to since. */
    formDefinitionId: uuid().references(() => processDefinitions.id),
    /** What the form was filled in with. */
    formData: jsonb().$type<Record<string, Json>>(),
    verdict: verdictEnum(),
    reason: text(),
    decidedBy: uuid().references(() => accounts.id),
    /** Whom the decider substituted; empty where they acted for themselves. */
    decidedFor: uuid().references(() => accounts.id),
    /** The substitution by which they did so; null where it was decided before this was kept. */
    decidedUnder: uuid().references(() => substitutions.id),
    decidedAt: instant(),
    /** Outbox number that carries the decision to the instance. */
    outboxNumber: integer(),
    /** Compare-and-set counter: a command names the version it saw. */
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('tasks_visit').on(t.instanceId, t.visit),
    index('tasks_inbox')
      .on(t.candidateRole, t.candidateUnitId, t.dueAt)
      .where(sql`${t.status} in ('open','claimed')`),
    index('tasks_about').on(t.about).where(sql`${t.about} is not null`),
    index('tasks_subject').on(t.subjectId),
    index('tasks_substituted').on(t.decidedUnder).where(sql`${t.decidedUnder} is not null`),
    check('tasks_decided_under', sql`${t.decidedUnder} is null or ${t.decidedFor} is not null`),
    check('tasks_one_place', sql`(${t.candidateUnitId} is null) <> (${t.candidateCouncilId} is null)`),
    check('tasks_claimed', sql`${t.status} <> 'claimed' or ${t.assigneeId} is not null`),
    check(
      'tasks_decided',
      sql`(${t.status} in ('done','overtaken')) = (${t.verdict} is not null and ${t.decidedBy} is not null and ${t.decidedAt} is not null and ${t.outboxNumber} is not null)`,
    ),
    check(
      'tasks_reason',
      sql`${t.verdict} is null or ${t.verdict} = 'approve' or length(trim(coalesce(${t.reason}, ''))) > 0`,
    ),
    check('tasks_priority', sql`${t.priority} between 0 and 100`),
    check(
      'tasks_form_data',
      sql`${t.formData} is null or (${t.form} is not null and ${t.verdict} is not null)`,
    ),
    check('tasks_form_definition', sql`(${t.form} is null) = (${t.formDefinitionId} is null)`),
    check('tasks_verdict_allowed', sql`${t.verdict} is null or ${t.verdict} = any(${t.verdicts})`),
  ],
);

/** Candidate of a task beside the holders of its own place: an account, or the holders of a role in a unit or council. */
export const taskCandidates = pgTable(
  'task_candidates',
  {
    id: id(),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    accountId: uuid().references(() => accounts.id),
    role: roleEnum(),
    unitId: uuid().references(() => units.id),
    councilId: uuid().references(() => councils.id),
  },
  (t) => [
    uniqueIndex('task_candidates_account').on(t.accountId, t.taskId),
    index('task_candidates_place').on(t.role, t.unitId, t.councilId),
    index('task_candidates_task').on(t.taskId),
    check('task_candidates_one', sql`num_nonnulls(${t.accountId}, ${t.unitId}, ${t.councilId}) = 1`),
    check('task_candidates_role', sql`(${t.accountId} is null) = (${t.role} is not null)`),
  ],
);

export const noticeKindEnum = pgEnum('notice_kind', [
  'reminder', // before the due date
  'overdue',
  'escalation',
  'overtaken', // your decision came too late
  'returned',
  'rejected',
  'withdrawn',
  'issued',
  'session_invited', // an invitation to a council's session, also when it was put off
  'session_reminder', // the session is near
  'session_cancelled',
  'session_unfinished', // a circulation that could not be closed at its end
  'eligibility_changed', // what a verdict on a nominee rested on counts no more
  'paper_received', // a paper was issued to your unit
]);

/** Notice (thông báo, nhắc việc): one message to one account, shown in the page and sent by mail once. */
export const notices = pgTable(
  'notices',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    kind: noticeKindEnum().notNull(),
    /** What it is about: a row of `subjects`. */
    subjectId: uuid().notNull(),
    taskId: uuid().references(() => tasks.id),
    /** Working days relative to the due date (-3, -1, 0, 2 ...); a declared reminder fires once per task and offset. */
    offset: integer(),
    /** Why, where a person gave a reason. */
    reason: text(),
    createdAt: instant().notNull(),
    /** When the mail server accepted it. */
    sentAt: instant(),
    readAt: instant(),
  },
  (t) => [
    uniqueIndex('notices_once')
      .on(t.taskId, t.kind, t.offset, t.accountId)
      .where(sql`${t.offset} is not null`),
    index('notices_account').on(t.accountId, t.createdAt),
    index('notices_unsent').on(t.createdAt).where(sql`${t.sentAt} is null`),
  ],
);

export const deadlineUnitEnum = pgEnum('deadline_unit', ['working_day', 'calendar_day', 'fixed_date']);

/**
 * Deadline (thời hạn) of a task: the clock behind its due date, counted anew from its start and pauses when the calendar
 * changes. A fixed date has no amount and is not counted.
 */
export const deadlines = pgTable(
  'deadlines',
  {
    taskId: uuid()
      .primaryKey()
      .references(() => tasks.id),
    startsAt: instant().notNull(),
    unit: deadlineUnitEnum().notNull(),
    amount: integer().notNull(),
    /** When the clock stood still, in order; the last pause has no end while it does. */
    pauses: jsonb().$type<Pause[]>().notNull().default([]),
    /** null while the clock stands still. */
    dueAt: instant(),
  },
  (t) => [
    check('deadlines_order', sql`${t.dueAt} >= ${t.startsAt}`),
    check('deadlines_fixed', sql`${t.unit} <> 'fixed_date' or ${t.dueAt} is not null`),
    check('deadlines_amount', sql`${t.amount} >= 0`),
  ],
);

/** Escalation by an administrator or by a clock, with its reason. */
export const escalations = pgTable('escalations', {
  id: id(),
  taskId: uuid()
    .notNull()
    .references(() => tasks.id),
  escalatedBy: uuid().references(() => accounts.id),
  reason: text().notNull(),
  at: instant().notNull().defaultNow(),
});
