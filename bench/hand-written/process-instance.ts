import { condition, defineSignal, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import type { CommitAnswer, ProposedStep } from '../../activities/commit/commit-step.ts';
import type { EngineEvent } from '../../engine/types.ts';
import { Inbox } from '../../workflows/inbox.ts';
import type { Snapshot } from '../../workflows/snapshot.ts';
import { effectsOfStep, humanSteps } from '../five-steps.ts';

const deliver = defineSignal<[EngineEvent[]]>('deliver');
const { commitStep } = proxyLocalActivities<{ commitStep(step: ProposedStep): Promise<CommitAnswer> }>({
  startToCloseTimeout: '20 seconds',
});

/**
 * The reference of the benchmark: the process of five human steps written by hand for Temporal, with the same inbox and
 * the same activity per step as the interpreter, and no model.
 */
export async function processInstance({ instanceId, applied, queue }: Snapshot): Promise<void> {
  const inbox = new Inbox(applied, queue);
  setHandler(deliver, (events) => inbox.receive(events));
  for (let n = 0; n <= humanSteps; n++) {
    await condition(() => inbox.hasNext);
    const event = inbox.next() as EngineEvent;
    const position = n === humanSteps ? [] : [{ process: 'five-steps', element: `step-${n + 1}` }];
    await commitStep({
      instanceId,
      step: n + 1,
      event,
      now: new Date().toISOString(),
      effects: effectsOfStep(n),
      position,
    });
    inbox.settle(event);
  }
}
