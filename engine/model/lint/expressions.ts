import { parse } from '../../feel/evaluate.ts';
import { isPlainName } from '../../feel/syntax/names.ts';
import { inVietnamese } from '../../feel/vietnamese.ts';
import type { Flow, Node, Process } from '../graph.ts';
import type { Problem } from '../problem.ts';
import { notRunnable, perProcess, type Rule } from './rule.ts';

/** Every FEEL expression parses. Names with spaces are known from the mappings and results of the model. */
export const expressions: Rule = perProcess((process) => {
  const elements: (Node | Flow)[] = [...Object.values(process.nodes), ...Object.values(process.flows)];
  const names = specialVariablesOf(process);
  return elements.flatMap((element) => {
    return feelIn(element).flatMap((expression): Problem[] => {
      const problem = parse(expression, names);
      if (problem === null) return [];
      const found = notRunnable(process, 'expression_invalid', {
        vi: `Không đọc được biểu thức FEEL "${expression}": ${inVietnamese(problem)}.`,
        en: `The FEEL expression "${expression}" cannot be read: ${problem}.`,
      });
      return [{ ...found, file: process.file, element: element.id }];
    });
  });
});

/** Names that a FEEL text of the process may hold with symbols or blanks: its variables, and the host's functions. */
export function specialVariablesOf(process: Process): string[] {
  const names = new Set(Object.values(process.nodes).flatMap(variablesOf));
  return [...[...names].filter((name) => !isPlainName(name)), 'working days', 'calendar days'];
}

function variablesOf(node: Node): string[] {
  const { inputs = [], outputs = [], reads = [], writes = [] } = node;
  const mapped = [...inputs, ...outputs, ...reads, ...writes].flatMap(
    ({ target }) => target.split('.')[0] ?? [],
  );
  const { script, decision, loop } = node;
  const element = loop?.type === 'multiInstance' ? [loop.element, loop.outputCollection] : [];
  return [...mapped, script?.result, decision?.result, ...element].filter((name) => name !== undefined);
}

/** The FEEL texts in a part of the graph. */
export function feelIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('feel' in value && typeof value.feel === 'string') return [value.feel];
  return Object.values(value).flatMap(feelIn);
}
