import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { processesWith, runProgram } from '../test/program.ts';
import { startTestTemporal, type TestTemporal } from '../test/temporal.ts';
import { freePort } from './runtime/ports.ts';

let dir: string;
let temporal: TestTemporal;
beforeAll(async () => {
  temporal = await startTestTemporal();
});
afterAll(() => temporal?.stop());
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vinhdanh-start-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const run = (program: string, switches: Record<string, string>) =>
  runProgram(program, { DATA_DIR: join(dir, 'data'), ...switches });

/** Servers that run already, so that nothing has to be started that the case is not about. */
const servers = () => ({
  DATABASE_URL: process.env.TEST_DATABASE_URL ?? '',
  TEMPORAL_ADDRESS: temporal.address,
});

describe('npm start that cannot go on ends with one sentence and exit code 1:', () => {
  /** The whole of what is said on the matter, without the lines of progress. */
  async function sentence(switches: Record<string, string>): Promise<string> {
    const { code, output } = await run('cli/start.ts', { PORT: String(await freePort()), ...switches }).ended;
    expect(code).toBe(1);
    const lines = output.split('\n').filter((line) => /\S/.test(line) && !/^(…|✓| {2})/.test(line));
    expect(lines).toHaveLength(1);
    return lines[0] ?? '';
  }

  test('a port that is no port', async () => {
    expect(await sentence({ PORT: 'http' })).toBe(
      '✗ PORT must be a whole number from 1 to 65535, but is "http". Correct it, or leave it out.',
    );
  });

  test('a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    expect(await sentence({ PORT: String(port) })).toBe(
      `✗ Port ${port} on 127.0.0.1 is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start.`,
    );
    taken.close();
  });

  test('an address that is not of this machine', async () => {
    expect(await sentence({ HOST: '203.0.113.1' })).toMatch(
      /^✗ HOST "203\.0\.113\.1" is not an address of this machine/,
    );
  });

  test('a data folder that cannot be written', async () => {
    writeFileSync(join(dir, 'file'), '');
    expect(await sentence({ DATA_DIR: join(dir, 'file/data') })).toMatch(
      /^✗ The folder .* cannot be written \(ENOTDIR\)/,
    );
  });

  test('a PostgreSQL that does not answer', async () => {
    const url = `postgres://u:secret@127.0.0.1:${await freePort()}/v`;
    const said = await sentence({ ...servers(), DATABASE_URL: url });
    expect(said).toMatch(
      /^✗ No PostgreSQL answers at DATABASE_URL postgres:\/\/u:…@.*ECONNREFUSED.*leave DATABASE_URL out/,
    );
  });

  test('a PostgreSQL that refuses', async () => {
    const url = new URL(servers().DATABASE_URL);
    url.pathname = '/no_such_database';
    expect(await sentence({ ...servers(), DATABASE_URL: url.href })).toMatch(
      /^✗ PostgreSQL at DATABASE_URL .* refuses: database "no_such_database" does not exist\. Correct/,
    );
  });

  test('a Temporal server that does not answer', async () => {
    const address = `127.0.0.1:${await freePort()}`;
    expect(await sentence({ ...servers(), TEMPORAL_ADDRESS: address })).toBe(
      `✗ No Temporal server answers at TEMPORAL_ADDRESS ${address}. Start it, correct the address, or leave TEMPORAL_ADDRESS out to use the server that comes along.`,
    );
  });

  test('a namespace that Temporal does not have', async () => {
    expect(await sentence({ ...servers(), TEMPORAL_NAMESPACE: 'elsewhere' })).toMatch(
      /^✗ The Temporal server at .* has no namespace "elsewhere"\. Create it with/,
    );
  });
});

test.each(['api', 'worker', 'migrate', 'seed'])('%s without a database says what to set', async (program) => {
  const { code, output } = await run(`cli/${program}.ts`, {}).ended;
  expect({ code, output: output.trim() }).toEqual({
    code: 1,
    output: expect.stringMatching(
      /^✗ DATABASE_URL is not set\. Set it, such as .*, or use "npm start", which brings its own server\.$/,
    ),
  });
});

describe.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s while the servers are starting', (signal) => {
  test('ends every process that was started, and lets the next start have the folder', async () => {
    const start = run('cli/start.ts', {
      PORT: String(await freePort()),
      TEMPORAL_ADDRESS: servers().TEMPORAL_ADDRESS,
    });
    await start.prints('Starting PostgreSQL');
    start.kill(signal);
    const { code, output } = await start.ended;
    expect(output).not.toContain('✗');
    expect(code).toBe({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal]);
    expect(processesWith(dir)).toEqual([]);
    expect(readdirSync(join(dir, 'data'))).not.toContain('running.json');
  });
});
