import type { Sentence } from '../../model/problem.ts';
import type { DecisionTable } from '../model.ts';
import { type Fault, warning } from '../problems.ts';
import { Budget, TooLarge } from './geometry/cover.ts';
import { type Geometry, geometryOf } from './geometry/table.ts';
import { type DecisionLint, type DecisionRule, type LintedFile, perTable } from './rule.ts';

const known = new WeakMap<DecisionTable, Geometry>();

/** A rule that looks at the inputs a table covers; `what` it looks for is told of a table too large for that. */
export function perGeometry(
  what: Sentence,
  check: (table: DecisionTable, geometry: Geometry, budget: Budget) => Fault[],
): DecisionRule {
  return perTable((table, file, lint) => {
    try {
      return check(table, knownGeometry(table, file, lint), new Budget());
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      return [
        warning('table_not_analysed', {
          vi: `Bảng quá lớn để tìm ${what.vi}.`,
          en: `The table is too large to be searched for ${what.en}.`,
        }),
      ];
    }
  });
}

function knownGeometry(
  table: DecisionTable,
  { definitions }: LintedFile,
  { runtime }: DecisionLint,
): Geometry {
  const geometry = known.get(table) ?? geometryOf(table, runtime.typesOf(definitions.namespace));
  known.set(table, geometry);
  return geometry;
}
