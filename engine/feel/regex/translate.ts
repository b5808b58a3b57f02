/** XPath regular expressions (XML Schema with anchors, lazy quantifiers and back-references) as JavaScript's. */

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
/** Unicode blocks that patterns name in practice. */
const BLOCKS: Record<string, string> = {
  BasicLatin: '\\u{0}-\\u{7F}',
  'Latin-1Supplement': '\\u{80}-\\u{FF}',
  'LatinExtended-A': '\\u{100}-\\u{17F}',
  'LatinExtended-B': '\\u{180}-\\u{24F}',
  LatinExtendedAdditional: '\\u{1E00}-\\u{1EFF}',
  Greek: '\\u{370}-\\u{3FF}',
  Cyrillic: '\\u{400}-\\u{4FF}',
  CombiningDiacriticalMarks: '\\u{300}-\\u{36F}',
};
/** Characters that JavaScript wants escaped inside a class and XPath does not. */
const CLASS_SYNTAX = /[()[\]{}/|&!#$%*+,.:;<=>?@^`~]/;

class PatternError extends Error {}

class Translator {
  private readonly text: string;
  private at = 0;
  private groups = 0;
  private readonly open: number[] = [];

  constructor(text: string) {
    this.text = text;
  }

  translate(): string {
    let result = '';
    while (this.at < this.text.length) result += this.atom();
    if (this.open.length > 0) throw new PatternError('A group is not closed');
    return result;
  }

  private next(): string {
    const character = this.text[this.at++];
    if (character === undefined) throw new PatternError('The pattern ends too early');
    return character;
  }

  private atom(): string {
    const character = this.next();
    if (character === '\\') return this.escape(false);
    if (character === '[') return this.characterClass();
    if (character === '(') return this.group();
    if (character === ')' && this.open.pop() === undefined) throw new PatternError('Nothing to close');
    return character === ']' || character === '}' ? this.closing(character) : character;
  }

  private group(): string {
    if (this.text[this.at] === '?') {
      if (this.text[this.at + 1] !== ':') throw new PatternError('No such group in XPath');
      this.at += 2;
      this.open.push(0);
      return '(?:';
    }
    this.open.push(++this.groups);
    return '(';
  }

  /** A quantifier's `}` stays; a lone one is no XPath. */
  private closing(character: string): string {
    if (character === '}' && /\{\d+(,\d*)?\}$/.test(this.text.slice(0, this.at))) return character;
    throw new PatternError(`A lone ${character}`);
  }

  private escape(inClass: boolean): string {
    const character = this.next();
    const known = CLASSES[character];
    if (known !== undefined) return known;
    if (character === 'p' || character === 'P') return this.category(character);
    if ('nrt'.includes(character)) return `\\${character}`;
    if (/[0-9]/.test(character)) {
      if (
        inClass ||
        character === '0' ||
        Number(character) > this.groups ||
        this.open.includes(Number(character))
      ) {
        throw new PatternError('No such group to refer to');
      }
      return `\\${character}`;
    }
    if (!/[\\|.?*+(){}$\-[\]^]/.test(character)) throw new PatternError(`No escape \\${character} in XPath`);
    // JavaScript wants a hyphen escaped inside a class only.
    return character === '-' && !inClass ? '-' : `\\${character}`;
  }

  private category(letter: string): string {
    const match = /^\{([A-Za-z0-9-]+)\}/.exec(this.text.slice(this.at));
    if (match === null) throw new PatternError('A category wants braces');
    this.at += match[0].length;
    const name = match[1] ?? '';
    if (!name.startsWith('Is')) return `\\${letter}{${name}}`;
    const block = BLOCKS[name.slice(2)];
    if (block === undefined) throw new PatternError(`Unknown block ${name}`);
    return `[${letter === 'P' ? '^' : ''}${block}]`;
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
        subtracted = `--${this.characterClass()}`;
        if (this.next() !== ']') throw new PatternError('A subtraction ends the class');
        break;
      }
      if (character === '[' || character === ']')
        throw new PatternError('A bracket in a class wants a backslash');
      if (character === '\\') body += this.escape(true);
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

/** The pattern as JavaScript source for flag `v`, and its flags; null if XPath does not allow it. */
export function translate(pattern: string, flags: string): { source: string; flags: string } | null {
  if (!/^[smixq]*$/.test(flags)) return null;
  const jsFlags = `v${[...new Set(flags)].filter((flag) => 'smi'.includes(flag)).join('')}`;
  if (flags.includes('q'))
    return {
      source: pattern.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll('\\-', '-'),
      flags: jsFlags,
    };
  try {
    return {
      source: new Translator(flags.includes('x') ? withoutBlanks(pattern) : pattern).translate(),
      flags: jsFlags,
    };
  } catch (error) {
    if (error instanceof PatternError) return null;
    throw error;
  }
}
