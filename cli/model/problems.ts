import type { Problem } from '../../engine/compile.ts';
import { UsageError } from './files.ts';

/** A problem as a line for people. */
export function told({ file, element, code, message }: Problem): string {
  return `${file}${element === null ? '' : ` ${element}`}: ${code}: ${message.vi} / ${message.en}`;
}

/**
 * What a deploy would refuse. It is told, and the model is run all the same, as far as it goes: a model half drawn is just
 * what one wants to try. Throws a UsageError for a file that cannot be read at all.
 */
export function errorsOf(problems: Problem[]): Problem[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const unreadable = errors.find(({ code }) => ['not_bpmn', 'xml_invalid', 'beyond_limits'].includes(code));
  if (unreadable) throw new UsageError(`${unreadable.file}: ${unreadable.message.en}`);
  return errors;
}
