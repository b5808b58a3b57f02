import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditLog } from '../db/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../test/database.ts';
import { sealAudit, verifyAudit } from './audit-sealer.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const act = (subjectId: string) =>
  database.db
    .insert(auditLog)
    .values({ action: 'task.complete', subjectKind: 'task', subjectId, details: { b: 2, a: [1] } });

test('rows are linked once, in one chain, and the chain tells any tampering', async () => {
  const { db } = database;
  for (const subject of ['t1', 't2', 't3']) await act(subject);
  expect(await verifyAudit(db)).toEqual({ intact: 0, unsealed: 3, brokenAt: null });
  const sealed = await Promise.all([sealAudit(db), sealAudit(db)]);
  expect(sealed.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(await verifyAudit(db)).toEqual({ intact: 3, unsealed: 0, brokenAt: null });

  // Someone with full rights over the database switches the guard off and rewrites a row.
  await db.execute(sql`alter table audit_log disable trigger audit_log_no_change`);
  const second = await db.select().from(auditLog).orderBy(asc(auditLog.sealNumber)).offset(1).limit(1);
  await db
    .update(auditLog)
    .set({ subjectId: 'other' })
    .where(eq(auditLog.id, second[0]?.id ?? 0));
  expect(await verifyAudit(db)).toMatchObject({ intact: 1, brokenAt: 2 });
  await db
    .update(auditLog)
    .set({ subjectId: 't2' })
    .where(eq(auditLog.id, second[0]?.id ?? 0));
  expect(await verifyAudit(db)).toMatchObject({ brokenAt: null });
  await db.delete(auditLog).where(eq(auditLog.id, second[0]?.id ?? 0));
  expect(await verifyAudit(db)).toMatchObject({ intact: 1, brokenAt: 2 });
});

test.each([
  ['changed', sql`update audit_log set action = 'other'`],
  ['deleted', sql`delete from audit_log`],
  ['emptied', sql`truncate audit_log`],
])('the database refuses that an audit row is %s', async (_, statement) => {
  const fresh = await createTestDatabase();
  try {
    await fresh.db.insert(auditLog).values({ action: 'a', subjectKind: 's', subjectId: '1' });
    await expect(fresh.db.execute(statement)).rejects.toMatchObject({
      cause: { message: 'audit_log rows never change' },
    });
  } finally {
    await fresh.drop();
  }
});
