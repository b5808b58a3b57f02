import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Pause } from '../engine/types.ts';
import type { Executor } from './client.ts';
import {
  dossierHolds,
  dossiers,
  type levelEnum,
  postingComments,
  processInstances,
  publicPostings,
  tasks,
} from './schema/index.ts';

type Level = (typeof levelEnum.enumValues)[number];

/** Whether the dossier was posted before the council of the level: never, still is, or to the end of the window. */
export async function postingBefore(
  db: Executor,
  dossierId: string,
  level: Level,
): Promise<'none' | 'running' | 'ended'> {
  const postings = await db
    .select({ endedAt: publicPostings.endedAt })
    .from(publicPostings)
    .where(and(eq(publicPostings.dossierId, dossierId), eq(publicPostings.level, level)));
  if (postings.length === 0) return 'none';
  return postings.some(({ endedAt }) => endedAt !== null) ? 'ended' : 'running';
}

/** Condition on `public_postings`, joined with `dossiers` and `process_instances`: shown in public, unless its window is over. */
export const isShown = and(
  isNull(publicPostings.endedAt),
  inArray(dossiers.status, ['running', 'returned', 'on_hold']),
  eq(processInstances.status, 'running'),
);

/** When the clocks of a dossier stood still since `since`, in order; part of a statement on `dossiers`. */
export const pausesOfDossier = (since: SQL): SQL<Pause[]> => sql<Pause[]>`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'from', to_char(greatest(${dossierHolds.heldAt}, ${since}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'to', to_char(${dossierHolds.resumedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  ) order by ${dossierHolds.heldAt}), '[]')
  from ${dossierHolds} where ${dossierHolds.dossierId} = ${dossiers.id}
    and (${dossierHolds.resumedAt} is null or ${dossierHolds.resumedAt} > ${since}))`;

/**
 * Condition on `tasks`: it sums up the comments on a posting of its dossier, and some of them still wait for moderation.
 * Nobody concludes on what nobody has read.
 */
export const awaitsModeration: SQL<boolean> = sql<boolean>`(${tasks.element} = 'summarise-posting' and exists (
  select from ${postingComments} join ${publicPostings} on ${publicPostings.id} = ${postingComments.postingId}
  where ${publicPostings.dossierId} = ${tasks.subjectId} and ${postingComments.status} = 'held'))`;
