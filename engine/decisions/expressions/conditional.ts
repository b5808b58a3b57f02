import type { Evaluate } from '../../feel/interpret/scope.ts';
import type { Compiler } from '../compiler.ts';
import type { Of } from './index.ts';

/** Boxed conditional: whatever is not true takes `else`. */
export function compileConditional(expression: Of<'conditional'>, compiler: Compiler): Evaluate {
  const condition = compiler.boxed(expression.if);
  const then = compiler.boxed(expression.then);
  const otherwise = compiler.boxed(expression.else);
  return (scope) => (condition(scope) === true ? then(scope) : otherwise(scope));
}
