import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { joinPaper as join, NoPaperProcessError } from '../../db/papers/join-paper.ts';
import { tasks } from '../../db/schema/index.ts';
import { paperKinds } from '../../domain/dossier-papers.ts';
import { unitAtPlace } from '../places.ts';
import { titleOf } from '../signer-title.ts';
import { JobError, type TransactionalJob } from './job.ts';

/**
 * `join-paper` (variables `paperKind`, `issuerPlace`, `recipientPlace`): puts the dossier on the list of the paper that carries out
 * what the head of the issuing unit approved, and answers `paperEntryId`, which the stage waits by.
 */
export const joinPaper: TransactionalJob = async ({ tx, dossier, job, now }) => {
  const { paperKind, issuerPlace, recipientPlace } = job.variables;
  const kind = paperKinds.find((known) => known === paperKind);
  if (!kind || typeof issuerPlace !== 'string')
    throw new JobError(
      'invalid_variable',
      `${job.element}: paperKind is ${paperKinds.join(' or ')}, issuerPlace a place.`,
    );
  if (!dossier.ruleSetId) throw new JobError('no_rule_set', 'The dossier is bound to no rule-set.');
  const issuerId = await unitAtPlace(tx, dossier, issuerPlace);
  const recipientId =
    typeof recipientPlace === 'string' ? await unitAtPlace(tx, dossier, recipientPlace) : null;
  const approval = await headsApproval(tx, dossier.id, issuerId);
  if (!approval?.decidedBy)
    throw new JobError('no_approval', 'No approval of its head stands behind this paper.');
  const { awardCode, periodFrom, periodTo, ruleSetId } = dossier;
  const signed = {
    signerId: approval.decidedBy,
    signedForId: approval.decidedFor,
    signerTitle: await titleOf(tx, approval.decidedBy),
  };
  const basket = { kind, issuerId, recipientId, awardCode, periodFrom, periodTo, ruleSetId, ...signed };
  try {
    const { entryId } = await join(tx, basket, dossier.id, now);
    return { variables: { paperEntryId: entryId } };
  } catch (error) {
    if (error instanceof NoPaperProcessError) throw new JobError(error.code, error.message);
    throw error;
  }
};

/** The newest approval of a dossier by the head of a unit. */
async function headsApproval(tx: Executor, dossierId: string, unitId: string) {
  const [task] = await tx
    .select({ decidedBy: tasks.decidedBy, decidedFor: tasks.decidedFor })
    .from(tasks)
    .where(
      and(
        eq(tasks.subjectId, dossierId),
        eq(tasks.candidateRole, 'head'),
        eq(tasks.candidateUnitId, unitId),
        eq(tasks.verdict, 'approve'),
        eq(tasks.status, 'done'),
        isNull(tasks.about),
      ),
    )
    .orderBy(desc(tasks.decidedAt))
    .limit(1);
  return task;
}
