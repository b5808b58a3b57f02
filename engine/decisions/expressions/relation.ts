import type { Evaluate } from '../../feel/interpret/scope.ts';
import { newContext } from '../../feel/values.ts';
import { asType, type Compiler } from '../compiler.ts';
import type { Of } from './index.ts';

/** Relation: a list of contexts, one per row. */
export function compileRelation(expression: Of<'relation'>, compiler: Compiler): Evaluate {
  const columns = expression.columns.map(({ name, typeRef }) => ({ name, type: compiler.type(typeRef) }));
  const rows = expression.rows.map((row) => row.map((cell) => compiler.boxed(cell)));
  return (scope) =>
    rows.map((row) => {
      const context = newContext();
      columns.forEach(({ name, type }, i) => {
        context[name] = asType(row[i]?.(scope) ?? null, type, scope);
      });
      return context;
    });
}
