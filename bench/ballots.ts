import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import type { SessionDetail } from '../api/contract/sessions.ts';
import { ApiClient } from '../cli/demo/api-client.ts';
import { expectOk } from '../cli/demo/journey.ts';
import { projectDir } from '../cli/environment.ts';
import { waitUntil } from '../cli/runtime/poll.ts';
import { freePort } from '../cli/runtime/ports.ts';
import { createProcessGroup, type ProcessGroup } from '../cli/runtime/processes.ts';
import type { Database } from '../db/client.ts';
import {
  accounts,
  agendaItems,
  councilMembers,
  nominations,
  referrals,
  sessionMembers,
} from '../db/schema/index.ts';
import { demoPassword } from '../db/seed/accounts.ts';
import { demoPeople } from '../db/seed/people.ts';
import { seedId } from '../db/seed/seed-id.ts';
import { attachPapers } from '../test/api/fixtures.ts';
import { type MeterStream, openMeter } from '../test/api/meter-stream.ts';
import { median, percentile, startDatabase } from './servers.ts';

const nominees = 1_000;
const warmUpMs = 2_000;
const measuredMs = 6_000;
const pages = 50;
const council = seedId('council', 'TCTK-TKTH');
const guests = ['tccb.03', 'tccb.04', 'tccb.05'];
const members = [
  ...demoPeople
    .filter(({ seats }) => seats.some((seat) => seat.council === 'TCTK-TKTH'))
    .map(({ login }) => login),
  ...guests,
];

/**
 * Ballots per second over HTTP, one per request, with login, permission, audit and every commit on disk; api, PostgreSQL
 * and the voters' clients on this machine. All vote in one session of 15 members and 1,000 nominations. Then the close of
 * that session with every ballot cast, and how soon 50 open pages see a ballot. Milliseconds.
 */
