import { and, asc, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import { namedMembers } from '../../db/blocs/named.ts';
import {
  awards,
  blocHandovers,
  blocMembers,
  blocYears,
  councils,
  emulationBlocs,
} from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { BlocDetail, BlocHandover, BlocSummary, BlocYearSummary } from '../contract/blocs.ts';
import { ApiError } from '../errors.ts';
import { blocVisibleTo, organises, visibleBloc } from '../policies/blocs.ts';
import { type Page, rowsOf } from './paging.ts';
import { unitAs, unitRefs } from './references.ts';

/** Blocs that the account may read, by name. */
export async function findBlocs(context: CommandContext, page: Page) {
  const where = blocVisibleTo(context.actor, context.today);
  const [items, [total]] = await Promise.all([
    selectBlocs(context, where, page),
    context.db
      .select({ count: count() })
      .from(emulationBlocs)
      .innerJoin(councils, eq(councils.id, emulationBlocs.councilId))
      .where(where),
  ]);
  return { items, total: total?.count ?? 0 };
}

/** @throws ApiError bloc_not_found */
export async function getBloc(context: CommandContext, blocId: string): Promise<BlocDetail> {
  const { organiserId } = await visibleBloc(context, blocId);
  const [[bloc], years, handovers] = await Promise.all([
    selectBlocs(context, eq(emulationBlocs.id, blocId), { page: 1, pageSize: 1 }),
    selectYears(context, eq(blocYears.blocId, blocId)),
    selectHandovers(context, eq(blocYears.blocId, blocId)),
  ]);
  if (!bloc) throw new ApiError('bloc_not_found');
  return {
    ...bloc,
    years: years.map(({ blocId: _, ...year }) => year),
    handovers,
    flagHolder: handovers.find(({ kind }) => kind === 'flag')?.to ?? null,
    can: { organise: organises(context.actor, organiserId) },
  };
}

async function selectBlocs(
  context: CommandContext,
  where: SQL | undefined,
  page: Page,
): Promise<BlocSummary[]> {
  const organiser = unitAs('organiser');
  const rows = await context.db
    .select({
      id: emulationBlocs.id,
      kind: emulationBlocs.kind,
      name: emulationBlocs.name,
      council: { id: councils.id, name: councils.name },
      organiser: organiser.columns,
      flagCode: awards.code,
      flagNameVi: awards.nameVi,
      flagNameEn: awards.nameEn,
    })
    .from(emulationBlocs)
    .innerJoin(councils, eq(councils.id, emulationBlocs.councilId))
    .innerJoin(organiser.unit, eq(organiser.unit.id, councils.unitId))
    .innerJoin(awards, eq(awards.code, emulationBlocs.flagCode))
    .where(where)
    .orderBy(asc(emulationBlocs.name))
    .limit(rowsOf(page).limit)
    .offset(rowsOf(page).offset);
  const newest = await selectYears(
    context,
    sql`${blocYears.id} in (select distinct on (bloc_id) id from bloc_years order by bloc_id, year desc)`,
  );
  const byBloc = new Map(newest.map(({ blocId, ...year }) => [blocId, year]));
  return rows.map((row) => ({ ...row, newest: byBloc.get(row.id) ?? null }));
}

/** Years as lists show them, each with its bloc, the newest first. */
export async function selectYears(
  { db }: Pick<CommandContext, 'db'>,
  where: SQL | undefined,
): Promise<(BlocYearSummary & { blocId: string })[]> {
  const leader = unitAs('leader');
  const rows = await db
    .select({
      id: blocYears.id,
      blocId: blocYears.blocId,
      code: blocYears.code,
      year: blocYears.year,
      status: blocYears.status,
      leader: leader.columns,
      members: sql<number>`(select count(*)::int from bloc_members m where m.bloc_year_id = ${blocYears.id})`,
    })
    .from(blocYears)
    .innerJoin(blocMembers, and(eq(blocMembers.blocYearId, blocYears.id), eq(blocMembers.role, 'leader')))
    .innerJoin(leader.unit, eq(leader.unit.id, blocMembers.unitId))
    .where(where)
    .orderBy(desc(blocYears.year));
  const named = await namedMembers(
    db,
    rows.map(({ id }) => id),
  );
  const refer = await unitRefs(
    db,
    named.map(({ unitId }) => unitId),
  );
  return rows.map((row) => ({
    ...row,
    named: named.flatMap(({ blocYearId, unitId }) => (blocYearId === row.id ? refer(unitId) : [])),
  }));
}

/** What was handed over, the newest first. */
export async function selectHandovers(
  { db }: Pick<CommandContext, 'db'>,
  where: SQL | undefined,
): Promise<BlocHandover[]> {
  const giver = unitAs('giver');
  const receiver = unitAs('receiver');
  return db
    .select({
      kind: blocHandovers.kind,
      year: blocYears.year,
      from: giver.columns,
      to: receiver.columns,
      handedOn: blocHandovers.handedOn,
      place: blocHandovers.place,
      givenBy: blocHandovers.givenBy,
      receivedBy: blocHandovers.receivedBy,
    })
    .from(blocHandovers)
    .innerJoin(blocYears, eq(blocYears.id, blocHandovers.blocYearId))
    .leftJoin(giver.unit, eq(giver.unit.id, blocHandovers.fromUnitId))
    .innerJoin(receiver.unit, eq(receiver.unit.id, blocHandovers.toUnitId))
    .where(where)
    .orderBy(desc(blocYears.year), asc(blocHandovers.kind));
}
