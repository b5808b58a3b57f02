import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dossiers, ledgerAwards, notices } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { clerk, openTask, personId, type Refusable, submittedDossier } from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { EligibilityReport } from '../../contract/eligibility.ts';
import type { PersonLedger } from '../../contract/ledger.ts';
import type { Notice } from '../../contract/notices.ts';

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

test('a dossier under way that rests on it is not changed: its verdict is found anew, and who appraises it is told', async () => {
  const resting = await submittedDossier(world, { nominees: ['tkth.03'] });
  const other = await submittedDossier(world, { nominees: ['tkth.07'] });
  const standing = { candidateRole: 'appraiser' as const, candidateUnitId: seedId('unit', 'BKHDT') };
  await openTask(world, resting, standing);
  const path = `/api/dossiers/${resting.dossierId}/eligibility`;
  const report = async () => (await (await world.as(clerk)).get<EligibilityReport>(path)).body.items[0];
  const before = await report();
  const lines = awardsIn((await ledger('registrar.bkhdt', 'tkth.03')).body);
  const held = lines.find(({ awardCode, status }) => awardCode === 'CSTD_BO' && status === 'in_force');
  world.clock.now = new Date(world.clock.now.getTime() + 60_000);

  expect((await revoke('registrar.bkhdt', held?.id ?? '')).status).toBe(204);

  const after = await report();
  expect(after).toMatchObject({ verdict: 'not_eligible', verdictAtSubmission: before?.verdict });
  expect(after?.evaluatedAt).toBe(world.clock.now.toISOString());
  const [row] = await world.db.select().from(dossiers).where(eq(dossiers.id, resting.dossierId));
  expect(row?.status).toBe('running');
  expect(await auditOf(world, resting.dossierId)).toContain('dossier.recheck_eligibility');
  const { body } = await (await world.as('appraiser.bkhdt')).get<{ items: Notice[] }>(
    '/api/notices?pageSize=50',
  );
  expect(body.items[0]).toMatchObject({
    kind: 'eligibility_changed',
    subject: { id: resting.dossierId },
    reason: expect.stringContaining('CSTD_BO năm'),
  });
  expect(body.items[0]?.reason).toContain('bị hủy bỏ theo 12/QĐ-BKHĐT');
  const told = await world.db.select().from(notices).where(eq(notices.kind, 'eligibility_changed'));
  expect(told.every(({ subjectId }) => subjectId === resting.dossierId)).toBe(true);
  expect(told.length).toBeGreaterThan(1);
  expect(await auditOf(world, other.dossierId)).not.toContain('dossier.recheck_eligibility');
});
