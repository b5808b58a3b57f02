import { openDatabase } from '../db/client.ts';
import { seedDatabase } from '../db/seed/seed.ts';
import { readDatabaseUrl } from './environment.ts';
import { assertDatabaseUsable } from './runtime/database-check.ts';
import { runMain } from './runtime/main.ts';

/** Fills the database of DATABASE_URL with the demo organisation and its accounts; not for production. */
await runMain(async () => {
  const url = readDatabaseUrl(process.env);
  await assertDatabaseUsable(url);
  const db = openDatabase(url, { max: 1 });
  try {
    await seedDatabase(db);
  } finally {
    await db.$client.end();
  }
  console.log('The demo organisation and its accounts are there.');
});
