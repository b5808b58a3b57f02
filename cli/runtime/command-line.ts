import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** What a running process was started as, its arguments separated by spaces; null when there is no such process. */
export function commandLine(pid: number): string | null {
  try {
    if (existsSync('/proc/self/cmdline')) {
      // A process that has ended and is not yet collected has an empty command line.
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || null;
    }
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
