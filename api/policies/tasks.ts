import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { tasks } from '../../db/schema/index.ts';
import { reachesDown } from '../../domain/roles.ts';
import type { Role } from '../contract/common.ts';
import { type Actor, councilsOfRoles, unitsOfRoles } from './actor.ts';
import { coversUnit, idArray, unitsBelow } from './places.ts';

export type TaskRow = typeof tasks.$inferSelect;

/** Condition on `tasks`: is the actor among the candidates, by a role on the council or on the unit, or on one above it where the role reaches down? */
export function candidateOf(actor: Actor): SQL {
  const roles = [...new Set(actor.grants.map(({ role }) => role))];
  const byRole = roles.map((role) => and(eq(tasks.candidateRole, role), placeFits(actor, role)));
  return or(...byRole) ?? sql`false`;
}

function placeFits(actor: Actor, role: Role): SQL | undefined {
  const units = unitsOfRoles(actor, [role]);
  const councils = councilsOfRoles(actor, [role]);
  return or(
    units.length > 0
      ? inArray(tasks.candidateUnitId, reachesDown(role) ? unitsBelow(units) : units)
      : undefined,
    councils.length > 0 ? sql`${tasks.candidateCouncilId} = any(${idArray(councils)})` : undefined,
  );
}

/** Is the actor among the candidates of this task? */
export async function isCandidate(db: Executor, actor: Actor, task: TaskRow): Promise<boolean> {
  if (task.candidateCouncilId) {
    return councilsOfRoles(actor, [task.candidateRole]).includes(task.candidateCouncilId);
  }
  const { candidateRole, candidateUnitId } = task;
  if (candidateUnitId === null) return false;
  if (reachesDown(candidateRole)) return coversUnit(db, actor, [candidateRole], candidateUnitId);
  return unitsOfRoles(actor, [candidateRole]).includes(candidateUnitId);
}
