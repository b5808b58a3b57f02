import type { Evaluate } from '../../feel/interpret/scope.ts';
import type { Compiler } from '../compiler.ts';
import type { Of } from './index.ts';

/** Boxed conditional: false and null take `else`; a condition that is no boolean makes the whole null. */
export function compileConditional(expression: Of<'conditional'>, compiler: Compiler): Evaluate {
  const condition = compiler.boxed(expression.if);
  const then = compiler.boxed(expression.then);
  const otherwise = compiler.boxed(expression.else);
  return (scope) => {
    const value = condition(scope);
    if (value === true) return then(scope);
    return value === false || value === null ? otherwise(scope) : null;
  };
}
