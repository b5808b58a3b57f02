import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commandLine } from './command-line.ts';
import { openDataDir } from './data-dir.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vinhdanh-data-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const marks: string[] = [];
/** A process whose command line holds `mark`. */
async function sleeper(mark: string) {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)', mark], { stdio: 'ignore' });
  await once(child, 'spawn');
  return { pid: child.pid as number, exited: once(child, 'exit'), end: () => child.kill('SIGKILL') };
}
const leave = (launcher: number, children: number[], command = commandLine(launcher)) =>
  writeFileSync(join(dir, 'running.json'), JSON.stringify({ launcher, command, children }));
/** No process has it: ids end far below. */
const nobody = 2 ** 30;

test('is made when it is not there, remembers the children, and is released', async () => {
  const data = await openDataDir(join(dir, 'new'), marks);
  data.remember([11, 12]);
  const file = join(dir, 'new/running.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    launcher: process.pid,
    command: commandLine(process.pid),
    children: [11, 12],
  });
  expect(existsSync(await data.folder('logs'))).toBe(true);
  await data.release();
  expect(existsSync(file)).toBe(false);
});

test('is refused while another launcher holds it, however that was started', async () => {
  const other = await sleeper('relative/start.ts');
  leave(other.pid, []);
  await expect(openDataDir(dir, marks)).rejects.toMatchObject({
    code: 'already_running',
    message: `Vinh Danh already runs with the data in ${dir} (process ${other.pid}). Use that one, or stop it first: kill ${other.pid}.`,
  });
  other.end();
});

test('what a killed launcher has left running is ended', async () => {
  const [left, stranger] = [
    await sleeper(`--data ${dir}`),
    await sleeper('somebody else, with an id of ours'),
  ];
  leave(nobody, [left.pid, stranger.pid, nobody], 'the launcher');
  await openDataDir(dir, marks);
  await left.exited;
  expect(commandLine(stranger.pid)).toContain('somebody else');
  stranger.end();
});

test('is taken over from a launcher whose id another process has now', async () => {
  const other = await sleeper('another process');
  leave(other.pid, [], 'the launcher');
  await expect(openDataDir(dir, marks)).resolves.toBeDefined();
  other.end();
});

test.each(['', '{"launcher":', '{"launcher":"x","children":[]}'])(
  'a record cut short stops nobody: %j',
  async (text) => {
    writeFileSync(join(dir, 'running.json'), text);
    await expect(openDataDir(dir, marks)).resolves.toBeDefined();
  },
);

test('a place that cannot be written is named, with what to do', async () => {
  writeFileSync(join(dir, 'file'), '');
  await expect(openDataDir(join(dir, 'file/data'), marks)).rejects.toMatchObject({
    code: 'data_dir_not_writable',
    message: expect.stringMatching(
      /^The folder .*file\/data cannot be written \(ENOTDIR\)\..*set DATA_DIR to another folder\.$/,
    ),
  });
});

test.runIf(process.platform === 'linux')('a place where nobody can make a folder is named too', async () => {
  await expect(openDataDir('/proc/vinhdanh/data', marks)).rejects.toMatchObject({
    code: 'data_dir_not_writable',
  });
});

test('the folders that a place lies in are made', async () => {
  await openDataDir(join(dir, 'a/b/c'), marks);
  expect(existsSync(join(dir, 'a/b/c/running.json'))).toBe(true);
});
