import { child, children, is, type ModdleElement } from '../moddle.ts';
import { error, perElement, type Rule } from './rule.ts';
import { isSameItem, itemOf } from './same-item.ts';

/** Where a definition says what its event carries. */
const carriers: Record<string, { reference: string; item: string }> = {
  'bpmn:MessageEventDefinition': { reference: 'messageRef', item: 'itemRef' },
  'bpmn:SignalEventDefinition': { reference: 'signalRef', item: 'structureRef' },
  'bpmn:ErrorEventDefinition': { reference: 'errorRef', item: 'structureRef' },
  'bpmn:EscalationEventDefinition': { reference: 'escalationRef', item: 'structureRef' },
};

/**
 * An event may leave out its data; those that it has stand for its definitions one by one, and are what these carry
 * (BPMN 2.0.2, 10.5.1).
 */
export const eventData: Rule = perElement((event) => {
  if (!is(event, 'bpmn:Event')) return [];
  const definitions = [...children(event, 'eventDefinitions'), ...children(event, 'eventDefinitionRef')];
  const data = children(event, is(event, 'bpmn:ThrowEvent') ? 'dataInputs' : 'dataOutputs');
  if (definitions.length > 1 && data.length > 0 && data.length !== definitions.length) {
    return [
      error('event_data_count', {
        vi: `Sự kiện có ${definitions.length} định nghĩa nhưng có ${data.length} dữ liệu; mỗi định nghĩa phải có một.`,
        en: `The event has ${definitions.length} definitions, but ${data.length} pieces of data; each must have one.`,
      }),
    ];
  }
  return data
    .filter((datum, i) => !isSameItem(itemOf(datum), carriedBy(definitions[i])))
    .map(({ id }) =>
      error('event_data_differ', {
        vi: `Dữ liệu "${id}" của sự kiện khác với nội dung mà định nghĩa của sự kiện mang theo.`,
        en: `The data "${id}" of the event are not what its definition carries.`,
      }),
    );
});

function carriedBy(definition: ModdleElement | undefined): ModdleElement | undefined {
  const carrier = carriers[definition?.$type ?? ''];
  return carrier && child(child(definition, carrier.reference), carrier.item);
}
