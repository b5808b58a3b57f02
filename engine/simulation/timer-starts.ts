/** When the timer start events of a process begin it. */
import { openWaits, rearmed } from '../events/waits.ts';
import type { Graph } from '../model/graph.ts';
import { Run } from '../run.ts';
import { rootVisit, stateBefore } from '../start.ts';
import type { Wait } from '../state.ts';
import { Stuck } from '../stuck.ts';
import type { EngineEvent, Instant } from '../types.ts';

/** A moment at which an instance begins. */
export interface TimerStart {
  startEvent: string;
  at: Instant;
  /** The one after it; null if it is the last. */
  next: TimerStart | null;
}

/**
 * The next moment of each timer start event, from `now` on; a date that is past is due at once. Their expressions see the variables
 * the instance is to begin with; none is given for a timer that cannot be evaluated with them.
 */
export function timerStarts(
  graph: Graph,
  event: Extract<EngineEvent, { type: 'start' }>,
  now: Instant,
): TimerStart[] {
  const { nodes = {} } = graph.processes[event.process] ?? {};
  const starts = nodes[event.process]?.scope?.starts ?? [];
  return starts.flatMap((id) => {
    const run = new Run(graph, stateBefore(graph, event), now);
    const root = run.visit(rootVisit);
    try {
      openWaits(run, root, run.node(event.process, id));
    } catch (failure) {
      if (!(failure instanceof Stuck)) throw failure;
    }
    return root.waits.flatMap((wait) => upcoming(timerStart(wait), now) ?? []);
  });
}

/** Of a cycle that began long ago, what is past is left out but for the last. */
function upcoming(start: TimerStart | null, now: Instant): TimerStart | null {
  let found = start;
  while (found && found.at < now && found.next) found = found.next;
  return found;
}

function timerStart(wait: Wait | null): TimerStart | null {
  if (wait?.type !== 'timer' || wait.due === null) return null;
  return {
    startEvent: wait.event,
    at: wait.due,
    get next() {
      return timerStart(rearmed(wait));
    },
  };
}
