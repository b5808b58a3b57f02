import { and, asc, count, desc, eq, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { ruleSetInForce } from '../../db/rule-sets.ts';
import { awards, campaigns, councils, people, positions, units } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { councilsOfRoles, unitsOfRoles } from '../policies/actor.ts';
import { unitRoles, unitsBelow } from '../policies/places.ts';
import { contains, type Page, pageOf, rowsOf } from './paging.ts';
import { unitAs } from './references.ts';
import { ruleSummary } from './rule-sets.ts';

/** The catalogue of awards with the rule in force today. */
export async function findAwards({ db, actor, today }: CommandContext, page: Page) {
  const [rows, ruleSet] = await Promise.all([
    db.select().from(awards).orderBy(asc(awards.kind), asc(awards.code)),
    ruleSetInForce(db, today),
  ]);
  const position = new Map(ruleSet?.awards.map(({ code }, i) => [code, i]));
  const items = rows
    .map((award) => ({ ...award, rule: ruleSummary(ruleSet, award.code, actor.locale) }))
    .sort((a, b) => (position.get(a.code) ?? Infinity) - (position.get(b.code) ?? Infinity));
  return pageOf(items, page);
}

export interface UnitQuery extends Page {
  q?: string | undefined;
  mine?: 'true' | 'false' | undefined;
}

/** Units of today; `mine`: those whose dossiers the actor keeps as clerk. */
export async function findUnits({ db, actor, today }: CommandContext, query: UnitQuery) {
  const where = and(
    lte(units.validFrom, today),
    or(isNull(units.validTo), gte(units.validTo, today)),
    query.mine === 'true' ? inArray(units.id, unitsBelow(unitsOfRoles(actor, ['clerk']))) : undefined,
    query.q ? contains(query.q, units.code, units.name, units.nameEn) : undefined,
  );
  const [items, [total]] = await Promise.all([
    db
      .select({
        id: units.id,
        parentId: units.parentId,
        code: units.code,
        name: units.name,
        nameEn: units.nameEn,
        kind: units.kind,
        level: units.level,
        isStandingBody: units.isStandingBody,
      })
      .from(units)
      .where(where)
      .orderBy(asc(units.code))
      .limit(rowsOf(query).limit)
      .offset(rowsOf(query).offset),
    db.select({ count: count() }).from(units).where(where),
  ]);
  return { items, total: total?.count ?? 0 };
}

export interface PersonQuery extends Page {
  unitId?: string | undefined;
  q?: string | undefined;
}

/** People with a post today in the units the actor has a role on, or of whose councils the actor is secretary, by name. */
export async function findPeople({ db, actor, today }: CommandContext, query: PersonQuery) {
  const unit = unitAs('post_unit');
  const kept = await db
    .select({ unitId: councils.unitId })
    .from(councils)
    .where(inArray(councils.id, councilsOfRoles(actor, ['secretary'])));
  const roots = [...unitsOfRoles(actor, unitRoles), ...kept.map(({ unitId }) => unitId)];
  const where = and(
    lte(positions.validFrom, today),
    or(isNull(positions.validTo), gte(positions.validTo, today)),
    inArray(positions.unitId, unitsBelow(roots)),
    query.unitId ? inArray(positions.unitId, unitsBelow([query.unitId])) : undefined,
    query.q ? contains(query.q, people.fullName, positions.title) : undefined,
  );
  const one = db
    .selectDistinctOn([people.id], {
      id: people.id,
      fullName: people.fullName,
      post: positions.title,
      postUnitId: positions.unitId,
    })
    .from(people)
    .innerJoin(positions, eq(positions.personId, people.id))
    .where(where)
    .orderBy(people.id, desc(positions.validFrom))
    .as('one');
  const [items, [total]] = await Promise.all([
    db
      .select({ id: one.id, fullName: one.fullName, post: one.post, unit: unit.columns })
      .from(one)
      .innerJoin(unit.unit, eq(unit.unit.id, one.postUnitId))
      .orderBy(asc(one.fullName), asc(one.id))
      .limit(rowsOf(query).limit)
      .offset(rowsOf(query).offset),
    db.select({ count: count() }).from(one),
  ]);
  return { items, total: total?.count ?? 0 };
}

/** Emulation campaigns, newest first. */
export async function findCampaigns({ db }: CommandContext, page: Page) {
  return pageOf(await selectCampaigns(db, undefined), page);
}

/** Campaigns as lists show them. */
export function selectCampaigns(db: Executor, where: SQL | undefined) {
  const launcher = unitAs('launcher');
  return db
    .select({
      id: campaigns.id,
      name: campaigns.name,
      kind: campaigns.kind,
      launchedBy: launcher.columns,
      startsOn: campaigns.startsOn,
      endsOn: campaigns.endsOn,
    })
    .from(campaigns)
    .innerJoin(launcher.unit, eq(launcher.unit.id, campaigns.launchedBy))
    .where(where)
    .orderBy(desc(campaigns.startsOn), sql`${campaigns.name}`);
}
