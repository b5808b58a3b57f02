import { afterAll, beforeAll, expect, it } from 'vitest';
import { commentOrigins } from '../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../test/database.ts';
import { forgetOrigins } from './forget-origins.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('seeded');
});
afterAll(() => database.drop());

it('forgets an address an hour after it commented first, and not before', async () => {
  const { db } = database;
  await db
    .insert(commentOrigins)
    .values({ origin: Buffer.alloc(32), comments: 1, since: new Date('2026-11-20T02:00:00Z') });
  const left = async (now: string) => {
    await forgetOrigins(db, new Date(now));
    return (await db.select().from(commentOrigins)).length;
  };
  expect(await left('2026-11-20T03:00:00Z')).toBe(1);
  expect(await left('2026-11-20T03:00:01Z')).toBe(0);
});
