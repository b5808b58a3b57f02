/** XPath regular expressions: those of XML Schema with anchors, lazy quantifiers and back-references (XPath functions 3.1, 5.6). */
import { BLOCKS } from './blocks.ts';
import type { Tree } from './tree.ts';

const NAME_START =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}';
const NAME_PART = `${NAME_START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}`;
const CLASSES: Record<string, string> = {
  i: `[${NAME_START}]`,
  I: `[^${NAME_START}]`,
  c: `[${NAME_PART}]`,
  C: `[^${NAME_PART}]`,
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  w: '[^\\p{P}\\p{Z}\\p{C}]',
  W: '[\\p{P}\\p{Z}\\p{C}]',
  s: '[ \\t\\n\\r]',
  S: '[^ \\t\\n\\r]',
};
/** Characters that JavaScript wants escaped inside a class and XPath does not. */
const CLASS_SYNTAX = /[()[\]{}/|&!#$%*+,.:;<=>?@^`~]/;

/** Nesting a reader can still follow. */
const MAX_DEPTH = 200;
/** Most a quantifier may count to. */
const MAX_COUNT = 10_000;
const CATEGORY = /\{([A-Za-z0-9-]+)\}/y;
const DIGITS = /\d{1,4}/y;
const QUANTIFIER = /(?:([?*+])|\{(\d+)(?:(,)(\d*))?\})(\??)/y;

class PatternError extends Error {}

export interface Pattern {
  tree: Tree;
  groups: number;
}

class Parser {
  private readonly text: string;
  private readonly flags: string;
  private at = 0;
  private groups = 0;
  private depth = 0;
  private readonly open: number[] = [];

  constructor(text: string, flags: string) {
    this.text = text;
    this.flags = flags;
  }

  whole(): Pattern {
    const tree = this.choice();
    if (this.at < this.text.length) throw new PatternError('Nothing to close');
    return { tree, groups: this.groups };
  }

  private choice(): Tree {
    if (++this.depth > MAX_DEPTH) throw new PatternError('Nested too deeply');
    const options = [this.sequence()];
    while (this.text[this.at] === '|') {
      this.at++;
      options.push(this.sequence());
    }
    this.depth--;
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: 'choice', options };
  }

  private sequence(): Tree {
    const parts: Tree[] = [];
    while (this.at < this.text.length && this.text[this.at] !== '|' && this.text[this.at] !== ')') {
      parts.push(this.quantified(this.atom()));
    }
    return { kind: 'sequence', parts };
  }

  private quantified(body: Tree): Tree {
    QUANTIFIER.lastIndex = this.at;
    const match = QUANTIFIER.exec(this.text);
    if (match === null) return body;
    this.at += match[0].length;
    const [, sign, least = '0', comma, most = '', lazy] = match;
    const min = sign === undefined ? Number(least) : sign === '+' ? 1 : 0;
    const endless = sign === undefined ? comma !== undefined && most === '' : sign !== '?';
    const max = endless
      ? Number.POSITIVE_INFINITY
      : sign === '?'
        ? 1
        : comma === undefined
          ? min
          : Number(most);
    if (max < min || min > MAX_COUNT || (max > MAX_COUNT && !endless))
      throw new PatternError('No such count');
    return { kind: 'repeat', body, min, max, greedy: lazy === '' };
  }

  private next(): string {
    const character = this.text.codePointAt(this.at);
    if (character === undefined) throw new PatternError('The pattern ends too early');
    const text = String.fromCodePoint(character);
    this.at += text.length;
    return text;
  }

  private atom(): Tree {
    const character = this.next();
    if (character === '(') return this.group();
    if (character === '[') return { kind: 'character', source: this.characterClass() };
    if (character === '.')
      return { kind: 'character', source: this.flags.includes('s') ? '[^]' : '[^\\n\\r]' };
    if (character === '^') return { kind: 'line start' };
    if (character === '$') return { kind: 'line end' };
    if (character === '\\') {
      const reference = this.backReference();
      return reference === null
        ? { kind: 'character', source: `[${this.escape()}]` }
        : { kind: 'back reference', index: reference };
    }
    if ('?*+{}]'.includes(character)) throw new PatternError(`A lone ${character}`);
    return { kind: 'character', source: literal(character) };
  }

  private group(): Tree {
    const capturing = this.text[this.at] !== '?';
    if (!capturing && this.text[this.at + 1] !== ':') throw new PatternError('No such group in XPath');
    if (!capturing) this.at += 2;
    const index = capturing ? ++this.groups : 0;
    this.open.push(index);
    const body = this.choice();
    this.open.pop();
    if (this.text[this.at] !== ')') throw new PatternError('A group is not closed');
    this.at++;
    return capturing ? { kind: 'group', index, body } : body;
  }

  /** The group that the digits behind a backslash refer to, as many of them as there are groups for; null without digits. */
  private backReference(): number | null {
    DIGITS.lastIndex = this.at;
    const digits = DIGITS.exec(this.text)?.[0];
    if (digits === undefined) return null;
    let length = digits.length;
    while (length > 1 && Number(digits.slice(0, length)) > this.groups) length--;
    const index = Number(digits.slice(0, length));
    if (index === 0 || index > this.groups || this.open.includes(index))
      throw new PatternError('No such group to refer to');
    this.at += length;
    return index;
  }

  private escape(): string {
    const character = this.next();
    const known = CLASSES[character];
    if (known !== undefined) return known;
    if (character === 'p' || character === 'P') return this.category(character);
    if ('nrt'.includes(character)) return `\\${character}`;
    if (!/[\\|.?*+(){}$\-[\]^]/.test(character)) throw new PatternError(`No escape \\${character} in XPath`);
    return `\\${character}`;
  }

  private category(letter: string): string {
    CATEGORY.lastIndex = this.at;
    const match = CATEGORY.exec(this.text);
    if (match === null) throw new PatternError('A category wants braces');
    this.at += match[0].length;
    const name = match[1] ?? '';
    if (!name.startsWith('Is')) return `\\${letter}{${name}}`;
    const block = Object.hasOwn(BLOCKS, name.slice(2)) ? BLOCKS[name.slice(2)] : undefined;
    if (block === undefined) throw new PatternError(`Unknown block ${name}`);
    const [first, last] = block.map((point) => `\\u{${point.toString(16)}}`);
    return `[${letter === 'P' ? '^' : ''}${first}-${last}]`;
  }

  private characterClass(): string {
    let negated = '';
    if (this.text[this.at] === '^') {
      this.at++;
      negated = '^';
    }
    let body = '';
    let subtracted = '';
    for (let first = true; ; first = false) {
      const character = this.next();
      if (character === ']' && !first) break;
      if (character === '-' && this.text[this.at] === '[') {
        this.at++;
        if (++this.depth > MAX_DEPTH) throw new PatternError('Nested too deeply');
        subtracted = `--${this.characterClass()}`;
        this.depth--;
        if (this.next() !== ']') throw new PatternError('A subtraction ends the class');
        break;
      }
      if (character === '[' || character === ']')
        throw new PatternError('A bracket in a class wants a backslash');
      if (character === '\\') body += this.escape();
      else if (character === '-') body += this.isRange(body) ? '-' : '\\-';
      else body += CLASS_SYNTAX.test(character) ? `\\${character}` : character;
    }
    return subtracted === '' ? `[${negated}${body}]` : `[[${negated}${body}]${subtracted}]`;
  }

  /** Whether a hyphen stands between two characters. */
  private isRange(before: string): boolean {
    return before !== '' && this.text[this.at] !== ']' && this.text[this.at] !== undefined;
  }
}

/** Flag x: blanks mean nothing outside a class. */
function withoutBlanks(pattern: string): string {
  return pattern.replace(/\[(?:\\.|[^\]\\])*\]|[\t\n\r ]+/g, (part) => (part.startsWith('[') ? part : ''));
}

/** A character that is no syntax, as a class of its own. */
function literal(character: string): string {
  return /[\^$\\.*+?()[\]{}|/&!#%,:;<=>@`~-]/.test(character) ? `[\\${character}]` : character;
}

/** The tree of a pattern; null if XPath does not allow it. Flag `q` takes the text as it is, `x` leaves blanks out. */
export function parsePattern(pattern: string, flags: string): Pattern | null {
  if (!/^[smixq]*$/.test(flags)) return null;
  if (flags.includes('q')) {
    const parts = Array.from(
      pattern,
      (character): Tree => ({ kind: 'character', source: literal(character) }),
    );
    return { tree: { kind: 'sequence', parts }, groups: 0 };
  }
  try {
    return new Parser(flags.includes('x') ? withoutBlanks(pattern) : pattern, flags).whole();
  } catch (error) {
    if (error instanceof PatternError) return null;
    throw error;
  }
}
