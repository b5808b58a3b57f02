/** A decision table as boxes: each input a line of pieces, each rule the pieces it takes. */
import { toText } from '../../../feel/builtins/conversion.ts';
import { toJson } from '../../../feel/json.ts';
import { ANY } from '../../../feel/types.ts';
import type { Value } from '../../../feel/values.ts';
import type { Json } from '../../../types.ts';
import { inputType } from '../../expressions/decision-table.ts';
import type { TypeTable } from '../../item-types.ts';
import type { DecisionTable } from '../../model.ts';
import { answersOf, type Piece, piecesOf } from './axis.ts';
import { pointsOf } from './cell.ts';
import { type Box, Budget } from './cover.ts';

export interface Column {
  /** The input expression. */
  expression: string;
  pieces: Piece[];
}

export interface Rule {
  /** As people count: from 1. */
  number: number;
  /** What it takes for certain: a cell that cannot be analysed takes nothing. */
  box: Box;
  /** What it may take: a cell that cannot be analysed may take everything. */
  possible: Box;
  /** A cell of it cannot be analysed: whether it matches depends on more than the input. */
  isOpen: boolean;
}

export interface Geometry {
  columns: Column[];
  rules: Rule[];
}

/** The geometry of a table. Throws `TooLarge`. */
export function geometryOf(table: DecisionTable, types: TypeTable | undefined): Geometry {
  const budget = new Budget();
  const columns: Column[] = [];
  const rules: Rule[] = table.rules.map((_, i) => ({ number: i + 1, box: [], possible: [], isOpen: false }));
  table.inputs.forEach(({ expression, typeRef, allowed }, column) => {
    const type = inputType(typeRef === null ? ANY : (types?.find(typeRef) ?? ANY), allowed);
    const cells = table.rules.map(({ inputs }) => testsOf(inputs[column]));
    const points = new Map([...new Set(cells)].map((cell) => [cell, pointsOf(cell)]));
    const limits = [allowed, ...(typeRef === null ? [] : (types?.testsOf(typeRef) ?? []))];
    const named = [...points.values(), ...limits.map((tests) => (tests === null ? [] : pointsOf(tests)))];
    const pieces = piecesOf(
      named.flatMap((some) => some ?? []),
      type,
    );
    budget.spend(points.size * pieces.length);
    const none = pieces.map(() => false);
    const every = pieces.map(() => true);
    const answers = new Map(
      [...points].map(([cell, known]) => [cell, known === null ? null : answersOf(cell, pieces)]),
    );
    for (const [i, rule] of rules.entries()) {
      const taken = answers.get(cells[i] ?? '-') ?? null;
      if (taken === null) rule.isOpen = true;
      rule.box.push(taken ?? none);
      rule.possible.push(taken ?? every);
    }
    columns.push({ expression, pieces });
  });
  return { columns, rules };
}

/** A cell left empty asks for nothing. */
export function testsOf(cell: string | undefined): string {
  return cell === undefined || cell === '' ? '-' : cell;
}

/** An input of the box, by input expression. */
export function witnessOf(columns: Column[], pieces: number[]): Record<string, Json> {
  return Object.fromEntries(
    columns.map(({ expression, pieces: all }, i) => [
      expression,
      toJson(all[pieces[i] ?? -1]?.value ?? null),
    ]),
  );
}

/** The box in FEEL: `amount (5..8), kind "A"`; what may be anything is left out. */
export function textOf(columns: Column[], box: Box): string {
  const parts = columns.flatMap(({ expression, pieces }, column) => {
    const taken = box[column] ?? [];
    const left = pieces.filter((_, i) => !taken[i]);
    if (left.length === 0) return [];
    const fewer = left.every(({ isPoint }) => isPoint) && pieces.some(({ isPoint }) => !isPoint);
    const text = fewer
      ? `not(${left.map(({ value }) => toText(value, true)).join(', ')})`
      : runsOf(pieces, taken).map(runText).join(', ');
    return [`${expression} ${text}`];
  });
  return parts.join('; ');
}

/** Neighbouring pieces together. */
function runsOf(pieces: Piece[], taken: boolean[]): [Piece, Piece][] {
  const runs: [Piece, Piece][] = [];
  for (const [i, piece] of pieces.entries()) {
    if (!taken[i]) continue;
    const last = runs.at(-1);
    const continues = last !== undefined && taken[i - 1] && touches(last[1], piece);
    if (continues) last[1] = piece;
    else runs.push([piece, piece]);
  }
  return runs;
}

function touches(before: Piece, after: Piece): boolean {
  return before.high !== null && before.high === after.low;
}

function runText([first, last]: [Piece, Piece]): string {
  const text = (value: Value) => toText(value, true);
  if (first === last && first.isPoint) return text(first.value);
  if (first.low === null && last.high === null) return '-';
  if (first.low === null) return `${last.isPoint ? '<=' : '<'} ${text(last.high)}`;
  if (last.high === null) return `${first.isPoint ? '>=' : '>'} ${text(first.low)}`;
  return `${first.isPoint ? '[' : '('}${text(first.low)}..${text(last.high)}${last.isPoint ? ']' : ')'}`;
}
