import { and, asc, count, desc, eq, isNotNull, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '../../db/client.ts';
import {
  agendaItems,
  conflictDeclarations,
  matterOf,
  sessionNotes,
  sessionPapers,
  sessions,
} from '../../db/schema/index.ts';
import { holdingSignatures } from '../../db/session-signatures.ts';
import type { AgendaItem, SessionNote, SessionPaper } from '../contract/sessions.ts';

/** The papers of a session, in the order of their numbers, with the signatures that hold for what they say now. */
export async function papersOfSession(db: Executor, sessionId: string): Promise<SessionPaper[]> {
  const papers = await db
    .select()
    .from(sessionPapers)
    .where(eq(sessionPapers.sessionId, sessionId))
    .orderBy(asc(sessionPapers.kind), asc(sessionPapers.number));
  const signatures = await holdingSignatures(db, eq(sessionPapers.sessionId, sessionId));
  return papers.map(({ id, kind, edition, symbol, issuedOn, contentHash, documentId, subjectId }) => ({
    id,
    kind,
    edition,
    symbol,
    issuedOn,
    contentHash,
    documentId,
    subjectId,
    signatures: signatures
      .filter(({ paperId }) => paperId === id)
      .map(({ capacity, person, signedFor, signedAt }) => ({
        capacity,
        person,
        signedFor,
        signedAt: signedAt.toISOString(),
      })),
  }));
}

/** Notes of a session by agenda item; what the chair concluded under null. */
export async function notesOfSession(
  db: Executor,
  sessionId: string,
): Promise<Map<string | null, SessionNote>> {
  const rows = await db.select().from(sessionNotes).where(eq(sessionNotes.sessionId, sessionId));
  return new Map(rows.map(({ agendaItemId, text, version }) => [agendaItemId, { text, version }]));
}

/** How many members have declared about conflicts of interest, and whether the person has. */
export async function declarationsOf(db: Executor, sessionId: string, personId: string) {
  const ofSession = eq(conflictDeclarations.sessionId, sessionId);
  const [all, own] = await Promise.all([
    db.select({ total: count() }).from(conflictDeclarations).where(ofSession),
    db
      .select({ total: count() })
      .from(conflictDeclarations)
      .where(and(ofSession, eq(conflictDeclarations.personId, personId))),
  ]);
  return { declared: all[0]?.total ?? 0, hasDeclared: (own[0]?.total ?? 0) > 0 };
}

/** By item of a session, the earlier session that sent its matter there without a result. */
export async function sentFrom(
  db: Executor,
  sessionId: string,
): Promise<Map<string, NonNullable<AgendaItem['sentFrom']>>> {
  const earlier = alias(agendaItems, 'earlier');
  const rows = await db
    .select({
      itemId: agendaItems.id,
      id: sessions.id,
      title: sessions.title,
      scheduledAt: sessions.scheduledAt,
      reason: earlier.reason,
    })
    .from(agendaItems)
    .innerJoin(
      earlier,
      and(
        eq(earlier.referralId, agendaItems.referralId),
        eq(matterOf(earlier), matterOf(agendaItems)),
        lt(earlier.round, agendaItems.round),
        isNotNull(earlier.sessionId),
      ),
    )
    .innerJoin(sessions, eq(sessions.id, earlier.sessionId))
    .where(eq(agendaItems.sessionId, sessionId))
    .orderBy(desc(earlier.round));
  // The latest comes first and stays; an earlier ballot of the same session was not sent here.
  const latest = new Map<string, NonNullable<AgendaItem['sentFrom']>>();
  for (const { itemId, scheduledAt, ...from } of rows) {
    if (from.id !== sessionId && !latest.has(itemId))
      latest.set(itemId, { ...from, scheduledAt: scheduledAt.toISOString() });
  }
  return latest;
}
