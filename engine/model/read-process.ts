/** A process of a BPMN file, as the core runs it. */
import { feel, formal, textOrFeel } from './expression.ts';
import type { EventDefinition, Flow, JobDefinition, Kind, Node, Process, Scope } from './graph.ts';
import { isReserved } from './lint/reserved-id.ts';
import { child, children, extension, flag, is, type ModdleElement, number, text } from './moddle.ts';
import { readDataInputs, readDataOutputs } from './read-data.ts';
import { readEventDefinitions, readMessage } from './read-events.ts';
import {
  readCalledDecision,
  readHeaders,
  readJob,
  readMappings,
  readProperties,
  readTask,
} from './read-extensions.ts';
import { readLoop } from './read-loop.ts';

const kinds: Record<string, Kind> = {
  'bpmn:StartEvent': 'startEvent',
  'bpmn:IntermediateCatchEvent': 'intermediateCatchEvent',
  'bpmn:IntermediateThrowEvent': 'intermediateThrowEvent',
  'bpmn:ImplicitThrowEvent': 'intermediateThrowEvent',
  'bpmn:BoundaryEvent': 'boundaryEvent',
  'bpmn:EndEvent': 'endEvent',
  'bpmn:Task': 'task',
  'bpmn:ManualTask': 'manualTask',
  'bpmn:UserTask': 'userTask',
  'bpmn:ServiceTask': 'serviceTask',
  'bpmn:SendTask': 'sendTask',
  'bpmn:ReceiveTask': 'receiveTask',
  'bpmn:ScriptTask': 'scriptTask',
  'bpmn:BusinessRuleTask': 'businessRuleTask',
  'bpmn:GlobalTask': 'task',
  'bpmn:GlobalManualTask': 'manualTask',
  'bpmn:GlobalUserTask': 'userTask',
  'bpmn:GlobalScriptTask': 'scriptTask',
  'bpmn:GlobalBusinessRuleTask': 'businessRuleTask',
  'bpmn:CallActivity': 'callActivity',
  'bpmn:SubProcess': 'subProcess',
  'bpmn:Transaction': 'transaction',
  'bpmn:AdHocSubProcess': 'adHocSubProcess',
  'bpmn:ExclusiveGateway': 'exclusiveGateway',
  'bpmn:InclusiveGateway': 'inclusiveGateway',
  'bpmn:ParallelGateway': 'parallelGateway',
  'bpmn:EventBasedGateway': 'eventBasedGateway',
  'bpmn:ComplexGateway': 'complexGateway',
};

/**
 * Reads one `bpmn:Process`. `associations` are those of the whole file: they tell which activity compensates which.
 * What is wrong in the model is left out here; `lint/` names it.
 */
export function readProcess(element: ModdleElement, file: string, associations: ModdleElement[]): Process {
  const process: Process = {
    id: element.id ?? '',
    name: text(element, 'name') ?? '',
    executable: flag(element, 'isExecutable') ?? false,
    file,
    nodes: {},
    flows: {},
  };
  const root = node(element, 'process', null);
  process.nodes[root.id] = root;
  readScope(process, element, root);
  connect(process, associations);
  return process;
}

/** A global task is a process with nothing but that task in it. */
export function readGlobalTask(element: ModdleElement, file: string): Process {
  const id = element.id ?? '';
  const root = node(element, 'process', null);
  const task = readNode({ ...element, id: `${id}.task` }, kinds[element.$type] ?? 'task', id);
  root.scope = { starts: [], implicit: [task.id], eventSubProcesses: [] };
  const name = text(element, 'name') ?? '';
  return { id, name, executable: true, file, nodes: { [id]: root, [task.id]: task }, flows: {} };
}

function readScope(process: Process, element: ModdleElement, parent: Node): void {
  const inner: Node[] = [];
  for (const part of children(element, 'flowElements')) {
    if (part.id !== undefined && isReserved(part.id)) continue;
    if (part.$type === 'bpmn:SequenceFlow') {
      readFlow(process, part);
      continue;
    }
    if (part.id === undefined) continue;
    const known = kinds[part.$type];
    if (!known) continue;
    const isEventSubProcess = known === 'subProcess' && flag(part, 'triggeredByEvent') === true;
    const found = readNode(part, isEventSubProcess ? 'eventSubProcess' : known, parent.id);
    process.nodes[found.id] = found;
    inner.push(found);
    if (is(part, 'bpmn:SubProcess')) readScope(process, part, found);
  }
  parent.scope = scopeOf(inner, element, parent);
}

