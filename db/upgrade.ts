import { openDatabase } from './client.ts';
import { migrateDatabase } from './migrate.ts';
import { installRelease } from './seed/release.ts';

/** Brings the database at `url` to this release: its schema, law and models. Safe to call from several processes at once. */
export async function upgradeDatabase(url: string): Promise<void> {
  await migrateDatabase(url);
  const db = openDatabase(url, { max: 1 });
  try {
    await db.transaction(installRelease);
  } finally {
    await db.$client.end();
  }
}
