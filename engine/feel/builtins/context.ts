/** Functions on contexts (DMN 1.5, table 77). */
import { entryOf } from '../interpret/scope.ts';
import { type Context, isContext, newContext, type Value } from '../values.ts';
import { type Library, signature } from './signature.ts';

const entry = (key: string, value: Value): Context => Object.assign(newContext(), { key, value });

/** A context of a list of `{key, value}`; null if a key is missing, no text or given twice. */
function fromEntries(list: Value[]): Value {
  const context = newContext();
  for (const item of list) {
    if (!isContext(item) || typeof item.key !== 'string' || !Object.hasOwn(item, 'value')) return null;
    if (Object.hasOwn(context, item.key)) return null;
    context[item.key] = item.value ?? null;
  }
  return context;
}

function put(context: Context, keys: Value[], value: Value): Value {
  const [key, ...rest] = keys;
  if (typeof key !== 'string') return null;
  const changed = Object.assign(newContext(), context);
  if (rest.length === 0) {
    changed[key] = value;
    return changed;
  }
  const inner = Object.hasOwn(context, key) ? (context[key] ?? null) : null;
  const nested = isContext(inner) ? put(inner, rest, value) : null;
  if (nested === null) return null;
  changed[key] = nested;
  return changed;
}

export const CONTEXT: Library = {
  'get value': [
    signature('m: context, key: string', ([m, key]) => entryOf(m as Context, key as string) ?? null),
    signature('m: context, key: list', ([m, keys]) =>
      (keys as Value[]).reduce<Value>(
        (value, key) => (isContext(value) && typeof key === 'string' ? (entryOf(value, key) ?? null) : null),
        m ?? null,
      ),
    ),
  ],
  'get entries': [
    signature('m: context', ([m]) => Object.entries(m as Context).map(([key, value]) => entry(key, value))),
  ],
  context: [signature('entries: list', ([entries]) => fromEntries(entries as Value[]))],
  'context put': [
    signature('context: context, key: string, value: any', ([context, key, value]) =>
      put(context as Context, [key ?? null], value ?? null),
    ),
    signature('context: context, keys: list, value: any', ([context, keys, value]) =>
      put(context as Context, keys as Value[], value ?? null),
    ),
  ],
  'context merge': [
    signature('contexts: list', ([contexts]) =>
      (contexts as Value[]).every(isContext) ? Object.assign(newContext(), ...(contexts as Context[])) : null,
    ),
  ],
};
