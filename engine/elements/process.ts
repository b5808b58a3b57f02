import type { Behaviour } from './behaviour.ts';
import { startAll } from './sub-process.ts';

/** A process: the instance itself, or called by a call activity. Done when nothing is left inside. */
export const process: Behaviour = {
  enter(run, visit, node) {
    const { startedBy } = visit;
    const { starts = [], implicit = [] } = node.scope ?? {};
    const isNone = (id: string) => !run.node(visit.process, id).events;
    // Asked to start without saying where, a process that only events start begins at the first of these.
    const first = startedBy ?? (starts.some(isNone) || implicit.length > 0 ? undefined : starts[0]);
    if (first === undefined || implicit.includes(first)) return startAll(run, visit, node);
    run.send(run.node(visit.process, first), visit, null, { payload: {} });
    for (const id of implicit) run.send(run.node(visit.process, id), visit);
  },

  left(run, visit) {
    if (visit.inside === 0) run.complete(visit);
  },
};
