import { and, desc, eq, isNull } from 'drizzle-orm';
import { accounts, papers, positions } from '../../db/schema/index.ts';
import { unitAtPlace } from '../places.ts';
import { JobError, type TransactionalJob } from './job.ts';
import { lastDecision } from './last-decision.ts';

/** `sign-paper`: the decision of the head who approved last becomes a signed paper, still without a number. */
export const signPaper: TransactionalJob = async ({ tx, dossier, job, now }) => {
  const approval = await lastDecision(tx, dossier.id, 'approve');
  if (!approval?.decidedBy) throw new JobError('no_approval', 'No approval stands behind this decision.');
  const issuerId = await unitAtPlace(tx, dossier, 'decider');
  const [position] = await tx
    .select({ title: positions.title })
    .from(positions)
    .innerJoin(accounts, eq(accounts.personId, positions.personId))
    .where(and(eq(accounts.id, approval.decidedBy), isNull(positions.validTo)))
    .orderBy(desc(positions.validFrom))
    .limit(1);
  const [paper] = await tx
    .insert(papers)
    .values({
      dossierId: dossier.id,
      kind: 'decision',
      issuerId,
      status: 'signed',
      signerId: approval.decidedBy,
      signerTitle: position?.title ?? null,
      signedAt: now,
      sourceVisit: job.job,
    })
    .returning({ id: papers.id });
  return { variables: { paperId: paper?.id ?? null } };
};
