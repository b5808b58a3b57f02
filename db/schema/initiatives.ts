import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { ruleSets } from './awards.ts';
import { id, instant } from './columns.ts';
import { scopeEnum } from './enums.ts';
import { accounts, people, units } from './organisation.ts';
import { processInstances } from './processes.ts';

/** What is applied for: an initiative (sáng kiến), or a research project (đề tài nghiên cứu khoa học). */
export const initiativeKindEnum = pgEnum('initiative_kind', ['initiative', 'research']);

export const initiativeStatusEnum = pgEnum('initiative_status', [
  'draft',
  'running',
  'returned',
  'recognised',
  'refused',
  'withdrawn',
]);

/**
 * Application (đơn yêu cầu công nhận sáng kiến): authors register what they made and ask for it to be recognised with a scope.
 * Once recognised, each author has it as a line of the ledger.
 */
export const initiativeApplications = pgTable(
  'initiative_applications',
  {
    id: id(),
    /** Readable code, e.g. `SK-2026-000012`. */
    code: text().notNull(),
    /** Unit that registers it. */
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    kind: initiativeKindEnum().notNull(),
    name: text().notNull(),
    /** Year in which it was first applied. */
    year: integer().notNull(),
    /** Field of work (lĩnh vực áp dụng). */
    field: text().notNull(),
    summary: text().notNull(),
    requestedScope: scopeEnum().notNull(),
    status: initiativeStatusEnum().notNull().default('draft'),
    /** Scope it was recognised with. */
    scope: scopeEnum(),
    ruleSetId: text().references(() => ruleSets.id),
    instanceId: uuid().references(() => processInstances.id),
    createdBy: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: instant().notNull(),
    submittedAt: instant(),
    /** Why it was refused or withdrawn; empty otherwise. */
    endReason: text(),
    /** Goes up with every change, so that nobody changes what they have not seen. */
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('initiative_applications_code').on(t.code),
    uniqueIndex('initiative_applications_instance').on(t.instanceId),
    index('initiative_applications_unit').on(t.unitId, t.status),
    check('initiative_applications_year', sql`${t.year} between 1945 and 2200`),
    check(
      'initiative_applications_started',
      sql`(${t.status} = 'draft') = (${t.instanceId} is null) and (${t.instanceId} is null) = (${t.ruleSetId} is null) and (${t.instanceId} is null) = (${t.submittedAt} is null)`,
    ),
    check('initiative_applications_scope', sql`(${t.status} = 'recognised') = (${t.scope} is not null)`),
    check(
      'initiative_applications_end_reason',
      sql`${t.status} not in ('refused','withdrawn') or length(trim(coalesce(${t.endReason}, ''))) > 0`,
    ),
  ],
);

/** Author (tác giả, đồng tác giả) with the share of the work; the shares of an application that was handed in sum to 100. */
export const initiativeAuthors = pgTable(
  'initiative_authors',
  {
    applicationId: uuid()
      .notNull()
      .references(() => initiativeApplications.id),
    /** Position in the list, from 1. */
    seq: integer().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** Percent of the work, a whole number. */
    sharePercent: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.personId] }),
    uniqueIndex('initiative_authors_seq').on(t.applicationId, t.seq),
    index('initiative_authors_person').on(t.personId),
    check('initiative_authors_share', sql`${t.sharePercent} between 1 and 100`),
  ],
);
