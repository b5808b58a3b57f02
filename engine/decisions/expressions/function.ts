import { closure, type Evaluate } from '../../feel/interpret/scope.ts';
import { ANY, type FeelType } from '../../feel/types.ts';
import type { Compiler } from '../compiler.ts';
import type { Of } from './index.ts';

/** Function definition. Java and PMML are not called: a decision is data, not code. */
export function compileFunction(
  expression: Of<'function'>,
  compiler: Compiler,
  result: FeelType = ANY,
): Evaluate {
  const parameters = expression.parameters.map(({ name, typeRef }) => ({
    name,
    type: compiler.type(typeRef),
  }));
  const declared = compiler.type(expression.typeRef);
  const body =
    expression.language === 'FEEL' ? compiler.boxed(expression.body) : compiler.foreign(expression.language);
  // The reference of a function definition names the function's type or, in older files, its result's.
  const resultType = result !== ANY ? result : declared.type === 'function' ? declared.result : declared;
  return (scope) => closure(parameters, resultType, scope, body);
}
