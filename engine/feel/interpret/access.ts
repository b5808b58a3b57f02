/** Path and filter expressions (DMN 1.5, tables 61 and 66, 10.3.2.5). */
import { isNumber, toInteger } from '../decimal.ts';
import { temporalProperty } from '../temporal/properties.ts';
import { FeelRange, isContext, isTemporal, kindOf, newContext, type Run, type Value } from '../values.ts';
import { type Evaluate, entryOf, type Scope } from './scope.ts';

/** The named part of a value; of a list, the parts of its elements. */
export function property(value: Value, name: string, run: Run): Value {
  if (Array.isArray(value)) {
    run.work(value.length);
    return value.map((item) => property(item, name, run));
  }
  let found: Value | undefined;
  if (isContext(value)) found = entryOf(value, name);
  else if (isTemporal(value)) found = temporalProperty(value, name);
  else if (value instanceof FeelRange) found = rangeProperty(value, name);
  if (found === undefined && value !== null) run.warn(`${kindOf(value)} has no entry "${name}"`);
  return found ?? null;
}

function rangeProperty(range: FeelRange, name: string): Value | undefined {
  switch (name) {
    case 'start':
      return range.start ?? null;
    case 'end':
      return range.end ?? null;
    case 'start included':
      return range.startIncluded;
    case 'end included':
      return range.endIncluded;
    default:
      return undefined;
  }
}

/**
 * `list[n]`, `list[-n]` or `list[condition]`; a single value is a list of one. A condition is asked of each element and
 * sees its entries; an index belongs to the list and sees none of them.
 */
export function filter(source: Value, condition: Evaluate, scope: Scope): Value {
  const items = Array.isArray(source) ? source : source === null ? [] : [source];
  scope.account.work(items.length);
  const first = condition(itemScope(items[0] ?? null, scope));
  if (isNumber(first)) {
    const index = condition(scope);
    return isNumber(index) ? at(items, toInteger(index) ?? 0, scope.account) : [];
  }
  if (typeof first !== 'boolean' && first !== null) {
    scope.account.warn(`A filter wants a number or a boolean, not ${kindOf(first)}`);
    return items.length === 0 ? [] : null;
  }
  return items.filter((item, i) => (i === 0 ? first : condition(itemScope(item, scope))) === true);
}

function at(items: Value[], index: number, run: Run): Value {
  const found = index > 0 ? items[index - 1] : items.at(index);
  if (index === 0 || found === undefined) run.warn(`A list of ${items.length} has no element ${index}`);
  return index === 0 ? null : (found ?? null);
}

/** Where a filter's condition is evaluated: `item`, and the entries of the element if it is a context. */
function itemScope(item: Value, scope: Scope): Scope {
  const named = newContext();
  named.item = item;
  const outer = scope.inner(named);
  return isContext(item) ? outer.inner(item) : outer;
}
