import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { RuleDifference } from '../../domain/law/differences.ts';
import type { Overlay } from '../../domain/law/overlay.ts';
import { ruleSets } from './awards.ts';
import { id, instant } from './columns.ts';
import { dossiers } from './dossiers.ts';
import { levelEnum } from './enums.ts';
import { officePapers } from './office-papers.ts';
import { accounts, units } from './organisation.ts';

/**
 * Overlay (quy định riêng): values of its own that a unit lays over the national set for itself and the units below it. Of a
 * unit's overlays the one that began last holds. One that binds a dossier keeps its content (trigger `overlays_no_change`).
 */
export const overlays = pgTable(
  'overlays',
  {
    id: id(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    effectiveFrom: date().notNull(),
    effectiveTo: date(),
    content: jsonb().$type<Overlay>().notNull(),
    /** The regulation that put it in force; null where an administrator entered it. */
    paperId: uuid().references(() => officePapers.id),
    /** Goes up with every change, so that nobody changes what they have not seen. */
    version: integer().notNull().default(1),
    createdBy: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('overlays_start').on(t.unitId, t.effectiveFrom),
    uniqueIndex('overlays_paper').on(t.paperId),
    check('overlays_dates', sql`${t.effectiveTo} is null or ${t.effectiveTo} >= ${t.effectiveFrom}`),
  ],
);

/** Why a dossier came to be bound: its start, its receipt for appraisal, or a newer law that is more favourable. */
export const bindingBasisEnum = pgEnum('binding_basis', ['start', 'receipt', 'more_favourable']);

/** Binding of a dossier to a rule-set. The newest holds; rows are only added. */
export const ruleSetBindings = pgTable(
  'rule_set_bindings',
  {
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    /** From 1, in the order in which they came. */
    number: integer().notNull(),
    ruleSetId: text()
      .notNull()
      .references(() => ruleSets.id),
    basis: bindingBasisEnum().notNull(),
    /** Level of the body that received it; for a receipt only. */
    level: levelEnum(),
    /** What the set says differently about the award than the one before. */
    differences: jsonb().$type<RuleDifference[]>().notNull().default([]),
    /** Who bound it; null where the process did. */
    accountId: uuid().references(() => accounts.id),
    reason: text(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.dossierId, t.number] }),
    uniqueIndex('rule_set_bindings_start').on(t.dossierId).where(sql`${t.basis} = 'start'`),
    uniqueIndex('rule_set_bindings_receipt').on(t.dossierId).where(sql`${t.basis} = 'receipt'`),
    check('rule_set_bindings_number', sql`${t.number} > 0`),
    check('rule_set_bindings_level', sql`(${t.basis} = 'receipt') = (${t.level} is not null)`),
    check(
      'rule_set_bindings_reason',
      sql`${t.basis} <> 'more_favourable' or (${t.accountId} is not null and length(trim(coalesce(${t.reason}, ''))) > 0)`,
    ),
  ],
);

/** Overlays that belong to a binding, the widest unit's first. */
export const ruleSetBindingOverlays = pgTable(
  'rule_set_binding_overlays',
  {
    dossierId: uuid().notNull(),
    number: integer().notNull(),
    position: integer().notNull(),
    overlayId: uuid()
      .notNull()
      .references(() => overlays.id),
  },
  (t) => [
    primaryKey({ columns: [t.dossierId, t.number, t.position] }),
    foreignKey({
      name: 'rule_set_binding_overlays_binding',
      columns: [t.dossierId, t.number],
      foreignColumns: [ruleSetBindings.dossierId, ruleSetBindings.number],
    }),
    index('rule_set_binding_overlays_overlay').on(t.overlayId),
  ],
);
