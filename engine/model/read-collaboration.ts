import type { Graph } from './graph.ts';
import { child, children, type ModdleElement, text } from './moddle.ts';

/** Adds the pools and message flows of a collaboration to the graph. */
export function readCollaboration(graph: Graph, element: ModdleElement): void {
  for (const participant of children(element, 'participants')) {
    if (participant.id === undefined) continue;
    const process = child(participant, 'processRef')?.id ?? null;
    graph.participants.push({ id: participant.id, name: text(participant, 'name') ?? '', process });
  }
  for (const flow of children(element, 'messageFlows')) {
    const source = child(flow, 'sourceRef')?.id;
    const target = child(flow, 'targetRef')?.id;
    if (flow.id !== undefined && source !== undefined && target !== undefined) {
      graph.messageFlows.push({ id: flow.id, source, target });
    }
  }
}
