/** Invocation of functions, positional and named (DMN 1.5, 10.3.2.13). */
import { Builtin, invokeBuiltin, invokeBuiltinNamed } from '../builtins/signature.ts';
import { ANY, coerce } from '../types.ts';
import { FeelFunction, kindOf, type Run, type Value } from '../values.ts';

export type Callable = FeelFunction | Builtin;

/** Calls a function value with positional arguments; arguments and result are brought to their types. */
export function invoke(fn: FeelFunction, args: Value[], run: Run): Value {
  if (args.length !== fn.parameters.length) {
    run.warn(`The function wants ${fn.parameters.length} arguments, not ${args.length}`);
    return null;
  }
  run.work(1);
  const coerced: Value[] = [];
  for (const [i, parameter] of fn.parameters.entries()) {
    const value = coerce(args[i] ?? null, parameter.type ?? ANY);
    if (value === undefined) {
      run.warn(`The argument "${parameter.name}" cannot be a ${kindOf(args[i] ?? null)}`);
      return null;
    }
    coerced.push(value);
  }
  const result = coerce(fn.invoke(coerced, run), fn.result ?? ANY);
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
