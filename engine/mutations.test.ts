/**
 * Hostile input: models broken at random are accepted or named, never a crash and never a hang. Deterministic; a short number
 * by default, `MUTATIONS=10000 vitest run engine/mutations.test.ts` for the whole.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from './compile.ts';
import { startable } from './model/startable.ts';
import { simulate } from './simulate.ts';

const mutations = Number(process.env.MUTATIONS ?? 300);
const perTest = 100;

const models = ['processes', 'engine/elements/cases'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /\.(bpmn|dmn)$/.test(file))
    .map((file) => ({ file, xml: readFileSync(join(folder, file), 'utf8') })),
);
// Decisions are few among them, and as often to be broken.
const decisions = models.filter(({ file }) => file.endsWith('.dmn'));
const pool = [...models, ...Array.from({ length: models.length }, (_, i) => decisions[i % decisions.length])];

/** Numbers below `below`, the same for the same seed (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

type Mutation = (xml: string, random: (below: number) => number) => string;

const characters = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  '=',
  '\u0000',
  '\ufffe',
  '\ud800',
  'ễ',
  ' ',
  'x',
  '-',
  '{',
  '$',
];
const texts = [
  '',
  'x',
  '__proto__',
  'constructor',
  '-1',
  '1e999',
  'PT',
  '=',
  '= for i in 1..1000000000 return i',
  '=((((((((((',
  'R/PT0S',
  '$'.concat('{a}'),
  '&unknown;',
  '99999999999999999999',
];

function pick<T>(items: readonly T[], random: (below: number) => number): T {
  return items[random(items.length)] as T;
}

function matches(xml: string, pattern: RegExp): { at: number; text: string }[] {
  return [...xml.matchAll(pattern)].map((match) => ({ at: match.index, text: match[0] }));
}

function replaceOne(
  xml: string,
  pattern: RegExp,
  random: (below: number) => number,
  by: (text: string) => string,
) {
  const found = matches(xml, pattern);
  if (found.length === 0) return xml;
  const { at, text } = pick(found, random);
  return xml.slice(0, at) + by(text) + xml.slice(at + text.length);
}

const attribute = /[\w:]+="[^"]*"/g;
const element = /<([\w:]+)[^<>]*(?:\/>|>[^<]*<\/\1>)/g;

const kinds: Record<string, Mutation> = {
  'a character replaced': (xml, random) => {
    const at = random(xml.length);
    return xml.slice(0, at) + pick(characters, random) + xml.slice(at + 1);
  },
  'a stretch cut out': (xml, random) => {
    const at = random(xml.length);
    return xml.slice(0, at) + xml.slice(at + random(200));
  },
  'a stretch repeated': (xml, random) => {
    const at = random(xml.length);
    return xml.slice(0, at + random(200)) + xml.slice(at);
  },
  'the end cut off': (xml, random) => xml.slice(0, random(xml.length)),
  'an element left out': (xml, random) => replaceOne(xml, element, random, () => ''),
  'an element given twice': (xml, random) => replaceOne(xml, element, random, (text) => text + text),
  'an element moved': (xml, random) => {
    const moved = pick(matches(xml, element), random)?.text ?? '';
    return replaceOne(xml.replace(moved, ''), element, random, (text) => text + moved);
  },
  'a tag renamed': (xml, random) => {
    const names = [...matches(xml, /(?<=<)[\w:]+/g).map(({ text }) => text), 'x'];
    const [name, other] = [pick(names, random), pick(names, random)];
    return xml.replaceAll(`<${name}`, `<${other}`).replaceAll(`</${name}>`, `</${other}>`);
  },
  'an attribute left out': (xml, random) => replaceOne(xml, attribute, random, () => ''),
  'a value replaced': (xml, random) =>
    replaceOne(xml, /(?<==")[^"]*(?=")/g, random, () => pick(texts, random).replace('"', '')),
  'a reference turned elsewhere': (xml, random) => {
    const ids = matches(xml, /(?<=\sid=")[^"]*(?=")/g);
    return replaceOne(xml, /(?<=(?:Ref|href|default|processRef)="#?)[^"#]+(?=")/g, random, () =>
      ids.length === 0 ? 'nowhere' : pick(ids, random).text,
    );
  },
  'a text replaced': (xml, random) =>
    replaceOne(xml, /(?<=>)[^<>]+(?=<)/g, random, () => pick(texts, random)),
  'several of these': (xml, random) => {
    let broken = xml;
    for (let i = 0; i < 5; i++) broken = pick(simple, random)(broken, random);
    return broken;
  },
};
const simple = Object.entries(kinds).flatMap(([name, mutate]) =>
  name === 'several of these' ? [] : [mutate],
);

/** Compiles, and plays what is accepted: accepted means that it can be run. */
async function accepts(file: string, xml: string): Promise<boolean> {
  const { graph, problems } = await compile({ [file]: xml });
  for (const { code, message } of problems) {
    expect(code).toMatch(/^[a-z_]+$/);
    expect(message.vi.length * message.en.length, code).toBeGreaterThan(0);
  }
  if (problems.some(({ severity }) => severity === 'error')) return false;
  simulate(graph, {
    processes: startable(graph),
    at: '2026-01-01T00:00:00.000Z',
    until: '2026-03-01T00:00:00.000Z',
  });
  return true;
}

