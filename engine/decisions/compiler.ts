/** What the boxed expressions need to compile themselves and their parts. */
import { compileNew, type Kind } from '../feel/expression.ts';
import { coerced } from '../feel/interpret/call.ts';
import type { Evaluate, Scope } from '../feel/interpret/scope.ts';
import { ANY, type FeelType } from '../feel/types.ts';
import { kindOf, type Value } from '../feel/values.ts';
import { inVietnamese } from '../feel/vietnamese.ts';
import { compileBoxed } from './expressions/index.ts';
import type { Expression } from './model.ts';
import { error, type Fault, warning } from './problems.ts';

export const NOTHING: Evaluate = () => null;

/** Compiles the expressions of one element; what cannot be compiled is reported and gives null. */
export class Compiler {
  readonly find: (name: string) => FeelType | null;
  private readonly names: string[];
  private readonly report: (fault: Fault) => void;

  constructor(names: string[], find: (name: string) => FeelType | null, report: (fault: Fault) => void) {
    this.names = names;
    this.find = find;
    this.report = report;
  }

  feel(text: string, kind: Kind = 'expression'): Evaluate {
    const compiled = compileNew(text, kind, { names: this.names, types: this.find });
    if (compiled.evaluate !== null) return compiled.evaluate;
    this.report(
      error('feel_invalid', {
        vi: `Không đọc được biểu thức FEEL "${text}": ${inVietnamese(compiled.problem)}.`,
        en: `The FEEL expression "${text}" cannot be read: ${compiled.problem}.`,
      }),
    );
    return (scope) => {
      scope.account.warn(compiled.problem);
      return null;
    };
  }

  /** A function that is not written in FEEL: reported, and null. */
  foreign(language: string): Evaluate {
    const en = `Functions in ${language} are not run; their result is always null`;
    this.report(
      warning('not_supported', {
        vi: `Không chạy được hàm viết bằng ${language}; kết quả của nó luôn là null.`,
        en: `${en}.`,
      }),
    );
    return (scope) => {
      scope.account.warn(en);
      return null;
    };
  }

  boxed(expression: Expression | null): Evaluate {
    if (expression === null) return NOTHING;
    const evaluate = compileBoxed(expression, this);
    const type = this.type(expression.typeRef);
    return type === ANY || expression.kind === 'function'
      ? evaluate
      : (scope) => asType(evaluate(scope), type, scope);
  }

  type(ref: string | null): FeelType {
    if (ref === null) return ANY;
    const type = this.find(ref);
    if (type === null)
      this.report(
        error('unknown_type', {
          vi: `Không có kiểu dữ liệu "${ref}".`,
          en: `There is no type "${ref}".`,
        }),
      );
    return type ?? ANY;
  }
}

/** The value as one of the type; null, with a warning, if it cannot be. */
export function asType(value: Value, type: FeelType, scope: Scope): Value {
  const result = coerced(value, type, scope.account);
  if (result === undefined) scope.account.warn(`A ${kindOf(value)} is not of the type declared`);
  return result ?? null;
}
