import { z } from 'zod';
import { awardCode } from './catalogue.ts';
import {
  councilRef,
  id,
  instant,
  level,
  listOf,
  pageQuery,
  personRef,
  plain,
  reason,
  role,
  subjectRef,
  unitRef,
} from './common.ts';
import { authority } from './substitutions.ts';

export const verdict = z.enum(['approve', 'reject', 'return']);
export const taskStatus = z.enum(['open', 'claimed', 'done', 'cancelled', 'overtaken']);

/** What an inbox shows of a dossier beside its name. */
export const taskDossier = z
  .strictObject({
    awardCode,
    awardNameVi: z.string(),
    awardNameEn: z.string(),
    nominations: z.int().min(0),
  })
  .meta({ id: 'TaskDossier' });

export const task = z
  .strictObject({
    id,
    /** Name of the step in the model, Vietnamese. */
    name: z.string(),
    process: z.string(),
    element: z.string(),
    /** What of the subject it is about, e.g. the opinion request it answers. */
    about: id.nullable(),
    level,
    status: taskStatus,
    subject: subjectRef,
    /** Unit that the subject belongs to; of a dossier the proposer. */
    unit: unitRef,
    /** Null where the task is about something else. */
    dossier: taskDossier.nullable(),
    candidateRole: role,
    candidateUnit: unitRef.nullable(),
    candidateCouncil: councilRef.nullable(),
    verdicts: z.array(verdict),
    /** A form belongs to the decision; see `/api/tasks/{id}/form`. */
    hasForm: z.boolean(),
    assignee: personRef.nullable(),
    /** The account that asks holds the task. */
    assignedToMe: z.boolean(),
    /** The account that asks may claim and complete the task now. */
    canAct: z.boolean(),
    openedAt: instant,
    dueAt: instant.nullable(),
    /** Until then it need not be looked at. */
    followUpAt: instant.nullable(),
    /** From 0 to 100; 50 where the model says nothing. */
    priority: z.int().min(0).max(100),
    overdue: z.boolean(),
    /** Its clock stands still, so it has no due date at the moment. */
    paused: z.boolean(),
    verdict: verdict.nullable(),
    reason: z.string().nullable(),
    decidedBy: personRef.nullable(),
    /** Whom the decider substituted. */
    decidedFor: personRef.nullable(),
    /** The paper by which they did so. */
    authority: authority.nullable(),
    decidedAt: instant.nullable(),
    /** To be named by claim, release and complete. */
    version: z.int().min(1),
  })
  .meta({ id: 'Task' });
export const taskList = listOf(task).meta({ id: 'TaskList' });

/**
 * Inbox of the account. `mine`: `candidate` = open to my roles and held by nobody, `assigned` = held by me, `all` = both.
 * `state`: `active` = to be done, sorted by due date, then highest priority; `done` = what I decided, newest first.
 * `postponed`: whether tasks come along that are not to be followed up yet.
 */
export const taskQuery = z.strictObject({
  mine: z.enum(['candidate', 'assigned', 'all']).default('all'),
  state: z.enum(['active', 'done']).default('active'),
  postponed: z.enum(['include', 'exclude']).default('include'),
  subjectId: id.optional(),
  ...pageQuery,
});

const version = z.int().min(1).max(2_147_483_647);
export const taskVersionRequest = z.strictObject({ version }).meta({ id: 'TaskVersionRequest' });
/** What a form was filled in with: by field, as its JSON Schema says. */
const formData = z.record(z.string().max(200), z.unknown());

/** One nomination on which the head decides otherwise than the council advised, and why. */
export const overruling = z
  .strictObject({ nominationId: id, decision: z.enum(['approve', 'refuse']), reason })
  .meta({ id: 'Overruling' });

/** `reason` is needed for `return` and `reject`, `form` where the task has a form. */
export const completeTaskRequest = z
  .strictObject({
    version,
    verdict,
    reason: reason.optional(),
    form: plain(formData).optional(),
    /** With an approval by a head: what the head decides against the council's advice. */
    overruled: z.array(overruling).max(2000).default([]),
  })
  .meta({ id: 'CompleteTaskRequest' });

/** Acknowledges a decision: it stands, and the process follows. */
export const decision = task
  .pick({ id: true, reason: true, version: true })
  .extend({ status: z.literal('done'), verdict, decidedAt: instant })
  .meta({ id: 'Decision' });
/** Many tasks decided alike; with `preview` nothing is done, and the answer says what would be refused and why. */
export const decideTasksRequest = z
  .strictObject({
    tasks: z
      .array(z.strictObject({ taskId: id, version }))
      .min(1)
      .max(500),
    verdict,
    reason: reason.optional(),
    preview: z.boolean().default(false),
  })
  .meta({ id: 'DecideTasksRequest' });
export const undoDecisionsRequest = z
  .strictObject({ taskIds: z.array(id).min(1).max(500) })
  .meta({ id: 'UndoDecisionsRequest' });

/** Form of a task: a JSON Schema (2020-12) of `form` and `verdict` together, and what it was filled in with. */
export const taskForm = z
  .strictObject({ schema: z.record(z.string(), z.unknown()), data: formData.nullable() })
  .meta({ id: 'TaskForm' });

export type Verdict = z.infer<typeof verdict>;
export type TaskStatus = z.infer<typeof taskStatus>;
export type Task = z.infer<typeof task>;
export type TaskVersionRequest = z.infer<typeof taskVersionRequest>;
export type Overruling = z.infer<typeof overruling>;
export type CompleteTaskRequest = z.input<typeof completeTaskRequest>;
export type Decision = z.infer<typeof decision>;
export type DecideTasksRequest = z.input<typeof decideTasksRequest>;
export type TaskForm = z.infer<typeof taskForm>;
