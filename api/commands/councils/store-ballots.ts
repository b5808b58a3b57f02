import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { agendaItems, ballots } from '../../../db/schema/index.ts';
import type { Choice } from '../../contract/councils.ts';
import { ApiError } from '../../errors.ts';

export interface BallotEntry {
  agendaItemId: string;
  choice: Choice;
}

export interface MemberBallots {
  sessionId: string;
  sessionMemberId: string;
  entries: BallotEntry[];
  channel: 'room' | 'remote' | 'written';
  /** The written opinion, for the channel `written`. */
  documentId: string | null;
  castAt: Date;
}

/**
 * Writes one member's ballots of an open session; a later ballot replaces an earlier one.
 * @throws ApiError ballot_listed_twice, not_on_agenda, agenda_item_decided
 */
export async function storeBallots(
  tx: Executor,
  { sessionId, entries, ...shared }: MemberBallots,
): Promise<void> {
  const ids = entries.map(({ agendaItemId }) => agendaItemId);
  if (new Set(ids).size !== ids.length) throw new ApiError('ballot_listed_twice');
  const items = await tx
    .select({ id: agendaItems.id, result: agendaItems.result })
    .from(agendaItems)
    .where(and(eq(agendaItems.sessionId, sessionId), inArray(agendaItems.id, ids)))
    .for('share');
  if (items.length !== ids.length) throw new ApiError('not_on_agenda');
  if (items.some(({ result }) => result !== null)) throw new ApiError('agenda_item_decided');
  await tx
    .insert(ballots)
    .values(entries.map((entry) => ({ ...entry, ...shared })))
    .onConflictDoUpdate({
      target: [ballots.agendaItemId, ballots.sessionMemberId],
      set: {
        choice: sql`excluded.choice`,
        channel: sql`excluded.channel`,
        documentId: sql`excluded.document_id`,
        castAt: sql`excluded.cast_at`,
      },
    });
}

/** Ballots as the audit log keeps them: item -> choice. */
export const auditedBallots = (entries: BallotEntry[]) =>
  Object.fromEntries(entries.map(({ agendaItemId, choice }) => [agendaItemId, choice]));
