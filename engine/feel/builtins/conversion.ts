/** Conversions between types (DMN 1.5, table 69), and `not`, `is`. */
import { compareValues, equals } from '../compare.ts';
import { formatNumber, isNumber, parseNumber, toInteger } from '../decimal.ts';
import { FeelSyntaxError } from '../syntax/cursor.ts';
import { parseExpression } from '../syntax/parse.ts';
import type { Node } from '../syntax/tree.ts';
import {
  formatTemporal,
  MAX_OFFSET_SECONDS,
  makeDate,
  makeTime,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
} from '../temporal/text.ts';
import {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  MonthsDuration,
  type Zone,
} from '../temporal/values.ts';
import { FeelFunction, FeelRange, isTemporal, kindOf, type Run, type Value } from '../values.ts';
import { weightOf } from '../weight.ts';
import { type Library, signature } from './signature.ts';

/** FEEL's text of a value; nested strings are quoted. */
export function toText(value: Value, nested = false): string {
  if (value === null) return 'null';
  if (typeof value === 'string')
    return nested ? `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` : value;
  if (typeof value === 'boolean') return String(value);
  if (isNumber(value)) return formatNumber(value);
  if (isTemporal(value)) return nested ? `@"${formatTemporal(value)}"` : formatTemporal(value);
  if (Array.isArray(value)) return `[${value.map((item) => toText(item, true)).join(', ')}]`;
  if (value instanceof FeelRange) return rangeText(value);
  if (value instanceof FeelFunction) return 'function';
  return `{${Object.entries(value)
    .map(
      ([key, entry]) =>
        `${/^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(key) ? key : toText(key, true)}: ${toText(entry, true)}`,
    )
    .join(', ')}}`;
}

function asText(value: Value, run: Run): Value {
  run.work(weightOf(value));
  return value === null ? null : toText(value);
}

function rangeText({ start, end, startIncluded, endIncluded }: FeelRange): string {
  const text = (value: Value | undefined) => toText(value ?? null, true);
  if (start === undefined) return `${endIncluded ? '<=' : '<'} ${text(end)}`;
  if (end === undefined) return `${startIncluded ? '>=' : '>'} ${text(start)}`;
  return `${startIncluded ? '[' : '('}${text(start)}..${text(end)}${endIncluded ? ']' : ')'}`;
}

function toNumber([from, grouping, decimal]: Value[]): Value {
  if (typeof from !== 'string') return null;
  const separators = [' ', ',', '.'];
  if (grouping !== null && !separators.includes(grouping as string)) return null;
  if (decimal !== null && !separators.slice(1).includes(decimal as string)) return null;
  if (grouping !== null && grouping === decimal) return null;
  let text = from;
  if (typeof grouping === 'string') text = text.replaceAll(grouping, '');
  if (typeof decimal === 'string') text = text.replace(decimal, '.');
  return parseNumber(text);
}

const integer = (value: Value | undefined): number =>
  isNumber(value) ? (toInteger(value) ?? Number.NaN) : Number.NaN;

function zoneOf(offset: Value | undefined): Zone | undefined {
  if (offset === null || offset === undefined) return null;
  if (!(offset instanceof DaysDuration)) return undefined;
  const seconds = Number(offset.nanos / 1_000_000_000n);
  return Math.abs(seconds) <= MAX_OFFSET_SECONDS ? { offset: seconds } : undefined;
}

function timeOf([hour, minute, second, offset]: Value[]): FeelTime | null {
  const zone = zoneOf(offset);
  if (zone === undefined || !isNumber(second)) return null;
  const [whole = '', fraction = ''] = formatNumber(second).split('.');
  const nanos = Number(whole) * 1e9 + Number(fraction.slice(0, 9).padEnd(9, '0'));
  return makeTime(integer(hour), integer(minute), nanos, zone);
}

function dateOf([year, month, day]: Value[]): FeelDate | null {
  return makeDate(integer(year), integer(month), integer(day));
}

function dateTimeOf(date: Value | undefined, time: FeelTime | null): Value {
  if (time === null) return null;
  if (date instanceof FeelDate) return new FeelDateTime(date, time);
  return date instanceof FeelDateTime ? new FeelDateTime(date.date, time) : null;
}

/** Whole months from one date to another, toward zero; the time of day does not count. */
function monthsBetween(from: Value | undefined, to: Value | undefined): Value {
  const [a, b] = [dateIn(from), dateIn(to)];
  if (a === null || b === null) return null;
  const months = (b.year - a.year) * 12 + b.month - a.month;
  if (months > 0 && b.day < a.day) return new MonthsDuration(months - 1);
  return new MonthsDuration(months < 0 && b.day > a.day ? months + 1 : months);
}

