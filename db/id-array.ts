import { type SQL, sql } from 'drizzle-orm';

/** PostgreSQL array of ids, for `= any(...)`. */
export const idArray = (ids: Iterable<string>): SQL => sql`${`{${[...ids].join(',')}}`}::uuid[]`;
