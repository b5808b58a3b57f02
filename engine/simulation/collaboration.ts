/** Who starts by itself, and who gets what is sent: read from the graph. */

import type { EventDefinition, Graph, MessageFlow, Node, Process } from '../model/graph.ts';
import { beginsByItself } from '../model/startable.ts';
import type { OutsideEvent } from '../simulate.ts';

export interface Place {
  process: string;
  node: Node;
}

/** Events outside any sub-process that start an instance when what `catches` describes comes. */
export function startsFor(graph: Graph, type: 'message' | 'signal', name: string): Place[] {
  return Object.values(graph.processes).flatMap((process) =>
    Object.values(process.nodes)
      .filter((node) => isStart(process, node) && node.events?.some((event) => catches(event, type, name)))
      .map((node) => ({ process: process.id, node })),
  );
}

/** Whether a process that only messages or signals start is started by one of those that come from outside. */
export function isStartedBy(graph: Graph, process: string, events: OutsideEvent[]): boolean {
  if (beginsByItself(graph, process)) return false;
  const starts = events.flatMap((event) => [
    ...('message' in event ? startsFor(graph, 'message', event.message) : []),
    ...('signal' in event ? startsFor(graph, 'signal', event.signal) : []),
  ]);
  return starts.some((start) => start.process === process);
}

/** A start event, or what starts an instance in its place: a receive task, an event behind a gateway that says so. */
function isStart(process: Process, node: Node): boolean {
  if (node.parent !== process.id) return false;
  const before = node.incoming.map((id) => process.nodes[process.flows[id]?.source ?? '']);
  return (
    node.kind === 'startEvent' || node.instantiate === true || before.some((source) => source?.instantiate)
  );
}

function catches(event: EventDefinition, type: 'message' | 'signal', name: string): boolean {
  return event.type === type && 'name' in event && typeof event.name === 'object' && 'value' in event.name
    ? event.name.value === name
    : false;
}

/** Message flows drawn from an element. Those drawn from a pool say nothing about when they are sent. */
export function flowsFrom(graph: Graph, element: string): MessageFlow[] {
  return graph.messageFlows.filter(({ source }) => source === element);
}

/** Whether the core says itself (`publish`) when the element sends; anything else sends as it completes. */
export function publishes(graph: Graph, { process, element }: { process: string; element: string }): boolean {
  const node = graph.processes[process]?.nodes[element];
  if (node?.kind === 'task') return node.dialogue !== undefined;
  if (node?.kind !== 'sendTask' && node?.job) return false;
  const throwers = ['intermediateThrowEvent', 'endEvent', 'sendTask'];
  return (
    throwers.includes(node?.kind ?? '') && (node?.events?.some(({ type }) => type === 'message') ?? false)
  );
}

/** What a message over `flow` does at its end: starts an instance, or is received under a name; nothing at a pool. */
export function receiptOf(graph: Graph, flow: MessageFlow): { start: Place } | { message: string } | null {
  for (const process of Object.values(graph.processes)) {
    const node = process.nodes[flow.target];
    if (!node) continue;
    if (isStart(process, node)) return { start: { process: process.id, node } };
    if (node.dialogue) return { message: flow.id };
    const event = node.events?.find(({ type }) => type === 'message');
    return event?.type === 'message' && 'value' in event.name ? { message: String(event.name.value) } : null;
  }
  return null;
}
