import { child, children, type ModdleElement, text } from '../moddle.ts';
import { error, perElement, type Rule } from './rule.ts';

/** What a task takes or gives by its message. Of service tasks the editors' examples have more than the standard lets them. */
const exchanges: Record<string, { data: string; sets: string }> = {
  'bpmn:SendTask': { data: 'dataInputs', sets: 'inputSets' },
  'bpmn:ReceiveTask': { data: 'dataOutputs', sets: 'outputSets' },
};

/**
 * A task that sends or receives a message has at most one set and one piece of data for it, and that is what the message
 * carries (BPMN 2.0.2, 10.3.3).
 */
export const messageData: Rule = perElement((task) => {
  const exchange = exchanges[task.$type];
  const message = child(task, 'messageRef');
  const specification = child(task, 'ioSpecification');
  if (!exchange || !message || !specification) return [];
  const data = children(specification, exchange.data);
  if (children(specification, exchange.sets).length > 1 || data.length > 1) {
    return [
      error('message_data_several', {
        vi: `Tác vụ trao đổi thông điệp "${message.id}" chỉ được có một tập và một dữ liệu cho nó.`,
        en: `A task that exchanges the message "${message.id}" must have one set and one piece of data for it.`,
      }),
    ];
  }
  return data
    .filter((datum) => !isSameItem(child(datum, 'itemSubjectRef'), child(message, 'itemRef')))
    .map(() =>
      error('message_data_differ', {
        vi: `Dữ liệu của tác vụ khác với nội dung của thông điệp "${message.id}".`,
        en: `The data of the task are not what the message "${message.id}" carries.`,
      }),
    );
});

/** What is not said does not differ. */
function isSameItem(item: ModdleElement | undefined, other: ModdleElement | undefined): boolean {
  if (!item || !other || item === other) return true;
  const structure = text(item, 'structureRef');
  return structure !== undefined && structure === text(other, 'structureRef');
}
