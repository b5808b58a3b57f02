import { eq } from 'drizzle-orm';
import { submissionPolicies } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { SubmissionPolicy } from '../../contract/eligibility.ts';
import { ApiError } from '../../errors.ts';
import { coversUnit } from '../../policies/places.ts';
import { writeAudit } from '../audit.ts';

/** Says how a unit and all below it submit. @throws ApiError forbidden, also where there is no such unit */
export async function setSubmissionPolicy(
  context: CommandContext,
  { unitId, ineligible }: SubmissionPolicy & { unitId: string },
): Promise<void> {
  const { db, actor } = context;
  if (!(await coversUnit(db, actor, ['admin'], unitId))) throw new ApiError('forbidden');
  await db.transaction(async (tx) => {
    await tx
      .insert(submissionPolicies)
      .values({ unitId, ineligible })
      .onConflictDoUpdate({ target: submissionPolicies.unitId, set: { ineligible } });
    await writeAudit(tx, context, {
      action: 'unit.submission_policy',
      subjectKind: 'unit',
      subjectId: unitId,
      details: { ineligible },
    });
  });
}

/** Takes a unit's own policy back, so that it follows the nearest unit above. @throws ApiError forbidden */
export async function dropSubmissionPolicy(context: CommandContext, unitId: string): Promise<void> {
  const { db, actor } = context;
  if (!(await coversUnit(db, actor, ['admin'], unitId))) throw new ApiError('forbidden');
  await db.transaction(async (tx) => {
    const dropped = await tx
      .delete(submissionPolicies)
      .where(eq(submissionPolicies.unitId, unitId))
      .returning({ ineligible: submissionPolicies.ineligible });
    if (dropped.length === 0) return;
    await writeAudit(tx, context, {
      action: 'unit.drop_submission_policy',
      subjectKind: 'unit',
      subjectId: unitId,
      details: { before: dropped[0]?.ineligible },
    });
  });
}
