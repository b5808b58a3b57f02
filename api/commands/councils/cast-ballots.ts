import { sql } from 'drizzle-orm';
import { newReceipt } from '../../ballot-box.ts';
import type { CommandContext } from '../../context.ts';
import type { BallotEntry, CastBallotsResult } from '../../contract/councils.ts';
import { ApiError } from '../../errors.ts';
import { databaseCode } from '../../http/error-mapping.ts';
import { visibleSession } from '../../policies/councils.ts';
import { type OwnBallot, ownBallots } from '../../queries/own-ballots.ts';
import { findVoter, type Voter } from '../../queries/voters.ts';
import { type Casting, castOpen, castSealed } from './ballot-statements.ts';

export interface CastBallotsProps {
  sessionId: string;
  ballots: BallotEntry[];
  /** Where it is left out: `room` for a member marked present, else `remote`. */
  channel?: 'room' | 'remote' | undefined;
}

/** Looks at a session whose agenda keeps changing. */
const attempts = 10;

/**
 * A member votes in an open session. A ballot can be changed until the session is closed; who changes one names the
 * version it replaces, so that two devices do not overwrite each other unseen. All ballots of a request are stored, or none.
 * Sending the same request again is answered as the first time.
 *
 * Two look-ups and one statement: a session's members vote at once, and each of them waits for nobody but the close.
 * @throws ApiError session_not_found, not_a_member, session_not_open, ballot_listed_twice, not_on_agenda,
 *   agenda_item_decided, member_recused, ballot_already_cast, version_conflict
 */
export async function castBallots(
  context: CommandContext,
  props: CastBallotsProps,
): Promise<CastBallotsResult> {
  const { actor } = context;
  const { sessionId, ballots } = props;
  const ids = ballots.map(({ agendaItemId }) => agendaItemId);
  if (new Set(ids).size !== ids.length) throw new ApiError('ballot_listed_twice');
  const receipt = newReceipt();
  // The agenda may change between the look-up and the statement, which then stores nothing: look again.
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const voter = await findVoter(context.db, sessionId, actor.personId);
    if (voter?.status === 'open' && (await store(context, voter, props, receipt))) {
      context.announce(sessionId);
      return {
        recorded: ballots.length,
        castAt: context.now.toISOString(),
        receipt: receiptOf(voter, receipt),
      };
    }
    const standing = await explain(context, voter, props);
    if (standing) return { ...standing, recorded: ballots.length, castAt: context.now.toISOString() };
  }
  throw new ApiError('version_conflict');
}

/** Only a secret ballot has a receipt; an open one is shown to its author anyway. */
const receiptOf = (voter: Voter, receipt: string | null) => (voter.ballotKind === 'secret' ? receipt : null);

/** Stores all ballots or none; false where something stood against it. */
async function store(
  { db, actor, now, ballotSecrets }: CommandContext,
  voter: Voter,
  { ballots, channel, sessionId }: CastBallotsProps,
  receipt: string,
): Promise<boolean> {
  const casting: Casting = {
    sessionId,
    revision: voter.revision,
    sessionMemberId: voter.sessionMemberId,
    personId: actor.personId,
    accountId: actor.accountId,
    channel: channel ?? (voter.present ? 'room' : 'remote'),
    now,
    ballots,
  };
  try {
    if (voter.ballotKind === 'open') return await castOpen(db.$client, casting);
    return await castSealed(db.$client, casting, ballotSecrets.box(sessionId, voter.boxSecretId), receipt);
  } catch (error) {
    // A ballot that does not follow the stored one has no version, which the table refuses.
    if (databaseCode(error) === '23502') return false;
    throw error;
  }
}

/**
 * Why nothing was stored. Where the very ballots stand already, the request came a second time: answers their receipt.
 * Undefined where nothing stands against them any more.
 */
async function explain(
  context: CommandContext,
  voter: Voter | undefined,
  { sessionId, ballots }: CastBallotsProps,
): Promise<{ receipt: string | null } | undefined> {
  const session = voter ?? (await visibleSession(context, sessionId));
  if (session.status !== 'open') throw new ApiError('session_not_open');
  if (!voter) throw new ApiError('not_a_member');
  const { db, actor, ballotSecrets } = context;
  const ids = ballots.map(({ agendaItemId }) => agendaItemId);
  const { rows: items } = await db.execute<{ decided: boolean; recused: boolean }>(sql`
    select item.result is not null as decided, recusal.person_id is not null as recused
    from agenda_items item
    left join recusals recusal on recusal.agenda_item_id = item.id and recusal.person_id = ${actor.personId}
    where item.session_id = ${sessionId} and item.id = any(${`{${ids.join(',')}}`}::uuid[])`);
  if (items.length !== ids.length) throw new ApiError('not_on_agenda');
  if (items.some(({ decided }) => decided)) throw new ApiError('agenda_item_decided');
  if (items.some(({ recused }) => recused)) throw new ApiError('member_recused');
  const own = await ownBallots(db, ballotSecrets, voter, ids);
  const stands = ({ agendaItemId, choice, replaces }: BallotEntry, ballot: OwnBallot | undefined) =>
    ballot?.choice === choice && ballot.agendaItemId === agendaItemId && ballot.version === replaces + 1;
  if (ballots.every((entry) => stands(entry, own.get(entry.agendaItemId)))) {
    return { receipt: receiptOf(voter, own.get(ids[0] ?? '')?.receipt ?? null) };
  }
  if (ballots.some(({ agendaItemId, replaces }) => (own.get(agendaItemId)?.version ?? 0) !== replaces))
    throw new ApiError('ballot_already_cast');
  return undefined;
}
