import { and, eq, sql } from 'drizzle-orm';
import { boundLaw } from '../db/bound-law.ts';
import type { Executor } from '../db/client.ts';
import { holdsToday } from '../db/holds-today.ts';
import type { Candidates } from '../db/roles/role-holders.ts';
import { ruleSetById } from '../db/rule-sets.ts';
import {
  councils,
  type dossiers,
  initiativeApplications,
  levelEnum,
  roleEnum,
  sessions,
  units,
} from '../db/schema/index.ts';
import { unitLine } from '../db/unit-line.ts';
import { overlaid } from '../domain/law/overlay.ts';
import { awardRule } from '../domain/law/rule-set.ts';
import { isRoleOfSeat } from '../domain/roles.ts';

export type Level = (typeof levelEnum.enumValues)[number];
type CouncilKind = (typeof councils.$inferSelect)['kind'];
export type Role = (typeof roleEnum.enumValues)[number];

/** A place of the model that the organisation does not have, e.g. a level without a council. */
export class UnknownPlaceError extends Error {
  readonly code = 'unknown_place';
}

type Dossier = typeof dossiers.$inferSelect;
/** What places are looked up from: a dossier, whose award says who decides, or any other subject by its unit. */
export type Standpoint = Dossier | { id: string; unitId: string };

/** The unit that decides an award, by the `decider` of its rule: a level above the proposer, or an office of state. */
const deciderPlaces: Record<string, string> = {
  unit: 'unit',
  department: 'department',
  commune: 'department',
  ministry: 'ministry',
  government: 'state',
  prime_minister: 'state',
  president: 'president',
};

const isLevel = (place: string): place is Level => (levelEnum.enumValues as string[]).includes(place);
const isRole = (role: string): role is Role => (roleEnum.enumValues as string[]).includes(role);

const namedUnit = /^unit:([0-9a-f-]{36})$/;

/**
 * Unit a place means for a subject: `proposer` (its own unit), a level (the nearest unit of that level, its own included),
 * `central` (the central emulation body), `president`, `decider` (whoever decides a dossier's award, or recognises an
 * initiative with the scope asked for), or `unit:ID`, a unit
 * that the process itself knows, as one of many that are asked.
 * @throws UnknownPlaceError
 */
export async function unitAtPlace(tx: Executor, subject: Standpoint, place: string): Promise<string> {
  if (place === 'proposer') return subject.unitId;
  const [, named] = namedUnit.exec(place) ?? [];
  if (named) return unitWhere(tx, place, sql`${units.id} = ${named}`);
  if (place === 'decider') return unitAtPlace(tx, subject, await deciderPlace(tx, subject));
  if (place === 'central') return unitWhere(tx, place, sql`${units.kind} = 'central_body'`);
  if (place === 'president') return unitWhere(tx, place, sql`${units.code} = 'CTN'`);
  if (!isLevel(place))
    throw new UnknownPlaceError(`the model names the place "${place}", which does not exist`);
  const found = await tx.execute<{ id: string }>(
    sql`${unitLine(subject.unitId)} select id from line where level = ${place} order by distance limit 1`,
  );
  const unit = found.rows[0];
  if (!unit) throw new UnknownPlaceError(`no unit of level "${place}" stands above the proposing unit`);
  return unit.id;
}

async function deciderPlace(tx: Executor, dossier: Standpoint): Promise<string> {
  if (!('awardCode' in dossier)) return (await recognitionRule(tx, dossier)).level;
  if (!dossier.ruleSetId) throw new UnknownPlaceError('a draft has no deciding authority yet');
  const law = await boundLaw(tx, dossier.id);
  const place = law && deciderPlaces[awardRule(overlaid(law), dossier.awardCode).decider.value];
  if (!place)
    throw new UnknownPlaceError(`rule-set ${dossier.ruleSetId} names no decider for ${dossier.awardCode}`);
  return place;
}

/** Who recognises an initiative with the scope asked for, and how its council votes. @throws UnknownPlaceError */
export async function recognitionRule(tx: Executor, { id }: { id: string }) {
  const [application] = await tx
    .select()
    .from(initiativeApplications)
    .where(eq(initiativeApplications.id, id));
  if (!application) throw new UnknownPlaceError('only an award or an initiative has a decider');
  const ruleSet = application.ruleSetId === null ? undefined : await ruleSetById(tx, application.ruleSetId);
  const rule = ruleSet?.initiativeRecognition?.scopes[application.requestedScope];
  if (!rule) throw new UnknownPlaceError('no rule-set says who recognises this initiative');
  return rule;
}

async function unitWhere(tx: Executor, place: string, condition: ReturnType<typeof sql>): Promise<string> {
  const [unit] = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(condition, holdsToday(units)))
    .limit(1);
  if (!unit) throw new UnknownPlaceError(`the organisation has no unit for the place "${place}"`);
  return unit.id;
}

/**
 * Council of a level for a subject: that of the nearest unit, the proposer included, that has one in force which votes on such
 * matters, on awards unless `kinds` says otherwise.
 * The central council belongs to the central body, which stands above no ministry in the tree.
 * @throws UnknownPlaceError
 */
export async function councilAtLevel(
  tx: Executor,
  subject: Standpoint,
  level: Level,
  today: string,
  kinds: readonly CouncilKind[] = ['emulation', 'unit_vote'],
): Promise<string> {
  const base = level === 'central' ? await unitAtPlace(tx, subject, 'central') : subject.unitId;
  const found = await tx.execute<{ id: string }>(sql`${unitLine(base)}
    select c.id from ${councils} c join line on line.id = c.unit_id
    where c.level = ${level} and c.kind in ${[...kinds]} and c.valid_from <= ${today} and (c.valid_to is null or c.valid_to >= ${today})
    order by line.distance limit 1`);
  const council = found.rows[0];
  if (!council)
    throw new UnknownPlaceError(`no council of level "${level}" is in force for the proposing unit`);
  return council.id;
}

/** The council whose session the subject is. @throws UnknownPlaceError */
async function councilOfSession(tx: Executor, { id }: Standpoint): Promise<string> {
  const [session] = await tx
    .select({ councilId: sessions.councilId })
    .from(sessions)
    .where(eq(sessions.id, id));
  if (!session) throw new UnknownPlaceError('only a session is of one council');
  return session.councilId;
}

/**
 * Candidates of a task from a model's group `role@place`; a seat's role stands at a level, or at the `council` that meets.
 * @throws UnknownPlaceError
 */
export async function candidatesFor(
  tx: Executor,
  subject: Standpoint,
  group: string,
  today: string,
): Promise<Candidates> {
  const [role = '', place = ''] = group.split('@', 2);
  if (!isRole(role)) throw new UnknownPlaceError(`the model names the role "${role}", which does not exist`);
  if (isRoleOfSeat(role)) {
    if (place === 'council') return { role, unitId: null, councilId: await councilOfSession(tx, subject) };
    if (!isLevel(place)) throw new UnknownPlaceError(`"${group}": a ${role} belongs to a council's level`);
    return { role, unitId: null, councilId: await councilAtLevel(tx, subject, place, today) };
  }
  return { role, unitId: await unitAtPlace(tx, subject, place), councilId: null };
}
