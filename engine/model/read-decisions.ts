import { compileDecisions } from '../decisions/compile.ts';
import type { Graph } from './graph.ts';
import type { Problem } from './problem.ts';

/** Reads the DMN files of a deployment into the graph, as one model: they may import each other. */
export function readDecisions(graph: Graph, files: Record<string, string>): Problem[] {
  const { model, problems } = compileDecisions(Object.entries(files).map(([name, xml]) => ({ name, xml })));
  graph.decisions = model;
  return problems;
}
