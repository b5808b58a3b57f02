import { forReturn } from '../../feel/interpret/iteration.ts';
import type { Evaluate } from '../../feel/interpret/scope.ts';
import type { Compiler } from '../compiler.ts';
import type { Of } from './index.ts';

/** Boxed for. */
export function compileFor(expression: Of<'for'>, compiler: Compiler): Evaluate {
  const iterators = [{ name: expression.variable, source: compiler.boxed(expression.in), to: null }];
  const body = compiler.boxed(expression.body);
  return (scope) => forReturn(iterators, body, scope);
}

/** Boxed some and every: a condition that is no boolean, for whichever element, makes the whole null. */
export function compileQuantified(expression: Of<'some' | 'every'>, compiler: Compiler): Evaluate {
  const iterators = [{ name: expression.variable, source: compiler.boxed(expression.in), to: null }];
  const condition = compiler.boxed(expression.body);
  return (scope) => {
    const values = forReturn(iterators, condition, scope);
    if (!Array.isArray(values) || values.some((value) => typeof value !== 'boolean')) return null;
    return expression.kind === 'some' ? values.includes(true) : !values.includes(false);
  };
}
