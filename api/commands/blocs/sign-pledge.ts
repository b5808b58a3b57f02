import { and, eq } from 'drizzle-orm';
import { blocElements } from '../../../db/blocs/process.ts';
import type { Executor } from '../../../db/client.ts';
import { blocSignatures, blocYears } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { SignPledgeRequest } from '../../contract/blocs.ts';
import { ApiError } from '../../errors.ts';
import { unitsOfRoles } from '../../policies/actor.ts';
import { visibleBlocYear } from '../../policies/blocs.ts';
import type { TaskRow } from '../../policies/tasks.ts';
import { completeTask } from '../tasks/complete-task.ts';
import { askedTask, memberOf } from './bloc-guards.ts';

/**
 * Signs the pledge for a member (ký giao ước), as its head: by completing the member's task, so that there is one way to sign.
 * `hash` is of the text that was read.
 * @throws ApiError bloc_year_not_found, bloc_unit_not_member, forbidden, pledge_not_open, pledge_signed, paper_changed, and what
 *   completing a task refuses
 */
export async function signPledge(
  context: CommandContext,
  { blocYearId, unitId, hash }: SignPledgeRequest & { blocYearId: string },
): Promise<void> {
  const { db, actor } = context;
  const { blocYear } = await visibleBlocYear(context, blocYearId);
  const member = await memberOf(db, blocYearId, unitId);
  if (!unitsOfRoles(actor, ['head']).includes(unitId)) throw new ApiError('forbidden');
  const task = await askedTask(db, blocYear, blocElements.sign, unitId);
  if (!task) {
    const [signed] = await db
      .select({ memberId: blocSignatures.memberId })
      .from(blocSignatures)
      .where(eq(blocSignatures.memberId, member.id));
    throw new ApiError(signed ? 'pledge_signed' : 'pledge_not_open');
  }
  if (blocYear.pledgeHash !== hash) throw new ApiError('paper_changed');
  await completeTask(context, { taskId: task.id, version: task.version, verdict: 'approve' });
}

/** The signature itself: what completing the task of signing writes. */
export async function storeSignature(
  tx: Executor,
  { actor, now }: CommandContext,
  { subjectId: blocYearId, candidateUnitId }: TaskRow,
): Promise<void> {
  if (candidateUnitId === null) throw new Error('a pledge is signed for a unit');
  const member = await memberOf(tx, blocYearId, candidateUnitId);
  const [signed] = await tx
    .select({ hash: blocYears.pledgeHash })
    .from(blocYears)
    .where(eq(blocYears.id, blocYearId));
  if (!signed?.hash) throw new ApiError('pledge_not_open');
  await tx
    .insert(blocSignatures)
    .values({
      memberId: member.id,
      contentHash: signed.hash,
      accountId: actor.accountId,
      signedForId: actor.onBehalfOf?.accountId ?? null,
      signedAt: now,
    })
    // An administrator may have asked again for what is signed already: the text is the same, and so is the signature.
    .onConflictDoNothing();
}

/** A signature that stood before, because the step was asked again, stays. */
export async function takeSignatureBack(
  tx: Executor,
  { actor }: CommandContext,
  { subjectId: blocYearId, candidateUnitId, decidedAt }: TaskRow,
): Promise<void> {
  if (candidateUnitId === null || decidedAt === null)
    throw new Error('a decided task of a unit is taken back');
  const member = await memberOf(tx, blocYearId, candidateUnitId);
  await tx
    .delete(blocSignatures)
    .where(
      and(
        eq(blocSignatures.memberId, member.id),
        eq(blocSignatures.accountId, actor.accountId),
        eq(blocSignatures.signedAt, decidedAt),
      ),
    );
}
