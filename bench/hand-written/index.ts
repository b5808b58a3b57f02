import { condition, defineSignal, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import type { CommitAnswer, ProposedStep } from '../../activities/commit/commit-step.ts';
import type { EngineEvent } from '../../engine/types.ts';
import type { Snapshot } from '../../workflows/snapshot.ts';
import { effectsOfStep, humanSteps } from '../five-steps.ts';

const deliver = defineSignal<[EngineEvent[]]>('deliver');
const { commitStep } = proxyLocalActivities<{ commitStep(step: ProposedStep): Promise<CommitAnswer> }>({
  startToCloseTimeout: '20 seconds',
});

/**
 * The reference of the benchmark: the process of five human steps written by hand for Temporal, with the same activity
 * per step as the interpreter and no model.
 */
export async function processInstance({ instanceId, queue }: Snapshot): Promise<void> {
  const events = [...queue];
  setHandler(deliver, (more) => void events.push(...more));
  for (let n = 0; n <= humanSteps; n++) {
    await condition(() => events.length > 0);
    const event = events.shift() as EngineEvent;
    const position = n === humanSteps ? [] : [{ process: 'five-steps', element: `step-${n + 1}` }];
    await commitStep({
      instanceId,
      step: n + 1,
      event,
      now: new Date().toISOString(),
      effects: effectsOfStep(n),
      position,
    });
  }
}
