import { and, eq, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { idArray } from '../../db/id-array.ts';
import {
  dossiers,
  importedPeople,
  ledgerAwards,
  ledgerImports,
  nominations,
  people,
  personMatches,
  positions,
  units,
} from '../../db/schema/index.ts';
import { ApiError } from '../errors.ts';
import { type Actor, unitsOfRoles } from './actor.ts';
import { coversUnit, unitRoles, unitsBelow } from './places.ts';

/** Whose ledger it is: a person's or a collective's. */
export type Holder = { personId: string } | { unitId: string };
type Reader = { db: Executor; actor: Actor };

/**
 * Condition on a person: has to do with one of the units. Served there (`post` says which posts count), is named by a sheet
 * imported there, or was proposed from there as an outsider.
 */
function belongsTo(personId: SQLWrapper, unitIds: SQL, post: SQL = sql`true`): SQL {
  const nominee = sql`coalesce(${nominations.personId}, ${nominations.ledgerPersonId}, ${nominations.unitId})`;
  return sql`(exists (select from ${positions}
      where ${positions.personId} = ${personId} and ${positions.unitId} in ${unitIds} and ${post})
    or exists (select from ${importedPeople} join ${ledgerImports} on ${ledgerImports.id} = ${importedPeople.importId}
      where ${importedPeople.personId} = ${personId} and ${ledgerImports.unitId} in ${unitIds})
    or exists (select from ${nominations} join ${dossiers} on ${dossiers.id} = ${nominations.dossierId}
      where ${nominee} = ${personId} and ${nominations.kind} = 'outsider' and ${dossiers.unitId} in ${unitIds}))`;
}

/** A post that no later one followed: where somebody serves, or served last. */
export const lastPost = sql`not exists (select from ${positions} later
  where later.person_id = ${positions.personId} and later.valid_from > ${positions.validTo})`;

/**
 * Units whose ledger the actor keeps: an administrator's with all below; of a registrar the own agency, down to the units
 * that issue papers themselves.
 */
function keptUnits(actor: Actor): SQL {
  const [whole, agencies] = [unitsOfRoles(actor, ['admin']), unitsOfRoles(actor, ['registrar'])];
  return sql`(with recursive kept as (
    select id, id = any(${idArray(whole)}) as whole from units
      where id = any(${idArray(whole)}) or id = any(${idArray(agencies)})
    union select u.id, kept.whole from units u join kept on u.parent_id = kept.id
      where kept.whole or u.paper_symbol is null
  ) select id from kept)`;
}

/** Units at or below one whose ledger the actor keeps. */
export const keptUnitsBelow = (actor: Actor, unitId: string): SQL =>
  sql`(select id from ${units} where id in ${unitsBelow([unitId])} and id in ${keptUnits(actor)})`;

/** Condition on `people`: does the actor keep the ledger? Registrars and administrators of the person's own organisation do. */
export const ledgerKeptBy = (actor: Actor): SQL => belongsTo(people.id, keptUnits(actor), lastPost);

/** Condition on a unit's id: does the actor keep the ledger of the collective? */
export const unitLedgerKeptBy = (actor: Actor, unitId: SQLWrapper = units.id): SQL =>
  sql`${unitId} in ${keptUnits(actor)}`;

/**
 * Condition on `people`: may the actor read the ledger? One's own, that of whoever served in the actor's units or came to
 * the ledger from there, and that of whoever holds an award one of them decided.
 */
export function ledgerVisibleTo(actor: Actor): SQL | undefined {
  const roles = unitsOfRoles(actor, unitRoles);
  return or(
    eq(people.id, actor.personId),
    belongsTo(people.id, unitsBelow(roles)),
    sql`exists (select from ${ledgerAwards}
      where ${ledgerAwards.personId} = ${people.id} and ${ledgerAwards.deciderUnitId} = any(${idArray(roles)}))`,
  );
}

/** Condition on `person_matches`: does the actor keep dossiers or the ledger of one of the two? */
export function matchKeptBy(actor: Actor): SQL | undefined {
  const kept = unitsBelow(unitsOfRoles(actor, ['clerk', 'appraiser', 'registrar', 'admin']));
  return or(belongsTo(personMatches.personA, kept), belongsTo(personMatches.personB, kept));
}

/**
 * Condition on `ledger_awards`: may the actor record that it was revoked? The authority that gave an award revokes it (Law
 * 06/2022/QH15 Article 93(7); the State President for titles of honour, 93(8)): its head, registrar or administrator. Where
 * that is no unit of this system, whoever keeps the holder's ledger enters what it decided.
 */
export function revocableBy(actor: Actor): SQL<boolean> {
  const deciders = unitsOfRoles(actor, ['head', 'registrar']);
  const administered = unitsBelow(unitsOfRoles(actor, ['admin']));
  const { deciderUnitId, personId, unitId } = ledgerAwards;
  return sql<boolean>`case when ${deciderUnitId} is not null
    then ${deciderUnitId} = any(${idArray(deciders)}) or ${deciderUnitId} in ${administered}
    else coalesce(${unitId} in ${keptUnits(actor)}, false) or ${belongsTo(personId, keptUnits(actor), lastPost)} end`;
}

/** @throws ApiError person_not_found, collective_not_found, also where the actor may not read the ledger */
export async function requireVisibleLedger({ db, actor }: Reader, holder: Holder): Promise<void> {
  if ('unitId' in holder) {
    if (!(await coversUnit(db, actor, unitRoles, holder.unitId))) throw new ApiError('collective_not_found');
    return;
  }
  const [person] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, holder.personId), ledgerVisibleTo(actor)));
  if (!person) throw new ApiError('person_not_found');
}

/** Does the actor keep the ledger of the holder? */
export async function keepsLedger({ db, actor }: Reader, holder: Holder): Promise<boolean> {
  const [row] =
    'unitId' in holder
      ? await db
          .select({ id: units.id })
          .from(units)
          .where(and(eq(units.id, holder.unitId), unitLedgerKeptBy(actor)))
      : await db
          .select({ id: people.id })
          .from(people)
          .where(and(eq(people.id, holder.personId), ledgerKeptBy(actor)));
  return row !== undefined;
}

/** @throws ApiError as `requireVisibleLedger`; forbidden where the actor only reads it */
export async function requireKeptLedger(reader: Reader, holder: Holder): Promise<void> {
  await requireVisibleLedger(reader, holder);
  if (!(await keepsLedger(reader, holder))) throw new ApiError('forbidden');
}
