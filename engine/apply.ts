import { tryToActivate } from './elements/complex-gateway.ts';
import { behaviourOf } from './elements/registry.ts';
import { receiveMessage, receiveSignal, throwUp } from './events/throw.ts';
import { dropWaits } from './events/waits.ts';
import type { Graph } from './model/graph.ts';
import { modify } from './operations/modify.ts';
import { hold, isHeld, resume, suspend } from './operations/suspend.ts';
import { settle } from './rest.ts';
import { Run } from './run.ts';
import type { State, Visit } from './state.ts';
import { addDuration, parseDuration } from './time/iso.ts';
import { changeCalendar, holdClocks } from './time/running-clocks.ts';
import { fireDue } from './time/timers.ts';
import type { EngineEvent, Instant, Step } from './types.ts';
import { propagate } from './variables.ts';

/**
 * Moves an instance on by one event. Pure: `state` is not changed, and the same graph, state, event and moment give the
 * same step. An event that nobody waits for gives the same state and the effect `unreceived`; a suspended instance keeps
 * it for later. Throws only on a state or graph that this core did not make.
 */
export function apply(graph: Graph, state: State, event: EngineEvent, now: Instant): Step {
  const run = new Run(graph, state, now);
  if (take(run, event)) return run.finish();
  return { state, effects: [{ type: 'unreceived' }], nextTimer: run.nextTimer };
}

/** Moves the draft on by one event. @returns whether the event found what it is for; if not, nothing has changed */
export function take(run: Run, event: EngineEvent): boolean {
  if (isHeld(run.state, event)) {
    hold(run, event);
    return true;
  }
  if (run.state.root === null || !receive(run, event)) return false;
  settle(run);
  return true;
}

/** @returns whether the event found what it is for */
function receive(run: Run, event: EngineEvent): boolean {
  switch (event.type) {
    case 'start':
      throw new Error('a running instance cannot be started again');
    case 'migrated':
      throw new Error('a migration needs two graphs: see advance');
    case 'taskCompleted':
      return finishWork(run, event.visit, 'task', (visit) => run.complete(visit, event.variables));
    case 'jobCompleted':
      return finishWork(run, event.job, 'job', (visit) => {
        const node = run.nodeOf(visit);
        if (run.attempt(visit, { phase: 'job' }, () => behaviourOf(node).worked?.(run, visit, node))) {
          run.complete(visit, event.variables);
        }
      });
    case 'jobFailed':
      return fail(run, event);
    case 'bpmnError':
      return receiveError(run, event);
    case 'timersDue':
      return fireDue(run, () => settle(run));
    case 'message':
      return receiveMessage(run, event.name, event.correlationKey, event.variables) || keep(run, event);
    case 'signal':
      return receiveSignal(run, event.name, event.variables) > 0;
    case 'variablesChanged':
      return withVisit(run, event.scope, (visit) => propagate(run, visit, event.variables));
    case 'calendarChanged':
      changeCalendar(run, event.calendar);
      return true;
    case 'clockPaused':
    case 'clockResumed':
      holdClocks(run, event.type === 'clockPaused');
      return true;
    case 'incidentRetried': {
      const incident = run.state.incidents[event.incident];
      return incident !== undefined && withVisit(run, incident.visit, (visit) => retry(run, visit));
    }
    case 'cancelled':
      return withVisit(run, run.state.root, (root) => run.terminate(root, true));
    case 'suspended':
      suspend(run);
      return true;
    case 'resumed':
      resume(run, (held) => {
        const received = receive(run, held);
        if (received) settle(run);
        return received;
      });
      fireDue(run, () => settle(run));
      return true;
    case 'modified':
      modify(run, event);
      return true;
  }
}

function withVisit(run: Run, id: string | null, then: (visit: Visit) => void): boolean {
  const visit = id === null ? undefined : run.visits.get(id);
  if (!visit) return false;
  then(visit);
  return true;
}

/** The job or task of a visit is over; its reminders with it. */
function finishWork(run: Run, id: string, work: Visit['work'], then: (visit: Visit) => void): boolean {
  const visit = run.visits.get(id);
  if (!visit || visit.work !== work) return false;
  run.closeIncident(visit);
  delete visit.work;
  delete visit.due;
  dropWaits(run, visit, (wait) => wait.type === 'reminder');
  then(visit);
  return true;
}

/** A job is out of retries, or a task cannot be done: a retry starts it again. */
function fail(run: Run, event: Extract<EngineEvent, { type: 'jobFailed' }>): boolean {
  const { work } = run.visits.get(event.job) ?? {};
  if (!work) return false;
  return finishWork(run, event.job, work, (visit) => run.openIncident(visit, event, { phase: work }));
}

function receiveError(run: Run, event: Extract<EngineEvent, { type: 'bpmnError' }>): boolean {
  const { work } = run.visits.get(event.visit) ?? {};
  if (!work) return false;
  return finishWork(run, event.visit, work, (visit) => {
    if (throwUp(run, visit, 'error', event.code, event.variables)) return;
    const message = `nothing catches the error ${event.code}: ${event.message}`;
    run.openIncident(visit, { code: 'uncaught_error', message }, { phase: work });
  });
}

/** Keeps a message that came too early for as long as it says. */
function keep(run: Run, event: Extract<EngineEvent, { type: 'message' }>): boolean {
  const duration = event.timeToLive === undefined ? null : parseDuration(event.timeToLive);
  const until = duration && addDuration(run.now, duration);
  if (until === null || until <= run.now) return false;
  const { name, correlationKey: key, variables } = event;
  run.state.messages = [...run.state.messages, { name, key, variables, until }];
  return true;
}

/** Goes on where the visit got stuck. */
function retry(run: Run, visit: Visit): void {
  const place = run.state.incidents[visit.incident ?? '']?.at;
  if (!place) throw new Error(`visit ${visit.id} is not stuck`);
  run.closeIncident(visit);
  const node = run.nodeOf(visit);
  switch (place.phase) {
    case 'arrive':
      run.resend(visit);
      break;
    case 'join':
      tryToActivate(run, visit, node);
      break;
    case 'enter':
      run.activate(visit);
      break;
    case 'job':
    case 'task':
      run.attempt(visit, place, () => behaviourOf(node).enter(run, visit, node));
      break;
    case 'complete':
      run.complete(visit, place.variables);
      break;
    case 'leave':
      run.leave(visit);
      break;
    case 'left':
      behaviourOf(node, visit.role).left?.(run, visit, visit);
      break;
  }
}
