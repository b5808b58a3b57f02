import type { DiagramProcess } from '../../../api/contract/index.ts';

/** The process to show first: the innermost in which something waits or failed, else the whole chain. */
export function openingProcess(
  processes: Pick<DiagramProcess, 'process' | 'active' | 'incidents'>[],
): string | undefined {
  const waiting = processes.findLast(({ active, incidents }) => active.length + incidents.length > 0);
  return (waiting ?? processes[0])?.process;
}
