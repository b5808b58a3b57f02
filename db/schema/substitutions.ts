import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { accounts, roleGrants } from './organisation.ts';
import { documents } from './papers.ts';

/**
 * Substitution (ủy quyền, thay thế): an account acts for another one between two dates, by a paper. It grants nothing of its own: the
 * substitute acts with those of the holder's roles that it names, as long as the holder has them.
 */
export const substitutions = pgTable(
  'substitutions',
  {
    id: id(),
    holderId: uuid()
      .notNull()
      .references(() => accounts.id),
    substituteId: uuid()
      .notNull()
      .references(() => accounts.id),
    validFrom: date().notNull(),
    /** Last day; a substitution always has one. */
    validTo: date().notNull(),
    /** The paper it rests on, as cited: number, symbol, date. */
    paper: text().notNull(),
    /** The paper itself; null until it is attached. */
    documentId: uuid().references((): AnyPgColumn => documents.id),
    /** Does the holder's next act end it? By the rule-set of the day it was given. */
    endsWhenHolderActs: boolean().notNull(),
    createdAt: instant().notNull(),
    endedAt: instant(),
    /** Why it ended before its last day. */
    endReason: text(),
  },
  (t) => [
    index('substitutions_holder').on(t.holderId).where(sql`${t.endedAt} is null`),
    index('substitutions_substitute').on(t.substituteId).where(sql`${t.endedAt} is null`),
    check('substitutions_dates', sql`${t.validTo} >= ${t.validFrom}`),
    check('substitutions_other', sql`${t.holderId} <> ${t.substituteId}`),
    check('substitutions_paper', sql`length(trim(${t.paper})) > 0`),
    check('substitutions_ended', sql`(${t.endedAt} is null) = (${t.endReason} is null)`),
  ],
);

/** Role of the holder that a substitution covers. */
export const substitutedGrants = pgTable(
  'substituted_grants',
  {
    substitutionId: uuid()
      .notNull()
      .references(() => substitutions.id),
    grantId: uuid()
      .notNull()
      .references(() => roleGrants.id),
  },
  (t) => [
    primaryKey({ columns: [t.substitutionId, t.grantId] }),
    index('substituted_grants_grant').on(t.grantId),
  ],
);
