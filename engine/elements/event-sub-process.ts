import type { Behaviour } from './behaviour.ts';

/** Event sub-process: entered only by its start event (`start-event.ts`), with what that event brought. */
export const eventSubProcess: Behaviour = {
  enter(run, scope, node) {
    if (scope.startedBy === undefined)
      throw new Error(`event sub-process ${node.id} was entered without its event`);
    const payload = scope.payload ?? {};
    run.send(run.node(scope.process, scope.startedBy), scope, null, { payload });
    for (const id of node.scope?.implicit ?? []) run.send(run.node(scope.process, id), scope);
  },

  left(run, scope) {
    if (scope.inside === 0) run.complete(scope);
  },
};
