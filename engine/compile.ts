import { createHash } from 'node:crypto';
import { isDmn } from './decisions/read/is-dmn.ts';
import { canonical } from './model/canonical.ts';
import type { Graph } from './model/graph.ts';
import { lint } from './model/lint/lint.ts';
import { isReserved } from './model/lint/reserved-id.ts';
import { children, type ModdleElement, type ParsedXml, parseXml } from './model/moddle.ts';
import { type Problem, tooLarge } from './model/problem.ts';
import { readCollaboration, readDialogues } from './model/read-collaboration.ts';
import { readDecisions } from './model/read-decisions.ts';
import { embeddedForms, type FormSource, formOfFile, isForm, readForms } from './model/read-forms.ts';
import { readGlobalTask, readProcess } from './model/read-process.ts';
import { currentSemantics } from './model/semantics.ts';
import { beyondLimits } from './model/xml-limits.ts';

export type { Problem } from './model/problem.ts';

export interface Compiled {
  /** What could be read; only to be run if no problem is an error. */
  graph: Graph;
  problems: Problem[];
}

/**
 * Compiles BPMN and DMN files and forms (`NAME.schema.json`), one deployment: call activities find processes, business
 * rules decisions, and user tasks forms in any of them. Never throws for what a file contains.
 * @param files XML, or JSON of a form, by file name
 */
export async function compile(files: Record<string, string>): Promise<Compiled> {
  const decisions = { definitions: [] };
  const graph: Graph = {
    hash: '',
    processes: {},
    decisions,
    participants: [],
    messageFlows: [],
    semantics: currentSemantics,
  };
  const dmn: Record<string, string> = {};
  const problems: Problem[] = [];
  const parsed: Record<string, ParsedXml> = {};
  const forms: FormSource[] = [];
  for (const [file, xml] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (isForm(file)) {
      forms.push(formOfFile(file, xml));
      continue;
    }
    try {
      if (isDmn(xml)) {
        dmn[file] = xml;
        continue;
      }
      const beyond = beyondLimits(xml);
      if (beyond) problems.push(tooLarge(file, null, beyond));
      else {
        const bpmn = await parseXml(xml);
        forms.push(...readFile(graph, bpmn.root, file));
        parsed[file] = bpmn;
      }
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      problems.push({
        code: 'not_bpmn',
        severity: 'error',
        file,
        element: null,
        message: {
          vi: `Tệp không phải BPMN 2.0 hợp lệ: ${detail}`,
          en: `The file is not valid BPMN 2.0: ${detail}`,
        },
      });
    }
  }
  const found = [
    ...problems,
    ...readDecisions(graph, dmn),
    ...(await readForms(graph, forms)),
    ...(sizeProblems(graph) ?? lint({ graph, files: parsed })),
  ];
  return { graph: { ...graph, hash: hashOf(graph) }, problems: found };
}

/** Elements and flows of a process beyond which nobody could look at its diagram, nor the rules go through it in a moment. */
const largest = 10_000;

/** null if the rules can be run. */
function sizeProblems({ processes }: Graph): Problem[] | null {
  const large = Object.values(processes).filter(
    ({ nodes, flows }) => Object.keys(nodes).length + Object.keys(flows).length > largest,
  );
  const sentence = {
    vi: `quy trình có hơn ${largest} phần tử và luồng`,
    en: `the process has more than ${largest} elements and flows`,
  };
  return large.length === 0 ? null : large.map(({ id, file }) => tooLarge(file, id, sentence));
}

/** Reads the processes and pools of a file into the graph. @returns the forms inside its processes */
function readFile(graph: Graph, definitions: ModdleElement, file: string): FormSource[] {
  const roots = children(definitions, 'rootElements');
  const associations = associationsIn(definitions);
  for (const root of roots) {
    if (root.id === undefined || isReserved(root.id)) continue;
    if (root.$type === 'bpmn:Process') graph.processes[root.id] = readProcess(root, file, associations);
    else if (/^bpmn:Global\w*Task$/.test(root.$type)) graph.processes[root.id] = readGlobalTask(root, file);
    else if (root.$type === 'bpmn:Collaboration') readCollaboration(graph, root);
  }
  readDialogues(graph, children(definitions, 'diagrams'));
  return roots.filter(({ $type }) => $type === 'bpmn:Process').flatMap((root) => embeddedForms(root, file));
}

/** Associations may stand in any scope or in the collaboration. */
function associationsIn(element: ModdleElement): ModdleElement[] {
  const parts = ['rootElements', 'flowElements', 'artifacts'].flatMap((property) =>
    children(element, property),
  );
  return parts.flatMap((part) => (part.$type === 'bpmn:Association' ? [part] : associationsIn(part)));
}

/** The same model gives the same hash, whatever the order in which its parts were built. */
function hashOf(graph: Graph): string {
  const { hash: _, ...content } = graph;
  return createHash('sha256').update(canonical(content)).digest('hex');
}
