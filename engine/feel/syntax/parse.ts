/**
 * Reads FEEL text into a tree (DMN 1.5, 10.3.1.2), by recursive descent, one function per level of precedence:
 * or, and, comparison, sum, product, power, negation, instance of, path · filter · call, primary.
 */
import { Cursor } from './cursor.ts';
import { takeAtLiteral, takeNumber, takeString } from './literals.ts';
import { BUILT_IN_NAMES, Names, wordAt } from './names.ts';
import type { ComparisonOperator, ContextEntry, Iterator, Node } from './tree.ts';
import { parseType, type TypeLookup } from './type.ts';

/** What a text is read against. */
export interface Scope {
  /** Names in scope that hold a symbol or a keyword; others need not be known. */
  names: Iterable<string>;
  types?: TypeLookup;
}

/** Longer texts are refused. */
const MAX_LENGTH = 100_000;
/** Levels of a tree that whatever walks over it can still go down. */
const MAX_TREE_DEPTH = 1_500;
const NO_TYPES: TypeLookup = () => null;
const OPEN_ENDED: ComparisonOperator[] = ['<=', '>=', '<', '>'];
const COMPARISONS: ComparisonOperator[] = [...OPEN_ENDED, '!=', '='];
/** What cannot begin a filter's condition, but follows a range that ends in `[`. */
const NO_FILTER = /^(?:[)\],}=!<>*/+]|\.\s*[^\d\s]|(?:and|or|in|then|else|return|satisfies)\b)/;
/** A name and a colon: a context's key, or a named argument. */
const KEY = /([?\p{L}_\u{10000}-\u{EFFFF}][^:(){}[\]"<>=,]*?)\s*:/uy;

/** Parses an expression; throws `FeelSyntaxError`. */
export function parseExpression(text: string, scope: Scope): Node {
  return new Parser(text, scope).whole((parser) => parser.expression());
}

/** Parses the unary tests of an input entry; throws `FeelSyntaxError`. */
export function parseUnaryTests(text: string, scope: Scope): Node {
  return new Parser(text, scope).whole((parser) => parser.unaryTests());
}

/** Whether the tree has more levels; `1 + 1 + 1 + …` grows one with each operator, without nesting in the text. */
function isDeeperThan(limit: number, root: Node): boolean {
  let level: object[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((part) =>
      Object.values(part).filter((inner) => typeof inner === 'object' && inner !== null),
    );
  }
  return false;
}

class Parser {
  private readonly cursor: Cursor;
  private readonly types: TypeLookup;
  /** A primary expression read already, which the next call of `primary` gives. */
  private read: Node | null = null;

  constructor(text: string, scope: Scope) {
    const names = new Names(scope.names, BUILT_IN_NAMES);
    this.cursor = new Cursor(text.length > MAX_LENGTH ? '' : text, names);
    if (text.length > MAX_LENGTH) this.cursor.fail(`The expression is longer than ${MAX_LENGTH} characters`);
    this.types = scope.types ?? NO_TYPES;
  }

  whole(parse: (parser: Parser) => Node): Node {
    const node = parse(this);
    if (!this.cursor.atEnd()) this.cursor.fail('Unexpected text');
    if (isDeeperThan(MAX_TREE_DEPTH, node))
      this.cursor.fail('The expression has too many operators in a row');
    return node;
  }

  unaryTests(): Node {
    const { cursor } = this;
    if (cursor.sees('-') && cursor.text.slice(cursor.at + 1).trim() === '') {
      cursor.take('-');
      return { node: 'unary tests', negated: false, tests: [] };
    }
    const negated = cursor.attempt(() => {
      if (!cursor.takeKeyword('not') || !cursor.take('(')) return null;
      const tests = this.tests();
      return cursor.take(')') && cursor.atEnd() ? tests : null;
    });
    if (negated !== null) return { node: 'unary tests', negated: true, tests: negated };
    return { node: 'unary tests', negated: false, tests: this.tests() };
  }

  private tests(): Node[] {
    const tests = [this.test()];
    while (this.cursor.take(',')) tests.push(this.test());
    return tests;
  }

  /** A positive unary test: `< 5`, `[1..5]`, or any expression. */
  private test(): Node {
    return this.operatorTest() ?? this.expression();
  }

  private operatorTest(): Node | null {
    const { cursor } = this;
    const operator = cursor.take('!=') ? '!=' : cursor.take('=') ? '=' : null;
    return operator === null ? this.openRange() : { node: 'comparison test', operator, operand: this.sum() };
  }

  /** A range with one end: `< 5`. */
  private openRange(): Node | null {
    const operator = OPEN_ENDED.find((symbol) => this.cursor.take(symbol));
    if (operator === undefined) return null;
    const operand = this.sum();
    const included = operator.endsWith('=');
    return operator.startsWith('<')
      ? { node: 'range', start: null, end: operand, startIncluded: false, endIncluded: included }
      : { node: 'range', start: operand, end: null, startIncluded: included, endIncluded: false };
  }

  expression(): Node {
    return this.cursor.nested(() => this.openRange() ?? this.or());
  }

  private or(): Node {
    let left = this.and();
    while (this.cursor.takeKeyword('or')) left = { node: 'or', left, right: this.and() };
    return left;
  }

  private and(): Node {
    let left = this.comparison();
    while (this.cursor.takeKeyword('and')) left = { node: 'and', left, right: this.comparison() };
    return left;
  }

  private comparison(): Node {
    const { cursor } = this;
    let left = this.sum();
    for (;;) {
      const operator = COMPARISONS.find((symbol) => cursor.take(symbol));
      if (operator !== undefined) left = { node: 'compare', operator, left, right: this.sum() };
      else if (cursor.takeKeyword('between')) {
        const low = this.sum();
        cursor.expectKeyword('and');
        left = { node: 'between', value: left, low, high: this.sum() };
      } else if (cursor.takeKeyword('in')) left = { node: 'in', value: left, tests: this.inTests() };
      else return left;
    }
  }

  private inTests(): Node[] {
    const { cursor } = this;
    if (!cursor.take('(')) return [this.operatorTest() ?? this.sum()];
    const first = this.test();
    if (cursor.sees('..')) return [this.continued(this.rangeFrom(first, false))];
    const tests = [first];
    while (cursor.take(',')) tests.push(this.test());
    cursor.expect(')');
    // `in (a)[1]`: the parentheses were the beginning of an expression.
    return tests.length === 1 ? [this.continued(first)] : tests;
  }

  /** The expression that begins with a part already read. */
  private continued(node: Node): Node {
    this.read = node;
    return this.sum();
  }

  private sum(): Node {
    const { cursor } = this;
    let left = this.product();
    for (;;) {
      if (cursor.take('+')) left = { node: 'arithmetic', operator: '+', left, right: this.product() };
      else if (cursor.take('-')) left = { node: 'arithmetic', operator: '-', left, right: this.product() };
      else return left;
    }
  }

  private product(): Node {
    const { cursor } = this;
    let left = this.power();
    for (;;) {
      if (!cursor.sees('**') && cursor.take('*'))
        left = { node: 'arithmetic', operator: '*', left, right: this.power() };
      else if (cursor.take('/')) left = { node: 'arithmetic', operator: '/', left, right: this.power() };
      else return left;
    }
  }

  private power(): Node {
    let left = this.negation();
    while (this.cursor.take('**'))
      left = { node: 'arithmetic', operator: '**', left, right: this.negation() };
    return left;
  }

  private negation(): Node {
    if (!this.cursor.take('-')) return this.instanceOf();
    return { node: 'negate', operand: this.cursor.nested(() => this.negation()) };
  }

  private instanceOf(): Node {
    const { cursor } = this;
    const value = this.postfix();
    if (!cursor.takeKeyword('instance')) return value;
    cursor.expectKeyword('of');
    return { node: 'instance of', value, type: parseType(cursor, this.types) };
  }

  private postfix(): Node {
    const { cursor } = this;
    let node = this.primary();
    for (;;) {
      if (!cursor.sees('..') && cursor.take('.')) {
        const name = cursor.takeName() ?? this.keywordName();
        node = { node: 'path', source: node, name };
      } else if (cursor.take('(')) node = this.call(node);
      else if (cursor.sees('[') && this.startsFilter()) {
        cursor.expect('[');
        const condition = this.expression();
        cursor.expect(']');
        node = { node: 'filter', source: node, condition };
      } else return node;
    }
  }

  /** `[` behind an expression opens a filter, or closes a range (`1..10[`): then nothing it could filter by follows. */
  private startsFilter(): boolean {
    const { cursor } = this;
    const at = cursor.at;
    cursor.take('[');
    const rest = cursor.text.slice(cursor.at);
    cursor.at = at;
    return rest !== '' && !NO_FILTER.test(rest);
  }

  /** A keyword used as a property's name: `a.in`. */
  private keywordName(): string {
    const word = wordAt(this.cursor.text, this.cursor.at);
    if (word === null) this.cursor.fail('Expected a name behind "."');
    this.cursor.take(word);
    return word;
  }

  private call(target: Node): Node {
    const { cursor } = this;
    if (cursor.take(')')) return { node: 'call', target, args: [] };
    const named = this.key() !== null;
    if (named) {
      const args = this.entries(')', () => this.key());
      return { node: 'named call', target, args };
    }
    const args = [this.expression()];
    while (cursor.take(',')) args.push(this.expression());
    cursor.expect(')');
    return { node: 'call', target, args };
  }

  /** A key in front of a colon, without taking it: `{ key, length }`. */
  private key(): { key: string; length: number } | null {
    const { cursor } = this;
    KEY.lastIndex = cursor.at;
    const match = KEY.exec(cursor.text);
    if (match === null) return null;
    return { key: (match[1] ?? '').replace(/\s+/g, ' ').trim(), length: match[0].length };
  }

  private entries(close: string, readKey: () => { key: string; length: number } | null): ContextEntry[] {
    const { cursor } = this;
    const entries: ContextEntry[] = [];
    const outer = cursor.names;
    do {
      const text = close === '}' ? takeString(cursor) : null;
      const plain = text === null ? readKey() : null;
      const key = text ?? plain?.key ?? cursor.fail('Expected a name and ":"');
      if (plain !== null) {
        cursor.at += plain.length;
        cursor.skip();
      } else cursor.expect(':');
      entries.push({ key, value: this.expression() });
      // A context's entry sees the entries before it.
      if (close === '}') cursor.names = cursor.names.with([key]);
    } while (cursor.take(','));
    cursor.names = outer;
    cursor.expect(close);
    return entries;
  }

  private primary(): Node {
    const { cursor, read } = this;
    if (read !== null) {
      this.read = null;
      return read;
    }
    const literal = takeNumber(cursor) ?? takeAtLiteral(cursor);
    if (literal !== null) return literal;
    const text = takeString(cursor);
    if (text !== null) return { node: 'literal', value: text };
    if (cursor.take('(')) return this.parenthesis();
    if (cursor.take('[')) return this.listOrRange();
    if (cursor.take(']')) return this.rangeFrom(this.expression(), false);
    if (cursor.take('{'))
      return { node: 'context', entries: cursor.take('}') ? [] : this.entries('}', () => this.key()) };
    return this.keyword() ?? this.name();
  }

  private name(): Node {
    const name = this.cursor.takeName();
    return name === null ? this.cursor.fail('Expected an expression') : { node: 'name', name };
  }

  private keyword(): Node | null {
    const { cursor } = this;
    // A known name may begin with a keyword.
    if (cursor.names.longestAt(cursor.text, cursor.at) !== null) return null;
    if (cursor.takeKeyword('null')) return { node: 'literal', value: null };
    if (cursor.takeKeyword('true')) return { node: 'literal', value: true };
    if (cursor.takeKeyword('false')) return { node: 'literal', value: false };
    if (cursor.takeKeyword('if')) return this.conditional();
    if (cursor.takeKeyword('for')) return this.forReturn();
    if (cursor.takeKeyword('some')) return this.quantified('some');
    if (cursor.takeKeyword('every')) return this.quantified('every');
    if (cursor.takeKeyword('function')) return this.functionDefinition();
    return this.logicalFunction();
  }

  /** `and(…)` and `or(…)`, which DMN 1.1 had beside `all` and `any`: an operand cannot begin with the operator. */
  private logicalFunction(): Node | null {
    const { cursor } = this;
    const name = ['and', 'or'].find((word) => cursor.takeKeyword(word));
    if (name === undefined) return null;
    if (!cursor.sees('(')) cursor.fail('Expected an expression');
    return { node: 'name', name };
  }

  private parenthesis(): Node {
    const { cursor } = this;
    const node = this.operatorTest() ?? this.expression();
    if (cursor.sees('..')) return this.rangeFrom(node, false);
    cursor.expect(')');
    if (node.node !== 'comparison test' || node.operator !== '=') return node;
    // `(=5)` is a range like `(<5)`.
    const { operand } = node;
    return {
      node: 'range',
      start: operand,
      end: operand,
      startIncluded: true,
      endIncluded: true,
      equality: true,
    };
  }

  private listOrRange(): Node {
    const { cursor } = this;
    if (cursor.take(']')) return { node: 'list', items: [] };
    const items = [this.test()];
    if (cursor.sees('..')) return this.rangeFrom(items[0] as Node, true);
    while (cursor.take(',')) items.push(this.test());
    cursor.expect(']');
    return { node: 'list', items };
  }

  private rangeFrom(start: Node, startIncluded: boolean): Node {
    const { cursor } = this;
    cursor.expect('..');
    const end = this.expression();
    const endIncluded = cursor.take(']');
    if (!endIncluded && !cursor.take(')') && !cursor.take('[')) cursor.fail('Expected "]", ")" or "["');
    return { node: 'range', start, end, startIncluded, endIncluded };
  }

  private conditional(): Node {
    const { cursor } = this;
    const condition = this.expression();
    cursor.expectKeyword('then');
    const then = this.expression();
    cursor.expectKeyword('else');
    return { node: 'if', condition, then, else: this.expression() };
  }

  /** Iterators, the keyword behind them, and the expression that sees their variables. */
  private iteration(keyword: 'return' | 'satisfies'): { iterators: Iterator[]; body: Node } {
    const { cursor } = this;
    const outer = cursor.names;
    const iterators: Iterator[] = [];
    do {
      const name = cursor.takeDeclaredName() ?? cursor.fail('Expected the name of a variable');
      cursor.expectKeyword('in');
      const source = this.expression();
      iterators.push({ name, source, to: cursor.take('..') ? this.expression() : null });
      cursor.names = cursor.names.with([name]);
    } while (cursor.take(','));
    cursor.expectKeyword(keyword);
    const body = this.expression();
    cursor.names = outer;
    return { iterators, body };
  }

  private forReturn(): Node {
    return { node: 'for', ...this.iteration('return') };
  }

  private quantified(node: 'some' | 'every'): Node {
    const { iterators, body } = this.iteration('satisfies');
    return { node, iterators, condition: body };
  }

  private functionDefinition(): Node {
    const { cursor } = this;
    const parameters: (Node & { node: 'function' })['parameters'] = [];
    cursor.expect('(');
    while (!cursor.take(')')) {
      if (parameters.length > 0) cursor.expect(',');
      const name = cursor.takeDeclaredName() ?? cursor.fail('Expected the name of a parameter');
      parameters.push({ name, type: cursor.take(':') ? parseType(cursor, this.types) : null });
    }
    const external = cursor.takeKeyword('external');
    const body = cursor.knowing(
      parameters.map((parameter) => parameter.name),
      () => this.expression(),
    );
    return { node: 'function', parameters, body: external ? null : body };
  }
}
