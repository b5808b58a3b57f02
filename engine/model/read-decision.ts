/** Decision tables of a DMN file, as `business-rule-task.ts` evaluates them. */
import { DmnModdle } from 'dmn-moddle';
import type { Graph } from './graph.ts';
import { child, children, type ModdleElement, text } from './moddle.ts';

/** A decision table whose cells are FEEL. */
export type DecisionTable = {
  hitPolicy: string;
  inputs: string[];
  outputs: string[];
  rules: { tests: string[]; results: string[] }[];
};

const moddle = new DmnModdle();

/** Adds the decision tables of a DMN file to the graph. Throws an Error with a sentence if it is no DMN. */
export async function readDecisions(graph: Graph, xml: string): Promise<void> {
  const { rootElement } = await moddle.fromXML(xml);
  for (const decision of children(rootElement as ModdleElement, 'drgElement')) {
    const table = child(decision, 'decisionLogic');
    if (decision.id === undefined || table?.$type !== 'dmn:DecisionTable') continue;
    graph.decisions[decision.id] = readTable(table, text(decision, 'name') ?? decision.id);
  }
}

function readTable(table: ModdleElement, name: string): DecisionTable {
  return {
    hitPolicy: text(table, 'hitPolicy') ?? 'UNIQUE',
    inputs: children(table, 'input').map((input) => text(child(input, 'inputExpression'), 'text') ?? 'null'),
    outputs: children(table, 'output').map((output) => text(output, 'name') ?? name),
    rules: children(table, 'rule').map((rule) => ({
      tests: children(rule, 'inputEntry').map((entry) => text(entry, 'text') ?? '-'),
      results: children(rule, 'outputEntry').map((entry) => text(entry, 'text') ?? 'null'),
    })),
  };
}
