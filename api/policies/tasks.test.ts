import { afterAll, beforeAll, expect, test } from 'vitest';
import { taskCandidates } from '../../db/schema/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import {
  openTask,
  type Refusable,
  type Submitted,
  submittedDossier,
  unitId,
} from '../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../test/api/world.ts';
import type { Task } from '../contract/tasks.ts';

let world: ApiWorld;
let dossier: Submitted;
beforeAll(async () => {
  world = await startApiWorld();
  dossier = await submittedDossier(world);
});
afterAll(() => world.close());

type Values = Parameters<typeof openTask>[2];
const act = async (login: string, taskId: string, verb: string, body: object = {}) =>
  (await world.as(login)).post<Refusable<Task>>(`/api/tasks/${taskId}/${verb}`, { version: 1, ...body });
const approve = (login: string, taskId: string) => act(login, taskId, 'complete', { verdict: 'approve' });
const inbox = async (login: string, query = '') => {
  const { body } = await (await world.as(login)).get<{ items: Task[] }>(`/api/tasks?pageSize=500${query}`);
  return body.items;
};
const isOffered = async (login: string, taskId: string) =>
  (await inbox(login)).some(({ id, canAct }) => id === taskId && canAct);

/** A task of the department's head, with one candidate more. */
async function taskWith(candidate: Partial<typeof taskCandidates.$inferInsert>, values: Values = {}) {
  const taskId = await openTask(world, dossier, values);
  await world.db.insert(taskCandidates).values({ taskId, ...candidate });
  return taskId;
}

test.each([
  ['an account that the model names', 'clerk.tkth', { accountId: seedId('account', 'clerk.tkth') }],
  ['a further role at its unit', 'clerk.tkth', { role: 'clerk' as const, unitId }],
  ['a role that reaches down from the unit above', 'admin', { role: 'admin' as const, unitId }],
])('%s may do a task beside the holders of its place', async (_, login, candidate) => {
  const taskId = await taskWith(candidate);
  expect([await isOffered(login, taskId), await isOffered('head.tctk', taskId)]).toEqual([true, true]);
  expect((await approve(login, taskId)).status).toBe(200);
});

test('a role somewhere else is no candidate', async () => {
  const taskId = await taskWith({ role: 'head', unitId });
  expect(await isOffered('clerk.tkth', taskId)).toBe(false);
  expect((await approve('clerk.tkth', taskId)).body.code).toBe('forbidden');
});

test('four eyes: who decided an excluded task is not offered this one, cannot take it and cannot decide it', async () => {
  const own = await submittedDossier(world);
  const appraisal = await openTask(world, own, { element: 'appraise', name: 'Thẩm định' });
  await approve('head.tctk', appraisal);
  const taskId = await openTask(world, own, { excludeDecidersOf: ['receive', 'appraise'] });
  await world.db.insert(taskCandidates).values({ taskId, accountId: seedId('account', 'clerk.tkth') });

  expect(await isOffered('head.tctk', taskId)).toBe(false);
  for (const reply of [await act('head.tctk', taskId, 'claim'), await approve('head.tctk', taskId)]) {
    expect([reply.status, reply.body.code]).toEqual([403, 'excluded_decider']);
    expect(reply.body.detail).toContain('Thẩm định');
  }
  expect((await approve('clerk.tkth', taskId)).status).toBe(200);
});

test('four eyes count within one dossier: the same person may judge another', async () => {
  const taskId = await openTask(world, dossier, { excludeDecidersOf: ['appraise'] });
  expect((await approve('head.tctk', taskId)).status).toBe(200);
});

test('of two tasks that exclude each other, decided by one person at the same moment, one stands', async () => {
  const own = await submittedDossier(world);
  const first = await openTask(world, own, { element: 'a', excludeDecidersOf: ['b'] });
  const second = await openTask(world, own, { element: 'b', excludeDecidersOf: ['a'] });
  const replies = await Promise.all([approve('head.tctk', first), approve('head.tctk', second)]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 403]);
});

test('a task that was claimed before its holder decided the excluded one can only be given back', async () => {
  const own = await submittedDossier(world);
  const taskId = await openTask(world, own, { excludeDecidersOf: ['appraise'] });
  expect((await act('head.tctk', taskId, 'claim')).status).toBe(200);
  await approve('head.tctk', await openTask(world, own, { element: 'appraise' }));
  const decided = await act('head.tctk', taskId, 'complete', { version: 2, verdict: 'approve' });
  expect(decided.body.code).toBe('excluded_decider');
  expect((await act('head.tctk', taskId, 'release', { version: 2 })).body.status).toBe('open');
});

test('the inbox: earliest due date, then highest priority; what is to be followed up later can be left out', async () => {
  const own = await submittedDossier(world);
  const day = (text: string) => new Date(`${text}T17:00:00Z`);
  const rows: [string, Values][] = [
    ['later', { dueAt: day('2026-12-10'), priority: 100 }],
    ['usual', { dueAt: day('2026-11-25') }],
    ['urgent', { dueAt: day('2026-11-25'), priority: 90 }],
    ['postponed', { dueAt: day('2026-11-24'), followUpAt: day('2026-11-22') }],
  ];
  for (const [name, values] of rows) await openTask(world, own, { name, ...values });
  const names = async (query: string) =>
    (await inbox('head.tctk', `&subjectId=${own.dossierId}${query}`)).map(({ name }) => name);
  expect(await names('')).toEqual(['postponed', 'urgent', 'usual', 'later']);
  expect(await names('&postponed=exclude')).toEqual(['urgent', 'usual', 'later']);
  world.clock.now = day('2026-11-22');
  expect(await names('&postponed=exclude')).toEqual(['postponed', 'urgent', 'usual', 'later']);
});
