import { BUILTINS } from '../../feel/builtins/index.ts';
import { callNamed } from '../../feel/interpret/call.ts';
import type { Evaluate } from '../../feel/interpret/scope.ts';
import type { Compiler } from '../compiler.ts';
import type { Of } from './index.ts';

/** Boxed invocation: a function by name, its arguments by parameter name. */
export function compileInvocation(expression: Of<'invocation'>, compiler: Compiler): Evaluate {
  const { target } = expression;
  const bindings = expression.bindings.map(({ name, value }) => ({ name, value: compiler.boxed(value) }));
  const builtin = target?.kind === 'literal' ? BUILTINS.get(target.text) : undefined;
  const fn = compiler.boxed(target);
  return (scope) => {
    const name = target?.kind === 'literal' ? target.text : '';
    const callee = builtin !== undefined && scope.find(name) === undefined ? builtin : fn(scope);
    const args = Object.fromEntries(bindings.map((binding) => [binding.name, binding.value(scope)]));
    return callNamed(callee, args, scope.account);
  };
}
