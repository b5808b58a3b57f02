import { createHash } from 'node:crypto';
import { asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { advisoryLocks } from '../db/advisory-locks.ts';
import type { Database, Executor } from '../db/client.ts';
import { auditLog } from '../db/schema/index.ts';

type AuditRow = typeof auditLog.$inferSelect;

const batch = 500;

/** Hash of a row in the chain: SHA-256 over the hash before it and what the row says, hex. */
export function chainHash(previous: string, row: AuditRow): string {
  const said = [
    row.id,
    row.at.toISOString(),
    row.accountId,
    row.action,
    row.subjectKind,
    row.subjectId,
    canonical(row.details),
  ];
  return createHash('sha256').update(previous).update(JSON.stringify(said)).digest('hex');
}

/** JSON with sorted keys: PostgreSQL keeps no key order. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

/**
 * Links audit rows that are not in the chain yet, in the order they are found. Acting transactions only append, so none
 * of them waits for the head of the chain. Returns how many rows were linked.
 */
export function sealAudit(db: Database): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.auditSealer})`);
    const [head] = await tx
      .select({ sealNumber: auditLog.sealNumber, hash: auditLog.hash })
      .from(auditLog)
      .where(isNotNull(auditLog.sealNumber))
      .orderBy(desc(auditLog.sealNumber))
      .limit(1);
    let previous = head?.hash ?? '';
    let sealNumber = head?.sealNumber ?? 0;
    const rows = await tx
      .select()
      .from(auditLog)
      .where(isNull(auditLog.sealNumber))
      .orderBy(asc(auditLog.id))
      .limit(batch);
    for (const row of rows) {
      previous = chainHash(previous, row);
      sealNumber += 1;
      await tx.update(auditLog).set({ sealNumber, hash: previous }).where(eq(auditLog.id, row.id));
    }
    return rows.length;
  });
}

export interface AuditReport {
  /** Rows in the chain that are right. */
  intact: number;
  /** Rows not in the chain yet. */
  unsealed: number;
  /** Place of the first row that was changed, removed or put in; null if there is none. */
  brokenAt: number | null;
}

/** Follows the chain from its first row. */
export async function verifyAudit(db: Executor): Promise<AuditReport> {
  let previous = '';
  let intact = 0;
  for (;;) {
    const rows = await db
      .select()
      .from(auditLog)
      .where(sql`${auditLog.sealNumber} > ${intact}`)
      .orderBy(asc(auditLog.sealNumber))
      .limit(batch);
    if (rows.length === 0) break;
    for (const row of rows) {
      previous = chainHash(previous, row);
      if (row.sealNumber !== intact + 1 || row.hash !== previous) {
        return { intact, unsealed: await countUnsealed(db), brokenAt: intact + 1 };
      }
      intact += 1;
    }
  }
  return { intact, unsealed: await countUnsealed(db), brokenAt: null };
}

async function countUnsealed(db: Executor): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(auditLog)
    .where(isNull(auditLog.sealNumber));
  return row?.count ?? 0;
}
