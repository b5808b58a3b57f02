import { error } from '../problems.ts';
import { perElement } from './rule.ts';

/** FEEL by its name (Camunda) or the address of its specification (DMN 1.5, 6.3.4). */
const FEEL = /feel/i;

/** Expressions are in FEEL: other languages are not run. */
export const expressionLanguage = perElement(({ attributes, name }) => {
  const language = attributes.expressionLanguage;
  if (language === undefined || language === '' || FEEL.test(language)) return [];
  if (name === 'definitions') return [];
  return [
    error('expression_language', {
      vi: `Ngôn ngữ "${language}" không chạy được; biểu thức phải viết bằng FEEL.`,
      en: `The language "${language}" is not run; expressions are written in FEEL.`,
    }),
  ];
});
