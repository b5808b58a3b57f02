/**
 * The state of one process instance: plain JSON. Between steps nothing is in flight: every token is a visit.
 * Values inside a visit are replaced, never changed in place, so that a step can copy the table and share the rest.
 */
import type { Semantics } from './model/semantics.ts';
import type { Calendar, Clock, EngineEvent, Instant, Json, Pause, Variables, VisitId } from './types.ts';

export interface State {
  /** By which rules `apply` moves this state on. */
  semantics: Semantics;
  process: string;
  /** The process visit; null once the instance has ended. */
  root: VisitId | null;
  /** Last number given to a visit or an incident. */
  counter: number;
  calendar: Calendar;
  /** The host has stopped every clock. */
  clocksHeld?: true;
  /** Visits that stop the clocks outside them for as long as they live. */
  pausing?: VisitId[];
  /** Element instances alive, in the order they were entered. */
  visits: Record<VisitId, Visit>;
  incidents: Record<string, Incident>;
  /** Messages that came before anybody waited for them and may still be received. */
  messages: KeptMessage[];
  /** Suspended: what came in since, in its order. */
  suspended?: { held: EngineEvent[] };
}

/** An element instance: a task being done, a gateway waiting, a scope with visits inside. */
export interface Visit {
  id: VisitId;
  process: string;
  node: string;
  /** The visit it is in; null for the root. */
  scope: VisitId | null;
  /** Variables of its own: a process, a mapped input, a loop element. */
  variables?: Variables;
  /** Visits (and tokens on their way) directly inside. */
  inside: number;
  /** What it waits for: its own event, its boundary events, its event sub-processes, its reminders. */
  waits: Wait[];
  /** `body`: holds the repetitions of a loop; `item`: is one of them. */
  role?: 'body' | 'item';
  /** Body: how far the loop is. */
  loop?: LoopState;
  /** Loop or ad-hoc sub-process: decided when the last child completed. */
  decided?: 'finished' | 'again';
  /** Ad-hoc sub-process: activities still to be started, one after another. */
  remaining?: string[];
  /** Item: its place in the collection, from 0. */
  index?: number;
  /** Event that has been triggered: what it brings. */
  payload?: Variables;
  /** Event sub-process: the start event that was triggered. */
  startedBy?: string;
  /** Scope, call or loop opened by an operation: where its tokens begin instead of at its start events. */
  beginsAt?: Begin[];
  /** Join: tokens that have arrived over each flow. */
  arrived?: Record<string, number>;
  /** Scope: the visit now collecting tokens at each join inside it. */
  joins?: Record<string, VisitId>;
  /** An open job or human task belongs to it. */
  work?: 'job' | 'task';
  /** Human task: when it is due; no moment while its clock stands still. */
  due?: { at: Instant | null; clock: Clock | null };
  /** Scope: the clocks its tasks share, by name. */
  clocks?: Record<string, SharedClock>;
  /** Event with several definitions, all of which must occur: those that have. Key: node. */
  seen?: Record<string, number[]>;
  /** Task with a dialogue: how many of its messages are done. */
  said?: number;
  /** Completed activities inside that can be compensated, oldest first. */
  compensable?: Compensable[];
  /** Throw event or transaction: what it still has to compensate in which scope, next one last. */
  compensating?: { scope: VisitId; left: Undo[] };
  /** Handler: the throwing visit to tell. */
  handles?: VisitId;
  /** Complex gateway that has fired and takes in what can still arrive. */
  phase?: 'resetting';
  /** What it is stuck on. */
  incident?: string;
}

/** What tasks that share a clock have in common; each counts its own amount of days on it. */
export interface SharedClock {
  startedAt: Instant;
  pauses?: Pause[];
}

/** An element at which a token begins; for one that is opened only to begin inside it, where. */
export interface Begin {
  node: string;
  inside: Begin[];
}

export interface LoopState {
  /** How many items there will be; null for a standard loop. */
  total: number | null;
  started: number;
  completed: number;
  items: Json[];
  outputs: Json[];
  /** Places of items that an operation took away. */
  dropped?: number[];
}

/** Something that may happen to a visit. `event` is the node it belongs to, `index` its event definition. */
export type Wait = { event: string; index: number } & (
  | { type: 'message'; name: string; key: string | null }
  | { type: 'signal'; name: string }
  /** `due` is null while the clock behind it stands still. A cycle fires `left` times more, and not after `until`. */
  | {
      type: 'timer';
      due: Instant | null;
      clock: Clock | null;
      every: string | null;
      left: number | null;
      until?: Instant;
    }
  | { type: 'error'; code: string | null }
  | { type: 'escalation'; code: string | null }
  | { type: 'conditional'; met: boolean }
  | { type: 'cancel' }
  | { type: 'reminder'; due: Instant | null; kind: 'before' | 'overdue' | 'escalation'; offset: number }
);

/** A completed activity that can be undone. */
export interface Compensable {
  node: string;
  /** Activity on its compensation boundary event. */
  handler: string | null;
  /** Its compensation event sub-process. */
  eventSubProcess: string | null;
  variables: Variables;
  /** What completed inside it. */
  inside: Compensable[];
}

/** One run of a compensation handler. */
export interface Undo {
  handler: string;
  variables: Variables;
  /** What a compensation event sub-process can itself compensate. */
  inside: Compensable[];
}

export interface Incident {
  id: string;
  visit: VisitId;
  code: string;
  message: string;
  /** Where a retry starts again. */
  at: Place;
}

/** Where in its life a visit got stuck, with what it needs to go on from there. */
export type Place =
  | { phase: 'arrive' | 'join' | 'enter' | 'job' | 'task' | 'leave' | 'left' }
  | { phase: 'complete'; variables: Variables };

export interface KeptMessage {
  name: string;
  key: string;
  variables: Variables;
  until: Instant;
}
