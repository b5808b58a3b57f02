import { eq } from 'drizzle-orm';
import { closeVersion, openVersion } from '../../../db/plans/versions.ts';
import { workPlans } from '../../../db/schema/index.ts';
import { JobError, type SubjectJob, type SubjectJobContext } from '../job.ts';

async function planOf({ tx, subject }: SubjectJobContext) {
  const [plan] = await tx.select().from(workPlans).where(eq(workPlans.id, subject.id));
  if (!plan) throw new JobError('not_a_plan', 'This job needs a work plan.');
  return plan;
}

/** `close-plan-version`: a round has ended; the version keeps what it found. */
export const closePlanVersion: SubjectJob = async (context) => {
  const plan = await planOf(context);
  if (!(await closeVersion(context.tx, plan.id, context.now)))
    throw new JobError('no_open_version', 'The plan has no version that is being written.');
  return {};
};

/** `open-plan-version`: the next round begins with what the last one ended with. */
export const openPlanVersion: SubjectJob = async (context) => {
  await openVersion(context.tx, await planOf(context), context.now);
  return {};
};

/** `assign-plan`: the head has assigned the plan as its last version holds it. */
export const assignPlan: SubjectJob = async (context) => {
  const plan = await planOf(context);
  const { tx, today } = context;
  await tx.update(workPlans).set({ status: 'assigned', assignedOn: today }).where(eq(workPlans.id, plan.id));
  return {};
};
