import { LiveInstance } from '../live.ts';
import type { Graph } from '../model/graph.ts';
import { beginsByItself } from '../model/startable.ts';
import type { Act, OutsideEvent, SimulateOptions, TraceLine } from '../simulate.ts';
import type { KeptMessage } from '../state.ts';
import { addDuration, parseDuration, parseInstant } from '../time/iso.ts';
import type { Effect, EngineEvent, Instant, TaskDeclaration, Variables, VisitId } from '../types.ts';
import { Agenda } from './agenda.ts';
import { flowsFrom, isStartedBy, publishes, receiptOf, startsFor } from './collaboration.ts';
import { type TimerStart, timerStarts } from './timer-starts.ts';

export interface Instance {
  number: number;
  process: string;
  live: LiveInstance;
  /** Open tasks, in the order they were opened. */
  tasks: Map<VisitId, TaskDeclaration>;
  /** Variables it ended with. */
  result: Variables | null;
}

type Publish = Extract<Effect, { type: 'publish' }>;

/** Steps after which a run is broken off; and those in a row during which no time passes. */
const stepLimit = 1_000_000;
const standstillLimit = 20_000;

/** The instances of one simulation and what happens to them, in virtual time. */
export class Host {
  /** The first instance, and of the others those that have not ended. */
  instances: Instance[] = [];
  /** When timer start events fire next, by their id. */
  readonly awaited = new Map<string, Instant>();
  /** The model does more steps than anybody could want to see. */
  stopped = false;

  private readonly graph: Graph;
  private readonly options: SimulateOptions;
  private now: Instant;
  private readonly agenda = new Agenda();
  /** Instances started so far. */
  private started = 0;
  /** Messages that nobody waited for when they came, and that may still be received. */
  private kept: KeptMessage[] = [];
  /** How often each entry of the behaviour was used. */
  private readonly used = new Map<string, number>();

  constructor(graph: Graph, options: SimulateOptions, begin: Instant) {
    this.graph = graph;
    this.options = options;
    this.now = begin;
  }

  /** Starts what the options name and lets happen what they plan. */
  play(): void {
    const { processes, startEvent, variables = {}, events = [] } = this.options;
    for (const process of processes) {
      const timers = this.timersOf(process);
      for (const timer of timers) this.await(process, timer);
      const waits =
        timers.length > 0 || (startEvent === undefined && isStartedBy(this.graph, process, events));
      if (!waits) this.start(process, startEvent, variables);
    }
    for (const event of events) this.agenda.plan(this.momentOf(event.at), () => this.receive(event));
    this.settle();
  }

  /** Timers that begin a process which nothing else begins; asked for only where the run says how long it lasts. */
  private timersOf(process: string): TimerStart[] {
    const { startEvent, until = 'idle' } = this.options;
    if (until === 'idle' || startEvent !== undefined || beginsByItself(this.graph, process)) return [];
    return timerStarts(this.graph, this.startOf(process), this.now);
  }

  /** Starts an instance each time the timer fires. */
  private await(process: string, timer: TimerStart): void {
    const { startEvent, at } = timer;
    this.awaited.set(startEvent, at);
    this.agenda.plan(at, () => {
      this.awaited.delete(startEvent);
      this.start(process, startEvent, this.options.variables ?? {});
      if (timer.next) this.await(process, timer.next);
    });
  }

  /** Runs until nothing more happens by itself, or until the moment asked for. */
  settle(): void {
    let steps = 0;
    let standing = 0;
    for (let at = this.next(); at !== null; at = this.next()) {
      standing = at > this.now ? 0 : standing + 1;
      if (++steps > stepLimit || standing > standstillLimit) {
        this.stopped = true;
        return;
      }
      if (at > this.now) this.now = at;
      this.step();
    }
  }

  /** When something happens next: timers on the way to it, or up to the end asked for, come first. */
  private next(): Instant | null {
    const { until = 'idle' } = this.options;
    const planned = this.agenda.next;
    const timer = this.timer();
    const timerCounts = timer !== null && (planned !== null ? timer <= planned : until !== 'idle');
    const at = timerCounts ? timer : planned;
    return at !== null && (until === 'idle' || at <= until) ? at : null;
  }

