import { filter } from '../../feel/interpret/access.ts';
import type { Evaluate } from '../../feel/interpret/scope.ts';
import type { Compiler } from '../compiler.ts';
import type { Of } from './index.ts';

/** Boxed filter: the elements for which `match` is true; each is seen as `item`. A match that is no boolean makes it null. */
export function compileFilter(expression: Of<'filter'>, compiler: Compiler): Evaluate {
  const source = compiler.boxed(expression.in);
  const match = compiler.boxed(expression.match);
  return (scope) => {
    let boolean = true;
    const value = source(scope);
    const found = filter(
      value,
      (inner) => {
        const result = match(inner);
        if (typeof result !== 'boolean') boolean = false;
        return result;
      },
      scope,
    );
    return boolean || (Array.isArray(value) && value.length === 0) ? found : null;
  };
}
