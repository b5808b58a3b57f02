import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';

const namespaces = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"';
const definitions = (content: string) => `<definitions ${namespaces}>${content}</definitions>`;

test('the hash says what the model does, not how its file is written', async () => {
  const tasks = ['<task id="A" name="x"/>', '<task id="B"/>'];
  const process = (content: string[]) =>
    definitions(`<process id="P" isExecutable="true">${content.join('\n')}</process>`);
  const hashOf = async (xml: string) => (await compile({ 'p.bpmn': xml })).graph.hash;
  const hash = await hashOf(process(tasks));
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await hashOf(process(tasks).replaceAll('><', '>\n  <'))).toBe(hash);
  expect(await hashOf(process(tasks).replace('name="x"', 'name="y"'))).not.toBe(hash);
});

test("a reference with the prefix of the file's own namespace leads to its element", async () => {
  const xml = `<definitions ${namespaces} xmlns:own="t">
    <message id="M" name="filed"/><error id="Err" errorCode="late"/>
    <process id="P" isExecutable="true">
      <receiveTask id="R" messageRef="own:M"/>
      <endEvent id="E"><errorEventDefinition errorRef="own:Err"/></endEvent>
      <callActivity id="C" calledElement="own:P"/>
      <sequenceFlow id="f" sourceRef="R" targetRef="E"/>
    </process></definitions>`;
  const { graph, problems } = await compile({ 'p.bpmn': xml });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(graph.processes.P?.nodes).toMatchObject({
    R: { events: [{ type: 'message', name: { value: 'filed' } }] },
    E: { events: [{ type: 'error', code: { value: 'late' } }] },
    C: { called: { process: { value: 'P' } } },
  });
});

test('a graph is plain JSON', async () => {
  const files = modelsOf('./elements/cases/');
  for (const [file, xml] of Object.entries(files)) {
    const { graph } = await compile({ [file]: xml });
    expect(JSON.parse(JSON.stringify(graph))).toEqual(graph);
  }
});

function modelsOf(folder: string): Record<string, string> {
  const url = new URL(folder, import.meta.url);
  const names = readdirSync(url).filter((name) => name.endsWith('.bpmn'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, url), 'utf8')]));
}

const deep = (depth: number) =>
  `${Array.from({ length: depth }, (_, i) => `<subProcess id="s${i}">`).join('')}${'</subProcess>'.repeat(depth)}`;

test.each([
  ['nothing', ''],
  ['no XML', 'hello'],
  ['another XML', '<html><body/></html>'],
  ['cut off', definitions('<process id="P">').slice(0, -20)],
  ['5 MB of text', 'x'.repeat(5_000_000)],
  [
    '5 MB of text in an element',
    definitions(`<process id="P"><documentation>${'x'.repeat(5_000_000)}</documentation></process>`),
  ],
  [
    'billion laughs',
    `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>${definitions('<process id="P" name="&c;"/>')}`,
  ],
  ['5,000 sub-processes in each other', definitions(`<process id="P">${deep(5_000)}</process>`)],
  [
    'an id of a prototype',
    definitions('<process id="__proto__" isExecutable="true"><task id="constructor"/></process>'),
  ],
])('%s is accepted or named, never a crash', async (_what, xml) => {
  const { graph, problems } = await compile({ 'p.bpmn': xml });
  expect(Object.keys(graph.processes).length + problems.length).toBeGreaterThan(0);
});

/** A small generator of numbers with a seed, so that a failing mutation can be found again. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

type Mutation = (xml: string, random: (below: number) => number) => string;

const mutations: Mutation[] = [
  (xml, random) => cut(xml, random(xml.length), 1 + random(40)),
  (xml, random) => insert(xml, random(xml.length), String.fromCharCode(random(256))),
  (xml, random) =>
    insert(xml, random(xml.length), ['<', '>', '"', '&', '</task>', '<task>', ']]>'][random(7)] ?? ''),
  (xml, random) => swapped(xml, random, /<[^>]*>/g),
  (xml, random) => swapped(xml, random, /"[^"]*"/g),
  (xml, random) => swapped(xml, random, /<\/?\w+/g),
];

function cut(xml: string, at: number, length: number): string {
  return xml.slice(0, at) + xml.slice(at + length);
}

function insert(xml: string, at: number, text: string): string {
  return xml.slice(0, at) + text + xml.slice(at);
}

/** Puts one match of the pattern in the place of another. */
function swapped(xml: string, random: (below: number) => number, pattern: RegExp): string {
  const found = [...xml.matchAll(pattern)];
  const [a, b] = [found[random(found.length)], found[random(found.length)]];
  return a && b ? xml.slice(0, a.index) + b[0] + xml.slice(a.index + a[0].length) : xml;
}

test('300 mutated models are accepted or named', async () => {
  const models = Object.values(modelsOf('./elements/cases/'));
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomOf(seed * 7919);
    let xml = models[random(models.length)] ?? '';
    for (let n = 1 + random(3); n > 0; n--) xml = mutations[random(mutations.length)]?.(xml, random) ?? xml;
    const { graph, problems } = await compile({ 'p.bpmn': xml });
    expect(Object.keys(graph.processes).length + problems.length, `seed ${seed}: ${xml}`).toBeGreaterThan(0);
  }
});

test('flows that have no id, which the schema lets them, are known by their ends', async () => {
  const flows = '<sequenceFlow sourceRef="A" targetRef="B"/><sequenceFlow sourceRef="A" targetRef="B"/>';
  const { graph, problems } = await compile({
    'p.bpmn': definitions(
      `<process id="P" isExecutable="true"><task id="A"/><task id="B"/>${flows}</process>`,
    ),
  });
  expect(problems).toEqual([]);
  expect(graph.processes.P?.nodes.A?.outgoing).toEqual(['A-B', 'A-B-']);
});
