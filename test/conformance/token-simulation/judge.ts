/** Judges a log by the rules of the conformance README ("How a case is judged"); the numbers are those rules. */
import type { Graph } from '../../../engine/model/graph.ts';
import type { Case, Counts } from './case.ts';
import type { Entry, Log } from './drive.ts';

/** What is wrong with the log, as sentences; empty if the case passes. */
export function judge(graph: Graph, test: Case, log: Log): string[] {
  if (test.judge === 'final') return Object.keys(log.open).map((element) => `${element} is still running`);
  return [
    ...judgeCounts(test, log),
    ...judgeOpen(test, log),
    ...judgeOrder(graph, test, log.entries),
    ...judgeChecks(test, log),
    ...judgeHandlers(graph, test, log.entries),
  ];
}

const leftOut = ['Process', 'Participant', 'MessageFlow', 'SequenceFlow'];

/** Rules 1, 2 and 6. */
function judgeCounts(test: Case, log: Log): string[] {
  const problems: string[] = [];
  const entered = tally(log.entries, 'enter');
  const completed = tally(log.entries, 'complete');
  for (const [element, counts] of Object.entries(test.counts)) {
    if (leftOut.includes(counts.type)) continue;
    const range = test.raceDependent?.[element];
    const [enteredFrom, enteredTo] = range?.entered ?? [counts.entered ?? 0, counts.entered ?? 0];
    const [completedFrom, completedTo] = range?.completed ?? [counts.completed ?? 0, counts.completed ?? 0];
    const more = (counts.threw ?? 0) + (counts.decided ?? 0) + (counts.terminated ?? 0);
    problems.push(
      ...within(`${element} entered`, entered[element], enteredFrom - (counts.joined ?? 0), enteredTo),
      ...within(`${element} completed`, completed[element], completedFrom, completedTo + more),
    );
  }
  const known = new Set([...Object.keys(test.counts), ...Object.keys(test.raceDependent ?? {})]);
  const processes = new Set([
    ...Object.keys(test.pools ?? {}),
    ...test.steps.flatMap((s) => ('process' in s ? s.process : [])),
  ]);
  for (const element of Object.keys(entered)) {
    if (!known.has(element) && !processes.has(element)) problems.push(`${element} must not be entered`);
  }
  return problems;
}

/** Rule 3. */
function judgeOpen(test: Case, log: Log): string[] {
  const elements = new Set([...Object.keys(log.open), ...Object.keys(test.counts)]);
  return [...elements].flatMap((element) => {
    const counts: Partial<Counts> = test.counts[element] ?? {};
    const [from, to] = test.raceDependent?.[element]?.open ?? [counts.open ?? 0, counts.open ?? 0];
    return within(`${element} open`, log.open[element], from, to);
  });
}

/** Rule 4, without sequence flows in the log: nothing is entered before what leads to it has completed. */
function judgeOrder(graph: Graph, test: Case, entries: Entry[]): string[] {
  const problems: string[] = [];
  const entered: Record<string, number> = {};
  const completed: Record<string, number> = {};
  const nodes = Object.assign(
    {},
    ...Object.values(graph.processes).map((process) => process.nodes),
  ) as Graph['processes'][string]['nodes'];
  const sources = (id: string) =>
    Object.values(graph.processes).flatMap(({ flows }) =>
      Object.values(flows).filter((flow) => flow.target === id),
    );
  for (const { action, element } of entries) {
    const node = nodes[element];
    if (action === 'complete') completed[element] = (completed[element] ?? 0) + 1;
    // A scope that its own terminate event ended goes on, and so counts as completed.
    if (action === 'cancel' && test.counts[element]?.terminated)
      completed[element] = (completed[element] ?? 0) + 1;
    if (action !== 'enter') continue;
    entered[element] = (entered[element] ?? 0) + 1;
    if (!node) continue;
    const parent = node.parent === null ? undefined : nodes[node.parent];
    if (parent && parent.parent !== null && !entered[parent.id])
      problems.push(`${element} entered before ${parent.id}`);
    if (node.attachedTo && !entered[node.attachedTo]) problems.push(`${element} entered before its host`);
    const before = sources(element).map(({ source }) => source);
    if (before.length === 0 || before.some((id) => nodes[id]?.kind === 'eventBasedGateway')) continue;
    const possible = before.reduce((sum, id) => sum + (completed[id] ?? 0), 0);
    if ((entered[element] ?? 0) > possible)
      problems.push(`${element} entered before what leads to it completed`);
  }
  return problems;
}

/**
 * Rule 5: at each check but the last, what was entered so far is what the trace so far enters. The trace does not say
 * which of its visits will merge at a join, so these are allowed for as a whole.
 */
function judgeChecks(test: Case, log: Log): string[] {
  const checks = test.steps.filter((step) => step.do === 'check');
  return checks.slice(0, -1).flatMap((check, i) => {
    const scopes = new Map<string, string>();
    for (const line of test.expected.slice(0, check.to)) {
      if ((line.action === 'enter' || line.action === 'signal') && line.scope !== null) {
        const key =
          line.action === 'enter' ? `${scopes.size}:${line.element}` : `${line.scope}:${line.element}`;
        scopes.set(key, line.element);
      }
    }
    const expected: Record<string, number> = {};
    for (const element of scopes.values()) expected[element] = (expected[element] ?? 0) + 1;
    const entered = tally(log.entries.slice(0, log.checks[i]), 'enter');
    return Object.entries(test.counts).flatMap(([element, counts]) => {
      const isWoken = (counts.entered ?? 0) < (expected[element] ?? 0);
      if (leftOut.includes(counts.type) || isWoken || test.raceDependent?.[element]) return [];
      const count = expected[element] ?? 0;
      return within(
        `${element} entered by check ${i + 1}`,
        entered[element],
        count - (counts.joined ?? 0),
        count,
      );
    });
  });
}

/** Rule 7: compensation handlers run in the order of the trace. */
function judgeHandlers(graph: Graph, test: Case, entries: Entry[]): string[] {
  const nodes = Object.values(graph.processes).flatMap((process) => Object.values(process.nodes));
  const handlers = nodes.filter(({ forCompensation }) => forCompensation).map(({ id }) => id);
  const got = entries.filter(({ action, element }) => action === 'enter' && handlers.includes(element));
  const wanted = test.expected.filter(
    ({ action, element }) => action === 'enter' && handlers.includes(element),
  );
  const [a, b] = [got, wanted].map((list) => list.map(({ element }) => element).join(' '));
  return a === b ? [] : [`compensation handlers ran as ${a}, not ${b}`];
}

function tally(entries: Entry[], action: Entry['action']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const entry of entries) {
    if (entry.action === action) counts[entry.element] = (counts[entry.element] ?? 0) + 1;
  }
  return counts;
}

function within(what: string, count = 0, from: number, to: number): string[] {
  if (count >= from && count <= to) return [];
  return [`${what} ${count} times instead of ${from === to ? from : `${from} to ${to}`}`];
}
