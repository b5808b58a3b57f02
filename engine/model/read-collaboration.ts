import type { Graph } from './graph.ts';
import { child, children, type ModdleElement, number, text } from './moddle.ts';

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

/**
 * Tasks without a type that message flows lead to wait for them (BPMN 2.0.2, 9.3: the flows of an activity are read from
 * left to right). `diagrams` are the `bpmndi:BPMNDiagram`s of the file; without one the order of the file counts.
 */
export function readDialogues(graph: Graph, diagrams: ModdleElement[]): void {
  const edges = diagrams.flatMap((diagram) => children(child(diagram, 'plane'), 'planeElement'));
  for (const { nodes } of Object.values(graph.processes)) {
    for (const node of Object.values(nodes)) {
      if (node.kind !== 'task' || !graph.messageFlows.some(({ target }) => target === node.id)) continue;
      const flows = graph.messageFlows.filter(
        ({ source, target }) => source === node.id || target === node.id,
      );
      node.dialogue = flows
        .map(({ id, source }) => ({ flow: id, sends: source === node.id }))
        .map((step) => ({ step, x: positionOf(edges, step.flow, step.sends) }))
        .sort((a, b) => a.x - b.x)
        .map(({ step }) => step);
    }
  }
}

/** Where a message flow touches the task that sends or receives it. */
function positionOf(edges: ModdleElement[], flow: string, sends: boolean): number {
  const edge = edges.find((candidate) => child(candidate, 'bpmnElement')?.id === flow);
  const waypoints = children(edge, 'waypoint');
  return number(sends ? waypoints[0] : waypoints.at(-1), 'x') ?? 0;
}
