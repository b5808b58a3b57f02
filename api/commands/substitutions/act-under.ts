import { eq } from 'drizzle-orm';
import { loginSessions } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { actingFor } from '../../policies/acting.ts';
import { type Actor, loadActor } from '../../policies/actor.ts';

/**
 * Lets a login act under a substitution from now on, or for itself again (null); answers who acts now. It is a property of the
 * login, so that a person may work for themselves in one browser and for somebody else in another.
 * @throws ApiError substitution_not_found where it is not the actor's or does not hold today
 */
export async function actUnder(
  { db, actor, today }: CommandContext,
  { sid, substitutionId }: { sid: string; substitutionId: string | null },
): Promise<Actor> {
  const own = await loadActor(db, actor.accountId, today);
  if (!own) throw new ApiError('session_expired');
  const acting = substitutionId === null ? own : await actingFor(db, own, substitutionId, today);
  if (substitutionId !== null && !acting.onBehalfOf) throw new ApiError('substitution_not_found');
  await db.update(loginSessions).set({ actingFor: substitutionId }).where(eq(loginSessions.sid, sid));
  return acting;
}
