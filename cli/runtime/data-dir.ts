import { writeFileSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { commandLine } from './command-line.ts';
import { StartError } from './start-error.ts';

/** The folder of what is kept between two starts, held by one launcher at a time. */
export type DataDir = {
  /** Absolute path of a folder below, made when it is not there. */
  folder(name: string): Promise<string>;
  /** Remembers the children, so that a start after a power cut or `kill -9` can end what is left of them. */
  remember(pids: number[]): void;
  /** Lets the next launcher have the folder. */
  release(): Promise<void>;
};

/** `command`: what the launcher was started as, by which it is told from another process that got its id later. */
const runRecord = z.object({
  launcher: z.int().positive(),
  command: z.string(),
  children: z.array(z.int().positive()),
});

/** Longer than a child is given to end by itself. */
const leftoverGraceMs = 12_000;

/**
 * Takes `dir` for this process, and ends what an earlier launcher that was killed has left running.
 * @param marks parts of command lines: each child has one of them (or `dir`) in its own.
 * @throws {StartError} `data_dir_not_writable`, or `already_running` while another launcher holds the folder.
 */
export async function openDataDir(dir: string, marks: string[]): Promise<DataDir> {
  const recordFile = join(dir, 'running.json');
  const launcher = { launcher: process.pid, command: commandLine(process.pid) };
  const record = (children: number[]) =>
    writeFileSync(recordFile, JSON.stringify({ ...launcher, children }), { mode: 0o600 });
  try {
    await makeFolder(dir);
    await endLeftovers(dir, recordFile, marks);
    record([]);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      'data_dir_not_writable',
      `The folder ${dir} cannot be written (${(error as NodeJS.ErrnoException).code}). Give this account the right to write there and make sure the disk has room, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
  return {
    async folder(name) {
      const path = join(dir, name);
      await mkdir(path, { recursive: true });
      return path;
    },
    remember: record,
    release: () => rm(recordFile, { force: true }),
  };
}

/** Makes a folder and those it lies in. The recursive `mkdir` of Node never ends below /proc, where no folder can be made. */
async function makeFolder(path: string): Promise<void> {
  const make = () => mkdir(path, { mode: 0o755 });
  await make()
    .catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      await makeFolder(dirname(path));
      await make();
    })
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
}

async function endLeftovers(dir: string, recordFile: string, marks: string[]): Promise<void> {
  const text = await readFile(recordFile, 'utf8').catch(() => null);
  // A record cut short by a power cut names nobody: after a power cut nobody runs.
  const earlier = text === null ? null : runRecord.safeParse(safeJson(text)).data;
  if (!earlier) return;
  if (earlier.launcher !== process.pid && commandLine(earlier.launcher) === earlier.command) {
    throw new StartError(
      'already_running',
      `Vinh Danh already runs with the data in ${dir} (process ${earlier.launcher}). Use that one, or stop it first: kill ${earlier.launcher}.`,
    );
  }
  // Process ids come round again: only those that still work on our folders are ours.
  const isOurs = (command: string) => [dir, ...marks].some((mark) => command.includes(mark));
  const left = () => earlier.children.filter((pid) => isOurs(commandLine(pid) ?? ''));
  for (const pid of left()) signal(pid, 'SIGINT');
  const deadline = performance.now() + leftoverGraceMs;
  while (left().length > 0) {
    if (performance.now() > deadline) for (const pid of left()) signal(pid, 'SIGKILL');
    await delay(50);
  }
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}
