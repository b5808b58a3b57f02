import { dropWaits } from '../events/waits.ts';
import type { Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit, Wait } from '../state.ts';
import { contextOf } from '../variables.ts';
import type { Behaviour } from './behaviour.ts';

/** Task without a type, and manual task: nothing for the engine to do but the messages drawn at it. */
export const task: Behaviour = {
  enter: proceed,

  occur(run, visit, node, wait, variables) {
    dropWaits(run, visit, (other) => other === wait);
    visit.said = (visit.said ?? 0) + 1;
    visit.payload = { ...visit.payload, ...variables };
    proceed(run, visit, node);
  },
};

/** Sends until the next message is one to wait for; done when none is left. */
function proceed(run: Run, visit: Visit, node: Node): void {
  const { dialogue } = node;
  if (!dialogue) {
    run.complete(visit);
    return;
  }
  let said = visit.said ?? 0;
  for (; dialogue[said]?.sends; said++) {
    run.emit({
      type: 'publish',
      kind: 'message',
      process: visit.process,
      element: node.id,
      name: dialogue[said]?.flow ?? '',
      correlationKey: null,
      variables: contextOf(run, visit),
      timeToLive: null,
    });
  }
  visit.said = said;
  const expected = dialogue[said];
  if (!expected) {
    run.complete(visit, visit.payload);
    return;
  }
  const reply: Wait = { type: 'message', event: node.id, index: 0, name: expected.flow, key: null };
  run.setWaits(visit, [...visit.waits, reply]);
}
