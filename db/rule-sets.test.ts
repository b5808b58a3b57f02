import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/database.ts';
import { ruleSetById, ruleSetInForce } from './rule-sets.ts';
import { ruleSets } from './schema/index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('seeded');
});
afterAll(() => database.drop());

test.each([
  ['2023-12-31', undefined],
  ['2024-01-01', '2024-01-01.nd98'],
  ['2025-06-30', '2024-01-01.nd98'],
  ['2025-07-01', '2025-07-01.nd152'],
  ['2026-11-22', '2025-07-01.nd152'],
])('the rule-set in force on %s is %s', async (date, id) => {
  expect((await ruleSetInForce(database.db, date))?.id).toBe(id);
});

test('a rule-set is read once and found again, until its content changes', async () => {
  const id = '2025-07-01.nd152';
  const first = await ruleSetById(database.db, id);
  expect(await ruleSetById(database.db, id)).toBe(first);
  if (!first) throw new Error('not seeded');

  const content = { ...first, name: { vi: 'Đã sửa', en: 'Corrected' } };
  await database.db.update(ruleSets).set({ content, hash: 'another' }).where(eq(ruleSets.id, id));

  expect((await ruleSetById(database.db, id))?.name.vi).toBe('Đã sửa');
});

test('an unknown id finds nothing', async () => {
  expect(await ruleSetById(database.db, '1900-01-01.none')).toBeUndefined();
});
