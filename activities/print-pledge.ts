import { and, asc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '../db/client.ts';
import {
  accounts,
  blocMembers,
  blocSignatures,
  blocYears,
  councils,
  documents,
  emulationBlocs,
  people,
  units,
} from '../db/schema/index.ts';
import type { PledgeContent } from '../domain/blocs/pledge.ts';
import { placeAndDate } from '../domain/numbering.ts';
import { renderHtml } from '../templates/render.ts';
import { renderPdf } from './pdf.ts';
import { printedSigning, signerName } from './session/signatures.ts';
import { capitals } from './session/words.ts';
import { storePdf } from './store-pdf.ts';

/** Signature under a pledge, as the paper shows it. */
export interface PledgeSignature {
  unitId: string;
  name: string;
  account: string;
  signedAt: Date;
  contentHash: string;
}

const roles = { leader: 'Khối trưởng', deputy: 'Khối phó', member: 'Thành viên' };

/**
 * Prints the pledge of a bloc's year with the signatures of all members and files it with the year, once.
 * @throws Error when the pledge was never put before the members
 */
export async function printPledge(
  { db }: { db: Database },
  { blocYearId }: { blocYearId: string },
): Promise<void> {
  const [found] = await db
    .select({ pledge: blocYears.pledge, organiser: units.name })
    .from(blocYears)
    .innerJoin(emulationBlocs, eq(emulationBlocs.id, blocYears.blocId))
    .innerJoin(councils, eq(councils.id, emulationBlocs.councilId))
    .innerJoin(units, eq(units.id, councils.unitId))
    .where(eq(blocYears.id, blocYearId));
  if (!found?.pledge) throw new Error(`bloc year ${blocYearId} has no pledge to print`);
  const content = pledgePaper(found.pledge, found.organiser, await signaturesOf(db, blocYearId));
  const pdf = await renderPdf(renderHtml('documents/bloc-pledge', content));
  await db.transaction(async (tx) => {
    // Another worker may be printing the same; the second finds it filed.
    await tx.select({ id: blocYears.id }).from(blocYears).where(eq(blocYears.id, blocYearId)).for('update');
    const [filed] = await tx
      .select({ id: documents.id })
      .from(documents)
      .where(and(eq(documents.subjectId, blocYearId), eq(documents.kind, 'bloc_pledge')));
    const name = `Giao-uoc-thi-dua-${content.year}`;
    if (!filed) await storePdf(tx, { subjectId: blocYearId, kind: 'bloc_pledge', name, pdf });
  });
}

/** What the template `documents/bloc-pledge` shows (Decree 30/2020/NĐ-CP, Annex I: layout; no statutory form). */
export function pledgePaper(
  pledge: PledgeContent,
  organiser: string,
  signatures: readonly PledgeSignature[],
) {
  const { bloc, year, regulation, place, on, commitments, campaigns, members } = pledge;
  return {
    symbol: null,
    placeAndDate: placeAndDate(place, on),
    issuer: { name: capitals(bloc), superior: capitals(organiser) },
    year: String(year),
    bloc,
    regulation,
    commitments: commitments.map((text, index) => ({ number: String(index + 1), text })),
    campaigns,
    /** Two signatures a row. */
    rows: pairs(
      members.map(({ unitId, name, role }) => {
        const signature = signatures.find((one) => one.unitId === unitId);
        return {
          unit: capitals(name),
          role: roles[role],
          name: signature?.name ?? '',
          signature: signature ? printedSigning(signature) : null,
        };
      }),
    ),
    recipients: ['Các đơn vị thành viên;', 'Lưu: VT, hồ sơ khối.'],
  };
}

const pairs = <T>(list: readonly T[]): T[][] =>
  list.flatMap((_, i) => (i % 2 === 0 ? [list.slice(i, i + 2)] : []));

async function signaturesOf(db: Database, blocYearId: string): Promise<PledgeSignature[]> {
  const holderAccount = alias(accounts, 'holder_account');
  const holder = alias(people, 'holder');
  const rows = await db
    .select({
      unitId: blocMembers.unitId,
      name: people.fullName,
      holder: holder.fullName,
      account: accounts.login,
      signedAt: blocSignatures.signedAt,
      contentHash: blocSignatures.contentHash,
    })
    .from(blocSignatures)
    .innerJoin(blocMembers, eq(blocMembers.id, blocSignatures.memberId))
    .innerJoin(accounts, eq(accounts.id, blocSignatures.accountId))
    .innerJoin(people, eq(people.id, accounts.personId))
    .leftJoin(holderAccount, eq(holderAccount.id, blocSignatures.signedForId))
    .leftJoin(holder, eq(holder.id, holderAccount.personId))
    .where(eq(blocMembers.blocYearId, blocYearId))
    .orderBy(asc(blocMembers.position));
  return rows.map(({ holder: substituted, ...row }) => ({ ...row, name: signerName(row.name, substituted) }));
}