  private timer(): Instant | null {
    let earliest: Instant | null = null;
    for (const { live } of this.instances) {
      const { nextTimer } = live;
      if (nextTimer !== null && (earliest === null || nextTimer < earliest)) earliest = nextTimer;
    }
    return earliest;
  }

  private step(): void {
    const due = this.instances.find(({ live }) => live.nextTimer !== null && live.nextTimer <= this.now);
    if (due) this.send(due, { type: 'timersDue' });
    else this.agenda.proceed();
  }

  start(process: string, startEvent: string | undefined, variables: Variables): Instance {
    const event = { ...this.startOf(process), variables };
    const live = LiveInstance.start(
      this.graph,
      startEvent === undefined ? event : { ...event, startEvent },
      this.now,
    );
    const instance: Instance = { number: ++this.started, process, live, tasks: new Map(), result: null };
    this.instances.push(instance);
    this.perform(instance, live.effects);
    this.forget(instance);
    return instance;
  }

  private startOf(process: string) {
    const { calendar = { daysOff: [], workingDays: [] }, variables = {} } = this.options;
    return { type: 'start' as const, process, variables, calendar };
  }

  /** @returns whether the instance received the event */
  send(instance: Instance, event: EngineEvent): boolean {
    if (!instance.live.step(event, this.now)) return false;
    if (event.type === 'taskCompleted') instance.tasks.delete(event.visit);
    this.perform(instance, instance.live.effects);
    this.forget(instance);
    return true;
  }

  /** An ended instance receives nothing more; memory is for those that live. */
  private forget(instance: Instance): void {
    if (!instance.live.hasEnded || instance.number === 1) return;
    this.instances = this.instances.filter((other) => other !== instance);
  }

  private perform(instance: Instance, effects: Effect[]): void {
    for (const effect of effects) {
      switch (effect.type) {
        case 'trace':
          this.options.onTrace?.(this.traceLine(instance, effect));
          if (effect.action === 'complete' && !publishes(this.graph, effect)) this.follow(effect.element, {});
          break;
        case 'runJob': {
          const { job, element, type } = effect.job;
          this.act(instance, job, this.actOf(element, type) ?? { complete: {} });
          break;
        }
        case 'openTask': {
          instance.tasks.set(effect.task.visit, effect.task);
          const act = this.actOf(effect.task.element);
          if (act) this.act(instance, effect.task.visit, act);
          break;
        }
        case 'cancelTask':
          instance.tasks.delete(effect.visit);
          break;
        case 'changeDue': {
          const task = instance.tasks.get(effect.visit);
          if (task) task.dueAt = effect.dueAt;
          break;
        }
        case 'subscribe':
          if (this.kept.length > 0) this.agenda.plan(this.now, () => this.deliverKept());
          break;
        case 'publish':
          this.publish(instance, effect);
          break;
        case 'ended':
          instance.result = effect.variables;
          break;
      }
    }
  }

  private traceLine(instance: Instance, effect: Extract<Effect, { type: 'trace' }>): TraceLine {
    const { action, element, scope } = effect;
    return {
      time: this.now,
      action,
      element,
      scope: instance.number === 1 ? scope : `${instance.number}.${scope}`,
    };
  }

  // ---------------------------------------------------------------- jobs and tasks

  private actOf(...keys: string[]): Act | undefined {
    const { behaviour = {} } = this.options;
    const key = keys.find((candidate) => Object.hasOwn(behaviour, candidate));
    if (key === undefined) return undefined;
    const acts = behaviour[key];
    const used = this.used.get(key) ?? 0;
    this.used.set(key, used + 1);
    return Array.isArray(acts) ? (acts[used] ?? acts.at(-1)) : acts;
  }

  private act(instance: Instance, visit: VisitId, act: Act): void {
    const isTask = instance.tasks.has(visit);
    this.agenda.plan(this.momentOf(act.after), () => {
      if ('bpmnError' in act) {
        const code = act.bpmnError;
        this.send(instance, { type: 'bpmnError', visit, code, message: code, variables: {} });
      } else if ('fail' in act) {
        this.send(instance, { type: 'jobFailed', job: visit, code: 'job_failed', message: act.fail });
      } else if (isTask) {
        this.send(instance, { type: 'taskCompleted', visit, variables: act.complete });
      } else {
        this.send(instance, { type: 'jobCompleted', job: visit, variables: act.complete });
      }
    });
  }

