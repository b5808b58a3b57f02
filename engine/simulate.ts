/**
 * The core with a host in memory and virtual time: what Temporal hosts, without a server. Jobs and tasks act as told;
 * pools that exchange messages run together.
 */
import type { Graph } from './model/graph.ts';
import { Host, type Instance } from './simulation/host.ts';
import type { Calendar, Instant, Variables, VisitId } from './types.ts';

export { startable } from './model/startable.ts';

/** How a job, send task or user task acts. `after`: ISO duration until it does (default: at once). */
export type Act = { after?: string } & ({ complete: Variables } | { bpmnError: string } | { fail: string });

/** What comes from outside. `at`: a moment, or an ISO duration from the start (default: at the start). */
export type OutsideEvent = { at?: string } & (
  | { message: string; correlationKey?: string; variables?: Variables; timeToLive?: string }
  | { signal: string; variables?: Variables }
  /** Element or visit id; the oldest one open. */
  | { completeTask: string; variables?: Variables }
  | { cancel: string | true }
);

export interface SimulateOptions {
  /**
   * Processes to start (see `startable`); one that only an event can start waits for it if `events` bring it, one that only
   * a timer starts for the timer if `until` is a moment.
   */
  processes: string[];
  /** Where to start; else at the none start events. */
  startEvent?: string;
  variables?: Variables;
  calendar?: Calendar;
  /** When virtual time begins (default 2026-01-01T00:00:00.000Z). */
  at?: Instant;
  /**
   * `idle` (default): until only time, a person or a message could move it on; timers fire on the way to what `after`
   * and `events` plan, not by themselves. A moment: until then, timers included.
   */
  until?: 'idle' | Instant;
  /** By element id, else by job type. Of a list the first visit takes the first act and so on; the last one stays. */
  behaviour?: Record<string, Act | Act[]>;
  events?: OutsideEvent[];
  /** Takes each line of the trace as it happens; none is kept. */
  onTrace?: (line: TraceLine) => void;
}

export interface TraceLine {
  time: Instant;
  action: 'enter' | 'complete' | 'terminate';
  element: string;
  /** Visit of the scope the element is in; behind the number of the instance where it is not the first (`2.v1`). */
  scope: string;
}

export interface Simulated {
  /** At least one instance was started, and all have ended. */
  ended: boolean;
  /** Of the first instance. */
  variables: Variables;
  open: {
    tasks: {
      element: string;
      name: string;
      visit: VisitId;
      candidateGroups: string[];
      dueAt: Instant | null;
    }[];
    /** `due` is null while the timer's clock stands still. */
    timers: { element: string; due: Instant | null }[];
    messages: { element: string; message: string; correlationKey: string | null }[];
  };
  incidents: { id: string; element: string; code: string; message: string }[];
  /** Broken off after a million steps, or 20,000 during which no time passed. */
  stopped?: true;
}

/** Plays a deployment. Throws if a process or start event is not in it. */
export function simulate(graph: Graph, options: SimulateOptions): Simulated {
  const host = new Host(graph, options, options.at ?? '2026-01-01T00:00:00.000Z');
  host.play();
  const { instances } = host;
  const [first] = instances;
  const waits = instances.flatMap(({ live }) => [...live.visits()].flatMap((visit) => visit.waits));
  const result: Simulated = {
    ended: instances.length > 0 && instances.every(({ live }) => live.hasEnded),
    variables: first?.result ?? first?.live.root?.variables ?? {},
    open: {
      tasks: instances.flatMap(openTasks),
      timers: [
        ...[...host.awaited].map(([element, due]) => ({ element, due })),
        ...waits.flatMap((wait) => (wait.type === 'timer' ? [{ element: wait.event, due: wait.due }] : [])),
      ],
      messages: waits.flatMap((wait) =>
        wait.type === 'message'
          ? [{ element: wait.event, message: wait.name, correlationKey: wait.key }]
          : [],
      ),
    },
    incidents: instances.flatMap(openIncidents),
  };
  return host.stopped ? { ...result, stopped: true } : result;
}

function openTasks({ live, tasks }: Instance): Simulated['open']['tasks'] {
  return [...live.visits()]
    .filter(({ work }) => work === 'task')
    .flatMap(({ id }) => tasks.get(id) ?? [])
    .map(({ element, name, visit, candidateGroups, dueAt }) => ({
      element,
      name,
      visit,
      candidateGroups,
      dueAt,
    }));
}

function openIncidents({ live }: Instance): Simulated['incidents'] {
  return live.incidents.map(({ id, visit, code, message }) => {
    return { id, element: live.visit(visit)?.node ?? '', code, message };
  });
}