async function ballots() {
  const { database, stop } = await startDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'vinhdanh-bench-'));
  const group = createProcessGroup();
  try {
    const port = await freePort();
    await group.start({
      name: 'api',
      command: process.execPath,
      args: [join(projectDir, 'cli/api.ts')],
      env: {
        ...process.env,
        PORT: String(port),
        DATABASE_URL: database.url,
        // Ballots never touch Temporal: nobody is there.
        TEMPORAL_ADDRESS: '127.0.0.1:1',
        DATA_DIR: folder,
        LOG_LEVEL: 'fatal',
      },
      logFile: join(folder, 'api.log'),
    });
    const baseUrl = `http://127.0.0.1:${port}`;
    await waitUntil(() => new ApiClient(baseUrl).logIn('tkth.02', demoPassword), { timeoutMs: 30_000 });
    await addGuests(database.db);
    const clients = new Map<string, ApiClient>();
    for (const login of members) clients.set(login, await new ApiClient(baseUrl).logIn(login, demoPassword));

    const results: Record<string, unknown> = {};
    for (const ballotKind of ['open', 'secret'] as const) {
      const session = await openSession(database.db, clients, ballotKind);
      const cast: Cast = (agent, login) => castNext(agent, session, login);
      results[ballotKind] = {
        eightClients: await voting(cast, members.slice(0, 8)),
        fifteenMembers: await voting(cast, members),
        closeMs: await closing(session),
      };
    }
    const bare = await bareServer(group, database.url, folder);
    const session = await openSession(database.db, clients, 'open');
    const cast = await bareCast(database.db, session, bare);
    const reference = {
      eightClients: await voting(cast, members.slice(0, 8)),
      fifteenMembers: await voting(cast, members),
    };
    results.bareExpressAndPg = reference;
    results.meterMs = await meters(await openSession(database.db, clients, 'open'));
    return results;
  } finally {
    await group.stopAll();
    await stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface OpenSession {
  path: string;
  id: string;
  itemIds: string[];
  clients: Map<string, ApiClient>;
  /** Ballots each member has cast so far, item after item and then round again. */
  cast: Map<string, number>;
}

async function addGuests(db: Database): Promise<void> {
  await db.insert(councilMembers).values(
    guests.map((login) => ({
      councilId: council,
      personId: seedId('person', login),
      capacity: 'member' as const,
      validFrom: '2026-01-01',
    })),
  );
}

async function openSession(
  db: Database,
  clients: Map<string, ApiClient>,
  ballotKind: 'open' | 'secret',
): Promise<OpenSession> {
  const clerk = clients.get('clerk.tkth');
  const secretary = clients.get('tkth.02');
  if (!clerk || !secretary) throw new Error('clerk and secretary are members');
  const draft = {
    awardCode: 'CSTDCS',
    unitId: seedId('unit', 'TCTK-TKTH'),
    periodFrom: 2026,
    periodTo: 2026,
  };
  const { id: dossierId } = expectOk(await clerk.post<{ id: string }>('/api/dossiers', draft));
  await db.insert(nominations).values(
    Array.from({ length: nominees }, (_, i) => ({
      dossierId,
      seq: i + 1,
      kind: 'outsider' as const,
      name: `Người được đề nghị ${i + 1}`,
    })),
  );
  await attachPapers({ db }, dossierId);
  const { instanceId } = expectOk(
    await clerk.post<{ instanceId: string }>(`/api/dossiers/${dossierId}/submit`),
  );
  const itemIds = await refer(db, dossierId, instanceId);
  const planned = expectOk(
    await secretary.post<SessionDetail>(`/api/councils/${council}/sessions`, {
      mode: 'meeting',
      ballotKind,
      scheduledAt: new Date().toISOString(),
      agendaItemIds: itemIds,
    }),
  );
  const path = `/api/sessions/${planned.id}`;
  expectOk(await secretary.post(`${path}/open`));
  return { path, id: planned.id, itemIds, clients, cast: new Map() };
}

async function refer(db: Database, dossierId: string, instanceId: string): Promise<string[]> {
  const [referral] = await db
    .insert(referrals)
    .values({
      instanceId,
      job: `bench-${instanceId}`,
      subjectId: dossierId,
      councilId: council,
      level: 'unit',
      denominator: 'all_staff',
      sharePercent: 80,
      shareStrict: false,
      quorumNumerator: 2,
      quorumDenominator: 3,
      citation: 'bench',
      createdAt: new Date(),
    })
    .returning({ id: referrals.id });
  if (!referral) throw new Error('the referral was not inserted');
  const proposed = await db.query.nominations.findMany({ where: (t, { eq }) => eq(t.dossierId, dossierId) });
  const items = await db
    .insert(agendaItems)
    .values(proposed.map(({ id }) => ({ referralId: referral.id, nominationId: id })))
    .returning({ id: agendaItems.id });
  return items.map(({ id }) => id);
}

type Cast = (agent: Agent, login: string) => Promise<{ status: number; text: string }>;

/** Every member votes from a client of its own, the next ballot when the last is acknowledged. */
async function voting(cast: Cast, voters: string[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: voters.length });
  const acknowledged: number[] = [];
  const refused = new Set<string>();
  const from = performance.now() + warmUpMs;
  const until = from + measuredMs;
  await Promise.all(
    voters.map(async (login) => {
      while (performance.now() < until) {
        const start = performance.now();
        const { status, text } = await cast(agent, login);
        if (status !== 200) refused.add(text);
        if (start >= from) acknowledged.push(performance.now() - start);
      }
    }),
  );
  agent.destroy();
  return {
    perSecond: Math.round((acknowledged.length * 1000) / measuredMs),
    p50: round(median(acknowledged)),
    p95: round(percentile(acknowledged, 95)),
    p99: round(percentile(acknowledged, 99)),
    refused: [...refused],
  };
}