/** A flow that has no id is known by its ends: nobody needs to refer to it. */
function readFlow(process: Process, element: ModdleElement): void {
  const source = child(element, 'sourceRef')?.id;
  const target = child(element, 'targetRef')?.id;
  if (source === undefined || target === undefined) return;
  const condition = formal(element, 'conditionExpression');
  const flow: Flow = { id: element.id ?? unusedId(process, `${source}-${target}`), source, target };
  if (condition) flow.condition = condition;
  process.flows[flow.id] = flow;
}

function unusedId(process: Process, id: string): string {
  return Object.hasOwn(process.flows, id) ? unusedId(process, `${id}-`) : id;
}

function node(element: ModdleElement, kind: Kind, parent: string | null): Node {
  return {
    id: element.id ?? '',
    kind,
    name: text(element, 'name') ?? '',
    parent,
    incoming: [],
    outgoing: [],
  };
}

function readNode(element: ModdleElement, kind: Kind, parent: string): Node {
  const found = node(element, kind, parent);
  const inputs = readMappings(element, 'inputParameters');
  const outputs = readMappings(element, 'outputParameters');
  if (inputs.length > 0) found.inputs = inputs;
  if (outputs.length > 0) found.outputs = outputs;
  const reads = readDataInputs(element);
  const writes = readDataOutputs(element);
  if (reads.length > 0) found.reads = reads;
  if (writes.length > 0) found.writes = writes;
  const headers = readHeaders(element);
  const properties = readProperties(element);
  if (Object.keys(headers).length > 0) found.headers = headers;
  if (Object.keys(properties).length > 0) found.properties = properties;
  const defaultFlow = child(element, 'default')?.id;
  if (defaultFlow !== undefined) found.default = defaultFlow;
  if (kind.endsWith('Event')) readEvent(element, found);
  else if (kind.endsWith('Gateway')) readGateway(element, found);
  else readActivity(element, found);
  return found;
}

function readEvent(element: ModdleElement, found: Node): void {
  const events = readEventDefinitions(element);
  if (events.length > 0) found.events = events;
  if (events.length > 1 && flag(element, 'parallelMultiple')) found.parallelMultiple = true;
  const job = readJob(element);
  if (job) found.job = job;
  // An error or a cancel has always ended what it happened to.
  const mustInterrupt = events.some(({ type }) => type === 'error' || type === 'cancel');
  if (found.kind === 'boundaryEvent') {
    const host = child(element, 'attachedToRef')?.id;
    if (host !== undefined) found.attachedTo = host;
    found.interrupting = mustInterrupt || (flag(element, 'cancelActivity') ?? true);
  } else if (found.kind === 'startEvent') {
    found.interrupting = mustInterrupt || (flag(element, 'isInterrupting') ?? true);
  }
}

function readGateway(element: ModdleElement, found: Node): void {
  if (flag(element, 'instantiate')) found.instantiate = true;
  if (text(element, 'eventGatewayType') === 'Parallel') found.parallelMultiple = true;
  const activation = formal(element, 'activationCondition');
  if (activation) found.activation = activation;
}

function readActivity(element: ModdleElement, found: Node): void {
  const loop = readLoop(element);
  if (loop) found.loop = loop;
  if (flag(element, 'isForCompensation')) found.forCompensation = true;
  const startQuantity = number(element, 'startQuantity') ?? 1;
  const completionQuantity = number(element, 'completionQuantity') ?? 1;
  if (startQuantity > 1) found.startQuantity = startQuantity;
  if (completionQuantity > 1) found.completionQuantity = completionQuantity;
  // Work without a job type is known to the host by the element's id.
  const implied: JobDefinition = { type: { value: found.id }, retries: { value: 3 }, implied: true };
  const job = readJob(element) ?? implied;
  switch (found.kind) {
    case 'userTask':
      found.task = readTask(element);
      break;
    case 'serviceTask':
      found.job = job;
      break;
    case 'sendTask': {
      found.job = job;
      const message = child(element, 'messageRef');
      if (message && job.implied) found.events = [readMessage(message, element)];
      break;
    }
    case 'receiveTask':
      found.events = [readMessage(child(element, 'messageRef'), element)];
      if (flag(element, 'instantiate')) found.instantiate = true;
      break;
    case 'scriptTask':
      readScript(element, found);
      if (!found.script) found.job = job;
      break;
    case 'businessRuleTask': {
      const decision = readCalledDecision(element);
      if (decision) found.decision = decision;
      else found.job = job;
      break;
    }
    case 'callActivity':
      readCall(element, found);
      break;
  }
}

/** `zeebe:script`, or a plain BPMN script in FEEL, unless a job type says that the host runs it. */
function readScript(element: ModdleElement, found: Node): void {
  if (readJob(element)) return;
  const script = extension(element, 'zeebe:Script');
  const format = text(element, 'scriptFormat') ?? text(element, 'scriptLanguage') ?? 'feel';
  const source = text(script, 'expression') ?? (/feel/i.test(format) ? text(element, 'script') : undefined);
  if (source === undefined) return;
  const result = text(script, 'resultVariable');
  found.script = { expression: feel(source), ...(result === undefined ? {} : { result }) };
}

