import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { and, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellChunk } from '../../activities/carry-calendar.ts';
import type { CalendarChange, CalendarYear } from '../../api/contract/calendar.ts';
import { ApiClient } from '../../cli/demo/api-client.ts';
import { expectOk } from '../../cli/demo/journey.ts';
import { readCalendar } from '../../db/calendar.ts';
import { appendEvent } from '../../db/outbox.ts';
import {
  deadlines,
  notices,
  outbox,
  processDefinitions,
  processInstances,
  tasks,
} from '../../db/schema/index.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { type CalendarDay, calendarOf, changedDays } from '../../domain/calendar.ts';
import { compile } from '../../engine/compile.ts';
import { dueBy, remindAt } from '../../engine/time/clock.ts';
import { addWorkingDays, localDate } from '../../engine/time/working-days.ts';
import type { Calendar, Clock } from '../../engine/types.ts';
import { type RunningDossier, runningDossier } from '../fixtures/running-dossier.ts';
import { type Stack, startStack } from '../stack.ts';
import { skipTime } from '../temporal.ts';

let stack: Stack;
let definitionId: string;
beforeAll(async () => {
  stack = await startStack();
  const xml = await readFile(new URL('./clocks.bpmn', import.meta.url), 'utf8');
  const { graph, problems } = await compile({ 'clocks.bpmn': xml });
  expect(problems).toEqual([]);
  definitionId = randomUUID();
  await stack.database.db.insert(processDefinitions).values({
    id: definitionId,
    processId: 'clocks',
    version: 1,
    hash: graph.hash,
    resources: { 'clocks.bpmn': xml },
    graph,
  });
});
afterAll(() => stack?.stop());

const patience = { timeout: 40_000, interval: 100 };

/** A dossier whose process is the model of the test, as far as its first task. */
async function started(): Promise<RunningDossier> {
  const { db } = stack.database;
  const dossier = await runningDossier(db);
  const { dossierId, instanceId } = dossier;
  const { version, days } = await readCalendar(db);
  await db
    .update(processInstances)
    .set({ definitionId, calendarVersion: version })
    .where(eq(processInstances.id, instanceId));
  await db.transaction((tx) =>
    appendEvent(tx, {
      instanceId,
      event: { type: 'start', process: 'clocks', variables: { dossierId }, calendar: calendarOf(days) },
      accountId: null,
    }),
  );
  await stack.relay.deliver(instanceId);
  await expect.poll(async () => (await openTasks([instanceId])).length, patience).toBe(1);
  return dossier;
}

async function openTasks(instanceIds: string[]) {
  const { db } = stack.database;
  const rows = await db
    .select({ task: tasks, deadline: deadlines })
    .from(tasks)
    .leftJoin(deadlines, eq(deadlines.taskId, tasks.id))
    .where(and(inArray(tasks.instanceId, instanceIds), eq(tasks.status, 'open')));
  return rows.map(({ task, deadline }) => ({
    element: task.element,
    instanceId: task.instanceId,
    dueAt: task.dueAt?.toISOString() ?? null,
    deadline: deadline?.dueAt?.toISOString() ?? null,
    startedAt: deadline?.startsAt.toISOString() ?? '',
  }));
}

const reminders = async ({ dossierId }: RunningDossier) =>
  (await stack.database.db.select().from(notices).where(eq(notices.subjectId, dossierId))).filter(
    ({ kind }) => kind === 'reminder',
  ).length;

async function changeCalendar(change: CalendarChange): Promise<void> {
  const admin = await new ApiClient(stack.baseUrl).logIn('admin', demoPassword);
  const { version } = expectOk(await admin.get<CalendarYear>('/api/calendar'));
  const body = { version, change, reason: 'Thông báo mới' };
  expectOk(await admin.post('/api/admin/calendar/changes', body));
}

/** Waits until every event of the instances has been applied by their workflows. */
async function settled(instanceIds: string[]): Promise<void> {
  const { db } = stack.database;
  const left = async () =>
    (await db.select().from(outbox).where(inArray(outbox.instanceId, instanceIds))).filter(
      ({ status }) => status !== 'applied',
    ).length;
  await expect.poll(left, patience).toBe(0);
}

/** How far the workflow's clock is ahead of ours, in seconds. */
const ahead = new Map<string, number>();

/** Lets time pass in an instance until a moment, and waits until its workflow has done what was due on the way. */
async function passTo({ instanceId }: RunningDossier, moment: number): Promise<void> {
  const skipped = ahead.get(instanceId) ?? 0;
  const seconds = Math.ceil((moment - Date.now()) / 1000) - skipped;
  ahead.set(instanceId, skipped + seconds);
  await skipTime(stack.temporal, instanceId, seconds);
  await stack.temporal.client.workflow.getHandle(instanceId).query('progress');
}

const minute = 60_000;
const days = async () => (await readCalendar(stack.database.db)).days;