function castNext(agent: Agent, { path, itemIds, clients, cast }: OpenSession, login: string) {
  const n = cast.get(login) ?? 0;
  cast.set(login, n + 1);
  const client = clients.get(login);
  const ballot = {
    agendaItemId: itemIds[n % itemIds.length],
    choice: n % 7 === 3 ? 'against' : 'for',
    replaces: Math.floor(n / itemIds.length),
  };
  return put(agent, `${client?.baseUrl}${path}/ballots`, client?.cookie ?? '', { ballots: [ballot] });
}

/** Starts the reference: the same ballots with nothing checked. Answers its address. */
async function bareServer(group: ProcessGroup, databaseUrl: string, folder: string): Promise<string> {
  const port = await freePort();
  await group.start({
    name: 'bare server',
    command: process.execPath,
    args: [join(projectDir, 'bench/bare-ballot-server.ts')],
    env: { ...process.env, PORT: String(port), DATABASE_URL: databaseUrl },
    logFile: join(folder, 'bare.log'),
  });
  const url = `http://127.0.0.1:${port}/ballots`;
  await waitUntil(() => fetch(url), { timeoutMs: 10_000 });
  return url;
}

async function bareCast(db: Database, { id, itemIds, cast }: OpenSession, url: string): Promise<Cast> {
  const rows = await db
    .select({ login: accounts.login, person: accounts.personId, member: sessionMembers.id })
    .from(sessionMembers)
    .innerJoin(accounts, eq(accounts.personId, sessionMembers.personId))
    .where(eq(sessionMembers.sessionId, id));
  const byLogin = new Map(rows.map((row) => [row.login, row]));
  return (agent, login) => {
    const n = cast.get(login) ?? 0;
    cast.set(login, n + 1);
    const ballot = { agendaItemId: itemIds[n % itemIds.length], choice: 'for' };
    return put(agent, url, '', { ...byLogin.get(login), ballot });
  };
}

/** A request with as little as possible of the client's own work in it. */
function put(agent: Agent, url: string, cookie: string, body: unknown) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const payload = JSON.stringify(body);
    const headers = {
      Cookie: cookie,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(payload),
    };
    const sent = request(url, { method: 'PUT', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(payload);
  });
}

/** All ballots in, then the close, from the click to the answer with all results. */
async function closing(session: OpenSession): Promise<number> {
  for (const login of members) {
    const client = session.clients.get(login);
    const left = session.itemIds.slice(session.cast.get(login) ?? 0);
    if (left.length === 0) continue;
    const rest = left.map((agendaItemId) => ({ agendaItemId, choice: 'for' }));
    expectOk((await client?.put(`${session.path}/ballots`, { ballots: rest })) ?? never());
  }
  const from = performance.now();
  expectOk((await session.clients.get('tkth.02')?.post(`${session.path}/close`)) ?? never());
  return round(performance.now() - from);
}

/** Milliseconds from the acknowledged ballot until the last of all open pages shows it. */
async function meters(session: OpenSession) {
  const watchers = [...session.clients.values()];
  const open: MeterStream[] = [];
  for (let n = 0; n < pages; n++)
    open.push(await openMeter(watchers[n % watchers.length] ?? never(), session.id));
  await Promise.all(open.map((page) => page.until(({ items }) => items.length === nominees)));
  const agent = new Agent({ keepAlive: true });
  const reached: number[] = [];
  for (let n = 0; n < 20; n++) {
    const login = members[0] ?? '';
    const item = session.itemIds[session.cast.get(login) ?? 0];
    await castNext(agent, session, login);
    const from = performance.now();
    await Promise.all(
      open.map((page) => page.until(({ items }) => items.some(({ id, cast }) => id === item && cast === 1))),
    );
    reached.push(performance.now() - from);
    await delay(50);
  }
  agent.destroy();
  for (const page of open) page.close();
  return { pages, p50: round(median(reached)), max: round(Math.max(...reached)) };
}

const round = (milliseconds: number) => Math.round(milliseconds * 10) / 10;

function never(): never {
  throw new Error('every member is logged in');
}

console.log(JSON.stringify({ benchmark: 'ballots', ...(await ballots()) }));
