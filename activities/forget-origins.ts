import { lt } from 'drizzle-orm';
import type { Executor } from '../db/client.ts';
import { commentOrigins } from '../db/schema/index.ts';

const windowMs = 60 * 60 * 1000;

/** Deletes what is left of addresses that commented more than an hour ago, whether or not anybody comments after them. */
export async function forgetOrigins(db: Executor, now: Date): Promise<void> {
  await db.delete(commentOrigins).where(lt(commentOrigins.since, new Date(now.getTime() - windowMs)));
}
