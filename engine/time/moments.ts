import type { Visit, Wait } from '../state.ts';
import type { Instant } from '../types.ts';

type Timed = Extract<Wait, { due: Instant | null }>;

export interface Alarm {
  due: Instant;
  holder: Visit;
  wait: Timed;
}

/**
 * What waits for time, earliest first, among equals the older visit: a binary heap. What is waited for no longer stays in it
 * until it comes to the top, or until there is more of it than of the rest.
 */
export class Moments {
  private heap: Alarm[] = [];
  /** How many there were when it was last built. */
  private built: number;
  private readonly visits: ReadonlyMap<string, Visit>;

  constructor(visits: ReadonlyMap<string, Visit>) {
    this.visits = visits;
    this.built = this.build();
  }

  /** The earliest moment that is waited for. */
  earliest(): Alarm | undefined {
    for (;;) {
      const [first] = this.heap;
      if (!first || this.isWaitedFor(first)) return first;
      this.pop();
    }
  }

  add(holder: Visit, waits: readonly Wait[]): void {
    for (const wait of waits) {
      if (!('due' in wait) || wait.due === null) continue;
      this.heap.push({ due: wait.due, holder, wait });
      this.rise(this.heap.length - 1);
    }
    if (this.heap.length > 2 * this.built + 64) this.built = this.build();
  }

  private isWaitedFor({ holder, wait }: Alarm): boolean {
    return this.visits.get(holder.id) === holder && holder.waits.includes(wait);
  }

  private build(): number {
    this.heap = [];
    for (const holder of this.visits.values()) {
      for (const wait of holder.waits) {
        if ('due' in wait && wait.due !== null) this.heap.push({ due: wait.due, holder, wait });
      }
    }
    for (let i = (this.heap.length >> 1) - 1; i >= 0; i--) this.sink(i);
    return this.heap.length;
  }

  private pop(): void {
    const last = this.heap.pop();
    if (!last || this.heap.length === 0) return;
    this.heap[0] = last;
    this.sink(0);
  }

  private rise(from: number): void {
    for (let i = from; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!this.isBefore(i, parent)) return;
      this.swap(i, parent);
      i = parent;
    }
  }

  private sink(from: number): void {
    for (let i = from; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      let first = i;
      if (left < this.heap.length && this.isBefore(left, first)) first = left;
      if (right < this.heap.length && this.isBefore(right, first)) first = right;
      if (first === i) return;
      this.swap(i, first);
      i = first;
    }
  }

  private isBefore(i: number, j: number): boolean {
    const [a, b] = [this.heap[i] as Alarm, this.heap[j] as Alarm];
    if (a.due !== b.due) return a.due < b.due;
    if (a.holder !== b.holder) return ageOf(a.holder) < ageOf(b.holder);
    return a.holder.waits.indexOf(a.wait) < a.holder.waits.indexOf(b.wait);
  }

  private swap(i: number, j: number): void {
    [this.heap[i], this.heap[j]] = [this.heap[j] as Alarm, this.heap[i] as Alarm];
  }
}

/** Visits are numbered in the order in which they began. */
export const ageOf = ({ id }: Visit): number => Number(id.slice(1));
