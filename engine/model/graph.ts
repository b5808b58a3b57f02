/**
 * The compiled model: plain JSON, so that it can be hashed, stored, sent to a workflow and read by any later version.
 * One graph is one deployment: all files given to `compile` together.
 */
import type { DecisionModel } from '../decisions/model.ts';
import type { Json } from '../types.ts';
import type { Semantics } from './semantics.ts';

/**
 * FEEL to be evaluated, or a value the model states outright (Camunda 8: text without a leading `=`). What is written in
 * another language is kept to be named; it is not evaluated.
 */
export type Expression = { feel: string } | { value: Json } | { text: string; language: string };

export interface Graph {
  /** sha256 over the canonical JSON of everything else, in hex. */
  hash: string;
  processes: Record<string, Process>;
  /** DMN models of the deployment, as `decisions/` reads them. */
  decisions: DecisionModel;
  /** Pools; `process` is null for a black box. */
  participants: Participant[];
  messageFlows: MessageFlow[];
  /** Forms of human tasks by name: JSON Schema of what completes the task. Left out where there is none. */
  forms?: Record<string, FormSchema>;
  /** By which rules its instances move; absent in graphs compiled before it was named. */
  semantics?: Semantics;
}

/** JSON Schema (2020-12) of the variables that complete a task. */
export type FormSchema = { [keyword: string]: Json };

export interface Participant {
  id: string;
  name: string;
  process: string | null;
}

/** Ids of elements or participants at either end. */
export interface MessageFlow {
  id: string;
  source: string;
  target: string;
}

export interface Process {
  id: string;
  name: string;
  executable: boolean;
  /** File the process was read from. */
  file: string;
  /** Every flow node of the process at any depth, and the process itself under its own id. */
  nodes: Record<string, Node>;
  flows: Record<string, Flow>;
}

export interface Flow {
  id: string;
  source: string;
  target: string;
  condition?: Expression;
}

/** What an element is; also the name of its file in `elements/` (in kebab case). */
export type Kind =
  | 'process'
  | 'startEvent'
  | 'intermediateCatchEvent'
  | 'intermediateThrowEvent'
  | 'boundaryEvent'
  | 'endEvent'
  | 'task'
  | 'manualTask'
  | 'userTask'
  | 'serviceTask'
  | 'sendTask'
  | 'receiveTask'
  | 'scriptTask'
  | 'businessRuleTask'
  | 'callActivity'
  | 'subProcess'
  | 'eventSubProcess'
  | 'transaction'
  | 'adHocSubProcess'
  | 'exclusiveGateway'
  | 'inclusiveGateway'
  | 'parallelGateway'
  | 'eventBasedGateway'
  | 'complexGateway';

/** A flow node or a process. Facets that an element does not have are left out. */
export interface Node {
  id: string;
  kind: Kind;
  name: string;
  /** Enclosing process or sub-process; the process itself has none. */
  parent: string | null;
  incoming: string[];
  outgoing: string[];
  /** Outgoing flow taken when no other condition holds. */
  default?: string;
  inputs?: Mapping[];
  outputs?: Mapping[];
  /** Data associations: what it copies into variables of its own, and from them to the data around it. */
  reads?: DataCopy[];
  writes?: DataCopy[];

  // Activities
  /** Boundary events attached to it. */
  boundary?: string[];
  loop?: Loop;
  /** Tokens that must arrive before it starts (1), and that it sends over each outgoing flow (1). */
  startQuantity?: number;
  completionQuantity?: number;
  /** A compensation handler: it has no flows and runs only when what it undoes is compensated. */
  forCompensation?: boolean;
  headers?: Record<string, string>;
  properties?: Record<string, string>;
  job?: JobDefinition;
  task?: TaskDefinition;
  script?: Script;
  /**
   * Task without a type in a collaboration: the message flows at it from left to right in the diagram, each sent or
   * waited for in turn. A message of a dialogue is named by its flow.
   */
  dialogue?: { flow: string; sends: boolean }[];
  decision?: CalledDecision;
  called?: CalledElement;

  // Scopes
  scope?: Scope;

