import type { Instant } from '../types.ts';

interface Entry {
  at: Instant;
  happen: () => void;
}

/** What is planned, by time; in the order of planning within one moment. */
export class Agenda {
  private entries: Entry[] = [];
  /** Place of the next entry; those before it have happened. */
  private place = 0;

  /** When the next entry is due; null if there is none. */
  get next(): Instant | null {
    return this.entries[this.place]?.at ?? null;
  }

  plan(at: Instant, happen: () => void): void {
    // Most of what is planned comes after everything else; else its place is looked for by halves.
    let [low, high] = [this.place, this.entries.length];
    if ((this.entries.at(-1)?.at ?? '') <= at) low = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.entries[middle]?.at ?? '') <= at) low = middle + 1;
      else high = middle;
    }
    this.entries.splice(low, 0, { at, happen });
  }

  /** Lets the next entry happen. */
  proceed(): void {
    const entry = this.entries[this.place++];
    if (this.place > 64 && this.place * 2 > this.entries.length) {
      this.entries = this.entries.slice(this.place);
      this.place = 0;
    }
    entry?.happen();
  }
}
