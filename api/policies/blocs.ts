import { eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { blocMembers, blocYears, councils, documents, emulationBlocs } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { type Actor, unitsOfRoles } from './actor.ts';
import { councilVisibleTo } from './councils.ts';
import { coversUnit, unitRoles, unitsBelow } from './places.ts';

export type Bloc = typeof emulationBlocs.$inferSelect;
export type BlocYear = typeof blocYears.$inferSelect;
export type BlocMemberRow = typeof blocMembers.$inferSelect;

/** Who reads, in a transaction or outside one. */
type Reader = Pick<CommandContext, 'actor' | 'today'> & { db: Executor };

/** A year with its bloc and the unit that organises it. */
export interface YearOfBloc {
  bloc: Bloc;
  blocYear: BlocYear;
  organiserId: string;
}

/**
 * Condition on `emulation_blocs` joined with `councils`: may the actor read it? Whoever may read its council, has a role on the unit
 * that organises it or above, or on a unit that is a member in any year.
 */
export function blocVisibleTo(actor: Actor, today: string): SQL | undefined {
  const held = unitsBelow(unitsOfRoles(actor, unitRoles));
  return or(
    councilVisibleTo(actor, today),
    inArray(councils.unitId, held),
    sql`exists (select from ${blocMembers} join ${blocYears} on ${blocYears.id} = ${blocMembers.blocYearId}
      where ${blocYears.blocId} = ${emulationBlocs.id} and ${blocMembers.unitId} in ${held})`,
  );
}

/** The standing body of the unit that organises the bloc: its appraisers. */
export const organises = (actor: Actor, organiserId: string): boolean =>
  unitsOfRoles(actor, ['appraiser']).includes(organiserId);

/** @throws ApiError bloc_not_found */
export async function visibleBloc(
  { db, actor, today }: Reader,
  blocId: string,
): Promise<{ bloc: Bloc; organiserId: string }> {
  const [row] = await db
    .select({ bloc: emulationBlocs, organiserId: councils.unitId })
    .from(emulationBlocs)
    .innerJoin(councils, eq(councils.id, emulationBlocs.councilId))
    .where(sql`${emulationBlocs.id} = ${blocId} and (${blocVisibleTo(actor, today)})`);
  if (!row) throw new ApiError('bloc_not_found');
  return row;
}

/** @throws ApiError bloc_year_not_found */
export async function visibleBlocYear({ db, actor, today }: Reader, blocYearId: string): Promise<YearOfBloc> {
  const [row] = await db
    .select({ bloc: emulationBlocs, blocYear: blocYears, organiserId: councils.unitId })
    .from(blocYears)
    .innerJoin(emulationBlocs, eq(emulationBlocs.id, blocYears.blocId))
    .innerJoin(councils, eq(councils.id, emulationBlocs.councilId))
    .where(sql`${blocYears.id} = ${blocYearId} and (${blocVisibleTo(actor, today)})`);
  if (!row) throw new ApiError('bloc_year_not_found');
  return row;
}

/** May the actor write what is the bloc's own: whoever organises it, or a clerk of the year's leader. */
export async function writesBlocYear(
  { db, actor }: Pick<Reader, 'db' | 'actor'>,
  { blocYear, organiserId }: YearOfBloc,
): Promise<boolean> {
  if (organises(actor, organiserId)) return true;
  const [leader] = await db
    .select({ unitId: blocMembers.unitId })
    .from(blocMembers)
    .where(sql`${blocMembers.blocYearId} = ${blocYear.id} and ${blocMembers.role} = 'leader'`);
  return leader !== undefined && coversUnit(db, actor, ['clerk'], leader.unitId);
}

/** The year, for a command of whoever writes it. @throws ApiError bloc_year_not_found, forbidden */
export async function writtenBlocYear(context: Reader, blocYearId: string): Promise<YearOfBloc> {
  const found = await visibleBlocYear(context, blocYearId);
  if (!(await writesBlocYear(context, found))) throw new ApiError('forbidden');
  return found;
}

/** Condition on `documents`: is it a paper of a bloc's year that the actor may read, as the signed pledge? */
export function isPaperOfVisibleBloc(actor: Actor, today: string): SQL {
  return sql`exists (select from ${blocYears} join ${emulationBlocs} on ${emulationBlocs.id} = ${blocYears.blocId}
    join ${councils} on ${councils.id} = ${emulationBlocs.councilId}
    where ${blocYears.id} = ${documents.subjectId} and (${blocVisibleTo(actor, today)}))`;
}
