import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant, serialNumber } from './columns.ts';
import { accounts } from './organisation.ts';
import { substitutions } from './substitutions.ts';

/**
 * Audit log: who did what to what. Rows are appended by the acting transaction and linked into a hash chain by the
 * sealer afterwards; triggers forbid changing or deleting what a row says.
 */
export const auditLog = pgTable(
  'audit_log',
  {
    id: serialNumber(),
    at: instant().notNull().defaultNow(),
    accountId: uuid().references(() => accounts.id),
    /** Stable verb, e.g. `task.complete`. */
    action: text().notNull(),
    /** Kind and id of what was acted on, e.g. `task`, its UUID. */
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** Place in the chain, from 1, and SHA-256 over the previous hash and this row; null until sealed. */
    sealNumber: bigint({ mode: 'number' }).unique(),
    hash: text(),
  },
  (t) => [index('audit_log_subject').on(t.subjectKind, t.subjectId), index('audit_log_unsealed').on(t.id)],
);

/** Calendar (lịch làm việc): its version rises with every change, and two who change it at once are told apart by it. */
export const calendars = pgTable('calendars', {
  name: text().primaryKey(),
  version: integer().notNull().default(1),
});

export const calendarDayKindEnum = pgEnum('calendar_day_kind', ['holiday', 'compensatory', 'make_up']);

/** Day that differs from the working week Monday to Friday: a holiday, a compensatory day off, a make-up working Saturday. */
export const calendarDays = pgTable(
  'calendar_days',
  {
    calendar: text()
      .notNull()
      .default('VN')
      .references(() => calendars.name),
    date: date().notNull(),
    kind: calendarDayKindEnum().notNull(),
    name: text().notNull(),
    /** Computed, not yet announced. */
    tentative: boolean().notNull().default(false),
    source: text().notNull(),
    grade: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.calendar, t.date] })],
);

/** Who is logged in. The id is in a signed cookie. */
export const loginSessions = pgTable(
  'login_sessions',
  {
    sid: text().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** The substitution under which the login acts at present. */
    actingFor: uuid().references(() => substitutions.id),
    expiresAt: instant().notNull(),
  },
  (t) => [index('login_sessions_expires_at').on(t.expiresAt)],
);
