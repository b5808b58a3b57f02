import { eq } from 'drizzle-orm';
import { roleModels } from '../../db/schema/index.ts';
import { JobError, type SubjectJob } from './job.ts';
import { lastDecision } from './last-decision.ts';

/** `approve-role-model`: the head decided that the example is made known; whether it is shown is for the consent to say. */
export const approveRoleModel: SubjectJob = async ({ tx, subject, now }) => {
  await tx
    .update(roleModels)
    .set({ status: 'approved', approvedAt: now })
    .where(eq(roleModels.id, subject.id));
  return {};
};

/** `reject-role-model`: it was refused, or the person does not consent; keeps the reason of that decision. */
export const rejectRoleModel: SubjectJob = async ({ tx, subject, job }) => {
  const decision = await lastDecision(tx, subject.id, 'reject');
  if (!decision?.reason) throw new JobError('no_rejection', `${job.element}: nobody has rejected this.`);
  await tx
    .update(roleModels)
    .set({ status: 'rejected', endReason: decision.reason })
    .where(eq(roleModels.id, subject.id));
  return {};
};
