import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { draftAgain } from '../../../db/office-papers/papers.ts';
import { voidUnnumberedDecision } from '../../../db/papers/own-decision.ts';
import { openVersion } from '../../../db/plans/versions.ts';
import {
  blocMembers,
  blocSheets,
  blocSignatures,
  blocYears,
  dossiers,
  initiativeApplications,
  officePapers,
  papers,
  planScorings,
  planVersions,
  roleModels,
  scoreSheets,
  sessions,
  workPlans,
} from '../../../db/schema/index.ts';
import type { SubjectKind } from '../../../domain/subjects.ts';
import { endOfTerm } from '../../../engine/time/local-date.ts';
import type { Variables } from '../../../engine/types.ts';
import type { SubjectRef } from '../../contract/common.ts';
import { timesOf } from '../councils/session-process.ts';

/** Where each kind of subject names the instance that carries it. */
const tables = {
  dossier: dossiers,
  session: sessions,
  work_plan: workPlans,
  plan_scoring: planScorings,
  initiative: initiativeApplications,
  office_paper: officePapers,
  paper: papers,
  bloc_year: blocYears,
  role_model: roleModels,
} satisfies Record<SubjectKind, unknown>;

/**
 * Makes a subject what its process finds when it starts, and answers what of the variables that it was started with has been
 * changed since. What people wrote stays; what they handed in, signed or closed is theirs to hand in, sign or close again.
 */
type LeadBack = (tx: Executor, id: string, now: Date) => Promise<Variables | undefined>;

/** A kind that is not named is at its start whatever its process has done. */
const leadBack: Partial<Record<SubjectKind, LeadBack>> = {
  async session(tx, id) {
    const [session] = await tx.select().from(sessions).where(eq(sessions.id, id));
    return session && timesOf(session);
  },

  async work_plan(tx, id, now) {
    const [plan] = await tx.select().from(workPlans).where(eq(workPlans.id, id));
    const [open] = await tx
      .select({ number: planVersions.number })
      .from(planVersions)
      .where(and(eq(planVersions.planId, id), isNull(planVersions.closedAt)));
    if (plan && !open) await openVersion(tx, plan, now);
    return undefined;
  },

  async plan_scoring(tx, id) {
    await tx.update(scoreSheets).set({ handedInAt: null }).where(eq(scoreSheets.scoringId, id));
    const [scoring] = await tx.select().from(planScorings).where(eq(planScorings.id, id));
    return scoring && { scoringDue: endOfTerm(scoring.dueOn) };
  },

  async office_paper(tx, id) {
    await tx.update(officePapers).set(draftAgain).where(eq(officePapers.id, id));
    return undefined;
  },

  async bloc_year(tx, id) {
    await tx.update(blocYears).set({ pledge: null, pledgeHash: null }).where(eq(blocYears.id, id));
    const members = tx.select({ id: blocMembers.id }).from(blocMembers).where(eq(blocMembers.blocYearId, id));
    await tx.delete(blocSignatures).where(inArray(blocSignatures.memberId, members));
    await tx.update(blocSheets).set({ handedInAt: null }).where(inArray(blocSheets.memberId, members));
    return undefined;
  },
};

/**
 * From now on another instance carries the subject: a dossier or an initiative that was withdrawn, returned or on its way out is under
 * way again. Where the new instance begins at the beginning (`anew`), so does the subject.
 * @returns variables of the start that have changed since the subject's process was started first
 */
export async function takeUp(
  tx: Executor,
  { kind, id }: Pick<SubjectRef, 'kind' | 'id'>,
  { from, to, anew, now }: { from: string; to: string; anew: boolean; now: Date },
): Promise<Variables> {
  const table = tables[kind];
  await tx
    .update(table)
    .set({ instanceId: to })
    .where(and(eq(table.id, id), eq(table.instanceId, from)));
  const underWay = { status: 'running', endReason: null } as const;
  if (kind === 'dossier') await tx.update(dossiers).set(underWay).where(eq(dossiers.id, id));
  if (kind === 'initiative')
    await tx
      .update(initiativeApplications)
      .set({ ...underWay, version: sql`${initiativeApplications.version} + 1` })
      .where(eq(initiativeApplications.id, id));
  if (!anew) return {};
  await voidUnnumberedDecision(tx, id, now);
  return (await leadBack[kind]?.(tx, id, now)) ?? {};
}
