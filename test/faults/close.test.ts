import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SessionDetail } from '../../api/contract/sessions.ts';
import { ApiClient } from '../../cli/demo/api-client.ts';
import { expectOk } from '../../cli/demo/journey.ts';
import { waitUntil } from '../../cli/runtime/poll.ts';
import { freePort } from '../../cli/runtime/ports.ts';
import {
  agendaItems,
  nominations,
  openedBallots,
  processInstances,
  sealedBallots,
  sessions,
} from '../../db/schema/index.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { referTo, type Submitted, submittedDossier } from '../api/fixtures.ts';
import { eventsOf } from '../api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../api/world.ts';
import { ballotSecret } from '../ballot-secret.ts';
import { type Program, runProgram } from '../program.ts';

/** The api dies while the chair closes: the session is either open with every ballot, or closed with every result sent once. */
let world: ApiWorld;
let folder: string;

beforeAll(async () => {
  world = await startApiWorld();
  folder = await mkdtemp(join(tmpdir(), 'vinhdanh-close-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

async function startApi(): Promise<{ api: Program; secretary: ApiClient }> {
  const port = await freePort();
  const api = runProgram('cli/api.ts', {
    PORT: String(port),
    DATABASE_URL: world.test.url,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    DATA_DIR: folder,
    BALLOT_SECRET: ballotSecret,
    LOG_LEVEL: 'fatal',
  });
  const client = new ApiClient(`http://127.0.0.1:${port}`);
  const gaveUp = await waitUntil(() => client.logIn('tkth.02', demoPassword), {
    timeoutMs: 60_000,
    ended: api.ended,
  });
  if (gaveUp) throw new Error(`the api did not come up (${gaveUp}): ${api.output()}`);
  return { api, secretary: client };
}

const nominees = ['tkth.03', 'tkth.04', 'tkth.05', 'tkth.06'];

async function votedSession(): Promise<{ path: string; dossiers: Submitted[]; itemIds: string[] }> {
  const dossiers: Submitted[] = [];
  const itemIds: string[] = [];
  for (let n = 0; n < 3; n++) {
    const dossier = await submittedDossier(world, { nominees });
    dossiers.push(dossier);
    itemIds.push(...(await referTo(world, dossier, { quorumNumerator: 0 })).itemIds);
  }
  const secretary = await world.as('tkth.02');
  const { id } = expectOk(
    await secretary.post<SessionDetail>(`/api/councils/${seedId('council', 'TCTK-TKTH')}/sessions`, {
      mode: 'meeting',
      ballotKind: 'secret',
      scheduledAt: '2026-11-23T02:00:00Z',
      agendaItemIds: itemIds,
    }),
  );
  expectOk(await secretary.post(`/api/sessions/${id}/open`));
  const ballots = itemIds.map((agendaItemId) => ({ agendaItemId, choice: 'for' }));
  for (const login of ['tkth.01', 'tkth.07'])
    expectOk(await (await world.as(login)).put(`/api/sessions/${id}/ballots`, { ballots }));
  return { path: `/api/sessions/${id}`, dossiers, itemIds };
}

/** Rows that the close comes to one after another: whoever holds one of them stops it there. */
const moments: [string, (dossier: Submitted, item: string) => SQL][] = [
  ['has a dossier to lock', ({ instanceId }) => rowOf(processInstances, eq(processInstances.id, instanceId))],
  ['opens the box', (_, item) => rowOf(sealedBallots, eq(sealedBallots.agendaItemId, item))],
  ['writes the counts', (_, item) => rowOf(agendaItems, eq(agendaItems.id, item))],
  ['writes the results', ({ dossierId }) => rowOf(nominations, eq(nominations.dossierId, dossierId))],
];
const rowOf = (table: PgTable, condition: SQL) => sql`select 1 from ${table} where ${condition} for update`;

/** Closes through an api that is killed while it waits for the row. */
async function killedBefore(row: SQL, path: string): Promise<void> {
  const { api, secretary } = await startApi();
  await world.db.transaction(async (tx) => {
    await tx.execute(row);
    const closing = secretary.post(`${path}/close`).catch(() => undefined);
    const stopped = async () =>
      expect((await tx.execute(sql`select 1 from pg_locks where not granted`)).rows).not.toEqual([]);
    expect(await waitUntil(stopped, { timeoutMs: 20_000, ended: closing })).toBeNull();
    api.kill('SIGKILL');
    await Promise.all([closing, api.ended]);
  });
}

/** Closes through an api that is killed as soon as the database knows of the close. */
async function killedAfterCommit(path: string, sessionId: string): Promise<void> {
  const { api, secretary } = await startApi();
  const closing = secretary.post(`${path}/close`).catch(() => undefined);
  const closed = async () => {
    const [session] = await world.db.select().from(sessions).where(eq(sessions.id, sessionId));
    expect(session?.status).toBe('closed');
  };
  expect(await waitUntil(closed, { timeoutMs: 20_000 })).toBeNull();
  api.kill('SIGKILL');
  await Promise.all([closing, api.ended]);
}

test.each([...moments, ['has committed', null] as const])('killed when it %s', async (_, row) => {
  const { path, dossiers, itemIds } = await votedSession();
  const sessionId = path.split('/').at(-1) ?? '';
  if (row) await killedBefore(row(dossiers[0] as Submitted, itemIds[0] as string), path);
  else await killedAfterCommit(path, sessionId);

  // The half of a transaction leaves nothing behind; another api serves on.
  const other = await world.as('tkth.02');
  const session = expectOk(await other.get<SessionDetail>(path));
  expect(session.status).toBe(row ? 'open' : 'closed');
  if (session.status === 'open') {
    expect(session.items.map(({ running }) => running?.cast)).toEqual(itemIds.map(() => 2));
    for (const { instanceId } of dossiers) expect(await eventsOf(world, instanceId)).toEqual([]);
    expectOk(await other.post(`${path}/close`));
  }
  const again = await other.post<{ code: string }>(`${path}/close`);
  expect([again.status, again.body.code]).toEqual([409, 'session_not_open']);
  for (const { instanceId } of dossiers) {
    const results = (await eventsOf(world, instanceId)).filter(({ type }) => type === 'message');
    expect(results).toMatchObject([{ name: 'council-result', variables: { failed: nominees.length } }]);
  }
  expect(await world.db.select().from(sealedBallots)).toEqual([]);
  const [item = ''] = itemIds;
  expect(
    await world.db.select().from(openedBallots).where(eq(openedBallots.agendaItemId, item)),
  ).toHaveLength(2);
  const [counted] = await world.db.select().from(agendaItems).where(eq(agendaItems.id, item));
  expect(counted).toMatchObject({ inFavour: 2, missing: 10, result: 'failed' });
});
