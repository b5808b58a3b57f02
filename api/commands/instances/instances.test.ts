import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { appendEvent } from '../../../db/outbox.ts';
import { dossiers, instanceOperations, outbox, processInstances } from '../../../db/schema/index.ts';
import { type Refusable, referTo, submittedDossier } from '../../../test/api/fixtures.ts';
import { auditOf, eventsOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { InstanceDetail } from '../../contract/instances.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const reason = 'Hồ sơ nộp nhầm';
const anything = {
  suspend: { reason },
  resume: { reason },
  cancel: { reason },
  modify: { reason, cancel: ['v1'] },
  migrate: { reason, definitionId: '00000000-0000-4000-8000-000000000000' },
  restart: { reason },
};
const post = async (login: string, instanceId: string, name: string, body: object) =>
  (await world.as(login)).post<Refusable<{ number: number }>>(`/api/instances/${instanceId}/${name}`, body);

test('an operation is one outbox row with its reason and an audit row, and is handed over', async () => {
  const { instanceId, dossierId } = await submittedDossier(world);
  const { number } = expectOk(await post('admin', instanceId, 'cancel', { reason }));
  expect(await eventsOf(world, instanceId)).toEqual([{ type: 'cancelled', number }]);
  const [operation] = await world.db
    .select()
    .from(instanceOperations)
    .where(eq(instanceOperations.instanceId, instanceId));
  expect(operation).toEqual({ instanceId, number, kind: 'cancel', reason, problems: null });
  expect(await auditOf(world, dossierId)).toContain('instance.cancel');
  expect(world.delivered.at(-1)).toBe(instanceId);
  const admin = await world.as('admin');
  const detail = expectOk(await admin.get<InstanceDetail>(`/api/instances/${instanceId}`));
  expect(detail.operations).toMatchObject([{ kind: 'cancel', status: 'pending', reason, problems: [] }]);
});

test('the reason stays out of what Temporal is told', async () => {
  const { instanceId } = await submittedDossier(world);
  expectOk(await post('admin', instanceId, 'cancel', { reason }));
  const [row] = await world.db
    .select({ event: outbox.event })
    .from(outbox)
    .where(and(eq(outbox.instanceId, instanceId), eq(outbox.number, 1)));
  expect(JSON.stringify(row)).not.toContain(reason);
});

test.each(Object.entries(anything))('%s is for administrators, with a reason', async (name, body) => {
  const { instanceId } = await submittedDossier(world);
  for (const login of ['clerk.tkth', 'head.tctk', 'head.ctn']) {
    expect((await post(login, instanceId, name, body)).body.code).toBe('forbidden');
  }
  const silent = await post('admin', instanceId, name, { ...body, reason: '  ' });
  expect(silent).toMatchObject({
    status: 400,
    body: { code: 'invalid_request', errors: [{ path: 'reason' }] },
  });
  expect(await eventsOf(world, instanceId)).toEqual([]);
});

test.each(['suspend', 'resume', 'modify'] as const)(
  '%s of an instance that has not begun is refused: there is nothing to try it on',
  async (name) => {
    const { instanceId } = await submittedDossier(world);
    expect((await post('admin', instanceId, name, anything[name])).body.code).toBe('instance_not_begun');
  },
);

test('a modification must say something', async () => {
  const { instanceId } = await submittedDossier(world);
  const answer = await post('admin', instanceId, 'modify', { reason });
  expect(answer.body.errors?.map(({ path }) => path)).toEqual(['place']);
});

test.each([
  ['addItems[0].element', { addItems: [{ loop: 'v9', element: { name: 'a\u0000b' } }] }],
  ['dropItems[0].index', { dropItems: [{ loop: 'v9', index: -1 }] }],
])('a participant that cannot be is named: %s', async (path, body) => {
  const { instanceId } = await submittedDossier(world);
  const answer = await post('admin', instanceId, 'modify', { ...body, reason });
  expect([answer.status, answer.body.errors?.map((error) => error.path)]).toEqual([400, [path]]);
});

test('an unknown version, an unknown instance, one that was not cancelled', async () => {
  const { instanceId } = await submittedDossier(world);
  expect((await post('admin', instanceId, 'migrate', anything.migrate)).body.code).toBe(
    'definition_not_found',
  );
  expect((await post('admin', instanceId, 'restart', { reason })).body.code).toBe('instance_not_cancelled');
  const unknown = '00000000-0000-4000-8000-000000000001';
  expect((await post('admin', unknown, 'cancel', { reason })).body.code).toBe('instance_not_found');
});

test('a dossier that came to its own end is not taken up again because it was modified on the way', async () => {
  const { instanceId, dossierId } = await submittedDossier(world);
  const number = await world.db.transaction((tx) =>
    appendEvent(tx, { instanceId, event: { type: 'modified', place: [], cancel: ['v1'] }, accountId: null }),
  );
  await world.db.insert(instanceOperations).values({ instanceId, number, kind: 'modify', reason });
  await world.db.update(outbox).set({ status: 'applied' }).where(eq(outbox.instanceId, instanceId));
  await world.db
    .update(processInstances)
    .set({ status: 'ended', endedAt: world.clock.now, appliedNumber: number })
    .where(eq(processInstances.id, instanceId));
  await world.db.update(dossiers).set({ status: 'issued' }).where(eq(dossiers.id, dossierId));
  expect((await post('admin', instanceId, 'restart', { reason })).body.code).toBe('instance_not_cancelled');
});

test('while a council is voting on it, a dossier is not cancelled', async () => {
  const submitted = await submittedDossier(world);
  const { itemIds } = await referTo(world, submitted);
  const secretary = await world.as('tkth.02');
  const { items } = expectOk(await secretary.get<{ items: { id: string }[] }>('/api/councils'));
  const session = expectOk(
    await secretary.post<{ id: string }>(`/api/councils/${items[0]?.id}/sessions`, {
      mode: 'meeting',
      place: 'Phòng họp số 1',
      scheduledAt: world.clock.now.toISOString(),
      agendaItemIds: itemIds,
    }),
  );
  expectOk(await secretary.post(`/api/sessions/${session.id}/open`));
  const answer = await post('admin', submitted.instanceId, 'cancel', { reason });
  expect(answer).toMatchObject({ status: 409, body: { code: 'nomination_locked' } });
  expect(await eventsOf(world, submitted.instanceId)).toEqual([]);
});
