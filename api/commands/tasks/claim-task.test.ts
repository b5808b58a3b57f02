import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  openTask,
  type Refusable,
  type Submitted,
  submittedDossier,
  unitId,
} from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { Task } from '../../contract/tasks.ts';

let world: ApiWorld;
let dossier: Submitted;
beforeAll(async () => {
  world = await startApiWorld();
  dossier = await submittedDossier(world);
});
afterAll(() => world.close());

const act = async (login: string, taskId: string, verb: 'claim' | 'release', version: number) =>
  (await world.as(login)).post<Refusable<Task>>(`/api/tasks/${taskId}/${verb}`, { version });
const inbox = async (login: string, mine: string) =>
  (await (await world.as(login)).get<{ items: Task[] }>(`/api/tasks?mine=${mine}`)).body.items.map(
    ({ id }) => id,
  );

test('claiming takes a task out of the others’ way, releasing gives it back', async () => {
  const taskId = await openTask(world, dossier);
  const claimed = await act('head.tctk', taskId, 'claim', 1);
  expect(claimed.body).toMatchObject({ status: 'claimed', assignedToMe: true, canAct: true, version: 2 });
  expect(await inbox('head.tctk', 'assigned')).toContain(taskId);
  expect(await inbox('head.tctk', 'candidate')).not.toContain(taskId);
  const released = await act('head.tctk', taskId, 'release', 2);
  expect(released.body).toMatchObject({ status: 'open', assignee: null, version: 3 });
  expect(await inbox('head.tctk', 'candidate')).toContain(taskId);
  expect(await auditOf(world, taskId)).toEqual(['task.claim', 'task.release']);
});

test('of ten claims at once one wins', async () => {
  const taskId = await openTask(world, dossier);
  const replies = await Promise.all(Array.from({ length: 10 }, () => act('head.tctk', taskId, 'claim', 1)));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
});

test.each([
  ['claim', 'head.bkhdt', {}, 403, 'forbidden'],
  ['claim', 'clerk.ninhthuan', {}, 404, 'task_not_found'],
  ['claim', 'head.tctk', { status: 'cancelled' as const }, 409, 'task_cancelled'],
  ['release', 'head.tctk', {}, 409, 'task_not_claimed'],
] as const)('%s by %s on %o is refused', async (verb, login, values, status, code) => {
  const taskId = await openTask(world, dossier, values);
  const reply = await act(login, taskId, verb, 1);
  expect([reply.status, reply.body.code]).toEqual([status, code]);
});

test('only who holds a task can release it', async () => {
  const taskId = await openTask(world, dossier, { candidateRole: 'clerk', candidateUnitId: unitId });
  const { body: admin } = await (await world.as('admin')).get<{ accountId: string }>('/api/session');
  const held = await openTask(world, dossier, {
    candidateRole: 'clerk',
    candidateUnitId: unitId,
    status: 'claimed',
    assigneeId: admin.accountId,
  });
  expect((await act('clerk.tkth', held, 'release', 1)).body.code).toBe('task_claimed_by_other');
  expect((await act('clerk.tkth', taskId, 'claim', 9)).body.code).toBe('version_conflict');
});

test('the inbox shows the earliest due date first and says what is overdue', async () => {
  const other = await submittedDossier(world);
  const due = (day: string) => new Date(`${day}T17:00:00Z`);
  const late = await openTask(world, other, { dueAt: due('2026-11-10') });
  const none = await openTask(world, other);
  const soon = await openTask(world, other, { dueAt: due('2026-11-25') });
  const { body } = await (await world.as('head.tctk')).get<{ items: Task[] }>(
    `/api/tasks?subjectId=${other.dossierId}`,
  );
  expect(body.items.map(({ id, overdue }) => [id, overdue])).toEqual([
    [late, true],
    [soon, false],
    [none, false],
  ]);
});
