import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ledgerAwards } from '../../../db/schema/index.ts';
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
const awardsIn = ({ lines }: PersonLedger) => lines.filter((line) => line.kind === 'award');
const revoke = async (login: string, awardId: string, body: object = decision) =>
  (await world.as(login)).post<Refusable<unknown>>(`/api/ledger-awards/${awardId}/revoke`, body);
const decision = {
  decisionSymbol: '12/QĐ-BKHĐT',
  decidedOn: '2026-11-02',
  reason: 'Kê khai sai thành tích.',
};

test('a revoked award stays in the ledger as revoked, with the decision and the reason; once', async () => {
  const { body } = await ledger('registrar.bkhdt', 'tkth.03');
  const held = awardsIn(body).find(({ awardCode, year }) => awardCode === 'CSTD_BO' && year === 2024);
  if (!held) throw new Error('the demo has no such award');
  expect(held).toMatchObject({ status: 'in_force', decider: 'Bộ Kế hoạch và Đầu tư', source: 'entry' });

  expect((await revoke('registrar.bkhdt', held.id)).status).toBe(204);
  const again = await revoke('registrar.bkhdt', held.id);
  expect([again.status, again.body.code]).toEqual([409, 'award_revoked_already']);
  const after = awardsIn((await ledger('clerk.tkth', 'tkth.03')).body).find(({ id }) => id === held.id);
  expect(after).toMatchObject({
    status: 'revoked',
    revocationSymbol: '12/QĐ-BKHĐT',
    revokedOn: '2026-11-02',
    revocationReason: 'Kê khai sai thành tích.',
  });
  expect(await auditOf(world, held.id)).toEqual(['ledger.revoke_award']);
});

/** An award of `tkth.05` that the General Statistics Office decided, another one each time. */
async function heldOfOffice(): Promise<string> {
  const { body } = await ledger('registrar.tctk', 'tkth.05');
  const held = awardsIn(body).find(({ awardCode, status }) => awardCode === 'LDTT' && status === 'in_force');
  return held?.id ?? '';
}

test.each([
  ['the head of the body that decided', 'head.tctk', 204],
  ['its registrar', 'registrar.tctk', 204],
  ['an administrator above', 'admin', 204],
  ['the registrar of the ministry above, which did not decide', 'registrar.bkhdt', 404],
  ['its appraiser', 'appraiser.tctk', 404],
  ['a clerk, who only reads it', 'clerk.tkth', 404],
  ['the appraiser of another organisation', 'appraiser.bnv', 404],
])('%s (%s): %i', async (_, login, status) => {
  const reply = await revoke(login, await heldOfOffice());
  expect([reply.status, reply.body?.code]).toEqual([
    status,
    status === 404 ? 'ledger_award_not_found' : undefined,
  ]);
});

test.each([
  ['registrar.tctk', 204],
  ['registrar.bkhdt', 404],
  ['head.tctk', 404],
])(
  'what a body outside this system decided is entered by the holder’s own registrar: %s %i',
  async (login, status) => {
    const awardId = await heldOfOffice();
    await world.db
      .update(ledgerAwards)
      .set({ decider: 'Ủy ban nhân dân tỉnh Ninh Thuận', deciderUnitId: null })
      .where(eq(ledgerAwards.id, awardId));
    expect((await revoke(login, awardId)).status).toBe(status);
  },
);

test.each([
  ['without a reason', { reason: ' ' }, 400, 'invalid_request'],
  ['by a decision of tomorrow', { decidedOn: '2026-11-21' }, 422, 'paper_in_future'],
])('%s nothing is revoked', async (_, wrong, status, code) => {
  const reply = await revoke('registrar.tctk', await heldOfOffice(), { ...decision, ...wrong });
  expect([reply.status, reply.body.code]).toEqual([status, code]);
});

test('the ledger is read by oneself and by those with a role on a unit one served in', async () => {
  expect((await ledger('tkth.03', 'tkth.03')).status).toBe(200);
  expect((await ledger('tkth.05', 'tkth.03')).body.code).toBe('person_not_found');
  expect((await ledger('clerk.ninhthuan', 'tkth.03')).body.code).toBe('person_not_found');
});
