import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { type AppDependencies, createApp } from '../../api/app.ts';
import { BallotSecrets } from '../../api/ballot-box.ts';
import { ApiClient } from '../../cli/demo/api-client.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { ballotSecret } from '../ballot-secret.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';

/** The API over a seeded database of its own, without Temporal: what would be delivered is only noted. */
export interface ApiWorld extends AsyncDisposable {
  test: TestDatabase;
  db: TestDatabase['db'];
  baseUrl: string;
  /** Instances whose events were handed over, in order. */
  delivered: string[];
  /** The clock of the API; set it to move time. */
  clock: { now: Date };
  /** A client logged in as a demo account, the same one each time. */
  as(login: string): Promise<ApiClient>;
  /** A client without a login. */
  stranger(): ApiClient;
  close(): Promise<void>;
}

export async function startApiWorld(
  options: Partial<Pick<AppDependencies, 'mailDir' | 'webDir' | 'log'>> = {},
): Promise<ApiWorld> {
  const test = await createTestDatabase('seeded');
  const delivered: string[] = [];
  const clock = { now: new Date('2026-11-20T02:00:00Z') };
  const app = createApp({
    db: test.db,
    deliver: async (instanceId) => void delivered.push(instanceId),
    now: () => clock.now,
    sessionSecret: 'a secret of the tests, long enough',
    ballotSecrets: new BallotSecrets([ballotSecret]),
    log: pino({ level: process.env.LOG_LEVEL ?? 'fatal' }),
    checkAnswers: true,
    ...options,
  });
  const server: Server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clients = new Map<string, Promise<ApiClient>>();
  const world: ApiWorld = {
    test,
    db: test.db,
    baseUrl,
    delivered,
    clock,
    as(login) {
      const known = clients.get(login) ?? new ApiClient(baseUrl).logIn(login, demoPassword);
      clients.set(login, known);
      return known;
    },
    stranger: () => new ApiClient(baseUrl),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await test.drop();
    },
    [Symbol.asyncDispose]: () => world.close(),
  };
  return world;
}
