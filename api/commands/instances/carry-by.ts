import { and, eq } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import {
  blocYears,
  dossiers,
  initiativeApplications,
  officePapers,
  papers,
  planScorings,
  roleModels,
  sessions,
  workPlans,
} from '../../../db/schema/index.ts';
import type { SubjectKind } from '../../../domain/subjects.ts';
import type { SubjectRef } from '../../contract/common.ts';

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

/** From now on another instance carries the subject. A dossier that was withdrawn with its instance is running again. */
export async function carryBy(
  tx: Executor,
  { kind, id }: Pick<SubjectRef, 'kind' | 'id'>,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const table = tables[kind];
  await tx
    .update(table)
    .set({ instanceId: to })
    .where(and(eq(table.id, id), eq(table.instanceId, from)));
  if (kind === 'dossier')
    await tx.update(dossiers).set({ status: 'running', endReason: null }).where(eq(dossiers.instanceId, to));
}
