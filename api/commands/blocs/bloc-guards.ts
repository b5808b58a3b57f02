import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { blocMembers, blocYears, tasks } from '../../../db/schema/index.ts';
import { ApiError } from '../../errors.ts';
import type { BlocMemberRow, BlocYear } from '../../policies/blocs.ts';
import type { TaskRow } from '../../policies/tasks.ts';

/**
 * Locks a year against everybody else who changes it, and reads it anew; `version` is the one that the person saw.
 * @throws ApiError bloc_year_not_found, version_conflict
 */
export async function lockBlocYear(tx: Executor, blocYearId: string, version?: number): Promise<BlocYear> {
  const [blocYear] = await tx.select().from(blocYears).where(eq(blocYears.id, blocYearId)).for('update');
  if (!blocYear) throw new ApiError('bloc_year_not_found');
  if (version !== undefined && blocYear.version !== version) throw new ApiError('version_conflict');
  return blocYear;
}

/** @throws ApiError bloc_year_not_draft */
export function requireDraft({ status }: Pick<BlocYear, 'status'>): void {
  if (status !== 'draft') throw new ApiError('bloc_year_not_draft');
}

/** What is written counts the year's version up. */
export const nextVersion = sql`${blocYears.version} + 1`;

/** Members of a year in the order of its papers. */
export function membersOf(db: Executor, blocYearId: string): Promise<BlocMemberRow[]> {
  return db
    .select()
    .from(blocMembers)
    .where(eq(blocMembers.blocYearId, blocYearId))
    .orderBy(asc(blocMembers.position));
}

/** @throws ApiError bloc_unit_not_member */
export async function memberOf(db: Executor, blocYearId: string, unitId: string): Promise<BlocMemberRow> {
  const [member] = await db
    .select()
    .from(blocMembers)
    .where(and(eq(blocMembers.blocYearId, blocYearId), eq(blocMembers.unitId, unitId)));
  if (!member) throw new ApiError('bloc_unit_not_member');
  return member;
}

/** The open task of an element of the year's process that a unit is asked for; undefined where it is not asked, or no longer. */
export async function askedTask(
  db: Executor,
  { instanceId }: Pick<BlocYear, 'instanceId'>,
  element: string,
  unitId: string,
): Promise<TaskRow | undefined> {
  if (instanceId === null) return undefined;
  const [task] = await db
    .select()
    .from(tasks)
    .where(
      and(
        eq(tasks.instanceId, instanceId),
        eq(tasks.element, element),
        eq(tasks.candidateUnitId, unitId),
        inArray(tasks.status, ['open', 'claimed']),
      ),
    )
    .limit(1);
  return task;
}
