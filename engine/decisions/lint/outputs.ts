/** The outputs of a rule as far as they are known before any input. */
import { toText } from '../../feel/builtins/conversion.ts';
import type { Value } from '../../feel/values.ts';
import type { DecisionTable } from '../model.ts';
import { constantOf } from './geometry/cell.ts';

/** The output values of a rule (counted from 1) and their text, equal for equal values; null if one is no constant. */
export function outputsOf(table: DecisionTable, rule: number): { values: Value[]; text: string } | null {
  const values: Value[] = [];
  for (const cell of table.rules[rule - 1]?.outputs ?? []) {
    const value = cell === '' ? null : constantOf(cell);
    if (value === undefined) return null;
    values.push(value);
  }
  return { values, text: toText(values) };
}
