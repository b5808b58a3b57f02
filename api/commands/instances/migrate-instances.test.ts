import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { instanceSteps, processInstances, roleGrants } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { type Refusable, type Submitted, submittedDossier } from '../../../test/api/fixtures.ts';
import { auditOf, eventsOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { DeployResult } from '../../contract/definitions.ts';
import type { MigrationsCheck, MigrationsResult } from '../../contract/migrations.ts';

let world: ApiWorld;
let older: string;
let newer: string;
beforeAll(async () => {
  world = await startApiWorld();
  older = await deploy('review');
  newer = await deploy('examine');
});
afterAll(() => world.close());

const reason = 'Áp dụng quy trình mới cho hồ sơ đang chạy';
const nodes = [{ process: 'small', element: 'review', to: 'examine' }];

async function deploy(task: string): Promise<string> {
  const content = `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
    <process id="small" name="Quy trình nhỏ" isExecutable="true"><userTask id="${task}"/></process></definitions>`;
  const files = [{ name: 'small.bpmn', content }];
  const admin = await world.as('admin');
  return expectOk(await admin.post<DeployResult>('/api/definitions', { files, reason })).id;
}

/** A dossier whose instance runs on the older version; `begun`: it waits at its task. */
async function running(begun: boolean): Promise<Submitted> {
  const dossier = await submittedDossier(world);
  const { instanceId } = dossier;
  await world.db
    .update(processInstances)
    .set({ definitionId: older })
    .where(eq(processInstances.id, instanceId));
  if (begun) {
    const calendar = { daysOff: [], workingDays: [] };
    const event = { type: 'start' as const, process: 'small', variables: {}, calendar, definition: older };
    const outcome = { results: [], jobs: [], notices: false };
    await world.db
      .insert(instanceSteps)
      .values({ instanceId, step: 1, event, now: world.clock.now, outcome });
  }
  return dossier;
}

const ask = async <T>(body: object, name = '', login = 'admin') =>
  (await world.as(login)).post<Refusable<T>>(`/api/definitions/${newer}/migrations${name}`, {
    from: [older],
    ...body,
  });

test('many instances go to another version, each by itself and with a line; sent again, those on their way stay alone', async () => {
  const begun = [await running(true), await running(true)];
  const waiting = await running(false);

  const dry = expectOk(await ask<MigrationsCheck>({ nodes }, '/check'));
  expect(dry.impact).toMatchObject([
    { instances: 2, position: [{ process: 'small', element: 'review' }], problems: [] },
  ]);
  expect(await eventsOf(world, begun[0]?.instanceId ?? '')).toEqual([]);

  const unmapped = expectOk(await ask<MigrationsResult>({ reason })).items;
  for (const { instanceId } of begun) {
    expect(unmapped.find((line) => line.instanceId === instanceId)).toMatchObject({
      status: 'refused',
      code: 'operation_refused',
      errors: [{ code: 'element_gone' }],
    });
  }

  const { items, next } = expectOk(await ask<MigrationsResult>({ reason, nodes }));
  expect(next).toBeNull();
  const outcomes = Object.fromEntries(
    items.map(({ instanceId, status, code }) => [instanceId, code ?? status]),
  );
  expect(outcomes).toEqual({
    [begun[0]?.instanceId ?? '']: 'accepted',
    [begun[1]?.instanceId ?? '']: 'accepted',
    [waiting.instanceId]: 'instance_not_begun',
  });
  for (const { instanceId, dossierId } of begun) {
    expect(await eventsOf(world, instanceId)).toMatchObject([{ type: 'migrated', definition: newer, nodes }]);
    expect(await auditOf(world, dossierId)).toContain('instance.migrate');
  }

  const again = expectOk(await ask<MigrationsResult>({ reason, nodes }));
  expect(again.items.map(({ instanceId }) => instanceId)).toEqual([waiting.instanceId]);
});

test.each([
  ['an account that administers nothing', 'clerk.tkth', {}, 403, 'forbidden'],
  ['a request without a reason', 'admin', { reason: ' ' }, 400, 'invalid_request'],
  ['no version', 'admin', { from: [] }, 400, 'invalid_request'],
  [
    'a version that is not there',
    'admin',
    { from: ['00000000-0000-4000-8000-000000000001'] },
    404,
    'definition_not_found',
  ],
])('%s is refused', async (_why, login, body, status, code) => {
  expect(await ask({ reason, nodes, ...body }, '', login)).toMatchObject({ status, body: { code } });
});

test('an administrator of a unit takes over the dossiers of that unit only', async () => {
  const { instanceId } = await running(true);
  await world.db.insert(roleGrants).values({
    accountId: seedId('account', 'head.ctn'),
    role: 'admin',
    unitId: seedId('unit', 'CTN'),
    validFrom: '2026-01-01',
  });
  const elsewhere = expectOk(await ask<MigrationsResult>({ reason, nodes }, '', 'head.ctn'));
  expect(elsewhere.items).toEqual([]);
  const own = expectOk(await ask<MigrationsResult>({ reason, nodes }));
  expect(own.items.map((line) => line.instanceId)).toContain(instanceId);
});
