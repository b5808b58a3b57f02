import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dossiers, nominations, people, units, workPlanPoints } from '../db/schema/index.ts';
import { seedId } from '../db/seed/seed-id.ts';
import { createTestDatabase, type TestDatabase } from '../test/database.ts';
import { runningDossier } from '../test/fixtures/running-dossier.ts';
import { computeScores } from './compute-scores.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('seeded');
});
afterAll(() => database.drop());

/** A dossier of 2024 and 2025 for a new person with these plan points, a new collective, and an outsider. */
async function dossierWith(points: [planYear: number, assigned: number, achieved: number][]) {
  const { db } = database;
  const { dossierId } = await runningDossier(db, { nominees: 1 });
  const [person] = await db.insert(people).values({ fullName: 'Trần Thị Ví Dụ' }).returning();
  const [unit] = await db
    .insert(units)
    .values({
      parentId: seedId('unit', 'TCTK-TKTH'),
      code: `PHONG-${dossierId.slice(0, 8)}`,
      name: 'Phòng Thử',
      nameEn: 'Test Division',
      kind: 'division',
      level: 'unit',
      validFrom: '2024-01-01',
    })
    .returning();
  if (!person || !unit) throw new Error('nothing was inserted');
  await db.insert(nominations).values([
    { dossierId, seq: 2, kind: 'person', personId: person.id, name: person.fullName },
    { dossierId, seq: 3, kind: 'collective', unitId: unit.id, name: unit.name },
  ]);
  const row = ([planYear, assignedPoints, achievedPoints]: [number, number, number]) => {
    return { planYear, assignedPoints, achievedPoints, item: 'Kế hoạch' };
  };
  if (points.length > 0)
    await db.insert(workPlanPoints).values(points.map((each) => ({ personId: person.id, ...row(each) })));
  await db.insert(workPlanPoints).values({ unitId: unit.id, ...row([2024, 200, 100]) });
  return dossierId;
}

async function scores(dossierId: string): Promise<(number | null)[]> {
  const rows = await database.db
    .select({ score: nominations.scoreBasisPoints })
    .from(nominations)
    .where(eq(nominations.dossierId, dossierId))
    .orderBy(asc(nominations.seq));
  return rows.map(({ score }) => score);
}

it.each<[string, [number, number, number][], number | null]>([
  [
    'all years of the period together',
    [
      [2024, 100, 90],
      [2025, 300, 300],
    ],
    9750,
  ],
  [
    'no year outside it',
    [
      [2023, 100, 0],
      [2025, 100, 98],
      [2026, 100, 0],
    ],
    9800,
  ],
  ['thirds, rounded half up', [[2024, 3, 2]], 6667],
  ['no plan: no score, not zero', [], null],
])('a person is scored by %s', async (_, points, expected) => {
  const dossierId = await dossierWith(points);
  await computeScores(database, { dossierId });
  expect(await scores(dossierId)).toEqual([null, expected, 5000]);
});

it('scores again after points changed, and the same where they did not', async () => {
  const dossierId = await dossierWith([[2024, 100, 90]]);
  await computeScores(database, { dossierId });
  await computeScores(database, { dossierId });
  expect(await scores(dossierId)).toEqual([null, 9000, 5000]);
  await database.db.update(dossiers).set({ periodFrom: 2025 }).where(eq(dossiers.id, dossierId));
  await computeScores(database, { dossierId });
  expect(await scores(dossierId)).toEqual([null, null, null]);
});

it('refuses a dossier that does not exist', async () => {
  await expect(computeScores(database, { dossierId: randomUUID() })).rejects.toThrow('no dossier');
});
