import { apply } from './apply.ts';
import type { Graph } from './model/graph.ts';
import { migrate } from './operations/migrate.ts';
import { start } from './start.ts';
import type { EngineEvent, Instant, State, Step } from './types.ts';

/** The graph an instance runs on, and the one that holds once the event has been applied; the same but for a migration. */
export interface Graphs {
  from: Graph;
  to: Graph;
}

/**
 * Moves an instance on by one event, whichever it is: `start` without a state, `migrate` and `apply` with one. Pure. Every
 * host goes through here, so that each comes to the same state by the same events.
 */
export function advance({ from, to }: Graphs, state: State | null, event: EngineEvent, now: Instant): Step {
  if (state === null) {
    if (event.type !== 'start') throw new Error(`an instance begins with a start event, not ${event.type}`);
    return start(to, event, now);
  }
  if (event.type === 'migrated') return migrate({ from, to }, state, event, now);
  return apply(from, state, event, now);
}
