import { and, eq } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { sessions } from '../../../db/schema/index.ts';
import { ApiError } from '../../errors.ts';

/**
 * Makes sure that a session is open and stays so until the transaction ends. Ballots share the lock; the close takes it
 * alone, so that every acknowledged ballot is counted and none comes after.
 * @throws ApiError session_not_open
 */
export async function lockOpenSession(
  tx: Executor,
  sessionId: string,
  strength: 'share' | 'update',
): Promise<void> {
  const [open] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.status, 'open')))
    .for(strength);
  if (!open) throw new ApiError('session_not_open');
}
