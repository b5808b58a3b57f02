import { createHmac, hkdfSync } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { lt, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { commentOrigins } from '../../../db/schema/index.ts';
import { localDate } from '../../../engine/time/local-date.ts';
import { ApiError } from '../../errors.ts';

const windowMs = 60 * 60 * 1000;
const maxComments = 5;

export interface Origin {
  /** Address the request came from, as the server sees it. */
  address: string;
  /** A secret from outside the database, of which the key of the day is made. */
  secret: string;
  now: Date;
}

/**
 * Counts a comment of an address and refuses the sixth within an hour, over all api processes. What is stored is an HMAC of the
 * address under a key that changes daily, and it is deleted after the hour: from the database nobody finds the address.
 * @throws ApiError too_many_comments
 */
export async function countComment(tx: Executor, { address, secret, now }: Origin): Promise<void> {
  await tx.delete(commentOrigins).where(lt(commentOrigins.since, new Date(now.getTime() - windowMs)));
  const key = Buffer.from(hkdfSync('sha256', secret, localDate(now.toISOString()), 'comment-origin', 32));
  const origin = createHmac('sha256', key).update(networkOf(address)).digest();
  const [counted] = await tx
    .insert(commentOrigins)
    .values({ origin, comments: 1, since: now })
    .onConflictDoUpdate({
      target: commentOrigins.origin,
      set: { comments: sql`${commentOrigins.comments} + 1` },
    })
    .returning({ comments: commentOrigins.comments });
  if ((counted?.comments ?? 0) > maxComments) throw new ApiError('too_many_comments');
}

/** What one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 address. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const [before, after] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':'))) as [
    string[],
    string[],
  ];
  const zeros = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.padStart(4, '0'))
    .join(':');
}
