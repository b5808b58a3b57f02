/** One input column as a line cut into pieces on each of which every cell gives the same answer. */
import { compareValues } from '../../../feel/compare.ts';
import { compileNew } from '../../../feel/expression.ts';
import { Account, Scope } from '../../../feel/interpret/scope.ts';
import { coerce, type FeelType } from '../../../feel/types.ts';
import { kindOf, type Value } from '../../../feel/values.ts';
import { LINES } from './line.ts';

/** A point, or the open stretch between two neighbouring points (an end that is null: without end). */
export interface Piece {
  /** A value on it. */
  value: Value;
  low: Value;
  high: Value;
  isPoint: boolean;
}

/** The pieces of a column's domain: values of its type, within what is allowed. `points` are the values its cells name. */
export function piecesOf(points: Value[], type: FeelType): Piece[] {
  const basic = basicOf(type);
  const named = points.filter((point) => point !== null);
  const kinds = basic === null ? [...new Set(named.map(kindOf))] : [basic];
  const pieces = kinds.flatMap((kind) =>
    kind === 'boolean'
      ? [true, false].map(pointPiece)
      : lineOf(
          kind,
          named.filter((point) => kindOf(point) === kind),
        ),
  );
  // Nothing is known of the column: any value stands for all.
  if (kinds.length === 0) pieces.push({ value: null, low: null, high: null, isPoint: false });
  else if (points.includes(null)) pieces.push(pointPiece(null));
  return pieces.filter(({ value }) => coerce(value, type) === value);
}

/** FEEL's name of the basic type a column is declared to have; null if it may hold several. */
export function basicOf(type: FeelType): string | null {
  if (type.type === 'constrained') return basicOf(type.of);
  return type.type === 'basic' ? type.name : null;
}

function pointPiece(value: Value): Piece {
  return { value, low: value, high: value, isPoint: true };
}

function lineOf(kind: string, named: Value[]): Piece[] {
  const line = LINES.get(kind);
  if (line === undefined) return [];
  const points = named
    .sort((a, b) => compareValues(a, b) ?? 0)
    .filter((point, i) => i === 0 || compareValues(named[i - 1], point) !== 0);
  const [first = null] = points;
  const last = points.at(-1) ?? null;
  if (first === null || last === null) return [{ value: line.any, low: null, high: null, isPoint: false }];
  const stretch = (value: Value, low: Value, high: Value): Piece[] => {
    const lies =
      value !== null &&
      (low === null || (compareValues(low, value) ?? 0) < 0) &&
      (high === null || (compareValues(value, high) ?? 0) < 0);
    return lies ? [{ value, low, high, isPoint: false }] : [];
  };
  return [
    ...stretch(line.below(first), null, first),
    ...points.flatMap((point, i) => {
      const next = points[i + 1];
      return [
        pointPiece(point),
        ...(next === undefined ? [] : stretch(line.between(point, next), point, next)),
      ];
    }),
    ...stretch(line.above(last), last, null),
  ];
}

/** Which of the pieces satisfy the tests: exact, as the tests are what the decision runs. */
export function answersOf(tests: string, pieces: Piece[]): boolean[] {
  const { evaluate } = compileNew(tests, 'unaryTests', { names: [] });
  return pieces.map(
    ({ value }) => evaluate !== null && evaluate(new Scope({ '?': value }, null, new Account(null))) === true,
  );
}
