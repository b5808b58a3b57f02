import { and, eq } from 'drizzle-orm';
import { papers, units } from '../../db/schema/index.ts';
import { paperSymbol } from '../../domain/numbering.ts';
import { takeNumbers } from '../take-number.ts';
import { JobError, type TransactionalJob } from './job.ts';

const paperType = 'QĐ';

/**
 * `number-paper`: gives the signed decision the next number of the issuer's series of the year and the date of issue.
 * One running series per year, without gaps (NĐ 30/2020 Đ15).
 */
export const numberPaper: TransactionalJob = async ({ tx, dossier, today }) => {
  const [paper] = await tx
    .select({ id: papers.id, issuerId: papers.issuerId, issuerSymbol: units.paperSymbol })
    .from(papers)
    .innerJoin(units, eq(units.id, papers.issuerId))
    .where(and(eq(papers.subjectId, dossier.id), eq(papers.kind, 'decision'), eq(papers.status, 'signed')));
  if (!paper) throw new JobError('no_signed_paper', 'There is no signed decision to number.');
  if (!paper.issuerSymbol)
    throw new JobError(
      'no_paper_symbol',
      'The deciding unit has no paper symbol; an administrator can set it.',
    );
  const { seriesId, first } = await takeNumbers(tx, {
    unitId: paper.issuerId,
    councilId: null,
    paperType,
    date: today,
  });
  const symbol = paperSymbol({ number: first, type: paperType, issuer: paper.issuerSymbol });
  await tx
    .update(papers)
    .set({ status: 'numbered', seriesId, number: first, symbol, issuedOn: today })
    .where(eq(papers.id, paper.id));
  return { variables: { paperId: paper.id } };
};
