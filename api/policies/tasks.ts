import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { tasks } from '../../db/schema/index.ts';
import type { Role } from '../contract/common.ts';
import { type Actor, councilsOfRoles, unitsOfRoles } from './actor.ts';
import { coversUnit, idArray, unitsBelow } from './places.ts';

export type TaskRow = typeof tasks.$inferSelect;

/** Condition on `tasks`: is the actor among the candidates, by a role on the unit (or one above it) or on the council? */
export function candidateOf(actor: Actor): SQL {
  const roles = [...new Set(actor.grants.map(({ role }) => role))];
  const byRole = roles.map((role) => and(eq(tasks.candidateRole, role), placeFits(actor, role)));
  return or(...byRole) ?? sql`false`;
}

function placeFits(actor: Actor, role: Role): SQL | undefined {
  const units = unitsOfRoles(actor, [role]);
  const councils = councilsOfRoles(actor, [role]);
  return or(
    units.length > 0 ? inArray(tasks.candidateUnitId, unitsBelow(units)) : undefined,
    councils.length > 0 ? sql`${tasks.candidateCouncilId} = any(${idArray(councils)})` : undefined,
  );
}

/** Is the actor among the candidates of this task? */
export async function isCandidate(db: Executor, actor: Actor, task: TaskRow): Promise<boolean> {
  if (task.candidateCouncilId) {
    return councilsOfRoles(actor, [task.candidateRole]).includes(task.candidateCouncilId);
  }
  return task.candidateUnitId !== null && coversUnit(db, actor, [task.candidateRole], task.candidateUnitId);
}
