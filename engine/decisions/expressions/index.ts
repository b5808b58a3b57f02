/** One compiler per kind of boxed expression. */
import type { Evaluate } from '../../feel/interpret/scope.ts';
import type { Compiler } from '../compiler.ts';
import type { Expression } from '../model.ts';
import { compileConditional } from './conditional.ts';
import { compileContext } from './context.ts';
import { compileTable } from './decision-table.ts';
import { compileFilter } from './filter.ts';
import { compileFunction } from './function.ts';
import { compileInvocation } from './invocation.ts';
import { compileFor, compileQuantified } from './iterator.ts';
import { compileRelation } from './relation.ts';

export function compileBoxed(expression: Expression, compiler: Compiler): Evaluate {
  switch (expression.kind) {
    case 'literal':
      return expression.text === '' ? () => null : compiler.feel(expression.text);
    case 'list': {
      const items = expression.items.map((item) => compiler.boxed(item));
      return (scope) => items.map((item) => item(scope));
    }
    case 'context':
      return compileContext(expression, compiler);
    case 'relation':
      return compileRelation(expression, compiler);
    case 'invocation':
      return compileInvocation(expression, compiler);
    case 'function':
      return compileFunction(expression, compiler);
    case 'conditional':
      return compileConditional(expression, compiler);
    case 'filter':
      return compileFilter(expression, compiler);
    case 'for':
      return compileFor(expression, compiler);
    case 'some':
    case 'every':
      return compileQuantified(expression, compiler);
    case 'decision table':
      return compileTable(expression, compiler);
  }
}

/** One kind of boxed expression. */
export type Of<K extends Expression['kind']> = Expression & { kind: K };
