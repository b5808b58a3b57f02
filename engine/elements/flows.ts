import type { Flow, Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit } from '../state.ts';
import { Stuck } from '../stuck.ts';
import { holds } from '../variables.ts';

/** The outgoing flows in the order of the model. */
export function outgoing(run: Run, visit: Visit, node: Node): Flow[] {
  return node.outgoing.map((id) => run.flow(visit.process, id));
}

/** The default flow; without one the token would be lost, so the visit is stuck. */
export function defaultFlow(run: Run, visit: Visit, node: Node): Flow {
  const flow = node.default === undefined ? undefined : run.process(visit).flows[node.default];
  if (!flow) {
    throw new Stuck(
      'no_outgoing_flow',
      `no condition of the flows out of ${node.id} holds and none is the default`,
    );
  }
  return flow;
}

/**
 * Flows out of anything but a gateway (BPMN 2.0.2, 8.3.13): those without a condition, those whose condition holds, and
 * the default flow if there are conditions and none of them holds.
 */
export function chooseByConditions(run: Run, visit: Visit, node: Node): Flow[] {
  const flows = outgoing(run, visit, node);
  if (node.default === undefined && flows.every((flow) => !flow.condition)) return flows;
  const free = flows.filter((flow) => !flow.condition && flow.id !== node.default);
  const chosen = flows.filter(
    (flow) => flow.id !== node.default && flow.condition && holds(run, visit, flow.condition),
  );
  if (chosen.length > 0) return flows.filter((flow) => free.includes(flow) || chosen.includes(flow));
  if (node.default === undefined && free.length > 0) return free;
  return [...free, defaultFlow(run, visit, node)];
}
