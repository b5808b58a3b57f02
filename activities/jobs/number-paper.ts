import { and, eq } from 'drizzle-orm';
import { papers, units } from '../../db/schema/index.ts';
import { paperTypes } from '../../domain/dossier-papers.ts';
import { paperSymbol } from '../../domain/numbering.ts';
import { takeNumbers } from '../take-number.ts';
import { JobError, type SubjectJob } from './job.ts';
import { isPaperOf } from './paper-of.ts';

/**
 * `number-paper`: gives the signed paper the next number of the issuer's series of its type and year, and the date of issue. One
 * running series per year, without gaps (NĐ 30/2020 Đ15).
 */
export const numberPaper: SubjectJob = async ({ tx, subject, today }) => {
  const [paper] = await tx
    .select({
      id: papers.id,
      kind: papers.kind,
      issuerId: papers.issuerId,
      issuerSymbol: units.paperSymbol,
    })
    .from(papers)
    .innerJoin(units, eq(units.id, papers.issuerId))
    .where(and(isPaperOf(subject), eq(papers.status, 'signed')));
  if (!paper) throw new JobError('no_signed_paper', 'There is no signed paper to number.');
  if (!paper.issuerSymbol)
    throw new JobError(
      'no_paper_symbol',
      'The issuing unit has no paper symbol; an administrator can set it.',
    );
  const type = paperTypes[paper.kind];
  const { seriesId, first } = await takeNumbers(tx, {
    unitId: paper.issuerId,
    councilId: null,
    paperType: type,
    date: today,
  });
  const symbol = paperSymbol({ number: first, type, issuer: paper.issuerSymbol });
  await tx
    .update(papers)
    .set({ status: 'numbered', seriesId, number: first, symbol, issuedOn: today })
    .where(eq(papers.id, paper.id));
  return { variables: { paperId: paper.id } };
};
