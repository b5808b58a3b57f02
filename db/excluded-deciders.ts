import { type SQL, sql } from 'drizzle-orm';
import { tasks } from './schema/index.ts';

/**
 * Condition on `tasks`: the account decided one of the tasks whose deciders this one excludes, in the same instance, also
 * if that decision came too late. Four eyes: who has judged a dossier once does not judge it again there.
 */
export const isExcludedDecider = (accountId: string): SQL<boolean> => sql<boolean>`exists (
  select from ${tasks} as earlier
  where earlier.instance_id = ${tasks.instanceId} and earlier.element = any(${tasks.excludeDecidersOf})
    and earlier.decided_by = ${accountId})`;
