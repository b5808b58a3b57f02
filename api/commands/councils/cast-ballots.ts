import { sql } from 'drizzle-orm';
import { type BallotBox, type BallotSecrets, newReceipt } from '../../ballot-box.ts';
import type { CommandContext } from '../../context.ts';
import type { BallotEntry, CastBallotsResult } from '../../contract/ballots.ts';
import { ApiError } from '../../errors.ts';
import { databaseCode } from '../../http/error-mapping.ts';
import { visibleSession } from '../../policies/councils.ts';
import { type OwnBallot, ownBallots } from '../../queries/own-ballots.ts';
import { findVoter, type Voter } from '../../queries/voters.ts';
import { type Casting, castOpen, castSealed } from './ballot-statements.ts';
import { requireNotHeld } from './session-guards.ts';

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
 * One statement, under the revision of the session that this process saw last, together with the ballots of others that
 * arrive at once; nobody waits for anything else but the close. Only where it stored nothing is the session looked at.
 * @throws ApiError session_not_found, not_a_member, ballot_not_delegated, session_not_open, ballot_listed_twice, not_on_agenda,
 *   agenda_item_decided, member_recused, dossier_on_hold, ballot_already_cast, version_conflict
 */
export async function castBallots(
  context: CommandContext,
  props: CastBallotsProps,
): Promise<CastBallotsResult> {
  const { db, actor, now } = context;
  const { sessionId, ballots } = props;
  if (actor.onBehalfOf) throw new ApiError('ballot_not_delegated');
  const ids = ballots.map(({ agendaItemId }) => agendaItemId);
  if (new Set(ids).size !== ids.length) throw new ApiError('ballot_listed_twice');
  const answer = (receipt: string | null) => ({
    recorded: ballots.length,
    castAt: now.toISOString(),
    receipt,
  });
  const receipt = newReceipt();
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const known = seen.get(sessionId);
    if (known && (await store(context, known, props, receipt))) {
      context.announce(sessionId);
      // Only a secret ballot has a receipt; an open one is shown to its author anyway.
      return answer(known.box && receipt);
    }
    const voter = await findVoter(db, sessionId, actor.personId);
    // A session seen anew gets another try before it is asked what stands against the ballots.
    if (voter?.status === 'open' && voter.revision !== known?.revision) {
      remember(context.ballotSecrets, voter);
      continue;
    }
    const standing = await explain(context, voter, props);
    if (standing) return answer(standing.receipt);
  }
  throw new ApiError('version_conflict');
}

interface Seen {
  revision: number;
  /** Where its ballots are sealed; null for an open vote. */
  box: BallotBox | null;
}

/** Open sessions as this process saw them last. What is outdated costs a second try; the statement holds the truth. */
const seen = new Map<string, Seen>();
const seenAtMost = 1_000;

function remember(ballotSecrets: BallotSecrets, voter: Voter): void {
  if (seen.size >= seenAtMost) seen.clear();
  const { sessionId, revision, ballotKind, boxSecretId } = voter;
  const box = ballotKind === 'secret' ? ballotSecrets.box(sessionId, boxSecretId) : null;
  seen.set(sessionId, { revision, box });
}

/** Stores all ballots or none; false where something stood against it. */
async function store(
  { db, actor, now }: CommandContext,
  { revision, box }: Seen,
  { ballots, channel, sessionId }: CastBallotsProps,
  receipt: string,
): Promise<boolean> {
  const { personId, accountId } = actor;
  const casting: Casting = {
    sessionId,
    revision,
    personId,
    accountId,
    channel: channel ?? null,
    now,
    ballots,
  };
  try {
    return await (box ? castSealed(db.$client, casting, box, receipt) : castOpen(db.$client, casting));
  } catch (error) {
    // A ballot that does not follow the stored one has no version, which the table refuses.
    if (databaseCode(error) === '23502') return false;
    throw error;
  }
}

/**
 * Whether ballots could be cast now, without casting them.
 * @throws ApiError as `castBallots`
 */
export async function checkBallots(context: CommandContext, props: CastBallotsProps): Promise<void> {
  await explain(context, await findVoter(context.db, props.sessionId, context.actor.personId), props);
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
  const { rows: items } = await db.execute<{ decided: boolean; recused: boolean; held: string | null }>(sql`
    select item.result is not null as decided, hold.reason as held, exists (select from recusals
        where agenda_item_id = item.id and person_id in (${voter.memberId}, ${actor.personId})) as recused
    from agenda_items item
    join referrals referral on referral.id = item.referral_id
    left join dossier_holds hold on hold.dossier_id = referral.subject_id and hold.resumed_at is null
    where item.session_id = ${sessionId} and item.id = any(${`{${ids.join(',')}}`}::uuid[])`);
  if (items.length !== ids.length) throw new ApiError('not_on_agenda');
  if (items.some(({ decided }) => decided)) throw new ApiError('agenda_item_decided');
  if (items.some(({ recused }) => recused)) throw new ApiError('member_recused');
  requireNotHeld(items);
  const own = await ownBallots(db, ballotSecrets, voter, ids);
  const stands = ({ agendaItemId, choice, replaces }: BallotEntry, ballot: OwnBallot | undefined) =>
    ballot?.choice === choice && ballot.agendaItemId === agendaItemId && ballot.version === replaces + 1;
  if (ballots.every((entry) => stands(entry, own.get(entry.agendaItemId)))) {
    return { receipt: own.get(ids[0] ?? '')?.receipt ?? null };
  }
  if (ballots.some(({ agendaItemId, replaces }) => (own.get(agendaItemId)?.version ?? 0) !== replaces))
    throw new ApiError('ballot_already_cast');
  return undefined;
}
