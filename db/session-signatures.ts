import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { Executor } from './client.ts';
import { accounts, people, sessionPapers, sessionSignatures } from './schema/index.ts';

/** The signatures under papers of sessions that hold: those on the content the paper has now. */
export function holdingSignatures(db: Executor, which: SQL) {
  return db
    .select({
      paperId: sessionSignatures.paperId,
      capacity: sessionSignatures.capacity,
      person: { id: people.id, fullName: people.fullName },
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
    .where(which)
    .orderBy(asc(sessionSignatures.capacity));
}
