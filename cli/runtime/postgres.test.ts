import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { commandLine } from './command-line.ts';
import { ensureDatabase, startPostgres } from './postgres.ts';
import { createProcessGroup } from './processes.ts';

// Closed to everybody else, as the folder of a fresh clone may be: PostgreSQL has to get along with it, also under root.
const dir = mkdtempSync(join(tmpdir(), 'vinhdanh-postgres-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function withServer<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const group = createProcessGroup();
  const server = await startPostgres({
    group,
    dir: join(dir, 'postgres'),
    logFile: join(dir, 'postgres.log'),
    durable: true,
  });
  await ensureDatabase(server, 'vinhdanh');
  const client = new pg.Client({ connectionString: server.url('vinhdanh') });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
    await group.stopAll();
    expect(commandLine(server.process.pid)).toBeNull();
  }
}

test('PostgreSQL keeps its data from one start to the next, and knows Vietnamese letters', async () => {
  await withServer(async (client) => {
    await client.query("create table kept (word text); insert into kept values ('ĐẶNG')");
  });
  const words = await withServer(
    async (client) => (await client.query('select lower(word) as word from kept')).rows,
  );
  expect(words).toEqual([{ word: 'đặng' }]);
});

test('its password is for its owner only', () => {
  expect(statSync(join(dir, 'postgres/password')).mode & 0o077).toBe(0);
});
