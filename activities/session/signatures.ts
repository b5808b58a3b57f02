import { eq } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { sessionSignatures } from '../../db/schema/index.ts';
import { holdingSignatures } from '../../db/session-signatures.ts';

export type SigningCapacity = 'secretary' | 'chair';

/** A signature that holds: on the content the paper has now. */
export interface HoldingSignature {
  capacity: SigningCapacity;
  /** As printed: with whom they substituted. */
  name: string;
  /** Login of the account that signed. */
  account: string;
  signedAt: Date;
  contentHash: string;
}

/** The signatures under a paper that hold for what it says now. */
export async function signaturesOf(db: Executor, paperId: string): Promise<HoldingSignature[]> {
  const signatures = await holdingSignatures(db, eq(sessionSignatures.paperId, paperId));
  return signatures.map(({ person, signedFor, ...signature }) => ({
    ...signature,
    name: signerName(person.fullName, signedFor?.fullName),
  }));
}

/** Who signed, and for whom where they substituted somebody: `Trần Văn A (thay Nguyễn Thị B)`. */
export const signerName = (name: string, holder: string | null | undefined): string =>
  holder ? `${name} (thay ${holder})` : name;

/** `09:05:07 ngày 23/11/2026 (+07:00)`: when it was signed, as Decree 30/2020 asks of a digital signature. */
export function printedSigning({
  signedAt,
  account,
  contentHash,
}: Pick<HoldingSignature, 'signedAt' | 'account' | 'contentHash'>) {
  const local = new Date(signedAt.getTime() + 7 * 3_600_000).toISOString();
  const [year, month, day] = local.slice(0, 10).split('-');
  return {
    time: `${local.slice(11, 19)} ngày ${day}/${month}/${year} (+07:00)`,
    account,
    hash: contentHash,
  };
}
