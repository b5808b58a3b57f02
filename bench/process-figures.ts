import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux reports processor time to programs. */
const ticksPerSecond = 100;

/** Processor time that programs have used so far, with that of their children: seconds by name. Linux only. */
export function processorSeconds(pids: Record<string, number>): Record<string, number> {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(statOf);
  return Object.fromEntries(
    Object.entries(pids).map(([name, pid]) => [
      name,
      all
        .filter((stat) => stat.pid === pid || stat.parent === pid)
        .reduce((ticks, stat) => ticks + stat.own + (stat.pid === pid ? stat.ofEndedChildren : 0), 0) /
        ticksPerSecond,
    ]),
  );
}

/** A process's line of proc_pid_stat(5); nothing if it has just ended. */
function statOf(pid: string) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').map(Number) ?? [];
    const [own = 0, ofEndedChildren = 0] = [11, 13].map((at) => (fields[at] ?? 0) + (fields[at + 1] ?? 0));
    return [{ pid: Number(pid), parent: fields[1] ?? 0, own, ofEndedChildren }];
  } catch {
    return [];
  }
}

/** Resident memory of a process, MB. Linux only. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
