/** A place in an expression's text: blanks, comments, symbols, keywords. */
import { declaredAt, KEYWORDS, type Names, partAt, quotedAt, spaceAt, wordAt } from './names.ts';

/** The text is no FEEL; the message names the place. */
export class FeelSyntaxError extends Error {}

/** Nesting a reader can still follow; deeper text is refused before the stack is. */
const MAX_DEPTH = 200;

export class Cursor {
  readonly text: string;
  names: Names;
  at = 0;
  private depth = 0;

  constructor(text: string, names: Names) {
    this.text = text;
    this.names = names;
    this.skip();
  }

  fail(message: string): never {
    const near = this.text.slice(this.at, this.at + 20);
    throw new FeelSyntaxError(
      `${message} at position ${this.at + 1}${near === '' ? ' (end of the expression)' : `, near "${near}"`}`,
    );
  }

  /** Moves past blanks and comments. */
  skip(): void {
    for (;;) {
      this.at += spaceAt(this.text, this.at);
      if (this.text.startsWith('//', this.at)) {
        const end = this.text.indexOf('\n', this.at);
        this.at = end < 0 ? this.text.length : end;
      } else if (this.text.startsWith('/*', this.at)) {
        const end = this.text.indexOf('*/', this.at + 2);
        if (end < 0) this.fail('A comment is not closed');
        this.at = end + 2;
      } else return;
    }
  }

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  sees(symbol: string): boolean {
    return this.text.startsWith(symbol, this.at);
  }

  /** Takes the symbol if it is next. */
  take(symbol: string): boolean {
    if (!this.sees(symbol)) return false;
    this.at += symbol.length;
    this.skip();
    return true;
  }

  expect(symbol: string): void {
    if (!this.take(symbol)) this.fail(`Expected "${symbol}"`);
  }

  seesKeyword(word: string): boolean {
    return this.sees(word) && partAt(this.text, this.at + word.length) === null;
  }

  takeKeyword(word: string): boolean {
    return this.seesKeyword(word) && this.take(word);
  }

  expectKeyword(word: string): void {
    if (!this.takeKeyword(word)) this.fail(`Expected "${word}"`);
  }

  /** Takes a name: in backticks, the longest known one, or words side by side up to a keyword; null if none starts here. */
  takeName(): string | null {
    const quoted = quotedAt(this.text, this.at);
    if (quoted !== null) return this.takeNamed(quoted);
    const known = this.names.longestAt(this.text, this.at);
    if (known !== null) return this.takeNamed(known);
    let word = wordAt(this.text, this.at);
    if (word === null || KEYWORDS.has(word)) return null;
    const words: string[] = [];
    while (word !== null && !KEYWORDS.has(word)) {
      words.push(word);
      this.at += word.length;
      this.skip();
      word = partAt(this.text, this.at);
    }
    return words.join(' ');
  }

  /** Takes a name where it is declared: it may hold symbols that nobody knows yet; null if none starts here. */
  takeDeclaredName(): string | null {
    const declared = quotedAt(this.text, this.at) ?? declaredAt(this.text, this.at);
    return declared === null ? null : this.takeNamed(declared);
  }

  private takeNamed({ name, end }: { name: string; end: number }): string {
    this.at = end;
    this.skip();
    return name;
  }

  /** Runs a part of the grammar one level deeper. */
  nested<T>(parse: () => T): T {
    if (++this.depth > MAX_DEPTH) this.fail('The expression is nested too deeply');
    const result = parse();
    this.depth--;
    return result;
  }

  /** Tries a part of the grammar; on failure nothing is taken and it gives null. */
  attempt<T>(parse: () => T | null): T | null {
    const { at, depth, names } = this;
    try {
      const result = parse();
      if (result !== null) return result;
    } catch (error) {
      if (!(error instanceof FeelSyntaxError)) throw error;
    }
    this.at = at;
    this.depth = depth;
    this.names = names;
    return null;
  }

  /** Runs a part of the grammar in which further names are known. */
  knowing<T>(names: string[], parse: () => T): T {
    const outer = this.names;
    this.names = outer.with(names);
    const result = parse();
    this.names = outer;
    return result;
  }
}
