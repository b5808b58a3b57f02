import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { projectDir, readEnvironment } from '../cli/environment.ts';

/** How a program ended, and all it printed. */
export type Ended = { code: number | string; output: string };

/** A program of cli/ that is running. */
export type Program = {
  kill(signal: NodeJS.Signals): void;
  ended: Promise<Ended>;
  output(): string;
  /** Waits until it has printed `text`. @throws when it ends before. */
  prints(text: string): Promise<void>;
};

/** Starts a program of cli/ with the environment of nothing but PATH and these switches. */
export function runProgram(program: string, switches: Record<string, string>): Program {
  const child = spawn(process.execPath, [join(projectDir, program)], {
    env: { PATH: process.env.PATH, ...switches },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  let over = false;
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    over = true;
    return { code: code ?? signal, output };
  });
  return {
    kill: (signal) => child.kill(signal),
    ended,
    output: () => output,
    async prints(text) {
      while (!output.includes(text)) {
        if (over) throw new Error(`${program} ended without printing "${text}":\n${output}`);
        await delay(20);
      }
    },
  };
}

/** Lets a program with a data folder of its own use the Temporal program that was found before, instead of fetching it again. */
export function shareTemporalBinary(dataDir: string): void {
  const binDir = join(readEnvironment(process.env).dataDir, 'bin');
  mkdirSync(binDir, { recursive: true });
  symlinkSync(binDir, join(dataDir, 'bin'));
}

/** Command lines of all running processes that name `mark`. */
export function processesWith(mark: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(commandLineOf)
    .filter((command) => command.includes(mark));
}

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // It has ended since the folder was read.
    return '';
  }
}
