import { inArray } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { submissionPolicies } from '../../db/schema/index.ts';
import { lineOf } from '../../db/unit-line.ts';
import type { SubmissionPolicy } from '../contract/eligibility.ts';

/** How a unit submits: its own policy or that of the nearest unit above; where none says, a reason has to be given. */
export async function submissionPolicyOf(db: Executor, unitId: string): Promise<SubmissionPolicy> {
  const line = await lineOf(db, unitId);
  const stated = await db.select().from(submissionPolicies).where(inArray(submissionPolicies.unitId, line));
  const nearest = line.flatMap((id) => stated.find((policy) => policy.unitId === id) ?? [])[0];
  return { ineligible: nearest?.ineligible ?? 'acknowledge' };
}
