import { compileDecisions } from '../decisions/compile.ts';
import type { DecisionProblem } from '../decisions/problems.ts';
import type { Graph } from './graph.ts';
import type { Problem } from './problem.ts';

/** Reads the DMN files of a deployment into the graph, as one model: they may import each other. */
export function readDecisions(graph: Graph, files: Record<string, string>): Problem[] {
  const { model, problems } = compileDecisions(Object.entries(files).map(([name, xml]) => ({ name, xml })));
  graph.decisions = model;
  return problems.map((problem) => located(problem, files));
}

/** The decisions do not say which file an element is in; its id does. */
function located(
  { code, element, message, severity }: DecisionProblem,
  files: Record<string, string>,
): Problem {
  const names = Object.keys(files);
  const file =
    names.find((name) => name === element || files[name]?.includes(`"${element}"`)) ?? names[0] ?? '';
  return {
    code,
    severity,
    file,
    element: element === file ? null : element,
    message: { vi: `Mô hình quyết định có vấn đề: ${message}`, en: message },
  };
}
