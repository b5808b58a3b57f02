import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { deadlines, dossiers } from '../../../db/schema/index.ts';
import {
  clerk,
  dossierRow,
  draftDossier,
  openTask,
  type Refusable,
  type Submitted,
  submittedDossier,
} from '../../../test/api/fixtures.ts';
import { auditOf, eventsOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { DossierDetail, TimelineEntry } from '../../contract/dossiers.ts';
import type { Task } from '../../contract/tasks.ts';

let world: ApiWorld;
let dossier: Submitted;
beforeAll(async () => {
  world = await startApiWorld();
});
beforeEach(async () => {
  dossier = await submittedDossier(world);
});
afterAll(() => world.close());

const reason = 'Đang xác minh đơn khiếu nại';
const act = async (verb: 'hold' | 'resume', login = 'admin', body: object = { reason }) =>
  (await world.as(login)).post<Refusable<DossierDetail>>(`/api/dossiers/${dossier.dossierId}/${verb}`, body);
const types = async () => (await eventsOf(world, dossier.instanceId)).map(({ type }) => type);

test('a held dossier says why and since when, its clocks are told to stop, and afterwards it is what it was', async () => {
  await world.db.update(dossiers).set({ status: 'returned' }).where(eq(dossiers.id, dossier.dossierId));
  const held = await act('hold', clerk);
  expect(held.status).toBe(202);
  expect(held.body).toMatchObject({
    status: 'on_hold',
    hold: { reason, at: world.clock.now.toISOString() },
    can: { hold: false, resume: true, withdraw: true },
  });
  expect((await act('resume')).body).toMatchObject({
    status: 'returned',
    hold: null,
    can: { hold: true, resume: false },
  });
  expect(await types()).toEqual(['clockPaused', 'clockResumed']);
  expect(await auditOf(world, dossier.dossierId)).toEqual(
    expect.arrayContaining(['dossier.hold', 'dossier.resume']),
  );
  const path = `/api/dossiers/${dossier.dossierId}/timeline`;
  const { items } = expectOk(await (await world.as(clerk)).get<{ items: TimelineEntry[] }>(path));
  expect(items.filter(({ kind }) => kind === 'held' || kind === 'resumed')).toMatchObject([
    { kind: 'held', reason },
    { kind: 'resumed', reason },
  ]);
});

test('nobody decides a task of a held dossier; its clock stands still and it is not late', async () => {
  const head = await world.as('head.tctk');
  const taskId = await openTask(world, dossier);
  await world.db
    .insert(deadlines)
    .values({ taskId, startsAt: world.clock.now, unit: 'working_day', amount: 5, dueAt: null });
  expectOk(await act('hold'));
  const complete = () =>
    head.post<Refusable<Task>>(`/api/tasks/${taskId}/complete`, { version: 1, verdict: 'approve' });
  const refused = await complete();
  expect([refused.status, refused.body.code]).toEqual([409, 'dossier_on_hold']);
  expect(refused.body.detail).toContain(reason);
  const task = expectOk(await head.get<Task>(`/api/tasks/${taskId}`));
  expect(task).toMatchObject({ status: 'open', dueAt: null, paused: true, overdue: false });
  expectOk(await act('resume'));
  expect((await complete()).status).toBe(200);
});

test('two who hold it at once hold it once', async () => {
  const replies = await Promise.all([act('hold'), act('hold', clerk)]);
  expect(replies.map(({ status }) => status).sort()).toEqual([202, 409]);
  expect(await types()).toEqual(['clockPaused']);
});

describe('refused, and nothing changes:', () => {
  test.each<[string, 'hold' | 'resume', string, object, number, string]>([
    ['a hold without a reason', 'hold', 'admin', {}, 400, 'invalid_request'],
    ['a hold by a head, who may read it', 'hold', 'head.tctk', { reason }, 403, 'forbidden'],
    ['a hold by a stranger', 'hold', 'bkhdt.05', { reason }, 404, 'dossier_not_found'],
    ['a resumption of what is not on hold', 'resume', 'admin', { reason }, 409, 'dossier_not_on_hold'],
  ])('%s', async (_, verb, login, body, status, code) => {
    const reply = await act(verb, login, body);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await types()).toEqual([]);
    expect((await dossierRow(world, dossier.dossierId))?.status).toBe('running');
  });

  test('a hold of a draft', async () => {
    const { id } = await draftDossier(world);
    const reply = await (await world.as('admin')).post<Refusable<DossierDetail>>(`/api/dossiers/${id}/hold`, {
      reason,
    });
    expect([reply.status, reply.body.code]).toEqual([409, 'dossier_not_holdable']);
  });
});
