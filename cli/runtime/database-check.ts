import pg from 'pg';
import { redactPassword } from '../environment.ts';
import { StartError } from './start-error.ts';

/**
 * Checks a PostgreSQL somebody else runs.
 * @param options.toMigrate also asks for the right to create tables, which only a migration needs.
 * @throws {StartError} `database_unreachable` when nothing answers, `database_refused` when it answers no.
 */
export async function assertDatabaseUsable(
  url: string,
  options: { toMigrate?: boolean } = {},
): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  const shown = redactPassword(url);
  try {
    await client.connect();
  } catch (cause) {
    if (cause instanceof pg.DatabaseError) {
      throw new StartError(
        'database_refused',
        `PostgreSQL at DATABASE_URL ${shown} refuses: ${cause.message}. Correct the user, password or database name, or create the database.`,
        { cause },
      );
    }
    throw new StartError(
      'database_unreachable',
      `No PostgreSQL answers at DATABASE_URL ${shown} (${describe(cause)}). Start it, correct the address, or leave DATABASE_URL out to use the PostgreSQL that comes along.`,
      { cause },
    );
  }
  try {
    const { rows } = await client.query<{ version: number; mayCreate: boolean }>(
      `select current_setting('server_version_num')::int as version,
              has_database_privilege(current_database(), 'create') as "mayCreate"`,
    );
    const { version, mayCreate } = rows[0] ?? { version: 0, mayCreate: false };
    if (version < oldestVersion) {
      throw new StartError(
        'database_refused',
        `PostgreSQL at DATABASE_URL ${shown} is too old (${Math.floor(version / 10_000)}). Use PostgreSQL 15 or newer.`,
      );
    }
    if (options.toMigrate === true && !mayCreate) {
      throw new StartError(
        'database_refused',
        `The user of DATABASE_URL ${shown} may not create tables. Grant it: grant create on database … to …, or make it the owner.`,
      );
    }
  } finally {
    await client.end();
  }
}

/** As PostgreSQL counts: 15.0. The oldest the tests run on. */
const oldestVersion = 150_000;

/** A host with several addresses fails with one error for each, under an empty message. */
function describe(error: unknown): string {
  if (error instanceof AggregateError) return describe(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
