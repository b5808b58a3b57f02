/**
 * The engine's vocabulary: what goes in (events) and what comes out (effects). Everything here is plain JSON, so that a
 * host can store it, send it over a wire and hand it back. Two hosts share it: `workflows/` on Temporal and
 * `engine/simulate.ts` in memory.
 *
 *     compile(files) -> { graph, problems }
 *     start(graph, input) -> Step
 *     apply(graph, state, event, now) -> Step
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Variables = { [name: string]: Json };

/** Instant as ISO 8601 in UTC, e.g. `2026-11-22T03:00:00.000Z`. */
export type Instant = string;

/** Id of an element instance: unique within a process instance, given in order (`v1`, `v2` ...). */
export type VisitId = string;

/** Working calendar: days that differ from Monday to Friday. Dates are ISO, Asia/Ho_Chi_Minh. */
export interface Calendar {
  /** Days off on what would be a working day. */
  daysOff: string[];
  /** Working days on what would be a weekend. */
  workingDays: string[];
}

/**
 * What happens to an instance. `number` is the outbox number where a person or another process caused it. `definition` is
 * the host's own id of the graph that holds from this event on.
 */
export type EngineEvent = { number?: number } & (
  | {
      type: 'start';
      process: string;
      startEvent?: string;
      /** Where its tokens begin instead of at start events: an instance that was started again. */
      at?: Target[];
      variables: Variables;
      calendar: Calendar;
      definition?: string;
    }
  | { type: 'taskCompleted'; visit: VisitId; variables: Variables }
  | { type: 'jobCompleted'; job: VisitId; variables: Variables }
  | { type: 'jobFailed'; job: VisitId; code: string; message: string }
  | { type: 'bpmnError'; visit: VisitId; code: string; message: string; variables: Variables }
  | { type: 'timersDue' }
  /** `timeToLive`: ISO duration for which it is kept if nobody waits for it yet. */
  | { type: 'message'; name: string; correlationKey: string; variables: Variables; timeToLive?: string }
  | { type: 'signal'; name: string; variables: Variables }
  | { type: 'variablesChanged'; scope: VisitId; variables: Variables }
  | { type: 'calendarChanged'; calendar: Calendar }
  /** The host stops every clock of the instance, and lets them run again with what was left of them. */
  | { type: 'clockPaused' }
  | { type: 'clockResumed' }
  | { type: 'incidentRetried'; incident: string }
  | { type: 'cancelled' }
  /** From now on everything is taken in and nothing done with it, until `resumed`. */
  | { type: 'suspended' }
  | { type: 'resumed' }
  /** Tokens are put at `place`, then the visits of `cancel` are taken away. */
  | {
      type: 'modified';
      place: Target[];
      cancel: VisitId[];
      /** Repetitions more, and fewer, of running multi-instances. */
      addItems?: NewItem[];
      dropItems?: ItemPlace[];
    }
  | { type: 'migrated'; definition: string; nodes: NodeMapping[] }
);

/** Where an operation puts a token. */
export interface Target {
  process: string;
  element: string;
  /** Visit from which its scope is looked for outwards; needed where the scope is open more than once. */
  near?: VisitId;
}

/** A repetition more of the multi-instance whose body `loop` is; `element` is what it is for. */
export interface NewItem {
  loop: VisitId;
  element: Json;
}

/** A repetition, running or still to come, by its place in the collection, from 0. */
export interface ItemPlace {
  loop: VisitId;
  index: number;
}

/** An element that has another id in the model an instance migrates to. Elements that are not named keep theirs. */
export interface NodeMapping {
  process: string;
  element: string;
  to: string;
}

/** Who may do a human task and by when, as the model declares it and FEEL evaluated it. */
export interface TaskDeclaration {
  visit: VisitId;
  process: string;
  element: string;
  /** Name in the model (Vietnamese). */
  name: string;
  /** Candidate groups, e.g. `role:head@department`; their meaning belongs to the host. */
  candidateGroups: string[];
  candidateUsers: string[];
  assignee: string | null;
  /** When it is due, and the clock behind it when the model counts days. A clock that stands still gives no moment. */
  dueAt: Instant | null;
  clock: Clock | null;
  followUpAt: Instant | null;
  priority: number;
  /** User tasks whose deciders in this instance may not do this one. */
  excludeDecidersOf: string[];
  /** Name of the form whose data complete it; a key of `Graph.forms`. */
  form: string | null;
  /** `zeebe:properties` and `zeebe:taskHeaders`, e.g. the allowed verdicts. */
  headers: Record<string, string>;
  /** Input variables of the task (its local scope). */
  variables: Variables;
}

