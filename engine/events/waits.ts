/** Opening and closing what a visit waits for. */
import type { EventDefinition, Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit, Wait } from '../state.ts';
import { addDuration, parseCycle, parseDuration } from '../time/iso.ts';
import { momentOf } from '../time/moment.ts';
import { evaluate, textOf, unexpected } from '../variables.ts';

/** `holder` waits for `event`, whose expressions see what `holder` sees. */
export function openWaits(run: Run, holder: Visit, event: Node): void {
  const waits: Wait[] = [];
  for (const [index, definition] of (event.events ?? []).entries()) {
    const wait = waitFor(run, holder, event, index, definition);
    if (wait) waits.push(wait);
  }
  run.setWaits(holder, [...holder.waits, ...waits]);
  if (waits.some(({ type }) => type === 'conditional')) run.conditions.opened(holder);
}

export function openBoundaryWaits(run: Run, host: Visit, node: Node): void {
  for (const id of node.boundary ?? []) openWaits(run, host, run.node(host.process, id));
}

/** The starts of the event sub-processes of a scope. */
export function openEventSubProcessWaits(run: Run, scope: Visit, node: Node): void {
  for (const id of node.scope?.eventSubProcesses ?? []) {
    for (const start of run.node(scope.process, id).scope?.starts ?? []) {
      openWaits(run, scope, run.node(scope.process, start));
    }
  }
}

/** Ends the waits of `holder` that `which` picks. */
export function dropWaits(run: Run, holder: Visit, which: (wait: Wait) => boolean): void {
  if (holder.waits.length === 0) return;
  run.setWaits(
    holder,
    holder.waits.filter((wait) => !which(wait)),
  );
}

function waitFor(
  run: Run,
  holder: Visit,
  event: Node,
  index: number,
  definition: EventDefinition,
): Wait | null {
  const base = { event: event.id, index };
  switch (definition.type) {
    case 'message': {
      const key = definition.key ? keyOf(run, holder, definition.key) : null;
      return { ...base, type: 'message', name: textOf(run, holder, definition.name), key };
    }
    case 'signal':
      return { ...base, type: 'signal', name: textOf(run, holder, definition.name) };
    case 'timer':
      return timer(run, holder, base, definition);
    case 'error':
    case 'escalation': {
      const code = definition.code ? textOf(run, holder, definition.code) : null;
      return { ...base, type: definition.type, code };
    }
    case 'conditional':
      // What holds already when the wait opens is noticed before the next token moves.
      return { ...base, type: 'conditional', met: false };
    case 'cancel':
      return { ...base, type: 'cancel' };
    default:
      // A link is reached by its throw and compensation by its record; the others are only thrown.
      return null;
  }
}

/** A correlation key is a text or a number; anything else could never be matched. */
function keyOf(
  run: Run,
  holder: Visit,
  expression: NonNullable<Extract<EventDefinition, { type: 'message' }>['key']>,
): string {
  const value = evaluate(run, holder, expression);
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw unexpected(expression, 'a correlation key (text or number)', value);
}

function timer(
  run: Run,
  holder: Visit,
  base: { event: string; index: number },
  definition: Extract<EventDefinition, { type: 'timer' }>,
): Wait | null {
  const { value } = definition;
  if (!value) return null;
  if (definition.timer !== 'cycle') {
    const moment = momentOf(run, holder, value);
    if (!moment) throw unexpected(value, 'a date or a duration', null);
    return { ...base, type: 'timer', due: moment.at, clock: moment.clock, every: null, left: null };
  }
  const text = textOf(run, holder, value);
  const cycle = parseCycle(text);
  if (!cycle) throw unexpected(value, 'a repeating interval such as R3/PT10M', text);
  if (cycle.times === 0) return null;
  const { every, until, times: left } = cycle;
  const due = cycle.from ?? next(run.now, every);
  if (due === null) throw unexpected(value, 'a repeating interval', text);
  const wait = { ...base, type: 'timer' as const, due, clock: null, every, left };
  if (until === null) return wait;
  return due > until ? null : { ...wait, until };
}

/** The repeating timer after it fired, or null when that was the last time. */
export function rearmed(wait: Extract<Wait, { type: 'timer' }>): Wait | null {
  if (wait.every === null || wait.due === null || wait.left === 1) return null;
  const due = next(wait.due, wait.every);
  if (due === null || (wait.until !== undefined && due > wait.until)) return null;
  return { ...wait, due, left: wait.left === null ? null : wait.left - 1 };
}

function next(from: string, every: string): string | null {
  const duration = parseDuration(every);
  return duration ? addDuration(from, duration) : null;
}
