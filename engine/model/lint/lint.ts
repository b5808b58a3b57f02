import type { Problem } from '../problem.ts';
import { adHoc } from './ad-hoc.ts';
import { boundaryHost } from './boundary-host.ts';
import { cancelEnd } from './cancel-end.ts';
import { choreography } from './choreography.ts';
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
import { flowReferences } from './flow-references.ts';
import { foreignExpressions, foreignScripts } from './foreign-languages.ts';
import { forms } from './forms.ts';
import { gatewayDirection, gatewayToItself, instantiating } from './gateway-flows.ts';
import { illegalFlow } from './illegal-flow.ts';
import { interrupting } from './interrupting.ts';
import { ioSpecification } from './io-specification.ts';
import { joins } from './joins.ts';
import { links } from './links.ts';
import { loops } from './loops.ts';
import { messageFlow } from './message-flow.ts';
import { missingCondition } from './missing-condition.ts';
import { quantities } from './quantities.ts';
import { references } from './references.ts';
import { reservedId } from './reserved-id.ts';
import type { Model, Rule } from './rule.ts';
import { thrownCodes } from './thrown-codes.ts';
import { timerKinds, timers } from './timers.ts';
import { unknownElement } from './unknown-element.ts';
import { unnamedElement } from './unnamed-element.ts';
import { unresolvedReference } from './unresolved-reference.ts';
import { unsetVariables } from './unset-variables.ts';

const rules: Rule[] = [
  unknownElement,
  unnamedElement,
  choreography,
  duplicateId,
  reservedId,
  unresolvedReference,
  flowEnds,
  flowReferences,
  flowAcrossScopes,
  illegalFlow,
  gatewayDirection,
  gatewayToItself,
  instantiating,
  conditionPlace,
  defaultFlow,
  missingCondition,
  eventDefinitions,
  thrownCodes,
  boundaryHost,
  interrupting,
  eventSubProcessStart,
  cancelEnd,
  links,
  eventBasedGateway,
  messageFlow,
  timers,
  timerKinds,
  references,
  excludedDeciders,
  forms,
  loops,
  quantities,
  ioSpecification,
  adHoc,
  expressions,
  foreignExpressions,
  foreignScripts,
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
