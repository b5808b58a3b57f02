import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/** A third of an equal share: enough that a busy machine does not starve what runs in the background. */
const niceness = 5;

/**
 * Lets programs that answer people go first: this one works with less of the processors where they are short. Linux weighs
 * sessions against each other before it looks at the programs in them (sched(7), autogroup), so both are told. Where
 * the system refuses, only speed is lost.
 */
export function workInBackground(pid: number): void {
  attempt(() => setPriority(pid, niceness));
  if (process.platform === 'linux') attempt(() => writeFileSync(`/proc/${pid}/autogroup`, String(niceness)));
}

function attempt(change: () => void): void {
  try {
    change();
  } catch {
    // The program may have ended already, or the system may not allow it.
  }
}
