import { migrateDatabase } from '../db/migrate.ts';
import { readDatabaseUrl } from './environment.ts';
import { assertDatabaseUsable } from './runtime/database-check.ts';
import { runMain } from './runtime/main.ts';

/** Brings the database of DATABASE_URL to the newest schema; api and worker of the new version start after it. */
await runMain(async () => {
  const url = readDatabaseUrl(process.env);
  await assertDatabaseUsable(url, { toMigrate: true });
  await migrateDatabase(url);
  console.log('The database has the newest schema.');
});
