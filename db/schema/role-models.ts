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
import { blocYears } from './blocs.ts';
import { id, instant } from './columns.ts';
import { ledgerAwards } from './ledger.ts';
import { accounts, people, units } from './organisation.ts';
import { documents } from './papers.ts';
import { processInstances } from './processes.ts';

/** `approved`: may be shown as far as a consent in force goes; whether it is shown is not stored. */
export const roleModelStatusEnum = pgEnum('role_model_status', [
  'draft',
  'running',
  'approved',
  'rejected',
  'retired',
]);

/** Role model (điển hình tiên tiến): a person or collective whose example is made known, proposed by a unit or for a bloc. */
export const roleModels = pgTable(
  'role_models',
  {
    id: id(),
    /** Readable code, e.g. `DHTT-2026-1`. */
    code: text().notNull(),
    /** Proposing unit. */
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    /** Bloc's year for which it is proposed; null for a unit's own. */
    blocYearId: uuid().references(() => blocYears.id),
    personId: uuid().references(() => people.id),
    collectiveId: uuid().references(() => units.id),
    /** Name and post as they stood when it was proposed. */
    name: text().notNull(),
    post: text().notNull().default(''),
    year: integer().notNull(),
    title: text().notNull(),
    /** Field of work (lĩnh vực). */
    field: text().notNull(),
    story: text().notNull(),
    status: roleModelStatusEnum().notNull().default('draft'),
    /** Unit whose standing body reviews it; known once it is submitted. */
    reviewerId: uuid().references(() => units.id),
    instanceId: uuid().references(() => processInstances.id),
    /** Why it was rejected or retired. */
    endReason: text(),
    approvedAt: instant(),
    /** Compare-and-set counter. */
    version: integer().notNull().default(1),
    createdBy: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('role_models_code').on(t.code),
    uniqueIndex('role_models_instance').on(t.instanceId),
    index('role_models_unit').on(t.unitId),
    check('role_models_one_subject', sql`(${t.personId} is null) <> (${t.collectiveId} is null)`),
    check(
      'role_models_started',
      sql`(${t.status} = 'draft') = (${t.instanceId} is null) and (${t.instanceId} is null) = (${t.reviewerId} is null)`,
    ),
    check(
      'role_models_approved',
      sql`(${t.status} in ('approved','retired')) = (${t.approvedAt} is not null)`,
    ),
    check(
      'role_models_end_reason',
      sql`(${t.status} in ('rejected','retired')) = (length(trim(coalesce(${t.endReason}, ''))) > 0)`,
    ),
  ],
);

/** Awards of the ledger that the example rests on; one that is revoked or struck out is no longer shown. */
export const roleModelAwards = pgTable(
  'role_model_awards',
  {
    roleModelId: uuid()
      .notNull()
      .references(() => roleModels.id),
    ledgerAwardId: uuid()
      .notNull()
      .references(() => ledgerAwards.id),
  },
  (t) => [
    primaryKey({ columns: [t.roleModelId, t.ledgerAwardId] }),
    index('role_model_awards_award').on(t.ledgerAwardId),
  ],
);

/** What of a role model may be made public, each by its own consent. */
export const consentFieldEnum = pgEnum('consent_field', ['name', 'post', 'unit', 'story', 'awards']);

/**
 * Consent (đồng ý công khai) of the person, or of the head of the collective: given by their own account, or on a paper that the
 * proposing unit keeps. Once withdrawn it stays on record and shows nothing.
 */
export const roleModelConsents = pgTable(
  'role_model_consents',
  {
    id: id(),
    roleModelId: uuid()
      .notNull()
      .references(() => roleModels.id),
    fields: consentFieldEnum().array().notNull(),
    /** The signed paper; null where the person consented by their own account. */
    documentId: uuid().references(() => documents.id),
    recordedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    givenAt: instant().notNull(),
    withdrawnBy: uuid().references(() => accounts.id),
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex('role_model_consents_in_force').on(t.roleModelId).where(sql`${t.withdrawnAt} is null`),
    check('role_model_consents_fields', sql`cardinality(${t.fields}) > 0`),
    check(
      'role_model_consents_withdrawn',
      sql`(${t.withdrawnAt} is null) = (${t.withdrawnBy} is null) and ${t.withdrawnAt} >= ${t.givenAt}`,
    ),
  ],
);