  // Events (a receive task is one too)
  events?: EventDefinition[];
  /** All its definitions must occur, not one of them; of an event-based gateway, all events behind it. */
  parallelMultiple?: boolean;
  /** Boundary event or start of an event sub-process: ends what it happens to. */
  interrupting?: boolean;
  attachedTo?: string;
  /** Compensation boundary event: the activity that undoes its host. */
  handler?: string;
  /** Receive task or event-based gateway that starts an instance. */
  instantiate?: boolean;

  // Complex gateway: fires when it holds; sees `activationCount` and how many tokens each incoming flow has.
  activation?: Expression;
}

export interface Scope {
  /** Its start events. Those without definition get a token when the scope is entered. */
  starts: string[];
  /** Other nodes that no flow leads to; they get a token as well (implicit start). */
  implicit: string[];
  eventSubProcesses: string[];
  /** Ad-hoc sub-process only. */
  adHoc?: AdHoc;
}

export interface AdHoc {
  sequential: boolean;
  cancelRemaining: boolean;
  completion?: Expression;
  /** Which inner activities start (Camunda 8 `activeElementsCollection`: a list of ids); absent: all. */
  active?: Expression;
}

export interface Mapping {
  source: Expression;
  /** Variable name, or a path such as `order.total`. */
  target: string;
}

/** A data association: copies a variable as it is, nothing while it is not there, or what an expression makes of the data. */
export type DataCopy = ({ variable: string } | { source: Expression }) & { target: string };

export interface JobDefinition {
  type: Expression;
  retries: Expression;
  /** The model states no type; the id of the element stands for it. */
  implied?: true;
}

/** A human task, as `zeebe:assignmentDefinition`, `taskSchedule`, `priorityDefinition` state it. */
export interface TaskDefinition {
  assignee?: Expression;
  candidateGroups?: Expression;
  candidateUsers?: Expression;
  dueDate?: Expression;
  followUpDate?: Expression;
  priority?: Expression;
  /** User tasks whose deciders in the same instance may not do this one (four eyes). */
  excludeDecidersOf?: string[];
  /** Name of the form whose data complete it; not every deployment holds it. */
  form?: string;
  /** Declared reminders, in working days from the due date: negative before, positive after it. */
  reminders: { kind: 'before' | 'overdue' | 'escalation'; offset: number }[];
}

export interface Script {
  expression: Expression;
  /** Variable that takes the result; without it a result that is a context becomes variables. */
  result?: string;
}

export interface CalledDecision {
  decision: Expression;
  result?: string;
}

export interface CalledElement {
  process: Expression;
  allToChild: boolean;
  allToParent: boolean;
}

/** Multi-instance, or a standard loop (`while` with `limit`). */
export type Loop =
  | {
      type: 'multiInstance';
      sequential: boolean;
      /** The list to go through, and the variable holding its element; or a count. */
      collection?: Expression;
      element?: string;
      cardinality?: Expression;
      outputCollection?: string;
      outputElement?: Expression;
      completion?: Expression;
      /** Which completions throw an event (BPMN `behavior`): the event is thrown from the body. */
      behavior: 'none' | 'one' | 'all' | 'complex';
      throws?: EventDefinition;
      complex?: { condition: Expression; event: EventDefinition }[];
    }
  | { type: 'standard'; condition?: Expression; testBefore: boolean; maximum?: number };

/** What an event throws or catches. */
export type EventDefinition =
  /**
   * `key` is the correlation key; without it the name alone correlates. `timeToLive`: ISO duration for which a thrown
   * message is kept for who does not wait yet.
   */
  | { type: 'message'; name: Expression; key?: Expression; timeToLive?: Expression }
  | { type: 'signal'; name: Expression }
  | { type: 'timer'; timer: 'date' | 'duration' | 'cycle'; value?: Expression }
  /** Without a code a catch catches every code. */
  | { type: 'error'; code?: Expression }
  | { type: 'escalation'; code?: Expression }
  | { type: 'conditional'; condition?: Expression }
  | { type: 'link'; name: string; target?: string }
  | { type: 'compensation'; activity?: string }
  | { type: 'terminate' }
  | { type: 'cancel' };
