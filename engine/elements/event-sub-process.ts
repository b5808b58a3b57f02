import { Stuck } from '../stuck.ts';
import type { Behaviour } from './behaviour.ts';
import { completeWhenEmpty } from './sub-process.ts';

/** Event sub-process: entered only by its start event (`start-event.ts`), with what that event brought. */
export const eventSubProcess: Behaviour = {
  enter(run, scope, node) {
    if (scope.startedBy === undefined)
      throw new Stuck('nothing_to_do', 'only its event starts an event sub-process');
    const payload = scope.payload ?? {};
    run.send(run.node(scope.process, scope.startedBy), scope, null, { payload });
    for (const id of node.scope?.implicit ?? []) run.send(run.node(scope.process, id), scope);
  },

  left: completeWhenEmpty,
};
