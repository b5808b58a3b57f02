import { and, between, eq, inArray, or, sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { dossiers, nominations, workPlanPoints } from '../db/schema/index.ts';
import { type PlanPoints, scoreBasisPoints } from '../domain/scoring.ts';

/**
 * Scores every nominee of a dossier from the work-plan points of the dossier's period (điểm thi đua): writes
 * `nominations.scoreBasisPoints`, null where there was no plan (always so for outsiders). Repeating it gives the same.
 */
export async function computeScores(
  { db }: { db: Database },
  { dossierId }: { dossierId: string },
): Promise<Record<string, never>> {
  await db.transaction(async (tx) => {
    const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.id, dossierId));
    if (!dossier) throw new Error(`there is no dossier ${dossierId}`);
    const nominees = await tx
      .select({ id: nominations.id, personId: nominations.personId, unitId: nominations.unitId })
      .from(nominations)
      .where(eq(nominations.dossierId, dossierId))
      .for('update');
    const points = await tx
      .select()
      .from(workPlanPoints)
      .where(
        and(
          between(workPlanPoints.planYear, dossier.periodFrom, dossier.periodTo),
          or(
            inArray(workPlanPoints.personId, present(nominees.map(({ personId }) => personId))),
            inArray(workPlanPoints.unitId, present(nominees.map(({ unitId }) => unitId))),
          ),
        ),
      );
    const plans = Map.groupBy(points, ({ personId, unitId }) => personId ?? unitId);
    const scores = nominees.map(({ id, personId, unitId }) => ({
      id,
      score: scoreOf(plans, personId ?? unitId),
    }));
    await tx.execute(sql`
      update ${nominations} set score_basis_points = scored.score
      from jsonb_to_recordset(${JSON.stringify(scores)}::jsonb) as scored (id uuid, score integer)
      where ${nominations.id} = scored.id`);
  });
  return {};
}

function scoreOf(plans: Map<string | null, PlanPoints[]>, subject: string | null): number | null {
  return subject === null ? null : scoreBasisPoints(plans.get(subject) ?? []);
}

function present(ids: (string | null)[]): string[] {
  return ids.filter((id) => id !== null);
}
