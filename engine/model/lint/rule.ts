import type { Flow, Graph, Node, Process } from '../graph.ts';
import { children, flag, type ModdleElement, type ParsedXml } from '../moddle.ts';
import type { Problem } from '../problem.ts';

/** A deployment as the rules see it. */
export interface Model {
  graph: Graph;
  /** The BPMN files as they were parsed, by name. */
  files: Record<string, ParsedXml>;
}

/** One rule: what it finds wrong in a model. */
export type Rule = (model: Model) => Problem[];

type Message = Problem['message'];

/** A rule that looks at each process by itself. */
export function perProcess(check: (process: Process, model: Model) => Problem[]): Rule {
  return (model) => Object.values(model.graph.processes).flatMap((process) => check(process, model));
}

/** A rule that looks at each node by itself. */
export function perNode(check: (node: Node, process: Process, model: Model) => Finding[]): Rule {
  return perProcess((process, model) =>
    Object.values(process.nodes).flatMap((node) =>
      check(node, process, model).map((finding) => ({ ...finding, file: process.file, element: node.id })),
    ),
  );
}

/** A rule that looks at each sequence flow by itself. */
export function perFlow(
  check: (flow: Flow, source: Node, target: Node, process: Process) => Finding[],
): Rule {
  return perProcess((process) =>
    Object.values(process.flows).flatMap((flow) => {
      const source = process.nodes[flow.source];
      const target = process.nodes[flow.target];
      if (!source || !target) return [];
      return check(flow, source, target, process).map((finding) => ({
        ...finding,
        file: process.file,
        element: flow.id,
      }));
    }),
  );
}

/** A rule that looks at each root element and flow element of the files as they were written. */
export function perElement(check: (element: ModdleElement, model: Model) => Finding[]): Rule {
  return (model) =>
    Object.entries(model.files).flatMap(([file, { root }]) =>
      elementsIn(root).flatMap((element) =>
        check(element, model).map((finding) => ({ ...finding, file, element: element.id ?? null })),
      ),
    );
}

/** What stands in a file, outermost first: root elements, and the flow elements of processes and sub-processes. */
function elementsIn(element: ModdleElement): ModdleElement[] {
  const parts = ['rootElements', 'flowElements'].flatMap((property) => children(element, property));
  return parts.flatMap((part) => [part, ...elementsIn(part)]);
}

type Finding = Omit<Problem, 'file' | 'element'>;

/** What an executable process needs; in one that only documents, the standard lets it be left out. */
export function notRunnable(process: Process, code: string, message: Message): Finding {
  return process.executable ? error(code, message) : warning(code, message);
}

/** Forbidden by the standard. */
export function error(code: string, message: Message): Finding {
  return { code, severity: 'error', message };
}

/** Runs, but perhaps not as meant. */
export function warning(code: string, message: Message): Finding {
  return { code, severity: 'warning', message };
}

/** Whether an element is part of a process that is marked as executable. */
export function isExecutable(element: ModdleElement): boolean {
  const { $parent } = element;
  return element.$type === 'bpmn:Process'
    ? flag(element, 'isExecutable') === true
    : $parent !== undefined && isExecutable($parent);
}
