import { afterAll, beforeAll, expect, test } from 'vitest';
import { personId, type Refusable } from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { PersonLedger } from '../../contract/ledger.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const ledger = async (login: string, of: string) =>
  (await world.as(login)).get<Refusable<PersonLedger>>(`/api/people/${personId(of)}/ledger`);
const revoke = async (login: string, awardId: string, body: object = decision) =>
  (await world.as(login)).post<Refusable<unknown>>(`/api/ledger-awards/${awardId}/revoke`, body);
const decision = {
  decisionSymbol: '12/QĐ-BKHĐT',
  decidedOn: '2026-11-02',
  reason: 'Kê khai sai thành tích.',
};

test('a revoked award stays in the ledger as revoked, with the decision and the reason; once', async () => {
  const { body } = await ledger('appraiser.tctk', 'tkth.03');
  const held = body.awards.find(({ awardCode, year }) => awardCode === 'CSTD_BO' && year === 2024);
  if (!held) throw new Error('the demo has no such award');
  expect(held).toMatchObject({ status: 'in_force', decider: 'Bộ Kế hoạch và Đầu tư', source: 'entry' });

  expect((await revoke('appraiser.tctk', held.id)).status).toBe(204);
  const again = await revoke('appraiser.tctk', held.id);
  expect([again.status, again.body.code]).toEqual([409, 'award_revoked_already']);
  const after = (await ledger('clerk.tkth', 'tkth.03')).body.awards.find(({ id }) => id === held.id);
  expect(after).toMatchObject({
    status: 'revoked',
    revocationSymbol: '12/QĐ-BKHĐT',
    revokedOn: '2026-11-02',
    revocationReason: 'Kê khai sai thành tích.',
  });
  expect(await auditOf(world, held.id)).toEqual(['ledger.revoke_award']);
});

test.each([
  ['a clerk, who only reads it', 'clerk.tkth', 404, 'ledger_award_not_found'],
  ['the appraiser of another organisation', 'appraiser.bnv', 404, 'ledger_award_not_found'],
])('%s revokes nothing', async (_, login, status, code) => {
  const [held] = (await ledger('appraiser.tctk', 'tkth.05')).body.awards;
  const reply = await revoke(login, held?.id ?? '');
  expect([reply.status, reply.body.code]).toEqual([status, code]);
});

test('without a reason nothing is revoked', async () => {
  const [held] = (await ledger('appraiser.tctk', 'tkth.05')).body.awards;
  const reply = await revoke('appraiser.tctk', held?.id ?? '', { ...decision, reason: ' ' });
  expect([reply.status, reply.body.code]).toEqual([400, 'invalid_request']);
});

test('the ledger is read by oneself and by those with a role on a unit one served in', async () => {
  expect((await ledger('tkth.03', 'tkth.03')).status).toBe(200);
  expect((await ledger('tkth.05', 'tkth.03')).body.code).toBe('person_not_found');
  expect((await ledger('clerk.ninhthuan', 'tkth.03')).body.code).toBe('person_not_found');
});
