import { upgradeDatabase } from '../db/upgrade.ts';
import { readDatabaseUrl } from './environment.ts';
import { assertDatabaseUsable } from './runtime/database-check.ts';
import { runMain } from './runtime/main.ts';

/** Brings the database of DATABASE_URL to this release; its api and worker start after it. */
await runMain(async () => {
  const url = readDatabaseUrl(process.env);
  await assertDatabaseUsable(url, { toMigrate: true });
  await upgradeDatabase(url);
  console.log('The database has the schema, the law and the models of this release.');
});