describe.each(Object.entries(kinds))('%s', (name, mutate) => {
  const share = Math.ceil(mutations / Object.keys(kinds).length);
  const batches = Array.from({ length: Math.ceil(share / perTest) }, (_, i) => i * perTest);
  test.each(batches)('is accepted or named (from %i on)', async (from) => {
    const upTo = Math.min(from + perTest, share);
    const outcomes: boolean[] = [];
    for (let i = from; i < upTo; i++) {
      const random = randomOf(i * 7919 + name.length);
      const { file, xml } = pick(pool, random) as { file: string; xml: string };
      outcomes.push(await accepts(file, mutate(xml, random)));
    }
    expect(outcomes).toHaveLength(upTo - from);
  });
});

const bpmn = (content: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="P" isExecutable="true">${content}</process></definitions>`;
const dmn = (content: string) =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="t" name="t">${content}</definitions>`;
const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i === 0 ? '' : i};`.repeat(10)}">`,
).join('')}]>`;
const megabytes = 'chữ '.repeat(1_250_000);
/** Parallel gateways one behind the other, with two flows from each to the next. */
const chain = (length: number) =>
  Array.from({ length }, (_, i) =>
    i === 0
      ? '<startEvent id="G0"/>'
      : `<parallelGateway id="G${i}"/>${['a', 'b'].map((way) => `<sequenceFlow id="${way}${i}" sourceRef="G${i - 1}" targetRef="G${i}"/>`).join('')}`,
  ).join('');
const decision = (text: string) =>
  dmn(`<decision id="D" name="D"><literalExpression><text>${text}</text></literalExpression></decision>`);

test.each<[string, string, string, boolean]>([
  ['a bomb of entities in BPMN', 'a.bpmn', `${laughs}${bpmn('<task id="A" name="&lol9;"/>')}`, false],
  ['a bomb of entities in DMN', 'a.dmn', `${laughs}${decision('"&lol9;"')}`, true],
  [
    'an external entity',
    'a.bpmn',
    `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${bpmn('<task id="A" name="&e;"/>')}`,
    false,
  ],
  [
    '5 MB of documentation',
    'a.bpmn',
    bpmn(`<documentation>${megabytes}</documentation><task id="A"/>`),
    true,
  ],
  ['5 MB of FEEL', 'a.dmn', decision(megabytes), false],
  ['5 MB without a tag', 'a.bpmn', megabytes, false],
  ['5 MB of open brackets', 'a.bpmn', '<'.repeat(5_000_000), false],
  ['5 MB of attributes', 'a.bpmn', bpmn(`<task id="A" ${'a="b" '.repeat(800_000)}/>`), false],
  ['5 MB of tasks without ids', 'a.bpmn', bpmn('<task/>'.repeat(700_000)), false],
  [
    '30,000 tasks',
    'a.bpmn',
    bpmn(Array.from({ length: 30_000 }, (_, i) => `<task id="A${i}"/>`).join('')),
    false,
  ],
  [
    '30,000 sub-processes',
    'a.bpmn',
    bpmn(Array.from({ length: 30_000 }, (_, i) => `<subProcess id="A${i}"/>`).join('')),
    false,
  ],

  [
    '15,000 decisions',
    'a.dmn',
    dmn(
      Array.from(
        { length: 15_000 },
        (_, i) => `<decision id="D${i}" name="D"><literalExpression/></decision>`,
      ).join(''),
    ),
    true,
  ],
  ['a chain of 3,000 gateways', 'a.bpmn', bpmn(chain(3_000)), true],
  [
    'sub-processes 20,000 deep',
    'a.bpmn',
    bpmn(`${'<subProcess>'.repeat(20_000)}${'</subProcess>'.repeat(20_000)}`),
    false,
  ],
  [
    'foreign elements 100,000 deep',
    'a.bpmn',
    bpmn(`${'<x:y>'.repeat(100_000)}${'</x:y>'.repeat(100_000)}`),
    false,
  ],
  [
    'contexts 20,000 deep',
    'a.dmn',
    dmn(
      `<decision id="D" name="D">${'<context><contextEntry>'.repeat(20_000)}${'</contextEntry></context>'.repeat(20_000)}</decision>`,
    ),
    false,
  ],
  ['brackets 50,000 deep', 'a.dmn', decision(`${'('.repeat(50_000)}1${')'.repeat(50_000)}`), false],
  [
    'a type that is itself',
    'a.dmn',
    dmn(
      '<itemDefinition name="t"><typeRef>t</typeRef></itemDefinition><inputData id="I" name="I"><variable name="I" typeRef="t"/></inputData>',
    ),
    true,
  ],
  [
    'two types that are each other',
    'a.dmn',
    dmn(
      '<itemDefinition name="a"><typeRef>b</typeRef></itemDefinition><itemDefinition name="b"><typeRef>a</typeRef><allowedValues><text>1</text></allowedValues></itemDefinition><decision id="D" name="D"><decisionTable><input><inputExpression typeRef="a"><text>x</text></inputExpression></input><output name="o"/><rule><inputEntry><text>1</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>',
    ),
    true,
  ],
  ['nothing at all', 'a.bpmn', '', false],
])('%s', async (_what, file, xml, accepted) => {
  expect(await accepts(file, xml)).toBe(accepted);
});
