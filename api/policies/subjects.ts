import { and, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { dossiers, subjects } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { type Actor, unitsOfRoles } from './actor.ts';
import { dossierVisibleTo } from './dossiers.ts';
import { unitRoles, unitsBelow } from './places.ts';

/**
 * Condition on `subjects`: may the actor read the row? A dossier by its own rule; anything else by a role on its unit or on one
 * above it. Whoever has a task in it reads that task by being its candidate.
 */
export function subjectVisibleTo(actor: Actor): SQL | undefined {
  return or(
    sql`exists (select from ${dossiers} where ${and(eq(dossiers.id, subjects.id), dossierVisibleTo(actor))})`,
    and(ne(subjects.kind, 'dossier'), inArray(subjects.unitId, unitsBelow(unitsOfRoles(actor, unitRoles)))),
  );
}

/** Condition on `subjects`: of a unit the actor administers. */
export const administeredSubject = ({ actor }: Pick<CommandContext, 'actor'>): SQL =>
  inArray(subjects.unitId, unitsBelow(unitsOfRoles(actor, ['admin'])));
