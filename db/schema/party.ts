import { sql } from 'drizzle-orm';
import { check, date, index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { nominations } from './dossiers.ts';
import { levelEnum } from './enums.ts';
import { accounts, people } from './organisation.ts';
import { documents } from './papers.ts';

/** A person whom a Party committee manages (diện cấp ủy quản lý), from one day to another. */
export const partyManagement = pgTable(
  'party_management',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** Level of the committee: its opinion stands before the act of that level's head. */
    level: levelEnum().notNull(),
    /** The committee's name. */
    committee: text().notNull(),
    validFrom: date().notNull(),
    validTo: date(),
    /** The paper it rests on, as cited. */
    source: text().notNull(),
    recordedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    recordedAt: instant().notNull(),
  },
  (t) => [
    index('party_management_person').on(t.personId),
    check('party_management_dates', sql`${t.validTo} is null or ${t.validTo} >= ${t.validFrom}`),
    check('party_management_texts', sql`length(trim(${t.committee})) > 0 and length(trim(${t.source})) > 0`),
  ],
);

export const partyOutcomeEnum = pgEnum('party_outcome', ['agree', 'disagree']);

/** Opinion of a Party committee (ý kiến cấp ủy) on a nomination, by a paper. Nothing is overwritten: the newest of a level counts. */
export const partyOpinions = pgTable(
  'party_opinions',
  {
    id: id(),
    nominationId: uuid()
      .notNull()
      .references(() => nominations.id),
    level: levelEnum().notNull(),
    committee: text().notNull(),
    /** Number and symbol of the paper, as the committee writes it. */
    symbol: text().notNull(),
    issuedOn: date().notNull(),
    outcome: partyOutcomeEnum().notNull(),
    comment: text(),
    /** The paper itself, uploaded. */
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    recordedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    recordedAt: instant().notNull(),
  },
  (t) => [
    index('party_opinions_nomination').on(t.nominationId, t.level, t.recordedAt),
    check('party_opinions_paper', sql`length(trim(${t.symbol})) > 0 and length(trim(${t.committee})) > 0`),
    check(
      'party_opinions_comment',
      sql`${t.outcome} = 'agree' or length(trim(coalesce(${t.comment}, ''))) > 0`,
    ),
  ],
);
