import { and, eq, inArray } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { referrals } from '../../db/schema/index.ts';
import { type Actor, councilsOfRoles } from './actor.ts';

/** Is the actor secretary of a council the dossier or other subject was referred to? Then council papers may be attached to it. */
export async function keepsReferred(db: Executor, actor: Actor, subjectId: string): Promise<boolean> {
  const councils = councilsOfRoles(actor, ['secretary']);
  if (councils.length === 0) return false;
  const [referral] = await db
    .select({ id: referrals.id })
    .from(referrals)
    .where(and(eq(referrals.subjectId, subjectId), inArray(referrals.councilId, councils)))
    .limit(1);
  return referral !== undefined;
}
