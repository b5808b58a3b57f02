import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { StartError } from './start-error.ts';

/** A program to run as a child until it is stopped. */
export type ProcessSpec = {
  /** Shown in messages: `PostgreSQL`, `worker`. */
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** Its output goes here, from the start of the file. */
  logFile: string;
  uid?: number;
  gid?: number;
};

/** A child that was started. */
export type ManagedProcess = {
  name: string;
  pid: number;
  logFile: string;
  /** Resolves when the child has ended, for whatever reason: exit code or signal name. */
  exited: Promise<number | string>;
  /** Asks the child to end (SIGINT), makes it end after `graceMs`, and waits until it has. */
  stop(): Promise<void>;
};

/** The children of one launcher: started one by one, stopped in the opposite order, never left behind. */
export type ProcessGroup = {
  /** @throws {StartError} `process_failed` when the command cannot be run. */
  start(spec: ProcessSpec): Promise<ManagedProcess>;
  /** The children that run now, the oldest first. */
  running(): readonly ManagedProcess[];
  /** Stops all children, the youngest first. Safe to call twice; a second caller waits for the same end. */
  stopAll(): Promise<void>;
  /** Ends all children at once, for someone who does not want to wait. */
  killAll(): void;
};

/** How long a child may take to end by itself; PostgreSQL and the worker need a second or two. */
const graceMs = 10_000;

/**
 * Ends the children when the launcher itself has been killed: it reads the process ids, one line for each change,
 * and when the launcher's end of the pipe closes, the last line names what is still running, to be ended in that order.
 * It lives in a session of its own, so Ctrl+C does not reach it.
 */
const watchdogScript = `
trap '' INT TERM HUP
while read -r line; do pids=$line; done
for pid in $pids; do
  kill -INT "$pid" 2>/dev/null || continue
  for tick in $(seq 60); do
    kill -0 "$pid" 2>/dev/null || break
    [ "$tick" = 50 ] && kill -KILL "$pid"
    sleep 0.2
  done
done
`;

/**
 * @param onChange is told the process ids that run, oldest first, after each start and end.
 */
export function createProcessGroup(onChange: (pids: number[]) => void = () => {}): ProcessGroup {
  const running: ManagedProcess[] = [];
  const children = new Map<ManagedProcess, ChildProcess>();
  let watchdog: ChildProcess | null = null;
  let stopping: Promise<void> | null = null;

  function publish(): void {
    const pids = running.map((child) => child.pid);
    // The youngest first: that is the order they should be asked to end in.
    watchdog?.stdin?.write(`${pids.toReversed().join(' ')}\n`);
    onChange(pids);
  }

  async function start(spec: ProcessSpec): Promise<ManagedProcess> {
    if (stopping !== null)
      throw new StartError('process_failed', `${spec.name} was not started: stopping already.`);
    watchdog ??= startWatchdog();
    const output = openSync(spec.logFile, 'w', 0o600);
    const child = spawn(spec.command, spec.args, {
      // A session of its own: Ctrl+C must reach the launcher only, which then stops the children in order.
      detached: true,
      stdio: ['ignore', output, output],
      env: spec.env ?? process.env,
      ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
      ...(spec.uid === undefined ? {} : { uid: spec.uid }),
      ...(spec.gid === undefined ? {} : { gid: spec.gid }),
    });
    closeSync(output);
    const ended = new Promise<number | string>((resolve) => {
      child.once('exit', (code, signal) => resolve(code ?? signal ?? 0));
    });
    if (child.pid === undefined) {
      const [error] = (await once(child, 'error')) as [Error];
      throw new StartError('process_failed', `${spec.name} cannot be run: ${error.message}.`, {
        cause: error,
      });
    }
    const managed: ManagedProcess = {
      name: spec.name,
      pid: child.pid,
      logFile: spec.logFile,
      exited: ended.then((how) => {
        running.splice(running.indexOf(managed), 1);
        children.delete(managed);
        publish();
        return how;
      }),
      async stop() {
        child.kill('SIGINT');
        const impatience = setTimeout(() => child.kill('SIGKILL'), graceMs);
        await managed.exited;
        clearTimeout(impatience);
      },
    };
    running.push(managed);
    children.set(managed, child);
    publish();
    return managed;
  }

  async function stopEach(): Promise<void> {
    for (const child of running.toReversed()) await child.stop();
    if (watchdog !== null) {
      const over = new Promise((resolve) => watchdog?.once('exit', resolve));
      // From here on it is waited for.
      watchdog.ref();
      watchdog.stdin?.end();
      await over;
    }
  }

  return {
    start,
    running: () => [...running],
    stopAll() {
      stopping ??= stopEach();
      return stopping;
    },
    killAll() {
      for (const child of children.values()) child.kill('SIGKILL');
    },
  };
}

function startWatchdog(): ChildProcess {
  const watchdog = spawn('sh', ['-c', watchdogScript], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // It only guards; whether it runs or has ended must not keep the launcher alive or bring it down.
  watchdog.on('error', () => {});
  watchdog.stdin?.on('error', () => {});
  watchdog.unref();
  return watchdog;
}

/** The last line a child wrote, for the sentence that says why it ended; empty when it wrote nothing. */
export function lastLine(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
  return lines.at(-1)?.trim() ?? '';
}
