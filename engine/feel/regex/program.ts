/** A pattern's tree as steps of a machine that goes back to where it had a choice. */
import { type Pattern, parsePattern } from './parse.ts';
import type { Tree } from './tree.ts';

export type Step =
  | { step: 'character'; test: (codePoint: number) => boolean }
  /** Goes on at `first`; at `second` if that leads nowhere. `id` counts these steps. */
  | { step: 'choice'; id: number; first: number; second: number }
  | { step: 'jump'; to: number }
  /** Remembers the place: where group n begins (2n) or ends (2n + 1), or where a repetition begins. */
  | { step: 'save'; slot: number }
  /** Stops a repetition that took nothing since the place in the slot: it would never end. */
  | { step: 'progress'; slot: number }
  | { step: 'line start' | 'line end' }
  | { step: 'back reference'; index: number }
  | { step: 'match' };

export interface Program {
  steps: Step[];
  choices: number;
  slots: number;
  groups: number;
  refersBack: boolean;
  ignoresCase: boolean;
  multiline: boolean;
  /** Flag `q`: a replacement is taken as it is too. */
  literal: boolean;
}

/** A pattern whose repetitions, written out, have more steps is refused. */
const MAX_STEPS = 20_000;

class TooManySteps extends Error {}

class Writer {
  readonly steps: Step[] = [];
  readonly groups: number;
  choices = 0;
  slots: number;
  refersBack = false;
  private readonly flags: string;
  private readonly classes = new Map<string, (codePoint: number) => boolean>();

  constructor({ groups }: Pattern, flags: string) {
    this.groups = groups;
    this.slots = 2 * groups + 2;
    this.flags = flags;
  }

  write(tree: Tree): void {
    switch (tree.kind) {
      case 'character':
        this.add({ step: 'character', test: this.test(tree.source) });
        break;
      case 'line start':
      case 'line end':
        this.add({ step: tree.kind });
        break;
      case 'sequence':
        for (const part of tree.parts) this.write(part);
        break;
      case 'choice':
        this.choice(tree.options);
        break;
      case 'group':
        this.add({ step: 'save', slot: 2 * tree.index });
        this.write(tree.body);
        this.add({ step: 'save', slot: 2 * tree.index + 1 });
        break;
      case 'back reference':
        this.refersBack = true;
        this.add({ step: 'back reference', index: tree.index });
        break;
      case 'repeat':
        this.repeat(tree);
    }
  }

  add(step: Step): void {
    if (this.steps.length >= MAX_STEPS) throw new TooManySteps();
    this.steps.push(step);
  }

  /** A choice whose two ways are told later. */
  private fork(): { to: (next: number, other: number, preferNext?: boolean) => void } {
    const fork: Step = { step: 'choice', id: this.choices++, first: 0, second: 0 };
    this.add(fork);
    return {
      to: (next, other, preferNext = true) => {
        fork.first = preferNext ? next : other;
        fork.second = preferNext ? other : next;
      },
    };
  }

  private choice(options: Tree[]): void {
    const ends: { step: 'jump'; to: number }[] = [];
    for (const [i, option] of options.entries()) {
      if (i === options.length - 1) {
        this.write(option);
        break;
      }
      const fork = this.fork();
      const begin = this.steps.length;
      this.write(option);
      const end = { step: 'jump' as const, to: 0 };
      this.add(end);
      ends.push(end);
      fork.to(begin, this.steps.length);
    }
    for (const end of ends) end.to = this.steps.length;
  }

  /** The body as often as it must stand, then as often as it may: `a{2,4}` is `aa(a(a)?)?`, `a{2,}` is `aaa*`. */
  private repeat({ body, min, max, greedy }: Tree & { kind: 'repeat' }): void {
    for (let i = 0; i < min; i++) this.write(body);
    if (max === Number.POSITIVE_INFINITY) {
      const loop = this.steps.length;
      const fork = this.fork();
      const slot = this.slots++;
      this.add({ step: 'save', slot });
      this.write(body);
      this.add({ step: 'progress', slot });
      this.add({ step: 'jump', to: loop });
      fork.to(loop + 1, this.steps.length, greedy);
      return;
    }
    const forks = Array.from({ length: max - min }, () => {
      const fork = this.fork();
      const begin = this.steps.length;
      this.write(body);
      return { fork, begin };
    });
    for (const { fork, begin } of forks) fork.to(begin, this.steps.length, greedy);
  }

  /** Whether a character is of a class; asked of the platform once a character. */
  private test(source: string): (codePoint: number) => boolean {
    const known = this.classes.get(source);
    if (known !== undefined) return known;
    const expression = new RegExp(`^${source}$`, this.flags.includes('i') ? 'vi' : 'v');
    const answers = new Map<number, boolean>();
    const test = (codePoint: number) => {
      let answer = answers.get(codePoint);
      if (answer === undefined) {
        answer = expression.test(String.fromCodePoint(codePoint));
        answers.set(codePoint, answer);
      }
      return answer;
    };
    this.classes.set(source, test);
    return test;
  }
}

/** The program of a pattern; null if XPath does not allow the pattern or its flags, or it repeats itself too often. */
export function compileProgram(text: string, flags: string): Program | null {
  const pattern = parsePattern(text, flags);
  if (pattern === null) return null;
  const writer = new Writer(pattern, flags);
  try {
    writer.write(pattern.tree);
    writer.add({ step: 'match' });
  } catch (error) {
    // The platform refuses classes that are none: an unknown category, a range from high to low.
    if (error instanceof TooManySteps || error instanceof SyntaxError) return null;
    throw error;
  }
  const { steps, choices, slots, groups, refersBack } = writer;
  return {
    steps,
    choices,
    slots,
    groups,
    refersBack,
    ignoresCase: flags.includes('i'),
    multiline: flags.includes('m'),
    literal: flags.includes('q'),
  };
}
