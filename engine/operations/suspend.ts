/**
 * A suspended instance takes in what happens and does nothing with it: people's decisions, results of jobs and messages
 * wait in their order, and no timer fires. Its clocks run on, so that what came due meanwhile fires when it is resumed.
 * Only operations and what changes clocks act at once.
 */
import type { Run } from '../run.ts';
import type { State } from '../state.ts';
import type { EngineEvent } from '../types.ts';
import { operationProblem } from './problem.ts';

const actsAtOnce: EngineEvent['type'][] = [
  'cancelled',
  'suspended',
  'resumed',
  'modified',
  'migrated',
  'calendarChanged',
  'clockPaused',
  'clockResumed',
];

/** Whether the event waits until the instance is resumed. */
export function isHeld(state: Pick<State, 'suspended' | 'root'>, event: EngineEvent): boolean {
  return state.suspended !== undefined && state.root !== null && !actsAtOnce.includes(event.type);
}

/** Keeps an event for later. What is due needs no keeping: the clock is asked again at resume. */
export function hold(run: Run, event: EngineEvent): void {
  const { suspended } = run.state;
  if (!suspended || event.type === 'timersDue') return;
  run.state.suspended = { held: [...suspended.held, event] };
}

export function suspend(run: Run): void {
  if (run.state.suspended) {
    run.emit({ type: 'refused', problems: [operationProblem('already_suspended')] });
    return;
  }
  run.state.suspended = { held: [] };
  run.emit({ type: 'suspended' });
}

/**
 * Lets everything that was held happen, in its order; one whose receiver is gone by then is told.
 * @param receive lets one event happen and its tokens settle; false if nobody waited for it
 */
export function resume(run: Run, receive: (event: EngineEvent) => boolean): void {
  const { suspended } = run.state;
  if (!suspended) {
    run.emit({ type: 'refused', problems: [operationProblem('not_suspended')] });
    return;
  }
  delete run.state.suspended;
  run.emit({ type: 'resumed' });
  for (const event of suspended.held) {
    if (run.state.root === null || !receive(event)) run.emit({ type: 'unreceived', held: event });
  }
}
