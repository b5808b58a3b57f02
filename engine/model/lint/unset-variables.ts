import { freeNames } from '../../feel/free-names.ts';
import type { Node, Process } from '../graph.ts';
import { feelIn, specialVariablesOf } from './expressions.ts';
import { perProcess, type Rule, warning } from './rule.ts';

/**
 * A variable that the model sets somewhere, but nowhere before it is used. One that no element sets comes with the start, and
 * what a person, a job, a message or a called process gave before may be any variable: neither is complained of.
 */
export const unsetVariables: Rule = perProcess((process) => {
  const nodes = Object.values(process.nodes);
  const setters = new Map<string, string[]>();
  for (const node of nodes) {
    for (const name of variablesSetBy(node)) setters.set(name, [...(setters.get(name) ?? []), node.id]);
  }
  if (setters.size === 0) return [];
  const giving = nodes.filter(givesAnything).map(({ id }) => id);
  const special = specialVariablesOf(process);
  const before = wayBack(process);
  return nodes.flatMap((node) =>
    usesOf(node, process).flatMap(({ place, used, after }) => {
      const names = [...new Set(used.flatMap((text) => freeNames(text, special)))];
      const unset = names.filter((name) => {
        const by = setters.get(name);
        if (by === undefined || isLocal(node, name, process)) return false;
        const sources = new Set([...by, ...giving]);
        return !(after && sources.has(node.id)) && !comesAfter(before, node.id, sources);
      });
      return unset.map((name) => ({
        ...warning('variable_possibly_unset', {
          vi: `Biến "${name}" được dùng ở đây, nhưng mô hình chỉ gán nó ở bước không đi trước: ${setters.get(name)?.join(', ')}.`,
          en: `The variable "${name}" is used here, but the model sets it only where it is not before: ${setters.get(name)?.join(', ')}.`,
        }),
        file: process.file,
        element: place,
      }));
    }),
  );
});

/** What lives beyond the element: what its output mappings, script, decision or loop write. */
function variablesSetBy({ outputs, writes, script, decision, loop }: Node): string[] {
  const collection = loop?.type === 'multiInstance' ? loop.outputCollection : undefined;
  const results = [script?.result, decision?.result, collection].filter((name) => name !== undefined);
  return [
    ...[...(outputs ?? []), ...(writes ?? [])].map(({ target }) => target.split('.')[0] ?? target),
    ...results,
  ];
}

/** Whether variables that the model does not name may come out of it; output mappings let only theirs out. */
function givesAnything({ outputs, job, task, events, called, script, decision }: Node): boolean {
  if (outputs !== undefined) return false;
  const byMessage = events?.some(({ type }) => type === 'message' || type === 'signal') ?? false;
  const spread = (script && script.result === undefined) || (decision && decision.result === undefined);
  return byMessage || Boolean(job || task || called?.allToParent || spread);
}

/** The expressions of a node: its own are looked at as it begins, the conditions behind it after it. */
function usesOf(node: Node, process: Process): { place: string; used: string[]; after: boolean }[] {
  const { inputs, script, loop, events, called, decision, task } = node;
  const repeated =
    loop?.type === 'multiInstance' ? { collection: loop.collection, cardinality: loop.cardinality } : {};
  // A boundary event or a job sees what happens meanwhile; mappings of outputs see the results first.
  const own = feelIn([inputs, script?.expression, repeated, called?.process, decision?.decision, task]);
  const waits = node.kind === 'boundaryEvent' ? [] : feelIn(events ?? []);
  const conditions = node.outgoing.flatMap((id) => {
    const condition = process.flows[id]?.condition;
    return condition ? [{ place: id, used: feelIn(condition), after: true }] : [];
  });
  return [{ place: node.id, used: [...own, ...waits], after: false }, ...conditions];
}

/** Set by the input mappings or the loop of the element or of one around it. */
function isLocal(node: Node, name: string, process: Process): boolean {
  for (let at: Node | undefined = node; at !== undefined; at = process.nodes[at.parent ?? '']) {
    const own = [...(at.inputs ?? []), ...(at.reads ?? [])];
    if (own.some(({ target }) => target.split('.')[0] === name)) return true;
    if (at.loop?.type === 'multiInstance' && (at.loop.element === name || name === 'loopCounter'))
      return true;
  }
  return false;
}

/** Whether a token may come to the element from one of the sources. */
function comesAfter(
  before: ReadonlyMap<string, string[]>,
  id: string,
  sources: ReadonlySet<string>,
): boolean {
  const seen = new Set<string>();
  const open = [...(before.get(id) ?? [])];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (sources.has(at)) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(before.get(at) ?? []));
  }
  return false;
}

/** For each element those a token may come from; generous, so that what is left out is certainly not before it. */
function wayBack(process: Process): Map<string, string[]> {
  const before = new Map<string, string[]>();
  for (const node of Object.values(process.nodes)) {
    for (const id of next(process, node)) {
      const known = before.get(id);
      if (known) known.push(node.id);
      else before.set(id, [node.id]);
    }
  }
  return before;
}

function next(process: Process, node: Node): string[] {
  const parent = process.nodes[node.parent ?? ''];
  return [
    ...node.outgoing.flatMap((id) => process.flows[id]?.target ?? []),
    ...(node.boundary ?? []),
    ...(node.loop ? [node.id] : []),
    ...(node.handler === undefined ? [] : [node.handler]),
    ...(node.events ?? []).flatMap((event) => (event.type === 'link' && event.target ? [event.target] : [])),
    ...(node.scope && node.kind !== 'process'
      ? [...node.scope.starts, ...node.scope.implicit, ...node.scope.eventSubProcesses]
      : []),
    ...(parent?.scope?.eventSubProcesses ?? []),
    ...(parent && parent.kind !== 'process' ? [parent.id] : []),
  ];
}
