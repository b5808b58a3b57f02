/** Which variables an expression looks at. */
import { BUILTINS } from './builtins/index.ts';
import { FeelSyntaxError } from './syntax/cursor.ts';
import { parseExpression } from './syntax/parse.ts';
import type { Node } from './syntax/tree.ts';

/**
 * Names that the expression takes from outside; none of a text that does not parse. A filter's condition may mean properties
 * of the elements, so its names are left out. `names` are those with symbols or keywords.
 */
export function freeNames(text: string, names: string[] = []): string[] {
  try {
    const found = new Set<string>();
    collect(parseExpression(text, { names }), new Set(), found);
    return [...found];
  } catch (error) {
    if (error instanceof FeelSyntaxError) return [];
    throw error;
  }
}

function collect(part: unknown, bound: ReadonlySet<string>, found: Set<string>): void {
  if (Array.isArray(part)) for (const item of part) collect(item, bound, found);
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return;
  const node = part as Node;
  switch (node.node) {
    case 'name':
      if (!bound.has(node.name) && !BUILTINS.has(node.name)) found.add(node.name);
      return;
    case 'literal':
      return;
    case 'filter':
      collect(node.source, bound, found);
      return;
    case 'context': {
      const inner = new Set(bound);
      for (const { key, value } of node.entries) {
        collect(value, inner, found);
        inner.add(key);
      }
      return;
    }
    case 'for':
    case 'some':
    case 'every': {
      const inner = new Set([...bound, 'partial']);
      for (const { name, source, to } of node.iterators) {
        collect([source, to], inner, found);
        inner.add(name);
      }
      collect(node.node === 'for' ? node.body : node.condition, inner, found);
      return;
    }
    case 'function':
      collect(node.body, new Set([...bound, ...node.parameters.map(({ name }) => name)]), found);
      return;
    default:
      for (const inner of Object.values(node)) collect(inner, bound, found);
  }
}
