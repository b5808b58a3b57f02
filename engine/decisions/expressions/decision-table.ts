/** Decision tables (DMN 1.5, 8.2 and 10.3.5). */
import type { Evaluate, Scope } from '../../feel/interpret/scope.ts';
import { ANY, conforms, type FeelType } from '../../feel/types.ts';
import { newContext, type Value } from '../../feel/values.ts';
import { asType, type Compiler } from '../compiler.ts';
import { HIT_POLICIES, type Hits } from '../hit-policies/index.ts';
import { constrained } from '../item-types.ts';
import type { Of } from './index.ts';

interface Rule {
  tests: Evaluate[];
  outputs: Evaluate[];
}

export function compileTable(table: Of<'decision table'>, compiler: Compiler): Evaluate {
  const inputs = table.inputs.map(({ expression, typeRef, allowed }) => {
    return { value: compiler.feel(expression), type: inputType(compiler.type(typeRef), allowed) };
  });
  const outputs = table.outputs.map(({ name, typeRef, default: fallback, allowed }) => ({
    name,
    type: compiler.type(typeRef),
    fallback: fallback === null ? null : compiler.feel(fallback),
    order: allowed === null ? null : compiler.feel(`[${allowed}]`),
  }));
  const rules = table.rules.map((rule) => ({
    tests: rule.inputs.map((test) => compiler.feel(test === '' ? '-' : test, 'unaryTests')),
    outputs: rule.outputs.map((output) => (output === '' ? () => null : compiler.feel(output))),
  }));
  const policy = HIT_POLICIES[table.hitPolicy];
  /** One output column gives its value, several a context by name. */
  const combine = (values: Value[]): Value => {
    if (outputs.length === 1) return values[0] ?? null;
    const context = newContext();
    outputs.forEach(({ name }, i) => {
      context[name] = values[i] ?? null;
    });
    return context;
  };

  return (scope) => {
    const seen: Scope[] = [];
    for (const { value, type } of inputs) {
      const input = asType(value(scope), type, scope);
      if (input !== null && !conforms(input, type)) return null;
      seen.push(scope.inner({ '?': input }));
    }
    const matching = rules.filter((rule) => matches(rule, seen, scope));
    const hits: Hits = {
      count: matching.length,
      values: (i) =>
        (matching[i]?.outputs ?? []).map((output, column) =>
          asType(output(scope), outputs[column]?.type ?? ANY, scope),
        ),
      order: (column) => {
        const list = outputs[column]?.order?.(scope) ?? null;
        return Array.isArray(list) ? list : [];
      },
      combine,
      columns: outputs.length,
      fallback: () =>
        outputs.some(({ fallback }) => fallback !== null)
          ? combine(outputs.map(({ fallback, type }) => asType(fallback?.(scope) ?? null, type, scope)))
          : null,
    };
    return policy(hits, table.aggregation, scope.account);
  };
}

function matches(rule: Rule, inputs: Scope[], scope: Scope): boolean {
  scope.account.work(1);
  return rule.tests.every((test, i) => test(inputs[i] ?? scope) === true);
}

/** The type of an input column: that of its expression, narrowed by the input values. */
export function inputType(type: FeelType, tests: string | null): FeelType {
  if (tests === null) return type;
  return type.type === 'list' ? { type: 'list', of: constrained(type.of, tests) } : constrained(type, tests);
}
