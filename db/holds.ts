import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { dossierHolds, tasks } from './schema/index.ts';

/** Condition on `dossier_holds`: the hold of the dossier that lasts. */
export const lastingHold = (dossierId: string): SQL | undefined =>
  and(eq(dossierHolds.dossierId, dossierId), isNull(dossierHolds.resumedAt));

/** Condition on `tasks`: its dossier is on hold. */
export const isOnHold: SQL<boolean> = sql`exists (select from ${dossierHolds}
  where ${dossierHolds.dossierId} = ${tasks.subjectId} and ${dossierHolds.resumedAt} is null)`;
