import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { diff } from './diff.ts';

const flow = (source: string, target: string, condition = '') =>
  `<sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}">${condition}</sequenceFlow>`;
const task = (id: string, groups: string, name = id) =>
  `<userTask id="${id}" name="${name}"><extensionElements><zeebe:assignmentDefinition candidateGroups="${groups}"/></extensionElements></userTask>`;

async function graphOf(inside: string, beside = '') {
  const { graph } = await compile({
    'p.bpmn': `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t">
      <process id="P" isExecutable="true">${inside}</process>${beside}</definitions>`,
  });
  return graph;
}

const chain = `<startEvent id="S"/>${task('A', 'head@unit')}${flow('S', 'A')}`;

test.each<[change: string, before: string, after: string, elements: object[]]>([
  ['nothing', chain, chain, []],
  [
    'who may do a task',
    chain,
    `<startEvent id="S"/>${task('A', 'head@ministry')}${flow('S', 'A')}`,
    [
      {
        element: 'A',
        kind: 'userTask',
        change: 'changed',
        properties: [{ path: 'task.candidateGroups.value', before: 'head@unit', after: 'head@ministry' }],
      },
    ],
  ],
  [
    'a name',
    chain,
    `<startEvent id="S"/>${task('A', 'head@unit', 'Duyệt')}${flow('S', 'A')}`,
    [
      {
        element: 'A',
        name: 'Duyệt',
        change: 'changed',
        properties: [{ path: 'name', before: 'A', after: 'Duyệt' }],
      },
    ],
  ],
  [
    'an element between two others: the flows move, the two stay as they are',
    chain,
    `<startEvent id="S"/><task id="N"/>${task('A', 'head@unit')}${flow('S', 'N')}${flow('N', 'A')}`,
    [
      { element: 'N', change: 'added' },
      { element: 'S_N', kind: 'sequenceFlow', change: 'added' },
      { element: 'N_A', change: 'added' },
      { element: 'S_A', name: 'S → A', change: 'removed' },
    ],
  ],
  [
    'a deadline on a boundary',
    chain,
    `${chain}<boundaryEvent id="T" attachedToRef="A"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></boundaryEvent>`,
    [
      { element: 'A', change: 'changed', properties: [{ path: 'boundary', after: ['T'] }] },
      { element: 'T', kind: 'boundaryEvent', change: 'added' },
    ],
  ],
])('%s', async (_, before, after, elements) => {
  const { processes } = diff(await graphOf(before), await graphOf(after));
  expect(processes.flatMap((process) => process.elements)).toMatchObject(elements);
  expect(processes).toHaveLength(elements.length === 0 ? 0 : 1);
});

test('a process and its elements that only one version has', async () => {
  const [one, two] = [await graphOf(chain), await graphOf(chain, '<process id="Q"><task id="B"/></process>')];
  expect(diff(one, two).processes).toMatchObject([
    {
      process: 'Q',
      change: 'added',
      elements: [
        { element: 'Q', kind: 'process', change: 'added' },
        { element: 'B', change: 'added' },
      ],
    },
  ]);
  expect(diff(two, one).processes).toMatchObject([{ process: 'Q', change: 'removed' }]);
});

test('a rule of a decision table', async () => {
  const dmn = readFileSync(new URL('../../processes/route.dmn', import.meta.url), 'utf8');
  const [, literal = ''] = /<outputEntry[^>]*>\s*<text>([^<]+)<\/text>/.exec(dmn) ?? [];
  const one = await compile({ 'route.dmn': dmn });
  const two = await compile({
    'route.dmn': dmn.replace(`<text>${literal}</text>`, '<text>"changed"</text>'),
  });
  const { processes, decisions } = diff(one.graph, two.graph);
  expect(processes).toEqual([]);
  expect(decisions).toMatchObject([{ change: 'changed', properties: [{ after: '"changed"' }] }]);
});
