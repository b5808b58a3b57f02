import type { CommandContext } from '../../context.ts';
import type { BallotEntry, Choice } from '../../contract/ballots.ts';
import { type BulkOutcome, forEachItem, requireDistinct } from '../bulk.ts';
import { castBallots, checkBallots } from './cast-ballots.ts';

export interface CastAlikeProps {
  sessionId: string;
  /** With the numbers of the own ballots that these replace. */
  ballots: Pick<BallotEntry, 'agendaItemId' | 'replaces'>[];
  choice: Choice;
  /** Only find out what would be refused, and why. */
  preview: boolean;
}

/**
 * Casts the same choice on many nominations: what one is refused for does not hold the others up, and each is answered for.
 * What is accepted is stored together, as one request.
 * @throws ApiError item_listed_twice, and what `castBallots` throws where the session changes at this very moment
 */
export async function castAlike(
  context: CommandContext,
  { sessionId, ballots, choice, preview }: CastAlikeProps,
): Promise<BulkOutcome[]> {
  const entries = new Map(ballots.map((entry) => [entry.agendaItemId, { ...entry, choice }]));
  const ids = ballots.map(({ agendaItemId }) => agendaItemId);
  requireDistinct(ids);
  const outcomes = await forEachItem(context, ids, async (id) => {
    const entry = entries.get(id);
    if (entry) await checkBallots(context, { sessionId, ballots: [entry] });
  });
  const accepted = outcomes.flatMap(({ id, accepted }) => (accepted ? [entries.get(id)] : []));
  const cast = accepted.filter((entry) => entry !== undefined);
  if (!preview && cast.length > 0) await castBallots(context, { sessionId, ballots: cast });
  return outcomes;
}
