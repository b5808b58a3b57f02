import { type SQL, sql } from 'drizzle-orm';
import { dossiers, tasks } from './schema/index.ts';

/**
 * Condition on `tasks` and an `earlier` task: the two exclude each other's deciders. They are of one instance, or the earlier
 * one of a dossier from which this one's was split off: what was judged there was judged of these nominations as well.
 */
export const excludesDecider: SQL<boolean> = sql<boolean>`earlier.element = any(${tasks.excludeDecidersOf})
  and (earlier.instance_id = ${tasks.instanceId} or earlier.subject_id in (
    with recursive line as (
      select ${dossiers.splitFrom} as id from ${dossiers} where ${dossiers.id} = ${tasks.subjectId}
      union all
      select above.split_from from ${dossiers} as above join line on line.id = above.id
    ) select id from line where id is not null))`;

/**
 * Condition on `tasks`: the account decided one of the tasks whose deciders this one excludes, also if that decision came too
 * late. Four eyes: who has judged a dossier once does not judge it again there.
 */
export const isExcludedDecider = (accountId: string): SQL<boolean> => sql<boolean>`exists (
  select from ${tasks} as earlier where earlier.decided_by = ${accountId} and ${excludesDecider})`;
