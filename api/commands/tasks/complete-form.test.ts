import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processDefinitions, processInstances, tasks } from '../../../db/schema/index.ts';
import { compile } from '../../../engine/compile.ts';
import { openTask, type Refusable, type Submitted, submittedDossier } from '../../../test/api/fixtures.ts';
import { eventsOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { Task, TaskForm } from '../../contract/tasks.ts';

const { graph: emptyGraph } = await compile({});
let world: ApiWorld;
let dossier: Submitted;
beforeAll(async () => {
  world = await startApiWorld();
  dossier = await submittedDossier(world);
});
afterAll(() => world.close());

const openReceipt = () => openTask(world, dossier, { element: 'receive', form: 'receipt-check-list' });
const complete = async (taskId: string, body: object) =>
  (await world.as('head.tctk')).post<Refusable<Task>>(`/api/tasks/${taskId}/complete`, {
    version: 1,
    ...body,
  });
const whole = {
  submission: true,
  achievementReports: true,
  minutes: 'present',
  copies: 1,
  remark: 'Đủ, anh An nộp',
};

test('the form of the definition is shown; what it was filled in with is kept, and the process learns no free text', async () => {
  const taskId = await openReceipt();
  const reader = await world.as('head.tctk');
  const { body: empty } = await reader.get<TaskForm>(`/api/tasks/${taskId}/form`);
  expect(empty).toMatchObject({ schema: { title: 'Danh mục kiểm tra hồ sơ' }, data: null });
  const asked = Object.keys(empty.schema.properties as object);
  expect(asked, 'in the order of the file').toEqual(['verdict', 'submission', ...asked.slice(2)]);
  expect(asked.indexOf('minutes')).toBeLessThan(asked.indexOf('remark'));
  const reply = await complete(taskId, { verdict: 'approve', form: whole });
  expect(reply.body).toMatchObject({ status: 'done', verdict: 'approve' });
  const { body: filled } = await reader.get<TaskForm>(`/api/tasks/${taskId}/form`);
  expect(filled.data).toEqual(whole);
  const { remark: _, ...known } = whole;
  expect((await eventsOf(world, dossier.instanceId)).at(-1)).toMatchObject({
    variables: { verdict: 'approve', ...known },
  });
});

test('a task keeps the form it was opened with when its instance migrates to a version without it', async () => {
  const migrating = await submittedDossier(world);
  const taskId = await openTask(world, migrating, { element: 'receive', form: 'receipt-check-list' });
  const [version] = await world.db
    .insert(processDefinitions)
    .values({ processId: 'award-chain', version: 99, hash: 'no forms', resources: {}, graph: emptyGraph })
    .returning({ id: processDefinitions.id });
  await world.db
    .update(processInstances)
    .set({ definitionId: version?.id ?? '' })
    .where(eq(processInstances.id, migrating.instanceId));
  const { body } = await (await world.as('head.tctk')).get<TaskForm>(`/api/tasks/${taskId}/form`);
  expect(body).toMatchObject({ schema: { title: 'Danh mục kiểm tra hồ sơ' } });
  expect((await complete(taskId, { verdict: 'approve' })).body.code).toBe('form_invalid');
});

describe('what does not fit the form is refused, field by field, and changes nothing', () => {
  test.each([
    [
      'nothing filled in',
      { verdict: 'approve' },
      [
        ['form.submission', 'required'],
        ['form.achievementReports', 'required'],
        ['form.minutes', 'required'],
      ],
    ],
    [
      'an approval of an incomplete dossier',
      { verdict: 'approve', form: { ...whole, submission: false, minutes: 'missing' } },
      [
        ['form.submission', 'must_be_true'],
        ['form.minutes', 'not_a_choice'],
      ],
    ],
    [
      'wrong values and a field of no form',
      { verdict: 'return', reason: 'Thiếu', form: { ...whole, copies: -1, minutes: 'lost', chain: 'S' } },
      [
        ['form.copies', 'too_small'],
        ['form.minutes', 'not_a_choice'],
        ['form.chain', 'unknown_field'],
      ],
    ],
  ])('%s', async (_, body, expected) => {
    const taskId = await openReceipt();
    const reply = await complete(taskId, body);
    expect([reply.status, reply.body.code]).toEqual([422, 'form_invalid']);
    const found = reply.body.errors?.map(({ path, code }) => [path, code]) ?? [];
    expect(found.sort()).toEqual([...expected].sort());
    const stillOpen = and(eq(tasks.id, taskId), eq(tasks.status, 'open'));
    expect(await world.db.select({ version: tasks.version }).from(tasks).where(stillOpen)).toEqual([
      { version: 1 },
    ]);
  });

  test('data for a task without a form', async () => {
    const taskId = await openTask(world, dossier);
    const reply = await complete(taskId, { verdict: 'approve', form: {} });
    expect([reply.status, reply.body.code]).toEqual([422, 'form_not_expected']);
    expect(
      (await (await world.as('head.tctk')).get<Refusable<TaskForm>>(`/api/tasks/${taskId}/form`)).body.code,
    ).toBe('task_without_form');
  });

  test.each([
    ['a text that cannot be stored', { remark: 'a\u0000b' }],
    ['values nested without end', { remark: JSON.parse('['.repeat(50) + ']'.repeat(50)) }],
  ])('%s', async (_, form) => {
    const reply = await complete(await openReceipt(), { verdict: 'approve', form: { ...whole, ...form } });
    expect([reply.status, reply.body.code]).toEqual([400, 'invalid_request']);
  });
});

test('a return says what is missing', async () => {
  const form = { submission: true, achievementReports: false, minutes: 'missing' };
  const reply = await complete(await openReceipt(), { verdict: 'return', reason: 'Thiếu biên bản', form });
  expect(reply.body).toMatchObject({ status: 'done', verdict: 'return' });
});
