import { bigint, customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Primary key: a random UUID, safe to show in an address. */
export const id = () => uuid().primaryKey().defaultRandom();

/** An instant with time zone; read as a JavaScript `Date`. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' });

/** Row number handed out by the database, for rows that are only ever appended. */
export const serialNumber = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();

/** Bytes; read as a `Buffer`. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
