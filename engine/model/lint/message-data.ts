import { child, children, type ModdleElement } from '../moddle.ts';
import { error, isExecutable, perElement, type Rule, warning } from './rule.ts';
import { isSameItem, itemOf } from './same-item.ts';

/** What a task sends or takes, and the data and sets of data that stand for it. */
interface Exchange {
  message: ModdleElement | undefined;
  data: 'dataInputs' | 'dataOutputs';
  sets: 'inputSets' | 'outputSets';
}

const out = { data: 'dataInputs', sets: 'inputSets' } as const;
const into = { data: 'dataOutputs', sets: 'outputSets' } as const;

function exchangesOf(task: ModdleElement): Exchange[] {
  const operation = child(task, 'operationRef');
  const [asks, answers] = ['inMessageRef', 'outMessageRef'].map((message) => child(operation, message));
  switch (task.$type) {
    case 'bpmn:ServiceTask':
      return [
        { message: asks, ...out },
        { message: answers, ...into },
      ];
    case 'bpmn:SendTask':
      return [{ message: child(task, 'messageRef') ?? asks, ...out }];
    case 'bpmn:ReceiveTask':
      return [{ message: child(task, 'messageRef') ?? asks, ...into }];
    default:
      return [];
  }
}

/**
 * A task that exchanges a message, or calls an operation, has at most one set and one piece of data for each message, and
 * that is what the message carries (BPMN 2.0.2, 10.3.3).
 */
export const messageData: Rule = perElement((task) => {
  const specification = child(task, 'ioSpecification');
  const found = isExecutable(task) ? error : warning;
  return exchangesOf(task).flatMap(({ message, data, sets }) => {
    if (!message || !specification) return [];
    const pieces = children(specification, data);
    if (children(specification, sets).length > 1 || pieces.length > 1) {
      return [
        found('message_data_several', {
          vi: `Tác vụ trao đổi thông điệp "${message.id}" chỉ được có một tập và một dữ liệu cho nó.`,
          en: `A task that exchanges the message "${message.id}" must have one set and one piece of data for it.`,
        }),
      ];
    }
    return pieces
      .filter((piece) => !isSameItem(itemOf(piece), child(message, 'itemRef')))
      .map(() =>
        found('message_data_differ', {
          vi: `Dữ liệu của tác vụ khác với nội dung của thông điệp "${message.id}".`,
          en: `The data of the task are not what the message "${message.id}" carries.`,
        }),
      );
  });
});

/** A service task that calls an operation says what it gives to it (BPMN 2.0.2, 10.3.3: exactly one input set). */
export const operationData: Rule = perElement((task) =>
  task.$type === 'bpmn:ServiceTask' && child(task, 'operationRef') && !child(task, 'ioSpecification')
    ? [
        (isExecutable(task) ? error : warning)('operation_without_data', {
          vi: 'Tác vụ dịch vụ gọi một phép (operationRef) phải khai báo dữ liệu vào (ioSpecification).',
          en: 'A service task that calls an operation (operationRef) must declare its data (ioSpecification).',
        }),
      ]
    : [],
);

/** Who names an operation and a message names the message that the operation takes (BPMN 2.0.2, table 10.8 and 10.98). */
export const operationMessage: Rule = perElement((element) =>
  [element, ...children(element, 'eventDefinitions')].flatMap((part) => {
    const [message, taken] = [child(part, 'messageRef'), child(child(part, 'operationRef'), 'inMessageRef')];
    if (!message || !taken || message === taken) return [];
    return error('operation_message_differs', {
      vi: `Thông điệp "${message.id}" không phải là thông điệp "${taken.id}" mà phép được gọi nhận.`,
      en: `The message "${message.id}" is not "${taken.id}", which the operation takes.`,
    });
  }),
);
