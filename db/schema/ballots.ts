import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { agendaItems, sessionMembers } from './councils.ts';
import { accounts, people } from './organisation.ts';
import { documents } from './papers.ts';

export const choiceEnum = pgEnum('choice', ['for', 'against', 'abstain']);
export const channelEnum = pgEnum('ballot_channel', ['room', 'remote', 'written']);

const agendaItem = () =>
  uuid()
    .notNull()
    .references(() => agendaItems.id);

/**
 * Ballot (phiếu) whose author is known: of an open vote, or a written opinion, which names its document also where the
 * others vote secretly. Changeable until the session closes.
 */
export const ballots = pgTable(
  'ballots',
  {
    agendaItemId: agendaItem(),
    sessionMemberId: uuid()
      .notNull()
      .references(() => sessionMembers.id),
    choice: choiceEnum().notNull(),
    channel: channelEnum().notNull(),
    /** 1 for the first, one more with each change: who changes a ballot names the one it replaces. */
    version: integer().notNull().default(1),
    documentId: uuid().references((): AnyPgColumn => documents.id),
    castAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agendaItemId, t.sessionMemberId] }),
    check('ballots_version', sql`${t.version} >= 1`),
    check('ballots_written', sql`(${t.channel} = 'written') = (${t.documentId} is not null)`),
  ],
);

/**
 * Ballot in the box (hòm phiếu) of a secret vote that is still open. Without the secret of `BALLOT_SECRET` neither whose
 * it is nor what it says can be told. No row outlives the close.
 */
export const sealedBallots = pgTable(
  'sealed_ballots',
  {
    /** HMAC of member and nomination: the same member finds the same place again. */
    place: bytes().primaryKey(),
    agendaItemId: agendaItem(),
    version: integer().notNull(),
    /** Choice and receipt, AES-256-GCM; every row is equally long. */
    sealed: bytes().notNull(),
  },
  (t) => [
    index('sealed_ballots_item').on(t.agendaItemId),
    check('sealed_ballots_version', sql`${t.version} >= 1`),
    check('sealed_ballots_alike', sql`length(${t.place}) = 32 and length(${t.sealed}) = 39`),
  ],
);

/** Choice taken from a box at its close: a random id, stored in the order of these ids, with nothing of its author or time. */
export const openedBallots = pgTable(
  'opened_ballots',
  { id: uuid().primaryKey(), agendaItemId: agendaItem(), choice: choiceEnum().notNull() },
  (t) => [index('opened_ballots_item').on(t.agendaItemId)],
);

/** `declared` by the member, `ordered` by the chair. */
export const recusalKindEnum = pgEnum('recusal_kind', ['declared', 'ordered']);

/** Recusal (không tham gia biểu quyết): a conflict of interest keeps a member from the vote on one nomination. */
export const recusals = pgTable(
  'recusals',
  {
    agendaItemId: agendaItem(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    kind: recusalKindEnum().notNull(),
    reason: text().notNull(),
    recordedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agendaItemId, t.personId] }),
    check('recusals_reason', sql`length(trim(${t.reason})) > 0`),
  ],
);
