/** What a check finds wrong with a decision model. */
import type { Problem, Sentence } from '../model/problem.ts';
import type { Definitions } from './model.ts';

/** A problem without its place. */
export type Fault = Omit<Problem, 'file' | 'element'>;

/** Takes a problem: the file's definitions, and the id of a decision, input, knowledge model or other element. */
export type Report = (definitions: Definitions, element: string | null, fault: Fault) => void;

/** Forbidden by the standard, or gives null instead of what is drawn. */
export function error(code: string, message: Sentence, witness?: Problem['witness']): Fault {
  return { code, severity: 'error', message, ...(witness === undefined ? {} : { witness }) };
}

/** Runs, but perhaps not as meant. */
export function warning(code: string, message: Sentence, witness?: Problem['witness']): Fault {
  return { ...error(code, message, witness), severity: 'warning' };
}
