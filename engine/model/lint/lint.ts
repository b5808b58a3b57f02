import type { Problem } from '../problem.ts';
import { adHoc } from './ad-hoc.ts';
import { boundaryHost } from './boundary-host.ts';
import { cancelEnd } from './cancel-end.ts';
import { conditionPlace } from './condition-place.ts';
import { deadEnds, implicitStarts, notExecutable } from './dead-ends.ts';
import { defaultFlow } from './default-flow.ts';
import { duplicateId } from './duplicate-id.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { eventDefinitions } from './event-definitions.ts';
import { eventSubProcessStart } from './event-sub-process-start.ts';
import { excludedDeciders } from './excluded-deciders.ts';
import { expressions } from './expressions.ts';
import { flowAcrossScopes } from './flow-across-scopes.ts';
import { flowEnds } from './flow-ends.ts';
import { forms } from './forms.ts';
import { gatewayDirection, gatewayToItself, instantiating } from './gateway-flows.ts';
import { illegalFlow } from './illegal-flow.ts';
import { interrupting } from './interrupting.ts';
import { joins } from './joins.ts';
import { links } from './links.ts';
import { loops } from './loops.ts';
import { messageFlow } from './message-flow.ts';
import { missingCondition } from './missing-condition.ts';
import { references } from './references.ts';
import { reservedId } from './reserved-id.ts';
import type { Model, Rule } from './rule.ts';
import { timers } from './timers.ts';
import { unknownElement } from './unknown-element.ts';
import { unresolvedReference } from './unresolved-reference.ts';
import { unsetVariables } from './unset-variables.ts';

const rules: Rule[] = [
  unknownElement,
  duplicateId,
  reservedId,
  unresolvedReference,
  flowEnds,
  flowAcrossScopes,
  illegalFlow,
  gatewayDirection,
  gatewayToItself,
  instantiating,
  conditionPlace,
  defaultFlow,
  missingCondition,
  eventDefinitions,
  boundaryHost,
  interrupting,
  eventSubProcessStart,
  cancelEnd,
  links,
  eventBasedGateway,
  messageFlow,
  timers,
  references,
  excludedDeciders,
  forms,
  loops,
  adHoc,
  expressions,
  deadEnds,
  implicitStarts,
  joins,
  unsetVariables,
  notExecutable,
];

/** What is wrong with a deployment: errors refuse it, warnings ask for confirmation. */
export function lint(model: Model): Problem[] {
  return rules.flatMap((rule) => rule(model));
}
