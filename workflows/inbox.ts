import type { EngineEvent } from '../engine/types.ts';

/**
 * Events waiting to be applied. What people did comes numbered and is taken strictly in order: only the number after
 * the last applied one. What the system found out itself (results of jobs) comes without a number.
 */
export class Inbox {
  readonly #numbered = new Map<number, EngineEvent>();
  #unnumbered: EngineEvent[] = [];
  #applied: number;
  /** Events without a number wait until this outbox number has been applied. */
  #heldUntil = -1;

  constructor(applied: number, queue: EngineEvent[]) {
    this.#applied = applied;
    this.receive(queue);
  }

  get applied(): number {
    return this.#applied;
  }

  /** Takes events in; one that was applied or received before is ignored. */
  receive(events: EngineEvent[]): void {
    for (const event of events) {
      if (event.number === undefined) this.#unnumbered.push(event);
      else if (event.number > this.#applied) this.#numbered.set(event.number, event);
    }
  }

  /** Results of the step just committed: they come before anything else. */
  follow(events: EngineEvent[]): void {
    this.#unnumbered.unshift(...events);
  }

  /** Nothing without a number is applied before outbox number `until`, which a person has caused already. */
  holdUntil(until: number): void {
    this.#heldUntil = until;
  }

  /** May events without a number (results, due timers) be applied now? */
  get isOpen(): boolean {
    return this.#applied >= this.#heldUntil;
  }

  get hasNext(): boolean {
    return (this.isOpen && this.#unnumbered.length > 0) || this.#numbered.has(this.#applied + 1);
  }

  /** The next event to apply, taken out of the queue. */
  next(): EngineEvent | undefined {
    if (this.isOpen && this.#unnumbered.length > 0) return this.#unnumbered.shift();
    const number = this.#applied + 1;
    const event = this.#numbered.get(number);
    this.#numbered.delete(number);
    return event;
  }

  /** Puts back an event whose step turned out to be another's. The clock is asked again anyway. */
  putBack(event: EngineEvent): void {
    if (event.number !== undefined) this.#numbered.set(event.number, event);
    else if (event.type !== 'timersDue') this.#unnumbered.unshift(event);
  }

  /** The event's step has committed. A second copy of it still in the queue must not be applied again. */
  settle(event: EngineEvent): void {
    if (event.number !== undefined) {
      this.#applied = event.number;
      this.#numbered.delete(event.number);
    } else {
      this.#unnumbered = this.#unnumbered.filter((waiting) => !isSame(waiting, event));
    }
  }

  /** Everything still waiting, for the next run. */
  rest(): EngineEvent[] {
    return [...this.#unnumbered, ...this.#numbered.values()];
  }
}

/** Do two events stand for the same happening? */
export function isSame(a: EngineEvent, b: EngineEvent): boolean {
  if (a.type !== b.type || a.number !== b.number) return false;
  return !('job' in a && 'job' in b) || a.job === b.job;
}
