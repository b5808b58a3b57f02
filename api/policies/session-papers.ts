import { and, eq, type SQL, sql } from 'drizzle-orm';
import {
  agendaItems,
  conflictDeclarations,
  councilMembers,
  documents,
  recusals,
  referrals,
  sessionMembers,
  sessionPapers,
  sessions,
} from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { Actor } from './actor.ts';
import { capacityIn, inOffice, type Session, sessionVisibleTo, sitsAs } from './councils.ts';

/** Is the actor a member of the session: as it was opened, or before that of the council today? */
export async function isMemberOf(context: CommandContext, session: Session): Promise<boolean> {
  const { db, actor, today } = context;
  if (session.openedAt === null) return (await capacityIn(db, actor, session.councilId, today)) !== null;
  const [member] = await db
    .select({ id: sessionMembers.id })
    .from(sessionMembers)
    .where(and(eq(sessionMembers.sessionId, session.id), sitsAs(actor.personId)));
  return member !== undefined;
}

/**
 * Condition on `documents`: is the paper of a dossier kept from the actor by a session that considers it now? It is kept from a
 * member who has not declared about conflicts of interest, or has one with every nomination of the dossier. The secretary
 * prepares the papers and is not kept from them.
 */
export function keptFrom({ personId }: Actor, today: string): SQL<boolean> {
  const member = sql`(
    exists (select from ${sessionMembers} where ${sessionMembers.sessionId} = ${sessions.id}
      and ${sitsAs(personId)} and ${sessionMembers.capacity} <> 'secretary')
    or ${sessions.status} = 'planned' and exists (select from ${councilMembers}
      where ${councilMembers.councilId} = ${sessions.councilId} and ${councilMembers.personId} = ${personId}
        and ${councilMembers.capacity} <> 'secretary' and ${inOffice(today)}))`;
  const undeclared = sql`not exists (select from ${conflictDeclarations}
    where ${conflictDeclarations.sessionId} = ${sessions.id} and ${conflictDeclarations.personId} = ${personId})`;
  const ofDossier = sql`${agendaItems.sessionId} = ${sessions.id} and ${referrals.subjectId} = ${documents.subjectId}`;
  const unrecused = sql`exists (select from ${agendaItems} join ${referrals} on ${referrals.id} = ${agendaItems.referralId}
    where ${ofDossier} and not exists (select from ${recusals}
      where ${recusals.agendaItemId} = ${agendaItems.id} and ${recusals.personId} = ${personId}))`;
  return sql<boolean>`exists (select from ${sessions}
    where ${sessions.status} in ('planned', 'open') and ${member}
      and exists (select from ${agendaItems} join ${referrals} on ${referrals.id} = ${agendaItems.referralId}
        where ${ofDossier})
      and (${undeclared} or not ${unrecused}))`;
}

/** Condition on `documents`: is it a paper of a session that the actor may read? */
export function isPaperOfVisibleSession(actor: Actor, today: string): SQL {
  return sql`exists (select from ${sessionPapers} join ${sessions} on ${sessions.id} = ${sessionPapers.sessionId}
    join councils on councils.id = ${sessions.councilId}
    where ${sessionPapers.documentId} = ${documents.id} and ${sessionVisibleTo(actor, today)})`;
}
