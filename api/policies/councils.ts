import { and, eq, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { idArray } from '../../db/id-array.ts';
import { councilMembers, councils, documents, sessionMembers, sessions } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { Capacity } from '../contract/common.ts';
import { ApiError } from '../errors.ts';
import { type Actor, councilsOfRoles, unitsOfRoles } from './actor.ts';
import { unitsBelow } from './places.ts';

export type Council = typeof councils.$inferSelect;
export type Session = typeof sessions.$inferSelect;

/** Condition on `council_members`: in office on the day. */
export const inOffice = (today: string): SQL | undefined =>
  and(
    lte(councilMembers.validFrom, today),
    or(isNull(councilMembers.validTo), gte(councilMembers.validTo, today)),
  );

/**
 * Condition on `councils`: may the actor read it? Members in office, holders of a role on the council, and those who
 * appraise for, head or administer its unit.
 */
export function councilVisibleTo(actor: Actor, today: string): SQL | undefined {
  const held = councilsOfRoles(actor, ['member', 'secretary']);
  return or(
    sql`${councils.id} = any(${idArray(held)})`,
    sql`exists (select from ${councilMembers} where ${councilMembers.councilId} = ${councils.id}
      and ${councilMembers.personId} = ${actor.personId} and ${inOffice(today)})`,
    inArray(councils.unitId, unitsBelow(unitsOfRoles(actor, ['appraiser', 'head', 'admin']))),
  );
}

/** Condition on `documents`: is it the establishing decision of a council that the actor may read? */
export function isPaperOfVisibleCouncil(actor: Actor, today: string): SQL {
  return sql`exists (select from ${councils} where ${councils.documentId} = ${documents.id}
    and ${councilVisibleTo(actor, today)})`;
}

/** Capacity in which the actor sits on the council today; null for others. */
export async function capacityIn(
  db: Executor,
  actor: Actor,
  councilId: string,
  today: string,
): Promise<Capacity | null> {
  // A seat is a person's own; who substitutes somebody acts by that person's roles alone.
  if (actor.onBehalfOf) return null;
  const [member] = await db
    .select({ capacity: councilMembers.capacity })
    .from(councilMembers)
    .where(
      and(
        eq(councilMembers.councilId, councilId),
        eq(councilMembers.personId, actor.personId),
        inOffice(today),
      ),
    );
  return member?.capacity ?? null;
}

/** May the actor plan, open and close sessions of the council: its secretary or its chair. */
export async function managesCouncil(
  db: Executor,
  actor: Actor,
  councilId: string,
  today: string,
): Promise<boolean> {
  if (councilsOfRoles(actor, ['secretary']).includes(councilId)) return true;
  const capacity = await capacityIn(db, actor, councilId, today);
  return capacity === 'chair' || capacity === 'secretary';
}

/** The council, if the actor may read it. @throws ApiError council_not_found */
export async function visibleCouncil(context: CommandContext, councilId: string): Promise<Council> {
  const [council] = await context.db
    .select()
    .from(councils)
    .where(and(eq(councils.id, councilId), councilVisibleTo(context.actor, context.today)));
  if (!council) throw new ApiError('council_not_found');
  return council;
}

/** Condition on `session_members`: is the person the member, or the proxy who votes in the member's place? */
export const sitsAs = (personId: string): SQL =>
  sql`${personId}::uuid in (${sessionMembers.personId}, ${sessionMembers.voterId})`;

/** Condition on `sessions` joined with `councils`: readers of the council, and members of the session as it was opened. */
export function sessionVisibleTo(actor: Actor, today: string): SQL | undefined {
  return or(
    councilVisibleTo(actor, today),
    sql`exists (select from ${sessionMembers} where ${sessionMembers.sessionId} = ${sessions.id}
      and ${sitsAs(actor.personId)})`,
  );
}

/** The session, if the actor may read it; else undefined. */
export async function findVisibleSession(
  context: CommandContext,
  sessionId: string,
): Promise<Session | undefined> {
  const [row] = await context.db
    .select({ session: sessions })
    .from(sessions)
    .innerJoin(councils, eq(councils.id, sessions.councilId))
    .where(and(eq(sessions.id, sessionId), sessionVisibleTo(context.actor, context.today)));
  return row?.session;
}

/** The session, if the actor may read it. @throws ApiError session_not_found */
export async function visibleSession(context: CommandContext, sessionId: string): Promise<Session> {
  const session = await findVisibleSession(context, sessionId);
  if (!session) throw new ApiError('session_not_found');
  return session;
}

/** The session, for a command of the council's secretary or chair. @throws ApiError session_not_found, forbidden */
export async function managedSession(context: CommandContext, sessionId: string): Promise<Session> {
  const session = await visibleSession(context, sessionId);
  const allowed = await managesCouncil(context.db, context.actor, session.councilId, context.today);
  if (!allowed) throw new ApiError('forbidden');
  return session;
}
