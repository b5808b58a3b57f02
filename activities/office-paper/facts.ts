import { and, desc, eq } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { holdsToday } from '../../db/holds-today.ts';
import {
  draftOf,
  legalDocumentsById,
  type OfficePaper,
  regulationById,
} from '../../db/office-papers/papers.ts';
import { accounts, people, roleGrants } from '../../db/schema/index.ts';
import { citedRegulation } from '../../domain/papers/citation.ts';
import { effectiveFromOf } from '../../domain/papers/draft.ts';
import { ancestors } from '../papers/facts.ts';
import { titleOf } from '../signer-title.ts';
import type { OfficePaperFacts } from './content.ts';

/** Reads what the newest version of a paper shows; as long as nobody has signed, its unit's head stands below it. */
export async function officePaperFacts(tx: Executor, paper: OfficePaper): Promise<OfficePaperFacts> {
  const draft = await draftOf(tx, paper);
  const cited = await legalDocumentsById(
    tx,
    draft.bases.map(({ documentId }) => documentId),
  );
  const [issuer, ...above] = await ancestors(tx, paper.unitId);
  if (!issuer) throw new Error(`office paper ${paper.id} has no issuer`);
  const replaced = paper.replacesId === null ? undefined : await regulationById(tx, paper.replacesId);
  const { symbol, issuedOn } = paper;
  return {
    kind: paper.kind,
    draft,
    bases: draft.bases.flatMap(({ documentId, lead }) => {
      const document = cited.get(documentId);
      return document ? [{ lead, document }] : [];
    }),
    issuer,
    superior: above.find(({ kind }) => kind !== 'state_office') ?? null,
    signer: await signerOf(tx, paper),
    numbered: symbol !== null && issuedOn !== null ? { symbol, issuedOn } : null,
    effectiveFrom: effectiveFromOf(draft),
    replaces: replaced ? citedRegulation(replaced.paper) : null,
  };
}

async function signerOf(
  tx: Executor,
  { signerId, signerTitle, signedForId, unitId }: OfficePaper,
): Promise<OfficePaperFacts['signer']> {
  if (signerId !== null) {
    const name = await nameOf(tx, signerId);
    return { name, title: signerTitle, substitutes: signedForId !== null };
  }
  const [head] = await tx
    .select({ accountId: roleGrants.accountId })
    .from(roleGrants)
    .where(and(eq(roleGrants.role, 'head'), eq(roleGrants.unitId, unitId), holdsToday(roleGrants)))
    .orderBy(desc(roleGrants.validFrom))
    .limit(1);
  if (!head) return null;
  const { accountId } = head;
  return { name: await nameOf(tx, accountId), title: await titleOf(tx, accountId), substitutes: false };
}

async function nameOf(tx: Executor, accountId: string): Promise<string> {
  const [person] = await tx
    .select({ name: people.fullName })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(eq(accounts.id, accountId));
  if (!person) throw new Error(`there is no account ${accountId}`);
  return person.name;
}
