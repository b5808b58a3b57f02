import type { SQL } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { endReferrals } from '../../../db/referrals.ts';
import { ApiError } from '../../errors.ts';

/**
 * Takes what goes no further off the agendas of planned sessions and from what waits for one, with the reason.
 * @param which condition on `referrals`; undefined: none
 * @throws ApiError nomination_locked while a council is voting on it, or its chair's deciding vote is still to come
 */
export async function removeFromAgendas(tx: Executor, which: SQL | undefined, reason: string): Promise<void> {
  if (which && (await endReferrals(tx, which, reason)) === 'vote_under_way')
    throw new ApiError('nomination_locked');
}
