import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { roleModelConsents, roleModels } from './schema/index.ts';

/** Process of a role model, and the elements of its model that code looks for. */
export const roleModelProcess = 'role-model';
export const roleModelElements = { revise: 'revise-model', consent: 'obtain-consent' } as const;

/** Condition on `role_models`: everybody may read it. Whether it is shown follows from this alone and is stored nowhere. */
export const isPublic: SQL<boolean> = sql<boolean>`(${roleModels.status} = 'approved' and exists (
  select from ${roleModelConsents} where ${and(eq(roleModelConsents.roleModelId, roleModels.id), isNull(roleModelConsents.withdrawnAt))}))`;
