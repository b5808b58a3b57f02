import { and, asc, eq } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { accounts, people, sessionPapers, sessionSignatures } from '../../db/schema/index.ts';

export type SigningCapacity = 'secretary' | 'chair';

/** A signature that holds: on the content the paper has now. */
export interface HoldingSignature {
  capacity: SigningCapacity;
  name: string;
  /** Login of the account that signed. */
  account: string;
  signedAt: Date;
  contentHash: string;
}

/** The signatures under a paper that hold for what it says now. */
export function signaturesOf(db: Executor, paperId: string): Promise<HoldingSignature[]> {
  return db
    .select({
      capacity: sessionSignatures.capacity,
      name: people.fullName,
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
    .where(eq(sessionSignatures.paperId, paperId))
    .orderBy(asc(sessionSignatures.capacity));
}

/** `09:05:07 ngày 23/11/2026 (+07:00)`: when it was signed, as Decree 30/2020 asks of a digital signature. */
export function printedSigning({ signedAt, account, contentHash }: HoldingSignature) {
  const local = new Date(signedAt.getTime() + 7 * 3_600_000).toISOString();
  const [year, month, day] = local.slice(0, 10).split('-');
  return {
    time: `${local.slice(11, 19)} ngày ${day}/${month}/${year} (+07:00)`,
    account,
    hash: contentHash,
  };
}
