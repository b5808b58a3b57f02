/** The tree of a parsed FEEL expression. */
import type { FeelNumber } from '../decimal.ts';
import type { FeelType } from '../types.ts';
import type { Value } from '../values.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export interface Iterator {
  name: string;
  /** A list or range; with `to` the first bound of `from..to`. */
  source: Node;
  to: Node | null;
}

export interface ContextEntry {
  key: string;
  value: Node;
}

export type Node =
  | { node: 'literal'; value: Value | FeelNumber }
  | { node: 'name'; name: string }
  | { node: 'path'; source: Node; name: string }
  | { node: 'filter'; source: Node; condition: Node }
  | { node: 'call'; target: Node; args: Node[] }
  | { node: 'named call'; target: Node; args: ContextEntry[] }
  | { node: 'arithmetic'; operator: ArithmeticOperator; left: Node; right: Node }
  | { node: 'negate'; operand: Node }
  | { node: 'compare'; operator: ComparisonOperator; left: Node; right: Node }
  | { node: 'and' | 'or'; left: Node; right: Node }
  | { node: 'between'; value: Node; low: Node; high: Node }
  | { node: 'in'; value: Node; tests: Node[] }
  | { node: 'instance of'; value: Node; type: FeelType }
  | {
      node: 'range';
      start: Node | null;
      end: Node | null;
      startIncluded: boolean;
      endIncluded: boolean;
      /** Written as `(=5)`. */
      equality?: true;
    }
  /** A positive unary test that a boolean cannot say: `= 5`, `!= 5`. */
  | { node: 'comparison test'; operator: '=' | '!='; operand: Node }
  | { node: 'if'; condition: Node; then: Node; else: Node }
  | { node: 'for'; iterators: Iterator[]; body: Node }
  | { node: 'some' | 'every'; iterators: Iterator[]; condition: Node }
  | { node: 'list'; items: Node[] }
  | { node: 'context'; entries: ContextEntry[] }
  | { node: 'function'; parameters: { name: string; type: FeelType | null }[]; body: Node | null }
  /** Unary tests of an input entry; no tests is `-`. */
  | { node: 'unary tests'; negated: boolean; tests: Node[] };
