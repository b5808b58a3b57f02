import type { Node } from '../model/graph.ts';
import { canReach, leadsTo } from '../model/reach.ts';
import type { Run } from '../run.ts';
import type { Visit } from '../state.ts';
import { behaviourOf } from './registry.ts';

/**
 * At rest: lets the oldest join go on that no token on its way could still reach, if it asks for that (`unreachable`).
 * @returns whether there was one
 */
export function fireReadyJoin(run: Run): boolean {
  for (const visit of run.visits.joins()) {
    if (visit.incident) continue;
    const node = run.nodeOf(visit);
    const { unreachable } = behaviourOf(node);
    if (unreachable && isReady(run, visit, node) && unreachable(run, visit, node)) return true;
  }
  return false;
}

/**
 * BPMN 2.0.2, 13.3.3: a token elsewhere in the scope holds the join back if it can reach, without passing the gateway, an
 * incoming flow that is empty, unless it can also reach one that is not.
 */
function isReady(run: Run, visit: Visit, node: Node): boolean {
  const full = node.incoming.filter((id) => (visit.arrived?.[id] ?? 0) > 0);
  const empty = node.incoming.filter((id) => !full.includes(id));
  if (empty.length === 0) return true;
  const process = run.process(visit);
  const others = run.inside(run.scopeOf(visit)).filter((other) => other.node !== node.id);
  return !others.some(
    (other) =>
      empty.some((flow) => canReach(process, other.node, flow)) &&
      !full.some((flow) => leadsTo(process, other.node, flow)),
  );
}
