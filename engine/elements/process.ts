import type { Run } from '../run.ts';
import type { Visit } from '../state.ts';
import type { Behaviour } from './behaviour.ts';
import { completeWhenEmpty, startAll } from './sub-process.ts';

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
    for (const id of [...implicit, ...expectedWith(run, visit, first)])
      run.send(run.node(visit.process, id), visit);
  },

  left: completeWhenEmpty,
};

/** Events behind a parallel event-based gateway start one instance together: the others are waited for in it (10.6.6). */
function expectedWith(run: Run, visit: Visit, first: string): string[] {
  const flows = run.node(visit.process, first).incoming.map((id) => run.flow(visit.process, id));
  const gateways = flows.map(({ source }) => run.node(visit.process, source));
  return gateways
    .filter(({ instantiate, parallelMultiple }) => instantiate && parallelMultiple)
    .flatMap(({ outgoing }) => outgoing.map((id) => run.flow(visit.process, id).target))
    .filter((id) => id !== first);
}
