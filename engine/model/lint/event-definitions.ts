import type { EventDefinition, Kind, Node, Process } from '../graph.ts';
import { error, perNode, type Rule } from './rule.ts';

type Type = EventDefinition['type'];

/** Which events may have which definitions (BPMN 2.0.2, tables 10.84 to 10.93); `none` where none is allowed. */
const allowed: Partial<Record<Kind, (Type | 'none')[]>> = {
  intermediateCatchEvent: ['message', 'timer', 'conditional', 'link', 'signal'],
  intermediateThrowEvent: ['none', 'message', 'escalation', 'compensation', 'link', 'signal'],
  boundaryEvent: [
    'message',
    'timer',
    'error',
    'escalation',
    'cancel',
    'compensation',
    'conditional',
    'signal',
  ],
  endEvent: ['none', 'message', 'error', 'escalation', 'cancel', 'compensation', 'signal', 'terminate'],
};
const processStart: (Type | 'none')[] = ['none', 'message', 'timer', 'conditional', 'signal'];
const eventSubProcessStart: (Type | 'none')[] = [
  ...['message', 'timer', 'error', 'escalation', 'compensation', 'conditional', 'signal'],
] as Type[];

/** An event has the definitions its place allows. */
export const eventDefinitions: Rule = perNode((node, process) => {
  const types = allowedFor(node, process);
  if (!types) return [];
  const found: (Type | 'none')[] = node.events ? node.events.map(({ type }) => type) : ['none'];
  const wrong = [...new Set(found.filter((type) => !types.includes(type)))];
  return wrong.map((type) =>
    type === 'none'
      ? error('event_without_definition', {
          vi: 'Sự kiện ở vị trí này phải cho biết nó chờ hoặc gửi điều gì.',
          en: 'An event in this place must say what it waits for or throws.',
        })
      : error('wrong_event_definition', {
          vi: `Sự kiện ở vị trí này không được là loại "${type}".`,
          en: `An event in this place cannot be of type "${type}".`,
        }),
  );
});

function allowedFor(node: Node, process: Process): (Type | 'none')[] | undefined {
  if (node.kind !== 'startEvent') return allowed[node.kind];
  const parent = process.nodes[node.parent ?? '']?.kind;
  if (parent === 'process') return processStart;
  return parent === 'eventSubProcess' ? eventSubProcessStart : ['none'];
}
