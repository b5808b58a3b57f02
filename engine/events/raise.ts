import type { EventDefinition } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit } from '../state.ts';
import { Stuck } from '../stuck.ts';
import { parseDuration } from '../time/iso.ts';
import { contextOf, evaluate, textOf, unexpected } from '../variables.ts';
import { receiveSignal, throwUp } from './throw.ts';

/**
 * Throws `definition` at `visit`. A signal is heard in this instance at once and carried to others by the host; a message
 * only by the host; an escalation that nothing catches is told to the host. Throws Stuck for an error nothing catches.
 * A message brings what its sender knows; a signal, which everybody hears, only what is mapped into the event.
 */
export function raise(run: Run, visit: Visit, definition: EventDefinition): void {
  const publish = (
    kind: 'message' | 'signal' | 'escalation',
    name: string,
    correlationKey: string | null = null,
    timeToLive: string | null = null,
  ) =>
    run.emit({
      type: 'publish',
      kind,
      process: visit.process,
      element: visit.node,
      name,
      correlationKey,
      variables: kind === 'signal' ? (visit.variables ?? {}) : contextOf(run, visit),
      timeToLive,
    });

  switch (definition.type) {
    case 'message': {
      const name = textOf(run, visit, definition.name);
      const key = definition.key ? evaluate(run, visit, definition.key) : null;
      publish('message', name, key === null ? null : String(key), timeToLiveOf(run, visit, definition));
      break;
    }
    case 'signal': {
      const name = textOf(run, visit, definition.name);
      publish('signal', name);
      receiveSignal(run, name, visit.variables ?? {});
      break;
    }
    case 'escalation': {
      const code = definition.code ? textOf(run, visit, definition.code) : null;
      if (!throwUp(run, visit, 'escalation', code, {})) publish('escalation', code ?? '');
      break;
    }
    case 'error': {
      const code = definition.code ? textOf(run, visit, definition.code) : null;
      if (!throwUp(run, visit, 'error', code, {})) {
        throw new Stuck('uncaught_error', `nothing catches the error ${code ?? 'without code'}`);
      }
      break;
    }
    default:
      throw new Error(`an event definition of type ${definition.type} cannot be raised`);
  }
}

/** How long the message is kept. Throws Stuck for anything but an ISO duration. */
function timeToLiveOf(
  run: Run,
  visit: Visit,
  { timeToLive }: Extract<EventDefinition, { type: 'message' }>,
): string | null {
  if (!timeToLive) return null;
  const text = textOf(run, visit, timeToLive);
  if (!parseDuration(text)) throw unexpected(timeToLive, 'an ISO duration', text);
  return text;
}
