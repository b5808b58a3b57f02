import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processInstances, tasks } from '../../../db/schema/index.ts';
import {
  openTask,
  type Refusable,
  type Submitted,
  submittedDossier,
  unitId,
} from '../../../test/api/fixtures.ts';
import { auditOf, eventsOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { Task } from '../../contract/tasks.ts';

let world: ApiWorld;
let dossier: Submitted;
beforeAll(async () => {
  world = await startApiWorld();
  dossier = await submittedDossier(world);
});
afterAll(() => world.close());

const approve = { version: 1, verdict: 'approve' };
const complete = async (login: string, taskId: string, body: object) =>
  (await world.as(login)).post<Refusable<Task>>(`/api/tasks/${taskId}/complete`, body);

test('a decision is one row, one event and one audit entry, and is handed over at once', async () => {
  const taskId = await openTask(world, dossier);
  const reply = await complete('head.tctk', taskId, {
    version: 1,
    verdict: 'return',
    reason: 'Thiếu biên bản',
  });
  expect(reply.status).toBe(200);
  expect(reply.body).toMatchObject({
    status: 'done',
    verdict: 'return',
    reason: 'Thiếu biên bản',
    version: 2,
  });
  const [row] = await world.db.select().from(tasks).where(eq(tasks.id, taskId));
  const events = await eventsOf(world, dossier.instanceId);
  expect(events.at(-1)).toEqual({
    type: 'taskCompleted',
    visit: row?.visit,
    variables: { verdict: 'return' },
    number: row?.outboxNumber,
  });
  expect(await auditOf(world, taskId)).toEqual(['task.complete']);
  expect(world.delivered.at(-1)).toBe(dossier.instanceId);
});

describe('refusals change nothing', () => {
  test.each([
    ['a head of another unit', 'head.bkhdt', approve, 403, 'forbidden'],
    ['the clerk who proposed', 'clerk.tkth', approve, 403, 'forbidden'],
    ['somebody who may not even read the dossier', 'clerk.tccb', approve, 404, 'task_not_found'],
    ['a return without a reason', 'head.tctk', { version: 1, verdict: 'return' }, 422, 'reason_required'],
    [
      'a rejection with blanks for a reason',
      'head.tctk',
      { version: 1, verdict: 'reject', reason: ' ' },
      400,
      'invalid_request',
    ],
    ['an unknown verdict', 'head.tctk', { version: 1, verdict: 'maybe' }, 400, 'invalid_request'],
    ['an unknown field', 'head.tctk', { ...approve, force: true }, 400, 'invalid_request'],
    ['a version that was not seen', 'head.tctk', { ...approve, version: 7 }, 409, 'version_conflict'],
  ])('%s', async (_, login, body, status, code) => {
    const taskId = await openTask(world, dossier);
    const before = await eventsOf(world, dossier.instanceId);
    const reply = await complete(login, taskId, body);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    const [row] = await world.db.select().from(tasks).where(eq(tasks.id, taskId));
    expect(row).toMatchObject({ status: 'open', verdict: null, version: 1 });
    expect(await eventsOf(world, dossier.instanceId)).toEqual(before);
    expect(await auditOf(world, taskId)).toEqual([]);
  });

  test('a verdict that the step does not allow', async () => {
    const taskId = await openTask(world, dossier, { verdicts: ['approve'] });
    const reply = await complete('head.tctk', taskId, { version: 1, verdict: 'reject', reason: 'Không' });
    expect([reply.status, reply.body.code]).toEqual([422, 'verdict_not_allowed']);
  });

  test('a task that the process cancelled', async () => {
    const taskId = await openTask(world, dossier, { status: 'cancelled' });
    const reply = await complete('head.tctk', taskId, approve);
    expect([reply.status, reply.body.code]).toEqual([409, 'task_cancelled']);
  });

  test('a task that another holds, naming who', async () => {
    const taskId = await openTask(world, dossier, {
      candidateRole: 'clerk',
      candidateUnitId: unitId,
      status: 'claimed',
      assigneeId: (await whoIs('admin')).accountId,
    });
    const reply = await complete('clerk.tkth', taskId, approve);
    expect([reply.status, reply.body.code]).toEqual([409, 'task_claimed_by_other']);
    expect(reply.body.detail).toContain((await whoIs('admin')).person.fullName);
  });

  test('a task of a process that has ended', async () => {
    const ended = await submittedDossier(world);
    const taskId = await openTask(world, ended);
    await world.db
      .update(processInstances)
      .set({ status: 'ended', endedAt: world.clock.now })
      .where(eq(processInstances.id, ended.instanceId));
    const reply = await complete('head.tctk', taskId, approve);
    expect([reply.status, reply.body.code]).toEqual([409, 'instance_ended']);
  });
});

test('a second click is told who decided, and decides nothing', async () => {
  const taskId = await openTask(world, dossier);
  await complete('head.tctk', taskId, approve);
  const events = await eventsOf(world, dossier.instanceId);
  const second = await complete('head.tctk', taskId, { version: 1, verdict: 'reject', reason: 'Nhầm' });
  expect([second.status, second.body.code]).toEqual([409, 'task_already_done']);
  expect(second.body.detail).toContain('Nguyễn Thị Hương');
  expect(await eventsOf(world, dossier.instanceId)).toEqual(events);
});

test('of twenty decisions at once exactly one stands', async () => {
  const taskId = await openTask(world, dossier);
  const before = await eventsOf(world, dossier.instanceId);
  const replies = await Promise.all(Array.from({ length: 20 }, () => complete('head.tctk', taskId, approve)));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(new Set(replies.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
    new Set(['task_already_done']),
  );
  expect(await eventsOf(world, dossier.instanceId)).toHaveLength(before.length + 1);
});

test('errors speak the language of the account', async () => {
  const english = await world.as('head.bkhdt');
  await english.json('PATCH', '/api/session', { locale: 'en' });
  const taskId = await openTask(world, dossier);
  const reply = await complete('head.bkhdt', taskId, approve);
  expect(reply.body.detail).toBe('You may not do this.');
});

const whoIs = async (login: string) =>
  (await (await world.as(login)).get<{ accountId: string; person: { fullName: string } }>('/api/session'))
    .body;
