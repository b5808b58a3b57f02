import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ledgerAwards, nominations } from '../../db/schema/index.ts';
import { clerk, draftDossier, personId, type Refusable } from '../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../test/api/world.ts';
import type { BonusTable } from '../contract/bonuses.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const bonusesOf = async (dossierId: string, login = clerk) =>
  (await world.as(login)).get<Refusable<BonusTable>>(`/api/dossiers/${dossierId}/bonuses`);

test('before the decision: those in play as if awarded today, with the total, who pays and the articles', async () => {
  const { id } = await draftDossier(world, { nominees: ['tkth.03', 'tkth.04'] });
  const { body } = await bonusesOf(id);
  expect(body).toMatchObject({
    decidedOn: '2026-11-20',
    provisional: true,
    total: 2 * 11_390_000,
    payer: 'proposing_ministry',
    problem: null,
    rows: [
      { seq: 1, payee: 'person', tenths: 45, baseSalary: 2_530_000, amount: 11_390_000, replacedBy: null },
      { seq: 2, replaces: [] },
    ],
  });
  expect(body.sources).toContainEqual({ citation: 'Nghị định số 152/2025/NĐ-CP, Điều 49–54', grade: 'B' });
});

test('the simplified procedure changes papers, not money (Law 06/2022/QH15 Article 85)', async () => {
  const amounts = await Promise.all(
    (['merit', 'sudden'] as const).map(async (commendationKind) => {
      const { id } = await draftDossier(world, { awardCode: 'BK_BO', commendationKind });
      const { rows, payer } = (await bonusesOf(id)).body;
      return [rows.map(({ tenths, amount }) => [tenths, amount]), payer];
    }),
  );
  expect(amounts).toEqual([
    [[[15, 3_800_000]], 'deciding_body'],
    [[[15, 3_800_000]], 'deciding_body'],
  ]);
});

test('who fell out is not paid', async () => {
  const { id } = await draftDossier(world, { nominees: ['tkth.03', 'tkth.04'] });
  await world.db
    .update(nominations)
    .set({ status: 'failed', reason: 'Không đủ phiếu.' })
    .where(eq(nominations.personId, personId('tkth.04')));
  expect((await bonusesOf(id)).body.total).toBe(11_390_000);
});

test('a title held for the same period is set off (NĐ 152/2025 Đ49(5), grade B)', async () => {
  const { id } = await draftDossier(world, { nominees: ['tkth.05'] });
  await world.db.insert(ledgerAwards).values({
    personId: personId('tkth.05'),
    awardCode: 'LDTT',
    fromYear: 2022,
    year: 2026,
    decisionSymbol: '9/QĐ-TCTK',
    decidedOn: '2026-10-01',
    source: 'entry',
    recordedAt: world.clock.now,
  });
  expect((await bonusesOf(id)).body.rows).toMatchObject([{ replacedBy: null, replaces: ['LDTT'] }]);
});

describe('no amounts', () => {
  test('of an award whose bonus the organisation has not set: the sentence says so', async () => {
    const { id } = await draftDossier(world, { awardCode: 'KNC' });
    expect((await bonusesOf(id)).body).toMatchObject({
      rows: [],
      total: 0,
      payer: null,
      problem: expect.stringContaining('cơ quan tự quy định'),
    });
  });

  test('for who may not read the dossier', async () => {
    const { id } = await draftDossier(world);
    expect((await bonusesOf(id, 'clerk.tccb')).status).toBe(404);
  });
});
