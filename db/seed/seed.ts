import { sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { hashPassword } from '../password.ts';
import { accounts, councilMembers, councils, people, positions, roleGrants, units } from '../schema/index.ts';
import { demoPassword } from './accounts.ts';
import { councilRows, memberRows } from './councils.ts';
import { storeLaw } from './law.ts';
import { accountRows, grantRows, peopleRows, positionRows } from './people.ts';
import { readRuleSets } from './read-rules.ts';
import { unitRows } from './units.ts';

/** Any fixed number; two seeders at once would otherwise wait for each other's rows in different order. */
const seedLock = 7_083_202_612;

/** Fills the database with the demo of the source documents. A row that is there already stays as it is. */
export async function seedDatabase(db: Database): Promise<void> {
  const law = await readRuleSets();
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${seedLock})`);
    await storeLaw(tx, law);
    await tx.insert(units).values(unitRows()).onConflictDoNothing();
    await tx.insert(people).values(peopleRows()).onConflictDoNothing();
    await tx.insert(positions).values(positionRows()).onConflictDoNothing();
    await tx.insert(councils).values(councilRows()).onConflictDoNothing();
    await tx.insert(councilMembers).values(memberRows()).onConflictDoNothing();
    // One hash for all: the demo's password is no secret.
    await tx
      .insert(accounts)
      .values(accountRows(await hashPassword(demoPassword)))
      .onConflictDoNothing();
    await tx.insert(roleGrants).values(grantRows()).onConflictDoNothing();
  });
}
