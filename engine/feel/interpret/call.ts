/** Invocation of functions, positional and named (DMN 1.5, 10.3.2.13). */
import { Builtin, invokeBuiltin, invokeBuiltinNamed } from '../builtins/signature.ts';
import { ANY, coerce, type FeelType } from '../types.ts';
import { FeelFunction, kindOf, type Run, type Value } from '../values.ts';
import { weightOf } from '../weight.ts';

export type Callable = FeelFunction | Builtin;

/** The value as one of the type, counted as work; undefined if it cannot be. No type takes anything. */
export function coerced(value: Value, type: FeelType | null, run: Run): Value | undefined {
  if (type === null || type === ANY) return value;
  if (typeof value === 'object') run.work(weightOf(value));
  return coerce(value, type);
}

/** Calls a function value with positional arguments; arguments and result are brought to their types. */
export function invoke(fn: FeelFunction, args: Value[], run: Run): Value {
  if (args.length !== fn.parameters.length) {
    run.warn(`The function wants ${fn.parameters.length} arguments, not ${args.length}`);
    return null;
  }
  run.work(1);
  const fitted: Value[] = [];
  for (const [i, parameter] of fn.parameters.entries()) {
    const value = coerced(args[i] ?? null, parameter.type, run);
    if (value === undefined) {
      run.warn(`The argument "${parameter.name}" cannot be a ${kindOf(args[i] ?? null)}`);
      return null;
    }
    fitted.push(value);
  }
  const result = coerced(fn.invoke(fitted, run), fn.result, run);
  if (result === undefined) run.warn('The result of the function is not of its type');
  return result ?? null;
}

export function call(target: Callable | Value, args: Value[], run: Run): Value {
  if (target instanceof FeelFunction) return invoke(target, args, run);
  if (target instanceof Builtin) return invokeBuiltin(target, args, run);
  run.warn(`Cannot call ${kindOf(target)}`);
  return null;
}

export function callNamed(target: Callable | Value, args: Record<string, Value>, run: Run): Value {
  if (target instanceof Builtin) return invokeBuiltinNamed(target, args, run);
  if (!(target instanceof FeelFunction)) {
    run.warn(`Cannot call ${kindOf(target)}`);
    return null;
  }
  const names = target.parameters.map((parameter) => parameter.name);
  const unknown = Object.keys(args).find((name) => !names.includes(name));
  const missing = names.find((name) => !Object.hasOwn(args, name));
  if (unknown !== undefined || missing !== undefined) {
    run.warn(
      unknown !== undefined
        ? `The function has no parameter "${unknown}"`
        : `The argument "${missing}" is missing`,
    );
    return null;
  }
  return invoke(
    target,
    names.map((name) => args[name] ?? null),
    run,
  );
}
