import type { Pool } from 'pg';
import type { BallotBox } from '../../ballot-box.ts';
import type { BallotEntry } from '../../contract/councils.ts';

/** One member's ballots of one request. */
export interface Casting {
  sessionId: string;
  /** The session's revision under which the member may vote. */
  revision: number;
  sessionMemberId: string;
  personId: string;
  accountId: string;
  channel: 'room' | 'remote';
  now: Date;
  ballots: readonly BallotEntry[];
}

/**
 * A ballot is one statement: a transaction of its own without a second round trip. It
 * shares the session's lock with other ballots. A close or a change of the agenda waits for it, or it for them, and then
 * PostgreSQL looks at the session row anew, so that a ballot is cast under the status and revision it names or not at all.
 *
 * Parameters: $1 session, $2 its revision, $3 member, $4 person, $5 account, $6 now, $7 agenda items, $8 versions replaced,
 * $9 audit details; further ones are the statement's own.
 */
const statement = (entry: string, stored: string) => `
  with entry as (
    select * from ${entry}
  ), votable as (
    select item.id
    from sessions session
    join agenda_items item on item.session_id = session.id
    where session.id = $1 and session.status = 'open' and session.revision = $2
      and item.id = any($7::uuid[]) and item.result is null
      and not exists (select from recusals where agenda_item_id = item.id and person_id = $4::uuid)
    for share of session
  ), accepted as (
    select entry.* from entry where (select count(*) from votable) = (select count(*) from entry)
  ), ${stored}, attended as (
    update session_members set voted = true
    where id = $3 and not voted and exists (select from stored)
  ), audited as (
    insert into audit_log (at, account_id, action, subject_kind, subject_id, details)
    select $6::timestamptz, $5::uuid, 'ballot.cast', 'session', $1::text, $9::jsonb
    where exists (select from stored)
  )
  select count(*)::int as stored from stored`;

/** The version a ballot gets; none where the stored one is not the one it replaces, so that the whole statement fails. */
const nextVersion = (table: string) =>
  `version = case when ${table}.version = excluded.version - 1 then excluded.version end`;

const openBallots = statement(
  'unnest($7::uuid[], $8::int[], $10::choice[]) as entry(agenda_item_id, replaces, choice)',
  `stored as (
    insert into ballots (agenda_item_id, session_member_id, choice, channel, version, cast_at)
    select agenda_item_id, $3::uuid, choice, $11::ballot_channel, replaces + 1, $6::timestamptz from accepted
    on conflict (agenda_item_id, session_member_id) do update set
      choice = excluded.choice, channel = excluded.channel, document_id = null, cast_at = excluded.cast_at,
      ${nextVersion('ballots')}
    returning 1
  )`,
);

/** A written opinion of the same member on the same nominations gives way to the ballot. */
const sealedBallots = statement(
  'unnest($7::uuid[], $8::int[], $10::bytea[], $11::bytea[]) as entry(agenda_item_id, replaces, place, sealed)',
  `stored as (
    insert into sealed_ballots (place, agenda_item_id, version, sealed)
    select place, agenda_item_id, replaces + 1, sealed from accepted
    on conflict (place) do update set sealed = excluded.sealed, ${nextVersion('sealed_ballots')}
    returning 1
  ), replaced as (
    delete from ballots
    where session_member_id = $3 and agenda_item_id in (select agenda_item_id from accepted)
      and exists (select from stored)
  )`,
);

/** Stores ballots of an open vote; false, and nothing stored, where the session, the agenda or a recusal stands against it. */
export function castOpen(pool: Pool, casting: Casting): Promise<boolean> {
  const { ballots, channel } = casting;
  const choices = Object.fromEntries(ballots.map(({ agendaItemId, choice }) => [agendaItemId, choice]));
  return run(pool, openBallots, casting, { channel, ballots: choices }, [
    ballots.map(({ choice }) => choice),
    channel,
  ]);
}

/** Stores sealed ballots, as above. The audit log learns how many they are, not of what nominations. */
export function castSealed(pool: Pool, casting: Casting, box: BallotBox, receipt: string): Promise<boolean> {
  const { ballots, sessionMemberId } = casting;
  const places = ballots.map(({ agendaItemId }) => box.place(sessionMemberId, agendaItemId));
  const sealed = ballots.map(({ choice, replaces }, i) =>
    box.seal(places[i] ?? Buffer.alloc(0), replaces + 1, { choice, receipt }),
  );
  return run(pool, sealedBallots, casting, { ballots: ballots.length }, [places, sealed]);
}

async function run(
  pool: Pool,
  text: string,
  casting: Casting,
  details: Record<string, unknown>,
  own: readonly unknown[],
): Promise<boolean> {
  const { sessionId, revision, sessionMemberId, personId, accountId, now, ballots } = casting;
  const { rows } = await pool.query<{ stored: number }>({
    text,
    values: [
      sessionId,
      revision,
      sessionMemberId,
      personId,
      accountId,
      now,
      ballots.map(({ agendaItemId }) => agendaItemId),
      ballots.map(({ replaces }) => replaces),
      JSON.stringify(details),
      ...own,
    ],
  });
  return rows[0]?.stored === ballots.length;
}
