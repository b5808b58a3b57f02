import { and, asc, count, desc, eq, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import {
  people,
  personMatches,
  positions,
  type UnitValues,
  unitChanges,
  units,
} from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { AdministeredUnitDetail, StaffDetail, UnitChange } from '../contract/organisation.ts';
import { ApiError } from '../errors.ts';
import {
  administeredUnits,
  peopleOfUnits,
  requireAdmin,
  requireAdministeredUnit,
  requirePersonOfUnits,
} from '../policies/organisation.ts';
import { unitsBelow } from '../policies/places.ts';
import { contains, type Page, rowsOf } from './paging.ts';
import { personAs, unitAs, unitRefs } from './references.ts';
import { accountsOf } from './staff-accounts.ts';

const holdsOn = (today: string): SQL | undefined =>
  and(lte(positions.validFrom, today), or(isNull(positions.validTo), gte(positions.validTo, today)));

const unitColumns = (today: string) => ({
  id: units.id,
  parentId: units.parentId,
  code: units.code,
  name: units.name,
  nameEn: units.nameEn,
  kind: units.kind,
  level: units.level,
  isStandingBody: units.isStandingBody,
  paperSymbol: units.paperSymbol,
  validFrom: units.validFrom,
  validTo: units.validTo,
  // Names its tables itself: columns of a list without joins are written without theirs.
  people: sql<number>`(select count(distinct p.person_id)::int from positions p where p.unit_id = "units"."id"
    and p.valid_from <= ${today} and coalesce(p.valid_to >= ${today}, true))`,
});

/** Units that the actor administers, by code; those that are no more only where they are asked for. @throws ApiError forbidden */
export async function findAdministeredUnits(
  { db, actor, today }: CommandContext,
  { q, ended, ...page }: Page & { q?: string | undefined; ended?: 'true' | 'false' | undefined },
) {
  requireAdmin({ actor });
  const where = and(
    inArray(units.id, administeredUnits(actor)),
    ended === 'true' ? undefined : or(isNull(units.validTo), gte(units.validTo, today)),
    q ? contains(q, units.code, units.name, units.nameEn) : undefined,
  );
  const { limit, offset } = rowsOf(page);
  const [items, [total]] = await Promise.all([
    db
      .select(unitColumns(today))
      .from(units)
      .where(where)
      .orderBy(asc(units.code))
      .limit(limit)
      .offset(offset),
    db.select({ count: count() }).from(units).where(where),
  ]);
  return { items, total: total?.count ?? 0 };
}

/** A unit with what changed in its life. @throws ApiError unit_not_found, forbidden */
export async function getAdministeredUnit(
  context: CommandContext,
  unitId: string,
): Promise<AdministeredUnitDetail> {
  const { db, today } = context;
  await requireAdministeredUnit(context, unitId);
  const decider = personAs('decider');
  const [[unit], changes] = await Promise.all([
    db.select(unitColumns(today)).from(units).where(eq(units.id, unitId)),
    db
      .select({ change: unitChanges, decidedBy: decider.columns })
      .from(unitChanges)
      .innerJoin(decider.account, eq(decider.account.id, unitChanges.decidedBy))
      .innerJoin(decider.person, eq(decider.person.id, decider.account.personId))
      .where(eq(unitChanges.unitId, unitId))
      .orderBy(desc(unitChanges.effectiveOn), desc(unitChanges.decidedAt)),
  ]);
  if (!unit) throw new ApiError('unit_not_found');
  const parentIds = changes.flatMap(({ change }) => [change.changed.parentId, change.before?.parentId]);
  const refer = await unitRefs(
    db,
    [unit.parentId, ...parentIds].filter((parentId) => typeof parentId === 'string'),
  );
  const inWords = (field: keyof UnitValues, values: UnitValues | null): string | null => {
    const value = values?.[field] ?? null;
    if (value === null) return null;
    return field === 'parentId' ? refer(String(value)).name : String(value);
  };
  return {
    ...unit,
    parent: unit.parentId === null ? null : refer(unit.parentId),
    changes: changes.map(
      ({ change: { id, effectiveOn, changed, before, reason, ...change }, decidedBy }): UnitChange => ({
        id,
        effectiveOn,
        fields: (Object.keys(changed) as (keyof UnitValues)[]).map((field) => ({
          field,
          from: inWords(field, before),
          to: inWords(field, changed),
        })),
        reason,
        decidedBy,
        decidedAt: change.decidedAt.toISOString(),
        status: change.withdrawnAt ? 'withdrawn' : change.appliedAt ? 'applied' : 'pending',
      }),
    ),
  };
}

export interface StaffQuery extends Page {
  unitId?: string | undefined;
  q?: string | undefined;
  former?: 'true' | 'false' | undefined;
}

/** People whom the actor administers, by name, each with the newest post of today and the account in use. @throws ApiError forbidden */
export async function findStaff(
  { db, actor, today }: CommandContext,
  { unitId, q, former, ...page }: StaffQuery,
) {
  requireAdmin({ actor });
  const unit = unitAs('post_unit');
  const inUnit = unitId === undefined ? undefined : inArray(positions.unitId, unitsBelow([unitId]));
  const post = db
    .selectDistinctOn([positions.personId], {
      personId: positions.personId,
      title: positions.title,
      unitId: positions.unitId,
    })
    .from(positions)
    .where(and(holdsOn(today), inUnit))
    .orderBy(positions.personId, desc(positions.validFrom))
    .as('post');
  const served = sql`exists (select from ${positions} where ${positions.personId} = ${people.id} and ${inUnit ?? sql`true`})`;
  // The account in use, or the last one that was.
  const account = sql`(select a.login, a.disabled_at, a.ended_at from accounts a where a.person_id = ${people.id}
    order by a.ended_at desc nulls first limit 1)`;
  const where = and(
    peopleOfUnits({ actor, today }),
    former === 'true' ? served : sql`${post.personId} is not null`,
    q
      ? contains(
          q,
          people.fullName,
          sql`coalesce(${people.staffCode}, '')`,
          sql`coalesce(${post.title}, '')`,
          sql`coalesce((select a.login from ${account} a), '')`,
        )
      : undefined,
  );
  const columns = {
    id: people.id,
    fullName: people.fullName,
    sex: people.sex,
    birthYear: people.birthYear,
    staffCode: people.staffCode,
    title: post.title,
    unit: unit.columns,
    login: sql<string | null>`(select a.login from ${account} a)`,
    accountState: sql<
      'active' | 'locked' | 'ended' | null
    >`(select case when a.ended_at is not null then 'ended'
      when a.disabled_at is not null then 'locked' else 'active' end from ${account} a)`,
  };
  const { limit, offset } = rowsOf(page);
  const [rows, [total]] = await Promise.all([
    db
      .select(columns)
      .from(people)
      .leftJoin(post, eq(post.personId, people.id))
      .leftJoin(unit.unit, eq(unit.unit.id, post.unitId))
      .where(where)
      .orderBy(asc(people.fullName), asc(people.id))
      .limit(limit)
      .offset(offset),
    db.select({ count: count() }).from(people).leftJoin(post, eq(post.personId, people.id)).where(where),
  ]);
  const items = rows.map(({ title, unit: place, birthYear, ...row }) => ({
    ...row,
    birthYear: yearOf(birthYear),
    post: title !== null && place ? { title, unit: place } : null,
  }));
  return { items, total: total?.count ?? 0 };
}

/** A person with posts, accounts and roles. @throws ApiError person_not_found */
export async function getStaff(context: CommandContext, personId: string): Promise<StaffDetail> {
  const { db, actor } = context;
  const { nationalId, birthYear, ...person } = await requirePersonOfUnits(context, personId);
  const unit = unitAs('post_unit');
  const [posts, accounts, [same]] = await Promise.all([
    db
      .select({
        id: positions.id,
        unit: unit.columns,
        title: positions.title,
        isDirectWorker: positions.isDirectWorker,
        validFrom: positions.validFrom,
        validTo: positions.validTo,
        administered: sql<boolean>`${positions.unitId} in ${administeredUnits(actor)}`,
      })
      .from(positions)
      .innerJoin(unit.unit, eq(unit.unit.id, positions.unitId))
      .where(eq(positions.personId, personId))
      .orderBy(desc(positions.validFrom), asc(positions.id)),
    accountsOf(context, personId),
    db
      .select({ count: count() })
      .from(personMatches)
      .where(
        and(
          eq(personMatches.status, 'proposed'),
          or(eq(personMatches.personA, personId), eq(personMatches.personB, personId)),
        ),
      ),
  ]);
  return {
    ...person,
    birthYear: yearOf(birthYear),
    hasNationalId: nationalId !== null,
    positions: posts,
    accounts,
    likelySame: same?.count ?? 0,
  };
}

/** Sheets of old name a year in other ways too; those are shown as they stand on the ledger. */
const yearOf = (text: string | null): number | null =>
  text !== null && /^\d{4}$/.test(text) ? Number(text) : null;
