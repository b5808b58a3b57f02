import type { Expression } from './graph.ts';
import { child, type ModdleElement, text } from './moddle.ts';

/** Camunda 8 writes FEEL behind `=`; anything else is the text itself. */
export function textOrFeel(text: string): Expression {
  if (text.startsWith('=')) return { feel: text.slice(1).trim() };
  return isJuel(text) ? { text, language: 'JUEL' } : { value: text };
}

/** A place that can only hold FEEL (a condition, a script); the `=` may be missing. `language`: what the model says it is. */
export function feel(text: string, language?: string): Expression {
  const trimmed = text.trim();
  if (trimmed.startsWith('=')) return { feel: trimmed.slice(1).trim() };
  if (isJuel(trimmed)) return { text: trimmed, language: 'JUEL' };
  return language === undefined || /feel/i.test(language) ? { feel: trimmed } : { text: trimmed, language };
}

/** The formal expression in a child of an element; undefined if there is none. */
export function formal(element: ModdleElement | undefined, property: string): Expression | undefined {
  const source = text(element, property);
  return source === undefined ? undefined : feel(source, text(child(element, property), 'language'));
}

/** Camunda 7, Flowable and Activiti write their expressions in `${}` or `#{}`. */
const isJuel = (text: string) => /^\s*[$#]\{/.test(text);
