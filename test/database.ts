import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { projectDir } from '../cli/environment.ts';
import { fingerprint } from '../cli/runtime/fingerprint.ts';
import { advisoryLocks } from '../db/advisory-locks.ts';
import { type Database, openDatabase } from '../db/client.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { seedDatabase } from '../db/seed/seed.ts';

/** A database for one test file. */
export type TestDatabase = {
  url: string;
  db: Database;
  /** Closes `db` and removes the database, whoever is still connected. */
  drop(): Promise<void>;
};

/** What a new database already holds: nothing, the tables, or also the demo organisation of db/seed. */
export type Contents = 'empty' | 'migrated' | 'seeded';

/** The folders whose files decide what the contents are; a change there makes a new template. */
const sources: Record<Contents, string[]> = {
  empty: [],
  migrated: ['db/migrations'],
  seeded: ['db', 'domain', 'rules', 'processes', 'engine'],
};

/**
 * Makes a fresh database on the server of `TEST_DATABASE_URL` by copying a template, which takes a few
 * hundredths of a second; the first caller after a change of the schema (or the seed) makes the template.
 */
export async function createTestDatabase(contents: Contents = 'migrated'): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server)
    throw new Error('TEST_DATABASE_URL is not set: run the tests with "npx vitest", whose setup sets it.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [advisoryLocks.testTemplate]);
    const template = await ensureTemplate(client, server, contents);
    await client.query(`create database ${name} template ${template}`);
  });
  const url = urlOf(server, name);
  const db = openDatabase(url);
  return {
    url,
    db,
    async drop() {
      await db.$client.end();
      await withClient(server, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

async function ensureTemplate(client: pg.Client, server: string, contents: Contents): Promise<string> {
  const template = `test_${contents}_${await fingerprint(projectDir, sources[contents], isNoTest)}`;
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
  if (rowCount !== 0) return template;
  const unfinished = `${template}_new`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished}`);
  const url = urlOf(server, unfinished);
  if (contents !== 'empty') await migrateDatabase(url);
  if (contents === 'seeded') await seed(url);
  await client.query(`alter database ${unfinished} rename to ${template}`);
  return template;
}

const isNoTest = (path: string) => !path.endsWith('.test.ts');

async function seed(url: string): Promise<void> {
  const db = openDatabase(url);
  try {
    await seedDatabase(db);
  } finally {
    await db.$client.end();
  }
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
