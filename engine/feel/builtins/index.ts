/** All built-in functions by name. */
import { CAMUNDA } from './camunda.ts';
import { CONTEXT } from './context.ts';
import { CONVERSION } from './conversion.ts';
import { LIST } from './list.ts';
import { NUMBER } from './number.ts';
import { RANGE } from './range.ts';
import { Builtin } from './signature.ts';
import { STRING } from './string.ts';
import { TEMPORAL } from './temporal.ts';

export const BUILTINS: ReadonlyMap<string, Builtin> = new Map(
  [CONVERSION, NUMBER, STRING, LIST, CONTEXT, TEMPORAL, RANGE, CAMUNDA].flatMap((library) =>
    Object.entries(library).map(([name, overloads]) => [name, new Builtin(name, overloads)] as const),
  ),
);
