import { type ModdleElement, text, within } from '../moddle.ts';
import { error, isExecutable, type Rule, warning } from './rule.ts';

/** Told of by rules of their own. */
const events = ['bpmn:TimerEventDefinition', 'bpmn:ConditionalEventDefinition'];

/** An expression says something (BPMN 2.0.2, table 8.58): a condition drawn and left empty was forgotten. */
export const emptyExpression: Rule = ({ files }) =>
  Object.entries(files).flatMap(([file, { root }]) =>
    within(root)
      .filter(isEmpty)
      .map((expression) => ({
        ...(isExecutable(expression) ? error : warning)('expression_empty', {
          vi: 'Biểu thức để trống.',
          en: 'The expression is empty.',
        }),
        file,
        element: ownerOf(expression),
      })),
  );

function isEmpty(element: ModdleElement): boolean {
  if (element.$type !== 'bpmn:FormalExpression' && element.$type !== 'bpmn:Expression') return false;
  return text(element, 'body') === undefined && !events.includes(element.$parent?.$type ?? '');
}

function ownerOf({ $parent }: ModdleElement): string | null {
  return $parent ? ($parent.id ?? ownerOf($parent)) : null;
}
