/** Plays events on a model and writes down the effects in short lines: the language of `cases/*.json`. */
import { apply } from '../apply.ts';
import type { Graph } from '../model/graph.ts';
import { start } from '../start.ts';
import type { State } from '../state.ts';
import type { Calendar, Effect, EngineEvent, Instant, Step } from '../types.ts';

export interface Case {
  /** The rule the case holds, as a sentence. */
  rule: string;
  /** Working calendar; without one, Monday to Friday. */
  calendar?: Calendar;
  played: { event: CaseEvent; at: Instant; effects: string[] }[];
}

/**
 * An engine event, where a visit is named by its element: `A` is the oldest open visit of A, `A[1]` the next one.
 * An incident is named by the element that is stuck.
 */
export type CaseEvent = Record<string, unknown> & { type: string };

const everyWeek: Calendar = { daysOff: [], workingDays: [] };

/** Plays `steps` from the start; the effects of each, a line per effect. */
export function play(
  graph: Graph,
  steps: { event: CaseEvent; at: Instant }[],
  calendar: Calendar = everyWeek,
): string[][] {
  let state: State | undefined;
  return steps.map(({ event, at }) => {
    const before = state;
    const step: Step = before
      ? apply(graph, before, named(before, event), at)
      : start(graph, { variables: {}, calendar, ...event } as Parameters<typeof start>[1], at);
    state = step.state;
    return step.effects.map((effect) => line(effect, namesIn(step, before)));
  });
}

/** Elements by visit: of those alive before or after the step, and of the work that came and went within it. */
function namesIn({ state, effects }: Step, before: State | undefined): Record<string, string> {
  const names: Record<string, string> = {};
  for (const { id, node } of Object.values({ ...before?.visits, ...state.visits })) names[id] = node;
  for (const effect of effects) {
    if (effect.type === 'openTask') names[effect.task.visit] = effect.task.element;
    if (effect.type === 'runJob') names[effect.job.job] = effect.job.element;
  }
  return names;
}

/** The event with the visits and incidents that it names by their elements. */
export function named(state: State, event: CaseEvent): EngineEvent {
  const result: Record<string, unknown> = { variables: {}, message: '', ...event };
  for (const key of ['visit', 'job', 'scope']) {
    if (typeof event[key] === 'string') result[key] = visitAt(state, event[key]);
  }
  if (typeof event.incident === 'string') {
    const stuck = Object.values(state.incidents).find(
      (incident) => state.visits[incident.visit]?.node === event.incident,
    );
    result.incident = stuck?.id ?? 'none';
  }
  return result as EngineEvent;
}

function visitAt(state: State, name: string): string {
  const [, node = name, index = '0'] = /^(.*)\[(\d+)\]$/.exec(name) ?? [];
  const visits = Object.values(state.visits).filter((visit) => visit.node === node && visit.role !== 'body');
  return visits[Number(index)]?.id ?? 'none';
}

function line(effect: Effect, names: Record<string, string>): string {
  const at = (visit: string) => names[visit] ?? visit;
  switch (effect.type) {
    case 'trace':
      return `${effect.action} ${effect.element}`;
    case 'openTask': {
      const { element, candidateGroups, dueAt, variables } = effect.task;
      const parts = [`open task ${element}`];
      if (candidateGroups.length > 0) parts.push(`for ${candidateGroups.join(',')}`);
      if (dueAt) parts.push(`due ${dueAt}`);
      if (Object.keys(variables).length > 0) parts.push(`with ${JSON.stringify(variables)}`);
      return parts.join(' ');
    }
    case 'cancelTask':
      return `cancel task ${at(effect.visit)}${effect.interrupted ? ' from above' : ''}`;
    case 'changeDue':
      return effect.dueAt === null
        ? `stop clock ${at(effect.visit)}`
        : `change due ${at(effect.visit)} to ${effect.dueAt}`;
    case 'runJob':
      return `run job ${effect.job.type} with ${JSON.stringify(effect.job.variables)}`;
    case 'cancelJob':
      return `cancel job ${at(effect.job)}`;
    case 'remind':
      return `remind ${at(effect.visit)} ${effect.kind} ${effect.offset}`;
    case 'subscribe':
      return `subscribe ${effect.name} ${effect.correlationKey}`;
    case 'unsubscribe':
      return `unsubscribe ${effect.name}`;
    case 'publish':
      return `publish ${effect.kind} ${effect.name}${effect.correlationKey === null ? '' : ` ${effect.correlationKey}`}`;
    case 'openIncident':
      return `incident at ${effect.element}: ${effect.code}`;
    case 'closeIncident':
      return 'incident closed';
    case 'unreceived':
      return effect.held ? `unreceived ${effect.held.type}` : 'unreceived';
    case 'refused':
      return `refused ${effect.problems.map(({ code }) => code).join(',')}`;
    case 'suspended':
    case 'resumed':
    case 'migrated':
      return effect.type;
    case 'moved':
      return `moved to ${effect.element}`;
    case 'ended':
      return `${effect.cancelled ? 'cancelled' : 'ended'} ${JSON.stringify(effect.variables)}`;
  }
}
