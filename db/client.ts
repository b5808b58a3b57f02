import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { NamedClient } from './named-client.ts';
import * as schema from './schema/index.ts';

export type Database = NodePgDatabase<typeof schema> & { $client: pg.Pool };
/** A transaction, or the database itself outside one: what a query function takes. */
export type Executor = Pick<
  Database,
  | 'select'
  | 'selectDistinct'
  | 'selectDistinctOn'
  | 'insert'
  | 'update'
  | 'delete'
  | 'execute'
  | 'transaction'
>;

/**
 * Opens a pool of connections to `url`. The caller ends it with `db.$client.end()`. Statements that are handed over
 * together, as in `Promise.all`, are sent together, and the server runs them in that order.
 */
export function openDatabase(url: string, options: { max?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    pipeline: true,
    Client: NamedClient,
    // A statement with an array would be planned anew each time it runs, which costs more than to run it.
    options: '-c plan_cache_mode=force_generic_plan',
  });
  // A connection that breaks while nobody uses it (the server restarts) is replaced at the next use; unheard, it would end the process.
  pool.on('error', () => {});
  return drizzle(pool, { schema, casing: 'snake_case' });
}
