import { eq } from 'drizzle-orm';
import { draftAgain } from '../../../db/office-papers/papers.ts';
import { officePapers, units } from '../../../db/schema/index.ts';
import { paperSymbol } from '../../../domain/numbering.ts';
import { paperForms } from '../../../domain/papers/forms.ts';
import { titleOf } from '../../signer-title.ts';
import { takeNumbers } from '../../take-number.ts';
import { JobError } from '../job.ts';
import { lastDecision } from '../last-decision.ts';
import { forOfficePaper } from './job.ts';

/** `sign-office-paper`: the head approved; the newest version is signed. */
export const signOfficePaper = forOfficePaper(async ({ tx, paper, now }) => {
  const approval = await lastDecision(tx, paper.id, 'approve');
  if (!approval?.decidedBy) throw new JobError('no_approval', 'No approval stands behind this paper.');
  await tx
    .update(officePapers)
    .set({
      status: 'signed',
      signerId: approval.decidedBy,
      signedForId: approval.decidedFor,
      signerTitle: await titleOf(tx, approval.decidedBy),
      signedAt: now,
    })
    .where(eq(officePapers.id, paper.id));
  return {};
});

/** `reopen-office-paper`: head or registrar returned it. */
export const reopenOfficePaper = forOfficePaper(async ({ tx, paper }) => {
  await tx.update(officePapers).set(draftAgain).where(eq(officePapers.id, paper.id));
  return {};
});

/** `number-office-paper`: the next number of the issuer's series of this type and year, and the day (NĐ 30/2020 Đ15). */
export const numberOfficePaper = forOfficePaper(async ({ tx, paper, today }) => {
  if (paper.status !== 'signed') throw new JobError('no_signed_paper', 'There is no signed paper to number.');
  const [unit] = await tx.select({ symbol: units.paperSymbol }).from(units).where(eq(units.id, paper.unitId));
  if (!unit?.symbol)
    throw new JobError(
      'no_paper_symbol',
      'The issuing unit has no paper symbol; an administrator can set it.',
    );
  const { type } = paperForms[paper.kind];
  const series = { unitId: paper.unitId, councilId: null, paperType: type, date: today };
  const { seriesId, first } = await takeNumbers(tx, series);
  const symbol = paperSymbol({ number: first, type, issuer: unit.symbol });
  await tx
    .update(officePapers)
    .set({ status: 'numbered', seriesId, number: first, symbol, issuedOn: today })
    .where(eq(officePapers.id, paper.id));
  return {};
});
