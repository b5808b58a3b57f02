import type { Problem } from '../problem.ts';
import { adHoc } from './ad-hoc.ts';
import { boundaryHost } from './boundary-host.ts';
import { callData } from './call-data.ts';
import { cancelEnd } from './cancel-end.ts';
import { choreography, choreographyReference } from './choreography.ts';
import { conditionPlace } from './condition-place.ts';
import { dataSets } from './data-sets.ts';
import { deadEnds, implicitStarts, notExecutable } from './dead-ends.ts';
import { defaultFlow } from './default-flow.ts';
import { duplicateId } from './duplicate-id.ts';
import { emptyExpression } from './empty-expression.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { eventData } from './event-data.ts';
import { eventDefinitions } from './event-definitions.ts';
import { eventSubProcessStart } from './event-sub-process-start.ts';
import { excludedDeciders } from './excluded-deciders.ts';
import { expressions } from './expressions.ts';
import { flowAcrossScopes } from './flow-across-scopes.ts';
import { flowEnds } from './flow-ends.ts';
import { flowReferences } from './flow-references.ts';
import { foreignExpressions, foreignScripts } from './foreign-languages.ts';
import { forms } from './forms.ts';
import { gatewayDirection, gatewayToItself, gatewayWithoutChoice, instantiating } from './gateway-flows.ts';
import { illegalFlow } from './illegal-flow.ts';
import { immediateFlow } from './immediate-flow.ts';
import { informalExpression } from './informal-expression.ts';
import { interrupting } from './interrupting.ts';
import { ioSpecification } from './io-specification.ts';
import { joins } from './joins.ts';
import { linkPairs } from './link-pairs.ts';
import { links } from './links.ts';
import { loopBehaviour, loopData } from './loop-data.ts';
import { loops } from './loops.ts';
import { messageData, operationData, operationMessage } from './message-data.ts';
import { messageFlow } from './message-flow.ts';
import { missingCondition } from './missing-condition.ts';
import { missingImport } from './missing-import.ts';
import { multiplicity } from './multiplicity.ts';
import { publicProcess } from './public-process.ts';
import { quantities } from './quantities.ts';
import { referenceTypes } from './reference-types.ts';
import { references } from './references.ts';
import { reservedId } from './reserved-id.ts';
import { reusableEvents } from './reusable-events.ts';
import type { Model, Rule } from './rule.ts';
import { schema } from './schema.ts';
import { textFormat } from './text-format.ts';
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
  choreographyReference,
  duplicateId,
  reservedId,
  unresolvedReference,
  missingImport,
  referenceTypes,
  schema,
  textFormat,
  flowEnds,
  flowReferences,
  flowAcrossScopes,
  illegalFlow,
  gatewayDirection,
  gatewayWithoutChoice,
  gatewayToItself,
  instantiating,
  conditionPlace,
  immediateFlow,
  defaultFlow,
  missingCondition,
  eventDefinitions,
  reusableEvents,
  thrownCodes,
  boundaryHost,
  interrupting,
  eventSubProcessStart,
  cancelEnd,
  links,
  linkPairs,
  eventBasedGateway,
  messageFlow,
  multiplicity,
  timers,
  timerKinds,
  references,
  excludedDeciders,
  forms,
  loops,
  loopData,
  loopBehaviour,
  quantities,
  ioSpecification,
  dataSets,
  messageData,
  operationData,
  operationMessage,
  callData,
  eventData,
  adHoc,
  emptyExpression,
  informalExpression,
  expressions,
  foreignExpressions,
  foreignScripts,
  deadEnds,
  implicitStarts,
  joins,
  unsetVariables,
  notExecutable,
  publicProcess,
];

/** What is wrong with a deployment: errors refuse it, warnings ask for confirmation. */
export function lint(model: Model): Problem[] {
  return rules.flatMap((rule) => rule(model));
}
