import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { BallotSecrets } from '../../api/ballot-box.ts';
import type { SessionDetail } from '../../api/contract/sessions.ts';
import { ApiClient } from '../../cli/demo/api-client.ts';
import { expectOk } from '../../cli/demo/journey.ts';
import { type Database, openDatabase } from '../../db/client.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { personId, referTo, submittedDossier } from '../api/fixtures.ts';
import { type MeterStream, openMeter } from '../api/meter-stream.ts';
import { type ApiWorld, startApiWorld } from '../api/world.ts';
import { ballotSecret } from '../ballot-secret.ts';

/** Two api processes over one database: who votes at the one is seen at the other. */
let world: ApiWorld;
let otherDb: Database;
let other: Server;
let watcher: ApiClient;
const pages: MeterStream[] = [];

beforeAll(async () => {
  world = await startApiWorld();
  otherDb = openDatabase(world.test.url);
  other = createApp({
    db: otherDb,
    deliver: async () => {},
    now: () => world.clock.now,
    sessionSecret: 'a secret of the tests, long enough',
    ballotSecrets: new BallotSecrets([ballotSecret]),
    log: pino({ level: 'fatal' }),
  }).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const baseUrl = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  watcher = await new ApiClient(baseUrl).logIn('tkth.07', demoPassword);
});
afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});
afterAll(async () => {
  other.closeAllConnections();
  other.close();
  await otherDb.$client.end();
  await world.close();
});

async function openSession(ballotKind: 'open' | 'secret') {
  const dossier = await submittedDossier(world, { nominees: ['tkth.03', 'tkth.04'] });
  const { itemIds } = await referTo(world, dossier);
  const secretary = await world.as('tkth.02');
  const { id } = expectOk(
    await secretary.post<SessionDetail>(`/api/councils/${seedId('council', 'TCTK-TKTH')}/sessions`, {
      mode: 'meeting',
      ballotKind,
      scheduledAt: '2026-11-23T02:00:00Z',
      agendaItemIds: itemIds,
    }),
  );
  const path = `/api/sessions/${id}`;
  const page = await openMeter(watcher, id);
  pages.push(page);
  await page.until(({ status }) => status === 'planned');
  expectOk(await secretary.post(`${path}/open`));
  await page.until(({ status, items }) => status === 'open' && items.length === 2);
  const cast = async (login: string, choice: string) =>
    expectOk(
      await (await world.as(login)).put(`${path}/ballots`, {
        ballots: [{ agendaItemId: itemIds[0], choice }],
      }),
    );
  return { id, path, page, secretary, cast, itemIds };
}

test('every page sees ballots, attendance and the close, also at another api process', async () => {
  const { path, page, secretary, cast } = await openSession('open');
  await cast('tkth.05', 'for');
  const voted = await page.until(({ items }) => items[0]?.cast === 1);
  expect(voted.items[0]).toMatchObject({ left: 11, needed: 11, counts: { inFavour: 1 }, outlook: 'open' });
  expect(voted.items[1]).toMatchObject({ cast: 0 });
  await cast('tkth.06', 'against');
  await page.until(({ items }) => items[0]?.counts?.against === 1);
  await cast('tkth.08', 'against');
  await page.until(({ items }) => items[0]?.outlook === 'out_of_reach');
  const present = ['01', '02', '03', '04', '05', '06', '07', '08'].map((n) => personId(`tkth.${n}`));
  expectOk(await secretary.put(`${path}/attendance`, { present }));
  await page.until((meter) => meter.present === 8);
  expectOk(await secretary.post(`${path}/close`));
  expect(await page.until(({ status }) => status === 'closed')).toMatchObject({ members: 12 });
});

test('a secret ballot shows only how many were cast', async () => {
  const { page, cast } = await openSession('secret');
  await cast('tkth.05', 'for');
  const voted = await page.until(({ items }) => items[0]?.cast === 1);
  expect(voted.items[0]).toMatchObject({ left: 11, counts: null, outlook: null });
});

test('a change of the agenda shows as a new revision, which makes the page read the session again', async () => {
  const { path, page, secretary, itemIds } = await openSession('open');
  const before = await page.until(() => true);
  expectOk(await secretary.post(`${path}/agenda-items/${itemIds[1]}/return`, { reason: 'Bổ sung' }));
  await page.until(({ revision }) => revision > before.revision);
});

test('many ballots at once are told together', async () => {
  const { page, cast } = await openSession('open');
  const before = page.events;
  const voters = ['01', '02', '03', '04', '05', '06', '08', '09', '10', '11'].map((n) => `tkth.${n}`);
  await Promise.all(voters.map((login) => world.as(login)));
  await Promise.all(voters.map((login) => cast(login, 'for')));
  await page.until(({ items }) => items[0]?.cast === 10);
  expect(page.events - before).toBeLessThan(voters.length);
});

test('a stranger to the council gets no meter', async () => {
  const { id } = await openSession('open');
  const reply = await (await world.as('tccb.03')).get<{ code: string }>(`/api/sessions/${id}/meter`);
  expect([reply.status, reply.body.code]).toEqual([404, 'session_not_found']);
});
