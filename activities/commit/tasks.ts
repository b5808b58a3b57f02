import { and, eq, inArray, max } from 'drizzle-orm';
import type { Candidates } from '../../db/roles/role-holders.ts';
import {
  councils,
  deadlines,
  levelEnum,
  outbox,
  processInstances,
  tasks,
  units,
  verdictEnum,
} from '../../db/schema/index.ts';
import type { Effect, TaskDeclaration, VisitId } from '../../engine/types.ts';
import { remindOfTask, tellOvertaken } from '../notices.ts';
import type { Level } from '../places.ts';
import { addCandidates, placeOf } from './candidates.ts';
import type { CommitContext } from './context.ts';

type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;

const isAt = ({ instanceId }: CommitContext, visits: VisitId[]) =>
  and(eq(tasks.instanceId, instanceId), inArray(tasks.visit, visits));

/**
 * Highest outbox number among decisions on these tasks that the process has not taken up yet; null if there is none.
 * The instance row is locked, so no further decision can come in between.
 */
export async function decidedInTheMeantime(
  context: CommitContext,
  visits: VisitId[],
): Promise<number | null> {
  if (visits.length === 0) return null;
  const [row] = await context.tx
    .select({ number: max(tasks.outboxNumber) })
    .from(tasks)
    .where(and(isAt(context, visits), eq(tasks.status, 'done')));
  return row?.number ?? null;
}

/** Ends tasks from above. One that a person had decided stays recorded as overtaken, and that person is told. */
export async function cancelTasks(context: CommitContext, visits: VisitId[]): Promise<void> {
  if (visits.length === 0) return;
  const { tx, instanceId, now } = context;
  await tx
    .update(tasks)
    .set({ status: 'cancelled' })
    .where(and(isAt(context, visits), inArray(tasks.status, ['open', 'claimed'])));
  const overtaken = await tx
    .update(tasks)
    .set({ status: 'overtaken' })
    .where(and(isAt(context, visits), eq(tasks.status, 'done')))
    .returning({ id: tasks.id, number: tasks.outboxNumber });
  for (const { id, number } of overtaken) {
    if (number !== null) {
      await tx
        .update(outbox)
        .set({ status: 'overtaken' })
        .where(and(eq(outbox.instanceId, instanceId), eq(outbox.number, number)));
    }
    context.notices += await tellOvertaken(tx, id, now);
  }
}

/** Opens a task at its place, for its candidates. */
export async function openTask(context: CommitContext, declared: TaskDeclaration): Promise<void> {
  const { tx, instanceId, subject, now } = context;
  if (!subject) throw new Error(`${declared.element}: a task is about something, and ${instanceId} is not`);
  const named = (declared.headers.verdicts ?? 'approve').split(',').map((word) => word.trim());
  const candidates = await placeOf(context, declared);
  const level = await levelOf(context, declared, candidates);
  const [task] = await tx
    .insert(tasks)
    .values({
      instanceId,
      visit: declared.visit,
      process: declared.process,
      element: declared.element,
      about: typeof declared.variables.about === 'string' ? declared.variables.about : null,
      name: declared.name,
      subjectId: subject.id,
      level,
      candidateRole: candidates.role,
      candidateUnitId: candidates.unitId,
      candidateCouncilId: candidates.councilId,
      verdicts: verdictEnum.enumValues.filter((verdict) => named.includes(verdict)),
      openedAt: now,
      dueAt: instantOrNull(declared.dueAt),
      followUpAt: instantOrNull(declared.followUpAt),
      priority: declared.priority,
      excludeDecidersOf: declared.excludeDecidersOf,
      form: declared.form,
      formDefinitionId: declared.form === null ? null : await definitionOf(context),
    })
    .returning({ id: tasks.id });
  if (!task) throw new Error('insert of a task returned no row');
  await addCandidates(context, declared, task.id);
  if (declared.dueAt !== null || declared.clock !== null) {
    await tx.insert(deadlines).values({
      taskId: task.id,
      startsAt: startOf(declared, now),
      unit: declared.clock?.unit ?? 'fixed_date',
      amount: declared.clock?.amount ?? 0,
      pauses: declared.clock?.pauses ?? [],
      dueAt: instantOrNull(declared.dueAt),
    });
  }
}

async function definitionOf({ tx, instanceId }: CommitContext): Promise<string | null> {
  const [instance] = await tx
    .select({ definitionId: processInstances.definitionId })
    .from(processInstances)
    .where(eq(processInstances.id, instanceId));
  return instance?.definitionId ?? null;
}

/** Where the clock behind the due date began; a day that the model names outright may be past when the task opens. */
function startOf({ clock, dueAt }: TaskDeclaration, now: Date): Date {
  if (clock !== null) return new Date(clock.startedAt);
  return dueAt !== null && new Date(dueAt) < now ? new Date(dueAt) : now;
}

/** Level the model names; `decider`, `council` and anything else is the level of the unit or council whose task it is. */
async function levelOf(
  { tx }: CommitContext,
  declared: TaskDeclaration,
  { unitId, councilId }: Candidates,
): Promise<Level> {
  const named = levelEnum.enumValues.find((known) => known === declared.headers.level);
  if (named) return named;
  if (councilId !== null) return levelOfCouncil(tx, councilId);
  const [unit] =
    unitId === null ? [] : await tx.select({ level: units.level }).from(units).where(eq(units.id, unitId));
  return unit?.level ?? 'unit';
}

async function levelOfCouncil(tx: CommitContext['tx'], councilId: string): Promise<Level> {
  const [council] = await tx
    .select({ level: councils.level })
    .from(councils)
    .where(eq(councils.id, councilId));
  if (!council) throw new Error(`council ${councilId} is gone`);
  return council.level;
}

/** The clock of a task was counted anew: another day, or none while it stands still. */
export async function changeDue(
  context: CommitContext,
  { visit, dueAt, clock }: EffectOf<'changeDue'>,
): Promise<void> {
  const due = { dueAt: instantOrNull(dueAt) };
  const [task] = await context.tx
    .update(tasks)
    .set(due)
    .where(isAt(context, [visit]))
    .returning({ id: tasks.id });
  if (!task) return;
  await context.tx
    .update(deadlines)
    .set({ ...due, pauses: clock.pauses ?? [] })
    .where(eq(deadlines.taskId, task.id));
}

const instantOrNull = (instant: string | null) => (instant === null ? null : new Date(instant));

/** A declared reminder or escalation fired. A task that is decided by now needs none. */
export async function remind(context: CommitContext, effect: EffectOf<'remind'>): Promise<void> {
  const [task] = await context.tx
    .select()
    .from(tasks)
    .where(and(isAt(context, [effect.visit]), inArray(tasks.status, ['open', 'claimed'])));
  if (task) context.notices += await remindOfTask(context.tx, task, effect, context.now, context.today);
}
