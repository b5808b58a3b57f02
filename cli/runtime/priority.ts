import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Lets programs that answer people go first: this one works with what they leave of the processors. Linux weighs
 * sessions against each other before it looks at the programs in them (sched(7), autogroup), so both are told. Where
 * the system refuses, only speed is lost.
 */
export function workInBackground(pid: number): void {
  attempt(() => setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL));
  if (process.platform === 'linux') attempt(() => writeFileSync(`/proc/${pid}/autogroup`, '10'));
}

function attempt(change: () => void): void {
  try {
    change();
  } catch {
    // The program may have ended already, or the system may not allow it.
  }
}