function dateIn(value: Value | undefined): FeelDate | null {
  if (value instanceof FeelDate) return value;
  return value instanceof FeelDateTime ? value.date : null;
}

const TEMPORAL_LITERAL: Record<string, (text: string) => Value> = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  duration: parseDuration,
};

/** An end of a range text: a literal, or `date("…")` and the like over a literal. */
function literalOf(node: Node | null): Value {
  if (node?.node === 'literal') return node.value;
  if (node?.node === 'negate' && node.operand.node === 'literal' && isNumber(node.operand.value)) {
    return parseNumber(`-${formatNumber(node.operand.value)}`);
  }
  if (node?.node !== 'call' || node.target.node !== 'name' || node.args.length !== 1) return null;
  const text = literalOf(node.args[0] ?? null);
  const read = TEMPORAL_LITERAL[node.target.name];
  return node.args[0]?.node === 'literal' && typeof text === 'string' && read !== undefined
    ? read(text)
    : null;
}

/** A range from its text, e.g. `[1..5)`; its ends are literals. */
function rangeFrom(text: string): Value {
  let node: Node;
  try {
    node = parseExpression(text, { names: [] });
  } catch (error) {
    if (error instanceof FeelSyntaxError) return null;
    throw error;
  }
  if (node.node !== 'range') return null;
  const [start, end] = [literalOf(node.start), literalOf(node.end)];
  const order = compareValues(start, end);
  return order === null || order > 0 ? null : new FeelRange(start, end, node.startIncluded, node.endIncluded);
}

/** Same value and same type; times also in the same zone (DMN 1.5, 10.3.4.9). */
function is(a: Value, b: Value, run: Run): boolean {
  run.work(weightOf(a));
  return kindOf(a) === kindOf(b) && equals(a, b) === true && zoneText(a) === zoneText(b);
}

function zoneText(value: Value): string | number | null {
  const zone = value instanceof FeelTime || value instanceof FeelDateTime ? value.zone : null;
  if (zone === null) return null;
  return 'name' in zone ? zone.name : zone.offset;
}

export const CONVERSION: Library = {
  date: [
    signature('from: string', ([text]) => parseDate(text as string)),
    signature('from: date', ([date]) => date ?? null),
    signature('from: date and time', ([value]) => (value as FeelDateTime).date),
    signature('year: number, month: number, day: number', dateOf),
  ],
  time: [
    signature('from: string', ([text]) => parseTime(text as string)),
    signature('from: time', ([time]) => time ?? null),
    signature('from: date', () => new FeelTime(0, { offset: 0 })),
    signature('from: date and time', ([value]) => (value as FeelDateTime).time),
    signature('hour: number, minute: number, second: number, offset?: days and time duration', timeOf),
  ],
  'date and time': [
    signature('from: string', ([text]) => parseDateTime(text as string)),
    signature('from: date and time', ([value]) => value ?? null),
    signature('date: date or date and time, time: time', ([date, time]) =>
      dateTimeOf(date, time as FeelTime),
    ),
    signature(
      'year: number, month: number, day: number, hour: number, minute: number, second: number',
      (args) => dateTimeOf(dateOf(args), timeOf(args.slice(3))),
    ),
    signature(
      'year: number, month: number, day: number, hour: number, minute: number, second: number, offset: days and time duration?',
      (args) => dateTimeOf(dateOf(args), timeOf(args.slice(3))),
    ),
  ],
  duration: [
    signature('from: string', ([text]) => parseDuration(text as string)),
    signature('from: duration', ([value]) => value ?? null),
  ],
  'years and months duration': [
    signature('from: date or date and time, to: date or date and time', ([from, to]) =>
      monthsBetween(from, to),
    ),
  ],
  number: [
    signature('from: string', ([from]) => parseNumber(from as string)),
    signature('from: string, grouping separator: string?, decimal separator?: string?', toNumber),
    signature('from: number', ([from]) => from ?? null),
  ],
  string: [signature('from: any', ([from], run) => asText(from ?? null, run))],
  range: [signature('from: string', ([from]) => rangeFrom(from as string))],
  not: [signature('negand: boolean', ([negand]) => !negand)],
  is: [signature('value1?: any, value2?: any', ([a, b], run) => is(a ?? null, b ?? null, run))],
};
