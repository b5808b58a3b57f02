import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { idArray } from '../../db/id-array.ts';
import { taskCandidates, tasks } from '../../db/schema/index.ts';
import { reachesDown } from '../../domain/roles.ts';
import { type Actor, councilsOfRoles, unitsOfRoles } from './actor.ts';
import { unitsBelow } from './places.ts';

export type TaskRow = typeof tasks.$inferSelect;

/**
 * Condition on `tasks`: is the actor among the candidates? By a role at the task's place, or at a further one that the model
 * names, or by name.
 */
export function candidateOf(actor: Actor): SQL<boolean> {
  const { candidateRole: role, candidateUnitId: unitId, candidateCouncilId: councilId } = tasks;
  const atPlace = holdsRoleAt(actor, { role, unitId, councilId });
  const further = or(eq(taskCandidates.accountId, actor.accountId), holdsRoleAt(actor, taskCandidates));
  return sql<boolean>`(${atPlace} or ${tasks.id} in (
    select ${taskCandidates.taskId} from ${taskCandidates} where ${further}))`;
}

type PlaceColumns = {
  role: typeof tasks.candidateRole | typeof taskCandidates.role;
  unitId: typeof tasks.candidateUnitId | typeof taskCandidates.unitId;
  councilId: typeof tasks.candidateCouncilId | typeof taskCandidates.councilId;
};

/** By a role on the council or on the unit, or on one above it where the role reaches down. */
function holdsRoleAt(actor: Actor, place: PlaceColumns): SQL {
  const byRole = [...new Set(actor.grants.map(({ role }) => role))].map((role) => {
    const units = unitsOfRoles(actor, [role]);
    const councils = councilsOfRoles(actor, [role]);
    const fits = or(
      units.length > 0 ? inArray(place.unitId, reachesDown(role) ? unitsBelow(units) : units) : undefined,
      councils.length > 0 ? sql`${place.councilId} = any(${idArray(councils)})` : undefined,
    );
    return and(eq(place.role, role), fits ?? sql`false`);
  });
  return or(...byRole) ?? sql`false`;
}
