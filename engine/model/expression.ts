import type { Expression } from './graph.ts';

/** Camunda 8 writes FEEL behind `=`; anything else is the text itself. */
export function textOrFeel(text: string): Expression {
  return text.startsWith('=') ? { feel: text.slice(1).trim() } : { value: text };
}

/** A place that can only hold FEEL (a condition, a script); the `=` may be missing. */
export function feel(text: string): Expression {
  const trimmed = text.trim();
  return { feel: trimmed.startsWith('=') ? trimmed.slice(1).trim() : trimmed };
}