function readCall(element: ModdleElement, found: Node): void {
  const called = extension(element, 'zeebe:CalledElement');
  // A qualified name, whose prefix says in which namespace the process is.
  const qualified = text(element, 'calledElement')?.replace(/^[\w.-]+:/, '');
  const process = text(called, 'processId') ?? text(called, 'processIdExpression') ?? qualified;
  if (process === undefined) return;
  found.called = {
    process: textOrFeel(process),
    allToChild: flag(called, 'propagateAllParentVariables') ?? true,
    allToParent: flag(called, 'propagateAllChildVariables') ?? true,
  };
}

function scopeOf(inner: Node[], element: ModdleElement, parent: Node): Scope {
  const ids = (kind: Kind) => inner.filter((other) => other.kind === kind).map((other) => other.id);
  const scope: Scope = { starts: ids('startEvent'), implicit: [], eventSubProcesses: ids('eventSubProcess') };
  if (parent.kind === 'adHocSubProcess') {
    const completion = formal(element, 'completionCondition');
    const active = text(extension(element, 'zeebe:AdHoc'), 'activeElementsCollection');
    scope.adHoc = {
      sequential: text(element, 'ordering') === 'Sequential',
      cancelRemaining: flag(element, 'cancelRemainingInstances') ?? true,
      ...(completion ? { completion } : {}),
      ...(active === undefined ? {} : { active: feel(active) }),
    };
  }
  return scope;
}

/** Fills in what elements know about each other: flows, boundary events, links, handlers, implicit starts. */
function connect(process: Process, associations: ModdleElement[]): void {
  const nodes = Object.values(process.nodes);
  for (const flow of Object.values(process.flows)) {
    const [source, target] = [process.nodes[flow.source], process.nodes[flow.target]];
    // A flow from or to anything but a step of the process stays in the list for `lint/` to name; no token takes it.
    if (!source || !target || source.kind === 'process' || target.kind === 'process') continue;
    source.outgoing.push(flow.id);
    target.incoming.push(flow.id);
  }
  for (const event of nodes) {
    const host = event.attachedTo === undefined ? undefined : process.nodes[event.attachedTo];
    if (host) host.boundary = [...(host.boundary ?? []), event.id];
    if (host && event.events?.some(({ type }) => type === 'compensation')) {
      const handler = handlerOf(process, event, associations);
      if (handler !== undefined) event.handler = handler;
    }
    event.events = event.events?.map((definition) => linked(nodes, event, definition)) as EventDefinition[];
    if (!event.events) delete event.events;
  }
  for (const found of nodes) {
    const scope = found.parent === null ? undefined : process.nodes[found.parent]?.scope;
    if (scope && startsImplicitly(found)) scope.implicit.push(found.id);
  }
}

function handlerOf(process: Process, event: Node, associations: ModdleElement[]): string | undefined {
  for (const association of associations) {
    const ends = [child(association, 'sourceRef')?.id, child(association, 'targetRef')?.id];
    if (!ends.includes(event.id)) continue;
    const other = ends.find((id) => id !== event.id);
    if (other !== undefined && process.nodes[other]) return other;
  }
  return undefined;
}

/** A link throw goes to the catch it refers to, else to the one of the same name in its scope. */
function linked(nodes: Node[], event: Node, definition: EventDefinition): EventDefinition {
  if (definition.type !== 'link') return definition;
  const { name, target: referred } = definition;
  if (event.kind === 'intermediateCatchEvent') return { type: 'link', name };
  const catches = nodes.filter(
    ({ kind, parent, events }) =>
      kind === 'intermediateCatchEvent' &&
      parent === event.parent &&
      events?.some(({ type }) => type === 'link'),
  );
  const isNamed = ({ events }: Node) =>
    events?.some((caught) => caught.type === 'link' && caught.name === name);
  const target = catches.find(({ id }) => id === referred) ?? catches.find(isNamed);
  return { type: 'link', name, ...(target ? { target: target.id } : {}) };
}

/** BPMN 2.0.2, 13.2: without an incoming flow a node starts with its scope, unless something else starts it. */
function startsImplicitly(found: Node): boolean {
  const startedOtherwise =
    ['process', 'startEvent', 'boundaryEvent', 'eventSubProcess'].includes(found.kind) ||
    found.forCompensation ||
    found.instantiate ||
    (found.kind === 'intermediateCatchEvent' && found.events?.some(({ type }) => type === 'link'));
  return found.incoming.length === 0 && !startedOtherwise;
}
