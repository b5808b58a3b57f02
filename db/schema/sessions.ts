import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Json } from '../../engine/types.ts';
import { id, instant } from './columns.ts';
import { agendaItems, sessions } from './councils.ts';
import { accounts, people } from './organisation.ts';
import { documents, numberSeries } from './papers.ts';

const session = () =>
  uuid()
    .notNull()
    .references(() => sessions.id);
const account = () =>
  uuid()
    .notNull()
    .references(() => accounts.id);

/**
 * Declaration (khai báo xung đột lợi ích): the member has gone through the agenda before the papers open. Conflicts that were
 * declared are recusals of the items concerned.
 */
export const conflictDeclarations = pgTable(
  'conflict_declarations',
  {
    sessionId: session(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    declaredAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.personId] })],
);

/** Note of the minutes: the discussion of one item, or what the chair concluded where it names none. */
export const sessionNotes = pgTable(
  'session_notes',
  {
    id: id(),
    sessionId: session(),
    agendaItemId: uuid().references(() => agendaItems.id),
    text: text().notNull(),
    /** 1 for the first text, one more with each change: who changes it names the one that was read. */
    version: integer().notNull().default(1),
    writtenBy: account(),
    writtenAt: instant().notNull(),
  },
  (t) => [
    unique('session_notes_once').on(t.sessionId, t.agendaItemId).nullsNotDistinct(),
    check('session_notes_version', sql`${t.version} >= 1`),
  ],
);

/**
 * Invitation to a meeting (giấy mời), letter that asks for written opinions (công văn lấy ý kiến), minutes (biên bản họp), ballot-count
 * record (biên bản kiểm phiếu), extract for one subject (trích biên bản).
 */
export const sessionPaperKindEnum = pgEnum('session_paper_kind', [
  'invitation',
  'minutes',
  'ballot_record',
  'extract',
  'circulation_letter',
]);

/**
 * Paper of a session. It is made and numbered in one step of the session's process; what is printed comes from `content`, so it
 * can be printed again. Minutes that the chair sent back keep their number and get new content; a session that is put off gets
 * a new invitation or letter.
 */
export const sessionPapers = pgTable(
  'session_papers',
  {
    id: id(),
    sessionId: session(),
    kind: sessionPaperKindEnum().notNull(),
    /** Dossier or other subject that an extract is for. */
    subjectId: uuid(),
    /** 1 for the first invitation or letter, 2 for the one after a postponement; 1 for every other paper. */
    edition: integer().notNull().default(1),
    seriesId: uuid()
      .notNull()
      .references(() => numberSeries.id),
    number: integer().notNull(),
    /** Full symbol as printed, e.g. `01/BB-HĐTĐKT`. */
    symbol: text().notNull(),
    issuedOn: date().notNull(),
    content: jsonb().$type<{ [field: string]: Json }>().notNull(),
    /** SHA-256 of the content, hex: what a signature names. */
    contentHash: text().notNull(),
    documentId: uuid().references(() => documents.id),
    /** SHA-256 of what the document shows: the content with its signatures. Null until it is printed. */
    printedHash: text(),
  },
  (t) => [
    unique('session_papers_once').on(t.sessionId, t.kind, t.subjectId, t.edition).nullsNotDistinct(),
    uniqueIndex('session_papers_number').on(t.seriesId, t.number),
    check('session_papers_extract', sql`(${t.kind} = 'extract') = (${t.subjectId} is not null)`),
    check('session_papers_edition', sql`${t.edition} >= 1`),
    check('session_papers_printed', sql`(${t.documentId} is null) = (${t.printedHash} is null)`),
  ],
);

export const signingCapacityEnum = pgEnum('signing_capacity', ['secretary', 'chair']);

/** Signature (ký) under a session's paper: an act of an account on the content of that hash. It holds while the paper says that. */
export const sessionSignatures = pgTable(
  'session_signatures',
  {
    paperId: uuid().notNull(),
    capacity: signingCapacityEnum().notNull(),
    contentHash: text().notNull(),
    accountId: account(),
    /** Whom the signer substituted; empty where they signed for themselves. */
    signedForId: uuid().references(() => accounts.id),
    signedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.paperId, t.capacity, t.contentHash] }),
    foreignKey({
      name: 'session_signatures_paper',
      columns: [t.paperId],
      foreignColumns: [sessionPapers.id],
    }),
  ],
);
