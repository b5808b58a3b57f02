import { freeNames } from '../../feel/free-names.ts';
import { type ModdleElement, text, within } from '../moddle.ts';
import { specialVariablesOf } from './expressions.ts';
import { error, isExecutable, type Rule } from './rule.ts';

/**
 * Where a process is run an expression is formal (BPMN 2.0.2, 8.3.6). Many models leave out `xsi:type="tFormalExpression"` and
 * mean FEEL all the same, so only what reads as a sentence is refused: a name of several words that nothing in the model sets.
 */
export const informalExpression: Rule = ({ files, graph }) => {
  const known = Object.values(graph.processes).flatMap(specialVariablesOf);
  return Object.entries(files).flatMap(([file, { root }]) =>
    within(root)
      .filter((element) => element.$type === 'bpmn:Expression' && isExecutable(element))
      .filter((expression) => isSentence(text(expression, 'body') ?? '', known))
      .map((expression) => ({
        ...error('expression_informal', {
          vi: `"${text(expression, 'body')?.trim()}" là lời văn, không phải biểu thức tính được.`,
          en: `"${text(expression, 'body')?.trim()}" is a sentence, not an expression that can be evaluated.`,
        }),
        file,
        element: ownerOf(expression),
      })),
  );
};

function isSentence(body: string, known: string[]): boolean {
  const names = freeNames(body.trim().replace(/^=/, ''), known);
  return names.some((name) => /\s/.test(name) && !known.includes(name));
}

function ownerOf({ $parent }: ModdleElement): string | null {
  return $parent ? ($parent.id ?? ownerOf($parent)) : null;
}
