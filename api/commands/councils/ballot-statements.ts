import type { Pool } from 'pg';
import type { BallotBox } from '../../ballot-box.ts';
import type { BallotEntry } from '../../contract/ballots.ts';
import { gather } from '../../gather.ts';

/** One member's ballots of one request. */
export interface Casting {
  sessionId: string;
  /** The session's revision under which the member means to vote. */
  revision: number;
  personId: string;
  accountId: string;
  /** Null: `room` for a member marked present, else `remote`. */
  channel: 'room' | 'remote' | null;
  now: Date;
  ballots: readonly BallotEntry[];
}

/**
 * The ballots of several requests are one statement: a transaction of its own without a second round trip. It shares the
 * session's lock with other ballots. A close or a change of the agenda waits for it, or it for them, and then PostgreSQL
 * looks at the session row anew, so that a ballot is cast under the status and revision it names or not at all. A request
 * against which something stands stores nothing, and is not among the numbers answered.
 *
 * `is not distinct from` keeps PostgreSQL from reading all items of the session instead of the few named.
 * Parameters: $1 session, $2 its revision; per request $3 persons, $4 accounts, $5 times, $6 channels, $7 audit details,
 * $8 how many ballots; per ballot $9 the number of its request, $10 agenda items, $11 versions replaced; further ones per
 * ballot are the statement's own.
 */
const statement = (entry: string, stored: string, details: string) => `
  with request as (
    select * from unnest($3::uuid[], $4::uuid[], $5::timestamptz[], $6::ballot_channel[], $7::jsonb[], $8::int[])
      with ordinality as request(person_id, account_id, at, named_channel, details, ballots, number)
  ), entry as (
    select * from ${entry}
  ), votable as (
    select request.*, entry.*, member.id as member_id,
      coalesce(named_channel, case when member.present then 'room' else 'remote' end::ballot_channel) as channel
    from sessions session
    join session_members member on member.session_id = session.id
    join request on request.person_id = member.voter_id
    join entry on entry.request_number = request.number
    join agenda_items item on item.id = entry.agenda_item_id and item.session_id is not distinct from session.id
    where session.id = $1 and session.status = 'open' and session.revision = $2 and item.result is null
      and not exists (select from recusals
        where agenda_item_id = item.id and person_id in (member.person_id, member.voter_id))
      and not exists (select from referrals referral
        join dossier_holds hold on hold.dossier_id = referral.subject_id and hold.resumed_at is null
        where referral.id = item.referral_id)
    for share of session
  ), accepted as (
    select * from (select *, count(*) over (partition by number) as votable from votable) as counted
    where votable = ballots
  ), stored as (
    ${stored}
  ), attended as (
    update session_members set voted = true where id in (select member_id from accepted) and not voted
  ), audited as (
    insert into audit_log (at, account_id, action, subject_kind, subject_id, details)
    select distinct on (number) at, account_id, 'ballot.cast', 'session', $1::text, ${details} from accepted
  )
  select distinct number::int from accepted`;

/** The version a ballot gets; none where the stored one is not the one it replaces, so that the whole statement fails. */
const nextVersion = (table: string) =>
  `version = case when ${table}.version = excluded.version - 1 then excluded.version end`;

const openBallots = statement(
  'unnest($9::int[], $10::uuid[], $11::int[], $12::choice[]) as entry(request_number, agenda_item_id, replaces, choice)',
  `insert into ballots (agenda_item_id, session_member_id, choice, channel, version, cast_at)
    select agenda_item_id, member_id, choice, channel, replaces + 1, at from accepted
    on conflict (agenda_item_id, session_member_id) do update set
      choice = excluded.choice, channel = excluded.channel, document_id = null, cast_at = excluded.cast_at,
      ${nextVersion('ballots')}`,
  `details || jsonb_build_object('channel', channel)`,
);

/** A written opinion of the same member on the same nominations gives way to the ballot. */
const sealedBallots = statement(
  `unnest($9::int[], $10::uuid[], $11::int[], $12::bytea[], $13::bytea[])
      as entry(request_number, agenda_item_id, replaces, place, sealed)`,
  `insert into sealed_ballots (place, agenda_item_id, version, sealed)
    select place, agenda_item_id, replaces + 1, sealed from accepted
    on conflict (place) do update set sealed = excluded.sealed, ${nextVersion('sealed_ballots')}
  ), replaced as (
    delete from ballots using accepted
    where ballots.session_member_id = accepted.member_id and ballots.agenda_item_id = accepted.agenda_item_id`,
  'details',
);

/** Stores ballots of an open vote; false, and nothing stored, where the session, the agenda or a recusal stands against them. */
export function castOpen(pool: Pool, casting: Casting): Promise<boolean> {
  const { ballots } = casting;
  const choices = Object.fromEntries(ballots.map(({ agendaItemId, choice }) => [agendaItemId, choice]));
  const own = ballots.map(({ choice }) => [choice]);
  return cast({ pool, text: openBallots, casting, details: { ballots: choices }, own });
}

/** Stores sealed ballots, as above. The audit log learns how many they are, not of what nominations. */
export function castSealed(pool: Pool, casting: Casting, box: BallotBox, receipt: string): Promise<boolean> {
  const { ballots, personId } = casting;
  const own = ballots.map(({ agendaItemId, choice, replaces }) => {
    const place = box.place(personId, agendaItemId);
    return [place, box.seal(place, replaces + 1, { choice, receipt })];
  });
  return cast({ pool, text: sealedBallots, casting, details: { ballots: ballots.length }, own });
}

interface Request {
  pool: Pool;
  text: string;
  casting: Casting;
  details: Record<string, unknown>;
  /** Per ballot, what the statement's own parameters take. */
  own: unknown[][];
}

const together = gather(storeAll);

/** With the other ballots that arrive for the session meanwhile; alone where one of them made the statement fail. */
async function cast(request: Request): Promise<boolean> {
  const { sessionId, revision } = request.casting;
  try {
    return await together(`${sessionId} ${revision}`, request);
  } catch {
    const [stored] = await storeAll([request]);
    return stored === true;
  }
}

/** Of one session under one revision: which requests were stored. */
async function storeAll(requests: readonly Request[]): Promise<boolean[]> {
  const [first] = requests;
  if (!first) return [];
  const { pool, text, casting } = first;
  const entries = requests.flatMap(({ casting, own }, n) =>
    casting.ballots.map(({ agendaItemId, replaces }, i) => [
      n + 1,
      agendaItemId,
      replaces,
      ...(own[i] ?? []),
    ]),
  );
  const { rows } = await pool.query<{ number: number }>({
    text,
    values: [
      casting.sessionId,
      casting.revision,
      ...columns(
        requests.map(({ casting: { personId, accountId, now, channel, ballots }, details }) => [
          personId,
          accountId,
          now,
          channel,
          JSON.stringify(details),
          ballots.length,
        ]),
      ),
      ...columns(entries),
    ],
  });
  const stored = new Set(rows.map(({ number }) => number));
  return requests.map((_, n) => stored.has(n + 1));
}

/** The columns of a table, as `unnest` takes them. */
const columns = ([first = [], ...rest]: readonly unknown[][]) =>
  first.map((_, column) => [first, ...rest].map((row) => row[column]));
