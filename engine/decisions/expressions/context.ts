import type { Evaluate } from '../../feel/interpret/scope.ts';
import { newContext } from '../../feel/values.ts';
import { asType, type Compiler } from '../compiler.ts';
import type { Of } from './index.ts';

/** Boxed context: each entry sees those before it; an entry without a name is the result of the whole. */
export function compileContext(expression: Of<'context'>, compiler: Compiler): Evaluate {
  const entries = expression.entries.map(({ variable, value }) => ({
    name: variable?.name ?? null,
    type: compiler.type(variable?.typeRef ?? null),
    value: compiler.boxed(value),
  }));
  return (scope) => {
    const context = newContext();
    const inner = scope.inner(context);
    for (const { name, type, value } of entries) {
      if (name === null) return value(inner);
      context[name] = asType(value(inner), type, scope);
    }
    return context;
  };
}