/** A clock that counts days from its start, its pauses left out; it is counted anew when the calendar changes. */
export interface Clock {
  startedAt: Instant;
  unit: 'working_day' | 'calendar_day';
  amount: number;
  /** When it stood still, in order; absent where it never did. */
  pauses?: Pause[];
}

/** Time during which a clock stood still; `to` is null while it does. */
export interface Pause {
  from: Instant;
  to: Instant | null;
}

/** Job: work outside the engine (service, script-as-job, send task, business-rule job). */
export interface Job {
  /** Element instance id; also the job's id. */
  job: VisitId;
  process: string;
  element: string;
  /** `zeebe:taskDefinition type`. */
  type: string;
  retries: number;
  headers: Record<string, string>;
  variables: Variables;
}

/** Something of other instances that a visit waits for. */
export interface Subscription {
  kind: 'message' | 'signal';
  name: string;
  /** Of a message; empty if the visit takes any. */
  correlationKey: string;
}

/** What the host must do so that the step holds in the world. In order. */
export type Effect =
  | { type: 'openTask'; task: TaskDeclaration }
  /** `interrupted`: a whole scope was ended from above; otherwise the task's own boundary event ended it. */
  | { type: 'cancelTask'; visit: VisitId; interrupted: boolean }
  /** The clock of an open task was counted anew: the calendar changed, it stopped (no moment) or runs again. */
  | { type: 'changeDue'; visit: VisitId; dueAt: Instant | null; clock: Clock }
  | { type: 'runJob'; job: Job }
  | { type: 'cancelJob'; job: VisitId }
  /** A declared reminder or escalation of an open task came due; fires once. `offset` in working days from the due date. */
  | { type: 'remind'; visit: VisitId; kind: 'before' | 'overdue' | 'escalation'; offset: number }
  /** A visit waits for this from now on, or no longer; told once however many of its events wait for it. */
  | ({ type: 'subscribe' | 'unsubscribe'; visit: VisitId } & Subscription)
  /**
   * Something was thrown by `element`. A signal has already been heard inside this instance, the host carries it to
   * others; a message is the host's to deliver; an escalation is told because nothing here caught it.
   */
  | {
      type: 'publish';
      kind: 'message' | 'signal' | 'escalation';
      process: string;
      element: string;
      name: string;
      correlationKey: string | null;
      variables: Variables;
      /** ISO duration for which a message is kept if nobody waits for it yet; null: not at all. */
      timeToLive: string | null;
    }
  | { type: 'openIncident'; incident: string; visit: VisitId; element: string; code: string; message: string }
  | { type: 'closeIncident'; incident: string }
  /**
   * The event found nobody waiting for it (a message too late, a task already gone). Nothing else changed. `held`: not the
   * step's own event, but one that was kept while the instance was suspended.
   */
  | { type: 'unreceived'; held?: EngineEvent }
  /** An operation cannot be done as the instance stands. Nothing else changed. */
  | { type: 'refused'; problems: OperationProblem[] }
  | { type: 'suspended' }
  | { type: 'resumed' }
  /** The instance runs on the graph of `definition` from now on. */
  | { type: 'migrated'; definition: string }
  /** A visit stands at another element, or at one of another name, in the model its instance migrated to. */
  | { type: 'moved'; visit: VisitId; incident: string | null; element: string; name: string }
  | {
      type: 'trace';
      action: 'enter' | 'complete' | 'terminate';
      process: string;
      element: string;
      scope: VisitId;
    }
  /** `cancelled`: it was ended by an operation and did not come to its own end. */
  | { type: 'ended'; variables: Variables; cancelled?: true };

/** Result of `start` and `apply`. The state given in is not changed. */
export interface Step {
  state: State;
  effects: Effect[];
  /** Earliest moment at which `timersDue` should be applied next; null if nothing is waiting for time. */
  nextTimer: Instant | null;
}

/** The graph and the state are the engine's own; hosts store them and hand them back unopened. */
export type { Graph } from './model/graph.ts';
export type { OperationProblem } from './operations/problem.ts';
export type { State } from './state.ts';

import type { OperationProblem } from './operations/problem.ts';
import type { State } from './state.ts';
