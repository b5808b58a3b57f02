import { voidUnnumberedDecision } from '../../db/papers/own-decision.ts';
import { papers } from '../../db/schema/index.ts';
import { unitAtPlace } from '../places.ts';
import { titleOf } from '../signer-title.ts';
import { JobError, type SubjectJob } from './job.ts';
import { lastDecision } from './last-decision.ts';

/**
 * `sign-paper`, where the process of a subject makes its own decision: the approval of the head who decided last becomes a signed paper
 * over this subject alone, still without a number; one signed before, which an administrator led back, is void. An initiative's does; a dossier's did in definitions older than shared papers.
 */
export const signPaper: SubjectJob = async ({ tx, subject, dossier, job, now }) => {
  const approval = await lastDecision(tx, subject.id, 'approve');
  if (!approval?.decidedBy) throw new JobError('no_approval', 'No approval stands behind this decision.');
  const issuerId = await unitAtPlace(tx, dossier ?? subject, 'decider');
  await voidUnnumberedDecision(tx, subject.id, now);
  const [paper] = await tx
    .insert(papers)
    .values({
      subjectId: subject.id,
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
