import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nameKey } from '../domain/identity/names.ts';
import { createTestDatabase, type TestDatabase } from '../test/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test.each([
  ['Nguyễn Thị Hương', 'huong nguyen thi'],
  ['  ĐẶNG   Thị đào ', 'dang dao thi'],
  ['Hương Đặng Thị', 'dang huong thi'],
  ['Trần Thị Ưu Ái'.normalize('NFD'), 'ai thi tran uu'],
  ['Y Phôn-Niê', 'phon-nie y'],
])('PostgreSQL and the domain find %s under one key', async (name, key) => {
  const { rows } = await database.db.execute<{ key: string }>(sql`select name_key(${name}) as key`);
  expect([nameKey(name), rows[0]?.key]).toEqual([key, key]);
});
