import { and, eq, inArray, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { councils, dossiers, initiativeApplications, sessions, subjects } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import { type Actor, unitsOfRoles } from './actor.ts';
import { sessionVisibleTo } from './councils.ts';
import { dossierVisibleTo } from './dossiers.ts';
import { applicationVisibleTo } from './initiatives.ts';
import { unitRoles, unitsBelow } from './places.ts';

/**
 * Condition on `subjects`: may the actor read the row? A dossier, a session and an initiative by their own rules; anything else by a role on
 * its unit or on one above it. Whoever has a task in it reads that task by being its candidate.
 */
export function subjectVisibleTo(actor: Actor, today: string): SQL | undefined {
  return or(
    sql`exists (select from ${dossiers} where ${and(eq(dossiers.id, subjects.id), dossierVisibleTo(actor))})`,
    sql`exists (select from ${sessions} join ${councils} on ${councils.id} = ${sessions.councilId}
      where ${and(eq(sessions.id, subjects.id), sessionVisibleTo(actor, today))})`,
    sql`exists (select from ${initiativeApplications}
      where ${and(eq(initiativeApplications.id, subjects.id), applicationVisibleTo(actor))})`,
    and(
      notInArray(subjects.kind, ['dossier', 'session', 'initiative']),
      inArray(subjects.unitId, unitsBelow(unitsOfRoles(actor, unitRoles))),
    ),
  );
}

/** Condition on `subjects`: of a unit the actor administers. */
export const administeredSubject = ({ actor }: Pick<CommandContext, 'actor'>): SQL =>
  inArray(subjects.unitId, unitsBelow(unitsOfRoles(actor, ['admin'])));
