/** Boxed expressions (DMN 1.5, 7.3 and 10.2). */
import {
  AGGREGATIONS,
  type DecisionTable,
  type Expression,
  type FunctionExpression,
  HIT_POLICIES,
  type Variable,
} from '../model.ts';
import { child, children, type XmlElement } from './xml.ts';

export function typeRefOf(element: XmlElement): string | null {
  const ref = element.attributes.typeRef ?? child(element, 'typeRef')?.text.trim() ?? '';
  return ref === '' ? null : ref.replace(/^feel\./, '');
}

export function variableOf(element: XmlElement): Variable {
  return { name: nameOf(element), typeRef: typeRefOf(element) };
}

/** A name as it is compared: blanks collapsed. */
export function nameOf(element: XmlElement): string {
  return (element.attributes.name ?? '').replace(/\s+/g, ' ').trim();
}

function textOf(element: XmlElement | undefined): string {
  return (element && (child(element, 'text')?.text ?? element.text).trim()) ?? '';
}

function optionalText(element: XmlElement | undefined): string | null {
  const text = textOf(element);
  return text === '' ? null : text;
}

type Reader = (element: XmlElement, typeRef: string | null) => Expression;

const READERS: Record<string, Reader> = {
  literalExpression: (element, typeRef) => ({ kind: 'literal', typeRef, text: textOf(element) }),
  context: (element, typeRef) => ({
    kind: 'context',
    typeRef,
    entries: children(element, 'contextEntry').map((entry) => {
      const variable = child(entry, 'variable');
      return { variable: variable ? variableOf(variable) : null, value: expressionIn(entry) };
    }),
  }),
  list: (element, typeRef) => ({ kind: 'list', typeRef, items: expressionsOf(element) }),
  relation: (element, typeRef) => ({
    kind: 'relation',
    typeRef,
    columns: children(element, 'column').map(variableOf),
    rows: children(element, 'row').map(expressionsOf),
  }),
  invocation: (element, typeRef) => ({
    kind: 'invocation',
    typeRef,
    target: expressionIn(element),
    bindings: children(element, 'binding').map((binding) => {
      const parameter = child(binding, 'parameter');
      return { name: parameter ? nameOf(parameter) : '', value: expressionIn(binding) };
    }),
  }),
  functionDefinition: readFunction,
  decisionTable: readTable,
  conditional: (element, typeRef) => ({
    kind: 'conditional',
    typeRef,
    if: within(element, 'if'),
    // biome-ignore lint/suspicious/noThenProperty: the part is called so in DMN, and nobody awaits an expression
    then: within(element, 'then'),
    else: within(element, 'else'),
  }),
  filter: (element, typeRef) => ({
    kind: 'filter',
    typeRef,
    in: within(element, 'in'),
    match: within(element, 'match'),
  }),
  for: (element, typeRef) => ({
    kind: 'for',
    typeRef,
    variable: element.attributes.iteratorVariable ?? '',
    in: within(element, 'in'),
    body: within(element, 'return'),
  }),
  some: quantified('some'),
  every: quantified('every'),
};

function quantified(kind: 'some' | 'every'): Reader {
  return (element, typeRef) => ({
    kind,
    typeRef,
    variable: element.attributes.iteratorVariable ?? '',
    in: within(element, 'in'),
    body: within(element, 'satisfies'),
  });
}

export function readFunction(element: XmlElement, typeRef: string | null): FunctionExpression {
  const language = element.attributes.kind;
  return {
    kind: 'function',
    typeRef,
    language: language === 'Java' || language === 'PMML' ? language : 'FEEL',
    parameters: children(element, 'formalParameter').map(variableOf),
    body: expressionIn(element),
  };
}

function readTable(element: XmlElement, typeRef: string | null): DecisionTable {
  return {
    kind: 'decision table',
    typeRef,
    hitPolicy: HIT_POLICIES.find((policy) => policy === element.attributes.hitPolicy) ?? 'UNIQUE',
    aggregation: AGGREGATIONS.find((name) => name === element.attributes.aggregation) ?? null,
    inputs: children(element, 'input').map((input) => {
      const expression = child(input, 'inputExpression');
      return {
        expression: textOf(expression),
        typeRef: expression ? typeRefOf(expression) : null,
        allowed: optionalText(child(input, 'inputValues')),
      };
    }),
    outputs: children(element, 'output').map((output) => ({
      name: nameOf(output),
      typeRef: typeRefOf(output),
      allowed: optionalText(child(output, 'outputValues')),
      default: optionalText(child(output, 'defaultOutputEntry')),
    })),
    rules: children(element, 'rule').map((rule, i) => ({
      id: rule.attributes.id ?? `${i + 1}`,
      inputs: children(rule, 'inputEntry').map(textOf),
      outputs: children(rule, 'outputEntry').map(textOf),
    })),
  };
}

function within(element: XmlElement, name: string): Expression | null {
  const holder = child(element, name);
  return holder ? expressionIn(holder) : null;
}

function expressionsOf(element: XmlElement): Expression[] {
  return element.children.flatMap((candidate) => {
    const reader = Object.hasOwn(READERS, candidate.name) ? READERS[candidate.name] : undefined;
    return reader ? [reader(candidate, typeRefOf(candidate))] : [];
  });
}

/** The expression an element holds; null if it holds none. */
export function expressionIn(element: XmlElement): Expression | null {
  return expressionsOf(element)[0] ?? null;
}
