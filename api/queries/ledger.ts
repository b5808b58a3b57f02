import { and, asc, count, desc, eq, inArray, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '../../db/client.ts';
import { identitiesOf } from '../../db/ledger/identities.ts';
import { ledgerAwards, people, positions, units } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type {
  CollectiveLedger,
  HeldPost,
  LedgerHolder,
  LedgerLine,
  PersonLedger,
} from '../contract/ledger.ts';
import { ApiError } from '../errors.ts';
import { unitsOfRoles } from '../policies/actor.ts';
import {
  type Holder,
  keepsLedger,
  ledgerKeptBy,
  ledgerVisibleTo,
  requireVisibleLedger,
  unitLedgerKeptBy,
} from '../policies/ledger.ts';
import { unitRoles, unitsBelow } from '../policies/places.ts';
import { linesOf } from './ledger-lines.ts';
import { contains, type Page, rowsOf } from './paging.ts';
import { unitAs } from './references.ts';

/** The ledger of a person, with the lines of every row that is the same. @throws ApiError person_not_found, also where hidden */
export async function getPersonLedger(context: CommandContext, personId: string): Promise<PersonLedger> {
  const { db, actor } = context;
  await requireVisibleLedger(context, { personId });
  const [person] = await db
    .select({ id: people.id, fullName: people.fullName })
    .from(people)
    .where(eq(people.id, personId));
  if (!person) throw new ApiError('person_not_found');
  const same = (await identitiesOf(db, [personId])).map(({ sameId }) => sameId);
  return {
    person,
    posts: await postsOf(db, same),
    canKeep: await keepsLedger(context, { personId }),
    lines: await linesOf(db, actor, same),
  };
}

/** The ledger of a collective. @throws ApiError collective_not_found, also where hidden */
export async function getCollectiveLedger(
  context: CommandContext,
  unitId: string,
): Promise<CollectiveLedger> {
  const { db, actor } = context;
  await requireVisibleLedger(context, { unitId });
  const [unit] = await db
    .select({ id: units.id, code: units.code, name: units.name, nameEn: units.nameEn })
    .from(units)
    .where(eq(units.id, unitId));
  if (!unit) throw new ApiError('collective_not_found');
  return {
    unit,
    canKeep: await keepsLedger(context, { unitId }),
    lines: await linesOf(db, actor, [unitId]),
  };
}

/** One line of a holder that was just written. */
export async function getLine(
  { db, actor }: CommandContext,
  holder: Holder,
  lineId: string,
): Promise<LedgerLine> {
  const lines = await linesOf(db, actor, Object.values(holder));
  const line = lines.find(({ id }) => id === lineId);
  if (!line) throw new ApiError('ledger_line_not_found');
  return line;
}

/** Posts held by any of the persons, the newest first. */
function postsOf(db: Executor, personIds: string[]): Promise<HeldPost[]> {
  const unit = unitAs('post_unit');
  return db
    .select({
      title: positions.title,
      unit: unit.columns,
      validFrom: positions.validFrom,
      validTo: positions.validTo,
    })
    .from(positions)
    .innerJoin(unit.unit, eq(unit.unit.id, positions.unitId))
    .where(inArray(positions.personId, personIds))
    .orderBy(desc(positions.validFrom));
}

export interface HolderQuery extends Page {
  kind: 'person' | 'collective';
  q?: string | undefined;
  kept?: 'true' | 'false' | undefined;
}

/** Persons or collectives whose ledger the actor may read, by name. */
export function findHolders(
  context: CommandContext,
  query: HolderQuery,
): Promise<{ items: LedgerHolder[]; total: number }> {
  return query.kind === 'person' ? findPersons(context, query) : findCollectives(context, query);
}

/** Awards in force that a person's row or a collective holds itself, as lists show them. */
export const awardsHeldBy = (holderId: SQLWrapper) =>
  sql<number>`(select count(*)::int from ${ledgerAwards}
    where coalesce(${ledgerAwards.personId}, ${ledgerAwards.unitId}) = ${holderId}
    and ${ledgerAwards.status} = 'in_force' and ${ledgerAwards.struckAt} is null)`;

async function findPersons({ db, actor }: CommandContext, query: HolderQuery) {
  const where = and(
    ledgerVisibleTo(actor),
    query.kept === 'true' ? ledgerKeptBy(actor) : undefined,
    query.q === undefined || query.q === '' ? undefined : contains(query.q, people.fullName),
  );
  const post = alias(positions, 'post');
  const unit = unitAs('post_unit');
  const newestPost = sql`(select p.id from ${positions} p where p.person_id = ${people.id}
    order by p.valid_from desc, p.id limit 1)`;
  const rows = await db
    .select({
      id: people.id,
      name: people.fullName,
      post: post.title,
      unit: unit.columns,
      awards: awardsHeldBy(people.id),
    })
    .from(people)
    .leftJoin(post, eq(post.id, newestPost))
    .leftJoin(unit.unit, eq(unit.unit.id, post.unitId))
    .where(where)
    .orderBy(asc(people.fullName), asc(people.id))
    .limit(rowsOf(query).limit)
    .offset(rowsOf(query).offset);
  const [total] = await db.select({ count: count() }).from(people).where(where);
  return {
    items: rows.map((row) => ({ kind: 'person' as const, ...row, nameEn: '', post: row.post ?? '' })),
    total: total?.count ?? 0,
  };
}

async function findCollectives({ db, actor }: CommandContext, query: HolderQuery) {
  const where = and(
    inArray(units.id, unitsBelow(unitsOfRoles(actor, unitRoles))),
    query.kept === 'true' ? unitLedgerKeptBy(actor) : undefined,
    query.q === undefined || query.q === ''
      ? undefined
      : contains(query.q, units.code, units.name, units.nameEn),
  );
  const rows = await db
    .select({
      id: units.id,
      name: units.name,
      nameEn: units.nameEn,
      awards: awardsHeldBy(units.id),
    })
    .from(units)
    .where(where)
    .orderBy(asc(units.code))
    .limit(rowsOf(query).limit)
    .offset(rowsOf(query).offset);
  const [total] = await db.select({ count: count() }).from(units).where(where);
  return {
    items: rows.map((row) => ({ kind: 'collective' as const, ...row, post: '', unit: null })),
    total: total?.count ?? 0,
  };
}
