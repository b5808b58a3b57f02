import { feel, formal, textOrFeel } from './expression.ts';
import type { EventDefinition, Expression } from './graph.ts';
import { child, children, extension, type ModdleElement, text } from './moddle.ts';
import { readProperties } from './read-extensions.ts';

/** The event definitions of an event, its own and those it refers to. */
export function readEventDefinitions(element: ModdleElement): EventDefinition[] {
  const definitions = [...children(element, 'eventDefinitions'), ...children(element, 'eventDefinitionRef')];
  return definitions.flatMap((definition) => readEventDefinition(definition, element) ?? []);
}

export function readEventDefinition(
  definition: ModdleElement,
  event: ModdleElement,
): EventDefinition | undefined {
  switch (definition.$type) {
    case 'bpmn:MessageEventDefinition':
      return readMessage(child(definition, 'messageRef'), event);
    case 'bpmn:SignalEventDefinition':
      // Events that name no signal mean the same, nameless one.
      return { type: 'signal', name: textOrFeel(text(child(definition, 'signalRef'), 'name') ?? '') };
    case 'bpmn:TimerEventDefinition':
      return readTimer(definition);
    case 'bpmn:ErrorEventDefinition':
      return { type: 'error', ...readCode(child(definition, 'errorRef'), 'errorCode') };
    case 'bpmn:EscalationEventDefinition':
      return { type: 'escalation', ...readCode(child(definition, 'escalationRef'), 'escalationCode') };
    case 'bpmn:ConditionalEventDefinition': {
      const condition = formal(definition, 'condition');
      return { type: 'conditional', ...(condition ? { condition } : {}) };
    }
    case 'bpmn:LinkEventDefinition': {
      const target = child(child(definition, 'target'), '$parent')?.id;
      return {
        type: 'link',
        name: text(definition, 'name') ?? '',
        ...(target === undefined ? {} : { target }),
      };
    }
    case 'bpmn:CompensateEventDefinition': {
      const activity = child(definition, 'activityRef')?.id;
      return { type: 'compensation', ...(activity === undefined ? {} : { activity }) };
    }
    case 'bpmn:TerminateEventDefinition':
      return { type: 'terminate' };
    case 'bpmn:CancelEventDefinition':
      return { type: 'cancel' };
    default:
      return undefined;
  }
}

/** An event or task that names no message waits for one named like itself. */
export function readMessage(
  message: ModdleElement | undefined,
  owner: ModdleElement,
): Extract<EventDefinition, { type: 'message' }> {
  const name = textOrFeel(text(message, 'name') ?? owner.id ?? '');
  const key = text(extension(message, 'zeebe:Subscription'), 'correlationKey');
  const { timeToLive } = readProperties(owner);
  return {
    type: 'message',
    name,
    ...(key === undefined ? {} : { key: feel(key) }),
    ...(timeToLive === undefined ? {} : { timeToLive: textOrFeel(timeToLive) }),
  };
}

/** An error or escalation without a code is known by its id. */
function readCode(reference: ModdleElement | undefined, property: string): { code?: Expression } {
  if (!reference) return {};
  const code = text(reference, property) ?? reference.id;
  return code === undefined ? {} : { code: textOrFeel(code) };
}

function readTimer(definition: ModdleElement): EventDefinition {
  for (const timer of ['date', 'duration', 'cycle'] as const) {
    const value = text(definition, `time${timer[0]?.toUpperCase()}${timer.slice(1)}`);
    if (value !== undefined) return { type: 'timer', timer, value: textOrFeel(value.trim()) };
  }
  return { type: 'timer', timer: 'duration' };
}
