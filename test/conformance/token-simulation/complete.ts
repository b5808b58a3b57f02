/** Completes the suite's models without changing their meaning, as its README says under `modelGaps`. */
import type { Graph, Node } from '../../../engine/model/graph.ts';
import type { Variables } from '../../../engine/types.ts';
import type { Case } from './case.ts';

/** Far enough never to fire by itself; the driver fires timers by their step. */
const farOff = { value: 'P100Y' };

/** A copy of the graph that a strict engine runs as the case means it. */
export function completed(graph: Graph, test: Case): Graph {
  const copy = structuredClone(graph);
  const waiting = test.steps.flatMap((step) => (step.do === 'wait' ? [step.element] : []));
  for (const { nodes, flows } of Object.values(copy.processes)) {
    for (const node of Object.values(nodes)) {
      if (waiting.includes(node.id)) Object.assign(node, { kind: 'userTask', task: { reminders: [] } });
      completeEvents(node);
      if (!node.kind.endsWith('Gateway') || node.outgoing.length < 2 || node.kind === 'parallelGateway')
        continue;
      delete node.default;
      for (const id of node.outgoing) {
        const flow = flows[id];
        if (flow) flow.condition = { feel: variableOf(id) };
      }
    }
  }
  return copy;
}

function completeEvents(node: Node): void {
  if (node.kind === 'boundaryEvent' && !node.events)
    node.events = [{ type: 'message', name: { value: node.id } }];
  node.events = (node.events ?? []).map((event) => {
    if (event.type === 'message') return { type: 'message', name: { value: node.id } };
    // The suite fires the timer of a non-interrupting event as often as it likes.
    if (event.type === 'timer' && node.interrupting === false) {
      return { type: 'timer', timer: 'cycle', value: { value: `R/${farOff.value}` } };
    }
    if (event.type === 'timer') return { type: 'timer', timer: 'duration', value: farOff };
    if (event.type === 'conditional')
      return { type: 'conditional', condition: { feel: variableOf(node.id) } };
    return event;
  });
  if (node.events.length === 0) delete node.events;
}

/** The variable that holds whether a flow is taken, or a condition is met. */
export function variableOf(id: string): string {
  return `go_${id}`;
}

/** What a `configure` step sets: exactly these flows out of the gateway. */
export function configuration(graph: Graph, gateway: string, active: string[]): Variables {
  const node = Object.values(graph.processes).flatMap(({ nodes }) => nodes[gateway] ?? [])[0];
  return Object.fromEntries((node?.outgoing ?? []).map((id) => [variableOf(id), active.includes(id)]));
}
