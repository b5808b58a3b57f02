/** Item definitions as FEEL types, and JSON input read as values of a type. */
import { compileNew } from '../feel/expression.ts';
import { Account, Scope } from '../feel/interpret/scope.ts';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../feel/temporal/text.ts';
import { ANY, type FeelType, namedType } from '../feel/types.ts';
import { isContext, newContext, type Value } from '../feel/values.ts';
import type { Definitions, ItemDefinition } from './model.ts';

/** Finds the types of one file, those it imports under their name. */
export class TypeTable {
  private readonly own: Definitions;
  private readonly imported: (namespace: string) => TypeTable | undefined;
  private readonly known = new Map<string, FeelType>();

  constructor(own: Definitions, imported: (namespace: string) => TypeTable | undefined) {
    this.own = own;
    this.imported = imported;
  }

  /** The type of a name; null if there is none. A type that contains itself is Any where it does. */
  find(name: string): FeelType | null {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const item = this.own.itemDefinitions.find((candidate) => candidate.name === name);
    if (item !== undefined) {
      this.known.set(name, ANY);
      const type = this.typeOf(item);
      this.known.set(name, type);
      return type;
    }
    for (const { name: prefix, namespace } of this.own.imports) {
      const table = this.imported(namespace);
      if (prefix === '') {
        const type = table?.find(name);
        if (type && namedType(name) === null) return type;
      } else if (name.startsWith(`${prefix}.`)) return table?.find(name.slice(prefix.length + 1)) ?? null;
    }
    return namedType(name);
  }

  /** The unary tests that narrow a type: its own and those of the types it is made of. */
  testsOf(name: string, seen: ReadonlySet<string> = new Set()): string[] {
    if (seen.has(name)) return [];
    const item = this.own.itemDefinitions.find((candidate) => candidate.name === name);
    if (item !== undefined) {
      const inner = item.typeRef === null ? [] : this.testsOf(item.typeRef, new Set([...seen, name]));
      return [item.allowedValues, item.typeConstraint].filter((tests) => tests !== null).concat(inner);
    }
    const from = this.own.imports.find(({ name: prefix }) => prefix !== '' && name.startsWith(`${prefix}.`));
    const table = from === undefined ? undefined : this.imported(from.namespace);
    return table?.testsOf(name.slice((from?.name.length ?? 0) + 1)) ?? [];
  }

  private typeOf(item: ItemDefinition): FeelType {
    let type: FeelType = item.typeRef === null ? ANY : (this.find(item.typeRef) ?? ANY);
    if (item.components.length > 0) {
      type = {
        type: 'context',
        entries: Object.fromEntries(item.components.map((part) => [part.name, this.typeOf(part)])),
      };
    }
    if (item.functionItem !== null) {
      const ref = (name: string | null) => (name === null ? ANY : (this.find(name) ?? ANY));
      const parameters = item.functionItem.parameters.map((parameter) => ref(parameter.typeRef));
      type = { type: 'function', parameters, result: ref(item.functionItem.typeRef) };
    }
    if (item.allowedValues !== null) type = constrained(type, item.allowedValues);
    if (item.isCollection) type = { type: 'list', of: type };
    return item.typeConstraint === null ? type : constrained(type, item.typeConstraint);
  }
}

/** A type narrowed by unary tests; tests that do not parse narrow nothing (lint names them). */
export function constrained(of: FeelType, tests: string): FeelType {
  const compiled = compileNew(tests, 'unaryTests', { names: [] });
  if (compiled.evaluate === null) return of;
  const { evaluate } = compiled;
  return {
    type: 'constrained',
    of,
    allows: (value) => evaluate(new Scope({ '?': value }, null, new Account(null))) === true,
  };
}

const READ: Record<string, (text: string) => Value> = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  'days and time duration': parseDuration,
  'years and months duration': parseDuration,
};

/** JSON input as a value of the type: where the type wants a date, time or duration, a text is read as one. */
export function readAs(value: Value, type: FeelType): Value {
  if (type.type === 'constrained') return readAs(value, type.of);
  if (type.type === 'basic' && typeof value === 'string') {
    const read = READ[type.name];
    return read === undefined ? value : read(value);
  }
  if (type.type === 'list')
    return Array.isArray(value) ? value.map((item) => readAs(item, type.of)) : readAs(value, type.of);
  if (type.type !== 'context' || !isContext(value)) return value;
  const context = newContext();
  for (const [key, entry] of Object.entries(value)) context[key] = readAs(entry, type.entries[key] ?? ANY);
  return context;
}
