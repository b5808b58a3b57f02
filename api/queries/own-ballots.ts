import { and, eq, inArray } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { ballots, sealedBallots } from '../../db/schema/index.ts';
import type { BallotSecrets } from '../ballot-box.ts';
import type { Choice } from '../contract/ballots.ts';
import type { Voter } from './voters.ts';

/** A member's own ballot on one agenda item. */
export interface OwnBallot {
  agendaItemId: string;
  choice: Choice;
  /** Number of the ballot, which the next one replaces; 0 for a written opinion where the others vote secretly. */
  version: number;
  /** Of a sealed ballot only. */
  receipt: string | null;
}

/**
 * A member's ballots on these items, by item. After the close of a secret vote only written opinions are left: nobody
 * can tell any more who cast which ballot, the member neither.
 */
export async function ownBallots(
  db: Executor,
  secrets: BallotSecrets,
  voter: Pick<Voter, 'sessionId' | 'sessionMemberId' | 'personId' | 'ballotKind' | 'boxSecretId' | 'status'>,
  itemIds: readonly string[],
): Promise<Map<string, OwnBallot>> {
  const secret = voter.ballotKind === 'secret';
  const signed = await db
    .select({ agendaItemId: ballots.agendaItemId, choice: ballots.choice, version: ballots.version })
    .from(ballots)
    .where(
      and(eq(ballots.sessionMemberId, voter.sessionMemberId), inArray(ballots.agendaItemId, [...itemIds])),
    );
  const own = new Map<string, OwnBallot>(
    signed.map((ballot) => [
      ballot.agendaItemId,
      { ...ballot, version: secret ? 0 : ballot.version, receipt: null },
    ]),
  );
  if (!secret || voter.status !== 'open') return own;
  const box = secrets.box(voter.sessionId, voter.boxSecretId);
  const places = itemIds.map((agendaItemId) => box.place(voter.personId, agendaItemId));
  const sealed = await db.select().from(sealedBallots).where(inArray(sealedBallots.place, places));
  for (const { place, agendaItemId, version, sealed: content } of sealed)
    own.set(agendaItemId, { agendaItemId, version, ...box.open(place, version, content) });
  return own;
}
