import type { Instant } from '../types.ts';

/** What is planned, by time; in the order of planning within one moment. */
export class Agenda {
  private readonly entries: { at: Instant; happen: () => void }[] = [];

  /** When the next entry is due; null if there is none. */
  get next(): Instant | null {
    return this.entries[0]?.at ?? null;
  }

  plan(at: Instant, happen: () => void): void {
    let place = this.entries.length;
    while (place > 0 && (this.entries[place - 1]?.at ?? '') > at) place -= 1;
    this.entries.splice(place, 0, { at, happen });
  }

  /** Lets the next entry happen. */
  proceed(): void {
    this.entries.shift()?.happen();
  }
}
