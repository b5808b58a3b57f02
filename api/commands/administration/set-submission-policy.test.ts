import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { draftDossier, type Refusable } from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type {
  EligibilityReport,
  SubmissionPolicy,
  UnitSubmissionPolicy,
} from '../../contract/eligibility.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const office = seedId('unit', 'TCTK');
const department = seedId('unit', 'TCTK-TKTH');
const path = (unitId: string) => `/api/units/${unitId}/submission-policy`;
const set = async (unitId: string, ineligible: SubmissionPolicy['ineligible'], login = 'admin') =>
  (await world.as(login)).put<Refusable<SubmissionPolicy>>(path(unitId), { ineligible });
const listed = async (login: string) =>
  expectOk(
    await (await world.as(login)).get<{ items: UnitSubmissionPolicy[] }>('/api/admin/submission-policies'),
  ).items.map(({ unit, ineligible }) => [unit.code, ineligible]);

test('the nearest unit that says something counts; taken back, the one above does again', async () => {
  const { id } = await draftDossier(world, { nominees: [] });
  const atSubmit = async () =>
    expectOk(await (await world.as('clerk.tkth')).get<EligibilityReport>(`/api/dossiers/${id}/eligibility`))
      .ineligibleAtSubmit;
  expect(await atSubmit()).toBe('acknowledge');
  expectOk(await set(office, 'refuse'));
  expect(await atSubmit()).toBe('refuse');
  expectOk(await set(department, 'acknowledge'));
  expect(await atSubmit()).toBe('acknowledge');
  expect(await listed('admin')).toEqual([
    ['TCTK', 'refuse'],
    ['TCTK-TKTH', 'acknowledge'],
  ]);
  const client = await world.as('admin');
  expect((await client.send('DELETE', path(department))).status).toBe(204);
  // A second time there is nothing to take back.
  expect((await client.send('DELETE', path(department))).status).toBe(204);
  expect(await atSubmit()).toBe('refuse');
  expect(await auditOf(world, department)).toEqual(['unit.submission_policy', 'unit.drop_submission_policy']);
});

test('who does not administer the unit neither changes nor sees it', async () => {
  expect((await set(office, 'acknowledge', 'head.tctk')).body.code).toBe('forbidden');
  const dropped = await (await world.as('clerk.tkth')).send<Refusable<unknown>>('DELETE', path(office));
  expect([dropped.status, dropped.body.code]).toEqual([403, 'forbidden']);
  expect(await listed('head.tctk')).toEqual([]);
});
