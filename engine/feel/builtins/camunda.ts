/**
 * Functions that Camunda 8 adds to FEEL, for models drawn for it (docs.camunda.io, "FEEL built-in functions"). Those that
 * ask a clock or chance are left out.
 */
import { equals } from '../compare.ts';
import { type FeelNumber, toInteger } from '../decimal.ts';
import { compilePattern, extract } from '../regex/index.ts';
import { daysInMonth } from '../temporal/calendar.ts';
import { FeelDate, FeelDateTime } from '../temporal/values.ts';
import type { Run, Value } from '../values.ts';
import { weightOf } from '../weight.ts';
import { type Library, signature } from './signature.ts';

/** Lists of `size` elements each; the last one may be shorter. */
function partition([list, size]: Value[]): Value {
  const length = toInteger(size as FeelNumber);
  if (length === null || length < 1) return null;
  const items = list as Value[];
  return Array.from({ length: Math.ceil(items.length / length) }, (_, i) =>
    items.slice(i * length, (i + 1) * length),
  );
}

/** The values that stand in the list more than once, each once. */
function duplicateValues([list]: Value[], run: Run): Value {
  const items = list as Value[];
  run.work((items.length * weightOf(items)) / 100);
  const places = (value: Value) => items.findIndex((other) => equals(other, value) === true);
  const repeated = items.filter((value, i) => places(value) < i);
  return repeated.filter((value, i) => !repeated.slice(0, i).some((other) => equals(other, value) === true));
}

function lastDayOfMonth([from]: Value[]): Value {
  const date = from instanceof FeelDateTime ? from.date : (from as FeelDate);
  return new FeelDate(date.year, date.month, daysInMonth(date.year, date.month));
}

function extractAll([text, pattern]: Value[], run: Run): Value {
  const compiled = compilePattern(pattern as string, '');
  return compiled === null ? null : extract(compiled, text as string, run);
}

function assert([value, condition, cause]: Value[], run: Run): Value {
  if (condition === true) return value ?? null;
  run.warn(typeof cause === 'string' ? cause : 'The assertion does not hold');
  return null;
}

export const CAMUNDA: Library = {
  'is defined': [signature('value: any', ([value]) => value !== null)],
  'get or else': [signature('value: any, default: any', ([value, other]) => value ?? other ?? null)],
  assert: [signature('value: any, condition: any, cause?: string', assert)],
  'is empty': [signature('list: list', ([list]) => (list as Value[]).length === 0)],
  'duplicate values': [signature('list: list', duplicateValues)],
  partition: [signature('list: list, size: number', partition)],
  'is blank': [signature('string: string', ([text]) => (text as string).trim() === '')],
  trim: [signature('string: string', ([text]) => (text as string).trim())],
  extract: [signature('string: string, pattern: string', extractAll)],
  'last day of month': [signature('date: date or date and time', lastDayOfMonth)],
};
