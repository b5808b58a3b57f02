/** Types in an expression: `number`, `list<string>`, `context<a: date>`, `function<number> -> string`, names of the model. */
import { ANY, type FeelType, namedType } from '../types.ts';
import type { Cursor } from './cursor.ts';

/** Types of the model (item definitions) by name; null for an unknown name. */
export type TypeLookup = (name: string) => FeelType | null;

export function parseType(cursor: Cursor, lookup: TypeLookup): FeelType {
  return cursor.nested(() => {
    // `function` is a keyword elsewhere; as a type it is a name.
    let name = cursor.takeKeyword('function')
      ? 'function'
      : cursor.takeKeyword('null')
        ? 'Null'
        : cursor.takeName();
    if (name === null) cursor.fail('Expected the name of a type');
    while (cursor.take('.')) {
      const part = cursor.takeName();
      if (part === null) cursor.fail('Expected the name of a type');
      name = `${name}.${part}`;
    }
    if (name === 'list' && cursor.take('<'))
      return { type: 'list', of: closed(cursor, parseType(cursor, lookup)) };
    if (name === 'range' && cursor.take('<'))
      return { type: 'range', of: closed(cursor, parseType(cursor, lookup)) };
    if (name === 'context' && cursor.take('<')) return contextType(cursor, lookup);
    if (name === 'function' && cursor.take('<')) return functionType(cursor, lookup);
    const type = lookup(name) ?? namedType(name);
    if (type === null) cursor.fail(`Unknown type "${name}"`);
    return type;
  });
}

function closed(cursor: Cursor, type: FeelType): FeelType {
  cursor.expect('>');
  return type;
}

function contextType(cursor: Cursor, lookup: TypeLookup): FeelType {
  const entries: Record<string, FeelType> = {};
  do {
    const key = cursor.takeDeclaredName();
    if (key === null) cursor.fail('Expected the name of a context entry');
    cursor.expect(':');
    entries[key] = parseType(cursor, lookup);
  } while (cursor.take(','));
  return closed(cursor, { type: 'context', entries });
}

function functionType(cursor: Cursor, lookup: TypeLookup): FeelType {
  const parameters: FeelType[] = [];
  if (!cursor.take('>')) {
    do parameters.push(parseType(cursor, lookup));
    while (cursor.take(','));
    cursor.expect('>');
  }
  const result = cursor.take('->') ? parseType(cursor, lookup) : ANY;
  return { type: 'function', parameters, result };
}
