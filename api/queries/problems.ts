import type { Problem } from '../../engine/model/problem.ts';
import type { OperationProblem } from '../../engine/types.ts';
import type { FieldError, Locale } from '../contract/common.ts';
import type { ModelProblem, OperationProblem as OperationProblemAnswer } from '../contract/definitions.ts';

/** What lint found, in the user's language. */
export const modelProblems = (problems: Problem[], locale: Locale): ModelProblem[] =>
  problems.map(({ message, ...problem }) => ({ ...problem, detail: message[locale] }));

/** The same as fields of a refused request: the file and, in it, the element. */
export const modelErrors = (problems: Problem[], locale: Locale): FieldError[] =>
  problems.map(({ file, element, code, message }) => ({
    path: element === null ? file : `${file}#${element}`,
    code,
    detail: message[locale],
  }));

/** Why an operation cannot be done, in the user's language. */
export const operationProblems = (problems: OperationProblem[], locale: Locale): OperationProblemAnswer[] =>
  problems.map(({ message, ...problem }) => ({ ...problem, detail: message[locale] }));

/** The same as fields of a refused request: the visit or element meant. */
export const operationErrors = (problems: OperationProblem[], locale: Locale): FieldError[] =>
  problems.map(({ visit, process, element, code, message }) => ({
    path: element === null ? (visit ?? '') : `${process}#${element}`,
    code,
    detail: message[locale],
  }));
