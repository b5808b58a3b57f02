import express from 'express';
import pg from 'pg';

/**
 * What a ballot costs at least on a machine: Express and pg alone, with a login looked up and the same three writes in one
 * transaction, and nothing checked. The reference of the benchmark of ballots.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
const server = express();
server.use(express.json());
server.put('/ballots', async (request, response) => {
  const { member, person, ballot } = request.body as {
    member: string;
    person: string;
    ballot: { agendaItemId: string; choice: string };
  };
  const client = await pool.connect();
  await client.query({
    name: 'login',
    text: `select accounts.id from login_sessions join accounts on accounts.id = account_id
      where accounts.person_id = $1 and expires_at > now()`,
    values: [person],
  });
  await client.query('begin');
  await client.query({
    name: 'ballot',
    text: `insert into ballots (agenda_item_id, session_member_id, choice, channel, cast_at) values ($1, $2, $3, 'room', now())
      on conflict (agenda_item_id, session_member_id) do update set choice = excluded.choice, version = ballots.version + 1`,
    values: [ballot.agendaItemId, member, ballot.choice],
  });
  await client.query({
    name: 'member',
    text: 'update session_members set voted = true where id = $1',
    values: [member],
  });
  await client.query({
    name: 'audit',
    text: `insert into audit_log (action, subject_kind, subject_id, details) values ('ballot.cast', 'session', $1, $2)`,
    values: [ballot.agendaItemId, JSON.stringify(ballot)],
  });
  await client.query('commit');
  client.release();
  response.json({ recorded: 1 });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
