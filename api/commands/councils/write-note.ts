import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { agendaItems, sessionNotes } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { SessionNoteRequest } from '../../contract/sessions.ts';
import { ApiError } from '../../errors.ts';
import { managedSession, type Session } from '../../policies/councils.ts';
import { openStep } from '../../queries/session-step.ts';
import { writeAudit } from '../audit.ts';
import { lockInstancesOf } from './council-results.ts';

/**
 * Writes what was said on an item, or what the chair concluded, for the minutes: while the session is open, and after its close
 * until the minutes are made; again when a signer sent them back.
 * @throws ApiError session_not_found, forbidden, session_not_open, notes_closed, agenda_item_not_found, note_changed
 */
export async function writeNote(
  context: CommandContext,
  { sessionId, agendaItemId, text, version }: SessionNoteRequest & { sessionId: string },
): Promise<void> {
  const { actor, now } = context;
  const session = await managedSession(context, sessionId);
  await context.db.transaction(async (tx) => {
    await lockInstancesOf(tx, sessionId);
    await requireOpenNotes(tx, session);
    if (agendaItemId !== null) {
      const [item] = await tx
        .select({ id: agendaItems.id })
        .from(agendaItems)
        .where(and(eq(agendaItems.id, agendaItemId), eq(agendaItems.sessionId, sessionId)));
      if (!item) throw new ApiError('agenda_item_not_found');
    }
    const about =
      agendaItemId === null ? isNull(sessionNotes.agendaItemId) : eq(sessionNotes.agendaItemId, agendaItemId);
    const written = { text, writtenBy: actor.accountId, writtenAt: now };
    const rows =
      version === 0
        ? await tx
            .insert(sessionNotes)
            .values({ sessionId, agendaItemId, ...written })
            .onConflictDoNothing()
            .returning({ id: sessionNotes.id })
        : await tx
            .update(sessionNotes)
            .set({ ...written, version: sql`${sessionNotes.version} + 1` })
            .where(and(eq(sessionNotes.sessionId, sessionId), about, eq(sessionNotes.version, version)))
            .returning({ id: sessionNotes.id });
    if (rows.length === 0) throw new ApiError('note_changed');
    await writeAudit(tx, context, {
      action: 'session.note',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { agendaItemId, text },
    });
  });
}

async function requireOpenNotes(tx: Executor, { status, instanceId }: Session): Promise<void> {
  if (status === 'planned' || status === 'cancelled') throw new ApiError('session_not_open');
  if (status === 'open') return;
  // Between the close and this step the process is on its way to it.
  const step = await openStep(tx, instanceId);
  if (status === 'minuted' || (step !== undefined && step.element !== 'write-minutes'))
    throw new ApiError('notes_closed');
}