  // ---------------------------------------------------------------- from outside, and from each other

  private receive(event: OutsideEvent): void {
    const { variables = {} } = 'variables' in event ? event : {};
    if ('message' in event)
      this.deliver(event.message, event.correlationKey ?? '', variables, event.timeToLive);
    else if ('signal' in event) this.broadcast(event.signal, variables);
    else if ('completeTask' in event) this.completeTask(event.completeTask, variables);
    else {
      for (const instance of this.instances) this.send(instance, { type: 'cancelled' });
    }
  }

  /** Completes the oldest open task of an element, or of a visit. */
  private completeTask(target: string, variables: Variables): void {
    for (const instance of this.instances) {
      for (const { visit, element } of instance.tasks.values()) {
        if (element !== target && visit !== target) continue;
        if (this.send(instance, { type: 'taskCompleted', visit, variables })) return;
      }
    }
  }

  /** A message flow drawn from the element says who gets what it throws; without one its name does. */
  private publish(from: Instance, effect: Publish): void {
    const { kind, element, name, correlationKey, variables, timeToLive } = effect;
    const drawn = flowsFrom(this.graph, element);
    if (kind === 'signal') this.agenda.plan(this.now, () => this.broadcast(name, variables, from));
    else if (kind === 'message' && drawn.length > 0) this.follow(element, variables, name);
    else if (kind === 'message')
      this.agenda.plan(this.now, () => this.deliver(name, correlationKey ?? '', variables, timeToLive));
  }

  /** Sends over the message flows drawn from an element; a task's dialogue names one of them. */
  private follow(element: string, variables: Variables, name?: string): void {
    const drawn = flowsFrom(this.graph, element);
    for (const flow of drawn.some(({ id }) => id === name) ? drawn.filter(({ id }) => id === name) : drawn) {
      const receipt = receiptOf(this.graph, flow);
      if (receipt === null) continue;
      this.agenda.plan(this.now, () => {
        if ('start' in receipt) this.start(receipt.start.process, receipt.start.node.id, variables);
        else this.deliverTo(flow.target, receipt.message, variables);
      });
    }
  }

  /** The element at the end of a message flow gets the message, whatever its correlation key. */
  private deliverTo(target: string, name: string, variables: Variables): void {
    for (const instance of this.instances) {
      const wait = [...instance.live.visits()]
        .flatMap(({ waits }) => waits)
        .find(({ type, event }) => type === 'message' && event === target);
      if (wait?.type !== 'message') continue;
      this.send(instance, { type: 'message', name, correlationKey: wait.key ?? '', variables });
      return;
    }
  }

  /** A message goes to the oldest instance that waits for it, else starts one, else is kept as long as it says. */
  private deliver(
    name: string,
    correlationKey: string,
    variables: Variables,
    timeToLive: string | null = null,
  ): void {
    const event = { type: 'message' as const, name, correlationKey, variables };
    if (this.instances.some((instance) => this.send(instance, event))) return;
    const [first] = startsFor(this.graph, 'message', name);
    if (first) this.start(first.process, first.node.id, variables);
    else if (timeToLive !== null)
      this.kept.push({ name, key: correlationKey, variables, until: this.momentOf(timeToLive) });
  }

  /** Somebody has begun to wait for a message: those kept are tried again, oldest first. */
  private deliverKept(): void {
    const alive = this.kept.filter(({ until }) => until > this.now);
    this.kept = alive.filter(
      ({ name, key: correlationKey, variables }) =>
        !this.instances.some((instance) =>
          this.send(instance, { type: 'message', name, correlationKey, variables }),
        ),
    );
  }

  private broadcast(name: string, variables: Variables, from?: Instance): void {
    for (const instance of [...this.instances]) {
      if (instance !== from) this.send(instance, { type: 'signal', name, variables });
    }
    for (const { process, node } of startsFor(this.graph, 'signal', name))
      this.start(process, node.id, variables);
  }

  /** A moment, or a duration from now; now if nothing is said. */
  private momentOf(text: string | undefined): Instant {
    if (text === undefined) return this.now;
    const duration = parseDuration(text);
    return (duration ? addDuration(this.now, duration) : parseInstant(text)) ?? this.now;
  }
}
