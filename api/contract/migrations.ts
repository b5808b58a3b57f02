import { z } from 'zod';
import { fieldError, id, reason, subjectRef } from './common.ts';
import { impactGroup, nodeMapping } from './definitions.ts';

const migration = {
  /** The versions whose running instances are taken over. */
  from: z.array(id).min(1).max(50),
  nodes: z.array(nodeMapping).max(500).default([]),
};

export const checkMigrationsRequest = z.strictObject(migration).meta({ id: 'CheckMigrationsRequest' });

/** What taking them over would do, by where they stand; nothing has been changed. */
export const migrationsCheck = z
  .strictObject({ impact: z.array(impactGroup) })
  .meta({ id: 'MigrationsCheck' });

export const migrationsRequest = z
  .strictObject({
    ...migration,
    reason,
    /** Where the answer before stopped (`next`). */
    after: id.optional(),
  })
  .meta({ id: 'MigrationsRequest' });

/** What came of one instance. `accepted`: its migration is on the way; otherwise `code` and `detail` say why not. */
export const migrationLine = z
  .strictObject({
    instanceId: id,
    subject: subjectRef,
    version: z.int(),
    status: z.enum(['accepted', 'refused']),
    code: z.string().nullable(),
    detail: z.string().nullable(),
    errors: z.array(fieldError),
  })
  .meta({ id: 'MigrationLine' });

/** A line an instance, each of them done by itself. `next` where more are left: ask again with `after`. */
export const migrationsResult = z
  .strictObject({ items: z.array(migrationLine), next: id.nullable() })
  .meta({ id: 'MigrationsResult' });

export type CheckMigrationsRequest = z.infer<typeof checkMigrationsRequest>;
export type MigrationsCheck = z.infer<typeof migrationsCheck>;
export type MigrationsRequest = z.infer<typeof migrationsRequest>;
export type MigrationLine = z.infer<typeof migrationLine>;
export type MigrationsResult = z.infer<typeof migrationsResult>;
