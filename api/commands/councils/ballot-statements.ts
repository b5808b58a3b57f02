import type { Pool } from 'pg';
import type { BallotBox } from '../../ballot-box.ts';
import type { BallotEntry } from '../../contract/councils.ts';

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
 * A ballot is one statement: a transaction of its own without a second round trip. It shares the session's lock with
 * other ballots. A close or a change of the agenda waits for it, or it for them, and then PostgreSQL looks at the session
 * row anew, so that a ballot is cast under the status and revision it names or not at all. `is not distinct from` keeps
 * PostgreSQL from reading all items of the session instead of the few named.
 *
 * Parameters: $1 session, $2 its revision, $3 person, $4 account, $5 now, $6 agenda items, $7 versions replaced, $8 audit
 * details; further ones are the statement's own.
 */
const statement = (entry: string, stored: string, details: string) => `
  with entry as (
    select * from ${entry}
  ), votable as (
    select item.id, member.id as member_id, member.present
    from sessions session
    join session_members member on member.session_id = session.id and member.voter_id = $3::uuid
    join agenda_items item on item.session_id is not distinct from session.id
    where session.id = $1 and session.status = 'open' and session.revision = $2
      and item.id = any($6::uuid[]) and item.result is null
      and not exists (select from recusals
        where agenda_item_id = item.id and person_id in (member.person_id, member.voter_id))
      and not exists (select from referrals referral
        join dossier_holds hold on hold.dossier_id = referral.dossier_id and hold.resumed_at is null
        where referral.id = item.referral_id)
    for share of session
  ), accepted as (
    select entry.*, votable.member_id, votable.present
    from entry join votable on votable.id = entry.agenda_item_id
    where (select count(*) from votable) = (select count(*) from entry)
  ), ${stored}, attended as (
    update session_members set voted = true
    where id in (select member_id from accepted) and not voted and exists (select from stored)
  ), audited as (
    insert into audit_log (at, account_id, action, subject_kind, subject_id, details)
    select $5::timestamptz, $4::uuid, 'ballot.cast', 'session', $1::text, ${details}
    where exists (select from stored)
  )
  select count(*)::int as stored from stored`;

/** The version a ballot gets; none where the stored one is not the one it replaces, so that the whole statement fails. */
const nextVersion = (table: string) =>
  `version = case when ${table}.version = excluded.version - 1 then excluded.version end`;

const channel = `coalesce($10::ballot_channel, case when present then 'room' else 'remote' end::ballot_channel)`;

const openBallots = statement(
  'unnest($6::uuid[], $7::int[], $9::choice[]) as entry(agenda_item_id, replaces, choice)',
  `stored as (
    insert into ballots (agenda_item_id, session_member_id, choice, channel, version, cast_at)
    select agenda_item_id, member_id, choice, ${channel}, replaces + 1, $5::timestamptz from accepted
    on conflict (agenda_item_id, session_member_id) do update set
      choice = excluded.choice, channel = excluded.channel, document_id = null, cast_at = excluded.cast_at,
      ${nextVersion('ballots')}
    returning channel
  )`,
  `$8::jsonb || jsonb_build_object('channel', (select channel from stored limit 1))`,
);

/** A written opinion of the same member on the same nominations gives way to the ballot. */
const sealedBallots = statement(
  'unnest($6::uuid[], $7::int[], $9::bytea[], $10::bytea[]) as entry(agenda_item_id, replaces, place, sealed)',
  `stored as (
    insert into sealed_ballots (place, agenda_item_id, version, sealed)
    select place, agenda_item_id, replaces + 1, sealed from accepted
    on conflict (place) do update set sealed = excluded.sealed, ${nextVersion('sealed_ballots')}
    returning 1
  ), replaced as (
    delete from ballots using accepted
    where ballots.session_member_id = accepted.member_id and ballots.agenda_item_id = accepted.agenda_item_id
      and exists (select from stored)
  )`,
  '$8::jsonb',
);

/** Stores ballots of an open vote; false, and nothing stored, where the session, the agenda or a recusal stands against it. */
export function castOpen(pool: Pool, casting: Casting): Promise<boolean> {
  const { ballots } = casting;
  const choices = Object.fromEntries(ballots.map(({ agendaItemId, choice }) => [agendaItemId, choice]));
  return run(pool, openBallots, casting, { ballots: choices }, [
    ballots.map(({ choice }) => choice),
    casting.channel,
  ]);
}

/** Stores sealed ballots, as above. The audit log learns how many they are, not of what nominations. */
export function castSealed(pool: Pool, casting: Casting, box: BallotBox, receipt: string): Promise<boolean> {
  const { ballots, personId } = casting;
  const sealed = ballots.map(({ agendaItemId, choice, replaces }) => {
    const place = box.place(personId, agendaItemId);
    return { place, content: box.seal(place, replaces + 1, { choice, receipt }) };
  });
  return run(pool, sealedBallots, casting, { ballots: ballots.length }, [
    sealed.map(({ place }) => place),
    sealed.map(({ content }) => content),
  ]);
}

async function run(
  pool: Pool,
  text: string,
  casting: Casting,
  details: Record<string, unknown>,
  own: readonly unknown[],
): Promise<boolean> {
  const { sessionId, revision, personId, accountId, now, ballots } = casting;
  const { rows } = await pool.query<{ stored: number }>({
    text,
    values: [
      sessionId,
      revision,
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
