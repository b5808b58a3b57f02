import { asc, eq, inArray } from 'drizzle-orm';
import { submissionPolicies } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { UnitSubmissionPolicy } from '../contract/eligibility.ts';
import { unitsOfRoles } from '../policies/actor.ts';
import { unitsBelow } from '../policies/places.ts';
import { type Page, pageOf } from './paging.ts';
import { unitAs } from './references.ts';

/** Policies that units the actor administers have stated themselves. */
export async function findSubmissionPolicies(
  { db, actor }: CommandContext,
  page: Page,
): Promise<{ items: UnitSubmissionPolicy[]; total: number }> {
  const unit = unitAs('policy_unit');
  const rows = await db
    .select({ unit: unit.columns, ineligible: submissionPolicies.ineligible })
    .from(submissionPolicies)
    .innerJoin(unit.unit, eq(unit.unit.id, submissionPolicies.unitId))
    .where(inArray(submissionPolicies.unitId, unitsBelow(unitsOfRoles(actor, ['admin']))))
    .orderBy(asc(unit.unit.code));
  return pageOf(rows, page);
}
