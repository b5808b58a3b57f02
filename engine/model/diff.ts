/** What differs between two versions of a deployment, as data for people and programs. */
import type { Json } from '../types.ts';
import type { Flow, Graph, Kind, Node, Process } from './graph.ts';

export type Change = 'added' | 'removed' | 'changed';

/** One property that differs; `path` leads into the compiled element, e.g. `task.candidateGroups.value`. */
export interface PropertyChange {
  path: string;
  /** Absent where only the other version has it. */
  before?: Json;
  after?: Json;
}

export interface ElementChange {
  element: string;
  name: string;
  kind: Kind | 'sequenceFlow';
  change: Change;
  properties: PropertyChange[];
}

export interface ProcessChange {
  process: string;
  name: string;
  change: Change;
  elements: ElementChange[];
}

export interface DecisionChange {
  decision: string;
  name: string;
  change: Change;
  properties: PropertyChange[];
}

export interface ModelDiff {
  processes: ProcessChange[];
  decisions: DecisionChange[];
}

/** Compares by ids; where the diagram draws things plays no part. Two graphs of one hash differ in nothing. */
export function diff(from: Graph, to: Graph): ModelDiff {
  const processes = paired(from.processes, to.processes).flatMap(
    ([process, before, after]): ProcessChange[] => {
      const elements = changesIn(before, after);
      if (before && after && elements.length === 0) return [];
      const name = (after ?? before)?.name ?? '';
      return [{ process, name, change: changeOf(before, after), elements }];
    },
  );
  const decisions = paired(decisionsOf(from), decisionsOf(to)).flatMap(
    ([key, before, after]): DecisionChange[] => {
      const properties = before && after ? differences(before, after) : [];
      if (before && after && properties.length === 0) return [];
      const { id = key, name = '' } = after ?? before ?? {};
      return [{ decision: id, name, change: changeOf(before, after), properties }];
    },
  );
  return { processes, decisions };
}

function changesIn(before: Process | undefined, after: Process | undefined): ElementChange[] {
  const nodes = paired(before?.nodes ?? {}, after?.nodes ?? {}).flatMap(([id, old, node]) =>
    elementChange(
      id,
      (node ?? old)?.name ?? '',
      (node ?? old)?.kind ?? 'task',
      old && comparable(old),
      node && comparable(node),
    ),
  );
  const nameOf = (id: string | undefined) => (after ?? before)?.nodes[id ?? '']?.name || (id ?? '');
  const flows = paired(before?.flows ?? {}, after?.flows ?? {}).flatMap(([id, old, flow]) =>
    elementChange(id, flowName(flow ?? old, nameOf), 'sequenceFlow', old, flow),
  );
  return [...nodes, ...flows];
}

const flowName = (flow: Flow | undefined, nameOf: (id: string | undefined) => string) =>
  `${nameOf(flow?.source)} → ${nameOf(flow?.target)}`;

function elementChange(
  element: string,
  name: string,
  kind: ElementChange['kind'],
  before: object | undefined,
  after: object | undefined,
): ElementChange[] {
  const properties = before && after ? differences(before, after) : [];
  if (before && after && properties.length === 0) return [];
  return [{ element, name, kind, change: changeOf(before, after), properties }];
}

/** Flows are compared by themselves, and what starts a scope follows from them. */
function comparable({ incoming: _, outgoing: __, scope, ...node }: Node): object {
  return scope?.adHoc ? { ...node, adHoc: scope.adHoc } : node;
}

function changeOf(before: unknown, after: unknown): Change {
  return before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
}

type Named = { id: string; name: string };

function decisionsOf({ decisions }: Graph): Record<string, Named> {
  return Object.fromEntries(
    decisions.definitions.flatMap(({ namespace, decisions: made, knowledgeModels, services, inputData }) =>
      [...made, ...knowledgeModels, ...services, ...inputData].map((part): [string, Named] => [
        `${namespace}#${part.id}`,
        part,
      ]),
    ),
  );
}

/** Keys of either, in the order of the newer, with both values. */
function paired<T>(
  before: Record<string, T>,
  after: Record<string, T>,
): [string, T | undefined, T | undefined][] {
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...keys].map((key) => [key, before[key], after[key]]);
}

/** The leaves in which two values differ. A list of another length is one leaf: its places say nothing. */
function differences(before: unknown, after: unknown, path = ''): PropertyChange[] {
  if (before === after) return [];
  if (!isBranch(before) || !isBranch(after) || lengthOf(before) !== lengthOf(after)) {
    return [
      {
        path,
        ...(before === undefined ? {} : { before: before as Json }),
        ...(after === undefined ? {} : { after: after as Json }),
      },
    ];
  }
  return paired(before, after).flatMap(([key, old, value]) =>
    differences(old, value, path === '' ? key : `${path}.${key}`),
  );
}

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const lengthOf = (value: object) => (Array.isArray(value) ? value.length : -1);
