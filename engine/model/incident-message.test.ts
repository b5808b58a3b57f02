import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { start } from '../start.ts';
import { incidentMessage } from './incident-message.ts';

const flow = (source: string, target: string, inner = '') =>
  `<sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}">${inner}</sequenceFlow>`;
const condition = (text: string) => `<conditionExpression>${text}</conditionExpression>`;
const gateway = (text: string) =>
  `<exclusiveGateway id="G"/><task id="A"/>${flow('G', 'A', condition(text))}`;

/** [content of the process, what the incident says in Vietnamese] */
test.each([
  [gateway('points &gt; 5'), 'points > 5: Chưa có biến "points"'],
  [gateway('1 &gt; "a"'), '1 > "a": Không so sánh được số với chữ'],
  [gateway('1 + 1'), '1 + 1: cần đúng hoặc sai, nhưng nhận được 2'],
  [gateway('{a: 1}.b = 1 +'), /^\{a: 1\}\.b = 1 \+: Thiếu biểu thức/],
  [gateway('false'), 'Không điều kiện nào của các luồng đi ra từ G thỏa và không có luồng mặc định'],
  ['<endEvent id="E"><errorEventDefinition errorRef="Err"/></endEvent>', 'Không phần tử nào bắt lỗi late'],
  [
    `<task id="A"/><task id="B"/>${flow('A', 'B')}${flow('B', 'A')}<startEvent id="S"/>${flow('S', 'A')}`,
    'Hơn 20000 bước chạy liền nhau mà không chờ gì: quy trình lặp vô tận',
  ],
  ['<callActivity id="C" calledElement="Q"/>', 'Lần triển khai này không có quy trình "Q"'],
  [
    '<task id="A"><multiInstanceLoopCharacteristics><loopCardinality>-1</loopCardinality></multiInstanceLoopCharacteristics></task>',
    '-1: cần số từ 0 đến 100000, nhưng nhận được -1',
  ],
  [gateway(`${'$'}{a}`), `${'$'}{a}: đây là JUEL, không phải FEEL`],
])('%s', async (content, vietnamese) => {
  const { graph } = await compile({
    'p.bpmn': `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
      <error id="Err" errorCode="late"/><process id="P" isExecutable="true">${content}</process></definitions>`,
  });
  const calendar = { daysOff: [], workingDays: [] };
  const event = { type: 'start' as const, process: 'P', variables: {}, calendar };
  const { effects } = start(graph, event, '2026-01-01T00:00:00.000Z');
  const message =
    effects.flatMap((effect) => (effect.type === 'openIncident' ? effect.message : []))[0] ?? '';
  expect(incidentMessage(message, 'en')).toBe(message);
  const said = incidentMessage(message, 'vi');
  expect(said).toEqual(vietnamese instanceof RegExp ? expect.stringMatching(vietnamese) : vietnamese);
});

test('what others wrote stays as it is', () => {
  expect(incidentMessage('Không tìm thấy người: A', 'vi')).toBe('Không tìm thấy người: A');
});