test('a changed calendar moves due date, reminder and boundary timer of every running dossier, past whatever dies half-way; what fired stays fired, what is then past fires at once', async () => {
  const { db } = stack.database;
  const dossiers = await Promise.all(Array.from({ length: 12 }, started));
  const ids = dossiers.map(({ instanceId }) => instanceId);
  const [first, second, third, ...others] = dossiers as [RunningDossier, RunningDossier, RunningDossier];
  const onTime = [first, second, ...others].map(({ instanceId }) => instanceId);
  const before = calendarOf(await days());
  const { startedAt } = (await openTasks(ids))[0] ?? { startedAt: '' };
  const day: CalendarDay = {
    date: addWorkingDays(before, localDate(startedAt), 1),
    kind: 'holiday',
    name: 'Nghỉ đột xuất',
    tentative: false,
    citation: 'Thông báo',
    grade: 'U',
  };
  const after = calendarOf(changedDays(await days(), { set: [day], remove: [] }));
  const clock: Clock = { startedAt, unit: 'working_day', amount: 5 };
  const due = (calendar: Calendar) => dueBy(clock, calendar) ?? '';
  const reminder = (calendar: Calendar) => Date.parse(remindAt(due(calendar), -1, calendar) ?? '');
  const late = (calendar: Calendar) => Date.parse(dueBy({ ...clock, amount: 8 }, calendar) ?? '');
  const dues = async () =>
    new Set((await openTasks(onTime)).flatMap(({ dueAt, deadline }) => [dueAt, deadline]));
  expect(await dues()).toEqual(new Set([due(before)]));

  // The worker is gone when the calendar changes; whoever carries it then dies after a few instances.
  await stack.killWorker();
  await changeCalendar({ set: [day], remove: [] });
  expect(await tellChunk(db, 5)).toHaveLength(5);
  await stack.startWorker();
  await expect.poll(dues, patience).toEqual(new Set([due(after)]));
  await settled(ids);
  const told = (await db.select().from(outbox).where(inArray(outbox.instanceId, ids))).filter(
    ({ event }) => event.type === 'calendarChanged',
  );
  expect(told.map(({ instanceId }) => instanceId).sort()).toEqual(ids.toSorted());

  // The reminder comes when the new calendar says.
  await passTo(first, reminder(before) + minute);
  expect(await reminders(first)).toBe(0);
  await passTo(first, reminder(after) + minute);
  await expect.poll(() => reminders(first), patience).toBe(1);

  // The day is a working day again: a reminder or boundary timer that is past by that comes at once, what came does not again.
  await passTo(second, reminder(after) - 60 * minute);
  expect(await reminders(second)).toBe(0);
  await passTo(third, late(before) + minute);
  expect(await openTasks([third.instanceId])).toMatchObject([{ element: 'review' }]);
  await changeCalendar({ set: [], remove: [day.date] });
  await expect.poll(() => reminders(second), patience).toBe(1);
  await expect.poll(() => openTasks([third.instanceId]), patience).toMatchObject([{ element: 'late' }]);
  await expect.poll(dues, patience).toEqual(new Set([due(before)]));
  await settled(ids);
  expect(await reminders(first)).toBe(1);
}, 240_000);

test('a dossier on hold lets no clock run out, whatever time passes, and goes on with the working days that were left', async () => {
  const { db } = stack.database;
  const dossier = await started();
  const ids = [dossier.instanceId];
  const admin = await new ApiClient(stack.baseUrl).logIn('admin', demoPassword);
  const act = (verb: 'hold' | 'resume') =>
    admin.post(`/api/dossiers/${dossier.dossierId}/${verb}`, { reason: 'Đang xác minh khiếu nại' });
  const due = async () => (await openTasks(ids)).map(({ element, dueAt }) => [element, dueAt !== null]);
  const calendar = calendarOf(await days());
  const { startedAt } = (await openTasks(ids))[0] ?? { startedAt: '' };
  const late = Date.parse(dueBy({ startedAt, unit: 'working_day', amount: 8 }, calendar) ?? '');

  expectOk(await act('hold'));
  await expect.poll(due, patience).toEqual([['review', false]]);
  await passTo(dossier, late + 24 * 60 * minute);
  expect(await reminders(dossier)).toBe(0);
  expect(await due()).toEqual([['review', false]]);

  expectOk(await act('resume'));
  await expect.poll(due, patience).toEqual([['review', true]]);
  const [task] = await openTasks(ids);
  const [row] = await db
    .select({ pauses: deadlines.pauses })
    .from(deadlines)
    .innerJoin(tasks, eq(tasks.id, deadlines.taskId))
    .where(eq(tasks.instanceId, dossier.instanceId));
  const clock: Clock = { startedAt, unit: 'working_day', amount: 5, pauses: row?.pauses ?? [] };
  expect(clock.pauses).toEqual([{ from: expect.any(String), to: expect.any(String) }]);
  expect(task?.dueAt).toBe(dueBy(clock, calendar));
  expect(Date.parse(task?.dueAt ?? '')).toBeGreaterThan(late);
}, 120_000);
