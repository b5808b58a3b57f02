/**
 * The first match of a program in a text. It tries the ways in the order of the pattern and goes back to the last choice when
 * one leads nowhere, but never from one choice at one place twice: what led nowhere once does so again. So the time grows
 * with the text times the pattern, also where matchers that go back without memory need exponential time. A pattern that
 * refers back to its groups has no such memory, as what a group holds matters too; each step counts as work there as well.
 */
import type { Run } from '../values.ts';
import type { Program } from './program.ts';

export interface Match {
  start: number;
  end: number;
  /** What each group holds, from group 1; undefined for one that took no part. */
  groups: (string | undefined)[];
}

/** Steps that count as one unit of work. */
const STEPS_PER_UNIT = 20;
/** Cells of memory that count as one unit of work. */
const CELLS_PER_UNIT = 500;

export class Search {
  private readonly program: Program;
  private readonly text: string;
  private readonly run: Run;
  /** For each place and choice whether it has been taken from there. */
  private readonly taken: Uint8Array | null;
  private readonly touched: number[] = [];
  /** Ways still open: step, place; or a slot to restore (as −1 − slot) with the place it had. */
  private readonly open: number[] = [];
  private slots: number[] = [];
  private steps = 0;

  constructor(program: Program, text: string, run: Run) {
    this.program = program;
    this.text = text;
    this.run = run;
    const cells = program.refersBack ? 0 : program.choices * (text.length + 1);
    run.work(cells / CELLS_PER_UNIT);
    this.taken = program.refersBack ? null : new Uint8Array(cells);
  }

  /** The first match that begins at `from` or later; null if there is none. */
  from(from: number): Match | null {
    for (let start = from; start <= this.text.length; start += widthAt(this.text, start)) {
      const end = this.at(start);
      if (end === null) continue;
      for (const cell of this.touched) if (this.taken !== null) this.taken[cell] = 0;
      this.touched.length = 0;
      return { start, end, groups: this.groups() };
    }
    return null;
  }

  private groups(): (string | undefined)[] {
    return Array.from({ length: this.program.groups }, (_, i) => this.group(i + 1));
  }

  private group(index: number): string | undefined {
    const [start = -1, end = -1] = this.slots.slice(2 * index, 2 * index + 2);
    return start < 0 || end < start ? undefined : this.text.slice(start, end);
  }

  /** Where a match that begins at `start` ends; null if none does. */
  private at(start: number): number | null {
    const { steps } = this.program;
    const { text, open } = this;
    this.slots = new Array<number>(this.program.slots).fill(-1);
    open.length = 0;
    let next = 0;
    let place = start;
    for (;;) {
      if (++this.steps % STEPS_PER_UNIT === 0) this.run.work(1);
      const step = steps[next++];
      let goesOn = true;
      switch (step?.step) {
        case 'character': {
          const character = text.codePointAt(place);
          goesOn = character !== undefined && step.test(character);
          if (goesOn) place += widthAt(text, place);
          break;
        }
        case 'choice':
          goesOn = this.mayTake(step.id, place);
          if (goesOn) {
            open.push(step.second, place);
            next = step.first;
          }
          break;
        case 'jump':
          next = step.to;
          break;
        case 'save':
          open.push(-1 - step.slot, this.slots[step.slot] ?? -1);
          this.slots[step.slot] = place;
          break;
        case 'progress':
          goesOn = this.slots[step.slot] !== place;
          break;
        case 'line start':
          goesOn = place === 0 || (this.program.multiline && text[place - 1] === '\n');
          break;
        case 'line end':
          goesOn = place === text.length || (this.program.multiline && text[place] === '\n');
          break;
        case 'back reference': {
          const wanted = this.group(step.index) ?? '';
          const found = text.slice(place, place + wanted.length);
          this.run.work(wanted.length / 100);
          goesOn = found === wanted || (this.program.ignoresCase && alike(found, wanted));
          if (goesOn) place += wanted.length;
          break;
        }
        default:
          return place;
      }
      if (goesOn) continue;
      const way = this.goBack();
      if (way === null) return null;
      ({ next, place } = way);
    }
  }

  /** Whether a choice has not been taken at this place before. */
  private mayTake(choice: number, place: number): boolean {
    if (this.taken === null) return true;
    const cell = choice * (this.text.length + 1) + place;
    if (this.taken[cell] === 1) return false;
    this.taken[cell] = 1;
    this.touched.push(cell);
    return true;
  }

  /** The last way still open; null if all have been tried. */
  private goBack(): { next: number; place: number } | null {
    const { open } = this;
    while (open.length > 0) {
      const place = open.pop() as number;
      const next = open.pop() as number;
      if (next >= 0) return { next, place };
      this.slots[-1 - next] = place;
    }
    return null;
  }
}

/** Units that the character at a place takes. */
export function widthAt(text: string, place: number): number {
  return (text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1;
}

function alike(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase() || a.toUpperCase() === b.toUpperCase();
}
