/** Moments that a model states: due dates, follow-up dates, timers. */
import type { Expression } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit } from '../state.ts';
import type { Clock, Instant } from '../types.ts';
import { evaluate, unexpected } from '../variables.ts';
import { clockFunctions, clockOf, dueBy, isTerm } from './clock.ts';
import { addDuration, parseDuration, parseInstant } from './iso.ts';
import { startOfClock } from './running-clocks.ts';

export interface Moment {
  /** null while the clock behind it stands still. */
  at: Instant | null;
  /** The clock behind it, where the model counts days. */
  clock: Clock | null;
}

/**
 * Evaluates `expression` to a moment: a date, a date and time, a duration from now, or a term in days from now or, where
 * `shared` names a clock of the scope around the visit, from when that clock started. Null gives null. Throws Stuck for
 * anything else.
 */
export function momentOf(
  run: Run,
  visit: Visit,
  expression: Expression | undefined,
  shared?: string,
): Moment | null {
  if (!expression) return null;
  const value = evaluate(run, visit, expression, undefined, clockFunctions);
  if (value === null) return null;
  if (isTerm(value)) {
    const clock = clockOf(value, startOfClock(run, visit, shared));
    if (!clock) throw unexpected(expression, 'a whole number of days', value.amount);
    return { at: dueBy(clock, run.state.calendar), clock };
  }
  const duration = typeof value === 'string' ? parseDuration(value) : null;
  const at =
    duration !== null
      ? addDuration(run.now, duration)
      : typeof value === 'string'
        ? parseInstant(value)
        : null;
  if (at === null) throw unexpected(expression, 'a date, a duration or a number of days', value);
  return { at, clock: null };
}
