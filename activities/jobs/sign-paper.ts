import { papers } from '../../db/schema/index.ts';
import { unitAtPlace } from '../places.ts';
import { titleOf } from '../signer-title.ts';
import { JobError, type TransactionalJob } from './job.ts';
import { lastDecision } from './last-decision.ts';

/**
 * `sign-paper`, of definitions in which a dossier's own process makes its decision: the approval of the head who decided last becomes
 * a signed paper over this dossier alone, still without a number.
 */
export const signPaper: TransactionalJob = async ({ tx, dossier, job, now }) => {
  const approval = await lastDecision(tx, dossier.id, 'approve');
  if (!approval?.decidedBy) throw new JobError('no_approval', 'No approval stands behind this decision.');
  const issuerId = await unitAtPlace(tx, dossier, 'decider');
  const [paper] = await tx
    .insert(papers)
    .values({
      subjectId: dossier.id,
      kind: 'decision',
      issuerId,
      status: 'signed',
      signerId: approval.decidedBy,
      signedForId: approval.decidedFor,
      signerTitle: await titleOf(tx, approval.decidedBy),
      signedAt: now,
      sourceVisit: job.job,
    })
    .returning({ id: papers.id });
  return { variables: { paperId: paper?.id ?? null } };
};
