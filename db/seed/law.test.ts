import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RuleSet } from '../../domain/law/rule-set.ts';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { dossiers, processDefinitions, processInstances, ruleSets } from '../schema/index.ts';
import { storeLaw } from './law.ts';
import { readRuleSets } from './read-rules.ts';
import { seedDatabase } from './seed.ts';
import { seedId } from './seed-id.ts';

let database: TestDatabase;
let law: RuleSet[];
beforeAll(async () => {
  database = await createTestDatabase('migrated');
  await seedDatabase(database.db);
  law = await readRuleSets();
});
afterAll(() => database.drop());

const stored = async (id: string) => (await database.db.select().from(ruleSets)).find((set) => set.id === id);
/** The shipped law with another name and last day for the decree of 2025. */
const corrected = (nameVi: string, effectiveTo: string | null) =>
  law.map((set) =>
    set.id === '2025-07-01.nd152' ? { ...set, name: { ...set.name, vi: nameVi }, effectiveTo } : set,
  );

test('a corrected rule-set replaces the stored one as long as no dossier is bound to it', async () => {
  await storeLaw(database.db, corrected('Đã sửa', null));
  expect((await stored('2025-07-01.nd152'))?.content.name.vi).toBe('Đã sửa');
});

test('a bound rule-set keeps its content; its last day follows the file', async () => {
  const { db } = database;
  const [definition] = await db
    .insert(processDefinitions)
    .values({
      processId: 'award-chain',
      version: 1_000,
      hash: 'test',
      resources: {},
      graph: { hash: 'test' } as never,
    })
    .returning();
  const [instance] = await db
    .insert(processInstances)
    .values({ definitionId: definition?.id ?? '' })
    .returning();
  await db.insert(dossiers).values({
    code: 'HS-2026-000001',
    unitId: seedId('unit', 'TCTK-TKTH'),
    awardCode: 'CSTDTQ',
    periodFrom: 2025,
    periodTo: 2026,
    title: 'Chiến sĩ thi đua toàn quốc',
    status: 'running',
    ruleSetId: '2025-07-01.nd152',
    instanceId: instance?.id ?? '',
    createdBy: seedId('account', 'clerk.tkth'),
  });

  await storeLaw(db, corrected('Sửa lần nữa', '2027-02-28'));

  expect(await stored('2025-07-01.nd152')).toMatchObject({
    effectiveTo: '2027-02-28',
    content: { name: { vi: 'Đã sửa' } },
  });
});

test('an unconfirmed rule-set is not stored', async () => {
  expect(law.map(({ id }) => id)).toContain('2026-10-01.law-06-2026');
  expect(await stored('2026-10-01.law-06-2026')).toBeUndefined();
});
