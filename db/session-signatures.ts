import { and, asc, eq, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from './client.ts';
import { accounts, people, sessionPapers, sessionSignatures } from './schema/index.ts';

/** The signatures under papers of sessions that hold: those on the content the paper has now. `signedFor`: whom the signer substituted. */
export function holdingSignatures(db: Executor, which: SQL) {
  const holderAccount = alias(accounts, 'holder_account');
  const holder = alias(people, 'holder');
  return db
    .select({
      paperId: sessionSignatures.paperId,
      capacity: sessionSignatures.capacity,
      person: { id: people.id, fullName: people.fullName },
      signedFor: { id: holder.id, fullName: holder.fullName },
      account: accounts.login,
      signedAt: sessionSignatures.signedAt,
      contentHash: sessionSignatures.contentHash,
    })
    .from(sessionSignatures)
    .innerJoin(
      sessionPapers,
      and(
        eq(sessionPapers.id, sessionSignatures.paperId),
        eq(sessionPapers.contentHash, sessionSignatures.contentHash),
      ),
    )
    .innerJoin(accounts, eq(accounts.id, sessionSignatures.accountId))
    .innerJoin(people, eq(people.id, accounts.personId))
    .leftJoin(holderAccount, eq(holderAccount.id, sessionSignatures.signedForId))
    .leftJoin(holder, eq(holder.id, holderAccount.personId))
    .where(which)
    .orderBy(asc(sessionSignatures.capacity));
}
