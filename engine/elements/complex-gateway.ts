import { freeNames } from '../feel/free-names.ts';
import type { Expression, Flow, Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit } from '../state.ts';
import { holds } from '../variables.ts';
import type { Behaviour } from './behaviour.ts';
import { outgoing } from './flows.ts';
import { chooseInclusive, inclusiveGateway } from './inclusive-gateway.ts';
import { arrive, fire } from './joining.ts';

/**
 * Complex gateway: splits like an inclusive one. As a join it fires as soon as its activation condition holds, then
 * takes in the tokens that can still come before it starts over (BPMN 2.0.2, 13.3.5). Conditions behind it see in
 * `waitingForStart` which of the two happens; when it starts over, only flows that ask for this get a token. Without an
 * activation condition it joins like an inclusive one.
 */
export const complexGateway: Behaviour = {
  ...inclusiveGateway,

  join(run, node, scope, flow) {
    const visit = arrive(run, node, scope, flow);
    if (visit.phase !== 'resetting') tryToActivate(run, visit, node);
  },

  unreachable(run, visit, node) {
    if (visit.phase === 'resetting') startOver(run, visit, node);
    else if (node.activation) return false;
    else fire(run, visit, node);
    return true;
  },

  choose(run, visit, node) {
    if (visit.phase !== 'resetting') return chooseInclusive(run, visit, node, { waitingForStart: true });
    return atReset(run, visit, node).filter(({ condition }) =>
      holds(run, visit, condition, { waitingForStart: false }),
    );
  },
};

/** Every token that can still come is there: starts over, with tokens for the flows that wait for this. */
function startOver(run: Run, visit: Visit, node: Node): void {
  if (atReset(run, visit, node).length > 0) run.complete(visit);
  else run.discard(visit);
}

function atReset(run: Run, visit: Visit, node: Node): (Flow & { condition: Expression })[] {
  const asksFor = (condition: Expression) =>
    'feel' in condition && freeNames(condition.feel).includes('waitingForStart');
  return outgoing(run, visit, node).flatMap(({ condition, ...flow }) =>
    condition && asksFor(condition) ? [{ ...flow, condition }] : [],
  );
}

/** Fires if the activation condition holds; it sees `activationCount` and the tokens of each flow by the flow's id. */
export function tryToActivate(run: Run, visit: Visit, node: Node): void {
  const { activation } = node;
  const arrived = visit.arrived ?? {};
  if (!activation) return;
  let active = false;
  run.attempt(visit, { phase: 'join' }, () => {
    const none = Object.fromEntries(node.incoming.map((id) => [id, 0]));
    const activationCount = Object.values(arrived).reduce((sum, tokens) => sum + tokens, 0);
    active = holds(run, visit, activation, { ...none, ...arrived, activationCount });
  });
  if (!active) return;
  const scope = run.scopeOf(visit);
  scope.inside += 1;
  const resetting = run.create(node, scope);
  resetting.phase = 'resetting';
  resetting.arrived = arrived;
  run.visits.join(resetting);
  scope.joins = { ...scope.joins, [node.id]: resetting.id };
  delete visit.arrived;
  run.complete(visit);
}
