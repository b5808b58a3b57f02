import { take } from './apply.ts';
import type { Graph } from './model/graph.ts';
import { Run } from './run.ts';
import { begin } from './start.ts';
import type { Incident, State, Visit } from './state.ts';
import type { Effect, EngineEvent, Instant, VisitId } from './types.ts';

/**
 * An instance that stays in memory between steps, for a host that never takes a step back: the same steps as `start` and
 * `apply` give, without copying every visit at each of them.
 */
export class LiveInstance {
  private readonly run: Run;

  private constructor(run: Run) {
    this.run = run;
  }

  /** A new instance. Throws as `start` does. */
  static start(graph: Graph, event: Extract<EngineEvent, { type: 'start' }>, now: Instant): LiveInstance {
    return new LiveInstance(begin(graph, event, now));
  }

  /** An instance that goes on from a state. */
  static load(graph: Graph, state: State, now: Instant): LiveInstance {
    return new LiveInstance(new Run(graph, state, now));
  }

  /** A copy of where it stands; costs as much as there are visits. */
  get state(): State {
    return structuredClone(this.run.finish().state);
  }

  /** Effects of the last step. */
  get effects(): Effect[] {
    return this.run.effects;
  }

  get nextTimer(): Instant | null {
    return this.run.nextTimer;
  }

  get hasEnded(): boolean {
    return this.run.state.root === null;
  }

  /** The process visit, while there is one. */
  get root(): Visit | undefined {
    return this.visit(this.run.state.root ?? '');
  }

  get incidents(): Incident[] {
    return Object.values(this.run.state.incidents);
  }

  visit(id: VisitId): Visit | undefined {
    return this.run.visits.get(id);
  }

  /** Visits alive, oldest first. */
  visits(): Iterable<Visit> {
    return this.run.visits.values();
  }

  /** Moves the instance on. @returns false if the event found nobody waiting for it; then nothing has changed */
  step(event: EngineEvent, now: Instant): boolean {
    this.run.goOn(now);
    return take(this.run, event);
  }
}
