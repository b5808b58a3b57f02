import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandLine } from './command-line.ts';
import { waitUntil } from './poll.ts';
import { createProcessGroup, lastLine } from './processes.ts';

const dir = mkdtempSync(join(tmpdir(), 'vinhdanh-processes-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A child that says when it has ended by itself. */
const child = (
  name: string,
  script = "process.on('SIGINT', () => process.exit(0)); setInterval(() => {}, 1e6)",
) => ({
  name,
  command: process.execPath,
  args: ['-e', `console.log('ready'); ${script}`],
  logFile: join(dir, `${name}.log`),
});
const ready = (name: string) =>
  waitUntil(async () => expect(readFileSync(join(dir, `${name}.log`), 'utf8')).toContain('ready'), {
    timeoutMs: 20_000,
  });
const gone = (pid: number) =>
  waitUntil(async () => expect(commandLine(pid)).toBeNull(), { timeoutMs: 20_000 });

describe('a group of children', () => {
  test('is stopped in the opposite order of its start, and knows who runs', async () => {
    const seen: number[][] = [];
    const group = createProcessGroup((pids) => seen.push(pids));
    const [first, second] = [await group.start(child('first')), await group.start(child('second'))];
    const ended: string[] = [];
    for (const one of [first, second]) void one.exited.then(() => ended.push(one.name));
    expect([await ready('first'), await ready('second')]).toEqual([null, null]);
    await group.stopAll();
    expect(ended).toEqual(['second', 'first']);
    expect(seen).toEqual([[first.pid], [first.pid, second.pid], [first.pid], []]);
    expect([await first.exited, await second.exited]).toEqual([0, 0]);
  });

  test('tells how a child ended by itself, and its last words', async () => {
    const group = createProcessGroup();
    const failing = await group.start(child('failing', "console.error('no such table'); process.exit(3)"));
    expect(await failing.exited).toBe(3);
    expect(lastLine(failing.logFile)).toBe('no such table');
    await group.stopAll();
  });

  test('starts nobody any more once it is being stopped', async () => {
    const group = createProcessGroup();
    await group.stopAll();
    await expect(group.start(child('late'))).rejects.toMatchObject({ code: 'process_failed' });
  });

  test('says which program cannot be run', async () => {
    const group = createProcessGroup();
    const spec = { ...child('absent'), command: join(dir, 'no-such-program') };
    await expect(group.start(spec)).rejects.toThrow(/^absent cannot be run: .*ENOENT/);
    await group.stopAll();
  });

  test('can be ended at once by somebody who will not wait', async () => {
    const group = createProcessGroup();
    const deaf = await group.start(
      child('deaf', "process.on('SIGINT', () => {}); setInterval(() => {}, 1e6)"),
    );
    expect(await ready('deaf')).toBeNull();
    group.killAll();
    expect(await deaf.exited).toBe('SIGKILL');
    await group.stopAll();
  });
});

test('children end with a launcher that is killed', async () => {
  const script = `
    import { createProcessGroup } from ${JSON.stringify(import.meta.resolve('./processes.ts'))};
    const group = createProcessGroup();
    for (const spec of ${JSON.stringify([child('orphan-1'), child('orphan-2')])}) console.log((await group.start(spec)).pid);
    setInterval(() => {}, 1e6);
  `;
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  launcher.stdout.on('data', (text) => {
    said += text;
  });
  expect([await ready('orphan-1'), await ready('orphan-2')]).toEqual([null, null]);
  const pids = said.trim().split('\n').map(Number);
  expect(pids.map((pid) => commandLine(pid))).toEqual([expect.any(String), expect.any(String)]);
  launcher.kill('SIGKILL');
  await once(launcher, 'exit');
  expect(await Promise.all(pids.map(gone))).toEqual([null, null]);
});
