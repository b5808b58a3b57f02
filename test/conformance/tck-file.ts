/** Test files of the DMN TCK (namespace http://www.omg.org/spec/DMN/20160719/testcase). */
import { Parser } from 'saxen';

export type TestValue =
  | { kind: 'value'; type: string; text: string }
  | { kind: 'list'; items: (TestValue | null)[] }
  | { kind: 'context'; entries: [string, TestValue | null][] };

export interface ResultNode {
  name: string;
  /** The evaluation is an error, so that the value must be null. */
  error: boolean;
  expected: TestValue | null;
}

export interface TestCase {
  id: string;
  type: string;
  invocable: string;
  inputs: { name: string; namespace: string | null; value: TestValue | null }[];
  results: ResultNode[];
}

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

function tree(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  new Parser()
    .ns({
      'http://www.omg.org/spec/DMN/20160719/testcase': 't',
      'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
    })
    .on('openTag', (name, attributes, decode) => {
      const decoded = Object.entries(attributes()).map(([key, value]) => [key, decode(value)] as const);
      const element = {
        name: name.replace('t:', ''),
        attributes: Object.fromEntries(decoded),
        children: [],
        text: '',
      };
      open.at(-1)?.children.push(element);
      open.push(element);
    })
    .on('closeTag', () => {
      open.pop();
    })
    .on('text', (text, decode) => {
      const element = open.at(-1);
      if (element) element.text += decode(text);
    })
    .on('cdata', (text) => {
      const element = open.at(-1);
      if (element) element.text += text;
    })
    .parse(xml);
  return root.children[0] ?? root;
}

const named = (element: Element, name: string) => element.children.filter((child) => child.name === name);

/** The value that an input node, an expected, a component or an item holds. */
function valueIn(element: Element | undefined): TestValue | null {
  if (element === undefined) return null;
  const [list] = named(element, 'list');
  if (list) return { kind: 'list', items: named(list, 'item').map(valueIn) };
  const components = named(element, 'component');
  if (components.length > 0) {
    return {
      kind: 'context',
      entries: components.map((component) => [component.attributes.name ?? '', valueIn(component)]),
    };
  }
  const [value] = named(element, 'value');
  if (value === undefined || value.attributes['xsi:nil'] === 'true') return null;
  return { kind: 'value', type: value.attributes['xsi:type'] ?? 'xsd:string', text: value.text };
}

export function readTestCases(xml: string): { modelName: string; cases: TestCase[] } {
  const root = tree(xml);
  const cases = named(root, 'testCase').map((element) => ({
    id: element.attributes.id ?? '',
    type: element.attributes.type ?? 'decision',
    invocable: element.attributes.invocableName ?? '',
    inputs: named(element, 'inputNode').map((node) => ({
      name: node.attributes.name ?? '',
      namespace: node.attributes.namespace ?? null,
      value: valueIn(node),
    })),
    results: named(element, 'resultNode').map((node) => ({
      name: node.attributes.name ?? '',
      error: node.attributes.errorResult === 'true',
      expected: valueIn(named(node, 'expected')[0]),
    })),
  }));
  return { modelName: (named(root, 'modelName')[0]?.text ?? '').trim(), cases };
}
