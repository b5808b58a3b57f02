/** How a participant of a multi-instance is shown: a text as it is, anything else as JSON; nothing for none. */
export function writtenParticipant(element: unknown): string {
  if (element === null || element === undefined) return '';
  return typeof element === 'string' ? element : JSON.stringify(element);
}

/**
 * What was typed, as an element like those that are there: where they are texts a text, else JSON.
 * @returns undefined where it is empty or no JSON
 */
export function readParticipant(text: string, others: unknown[]): { element: unknown } | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  if (others.every((other) => typeof other === 'string')) return { element: typed };
  try {
    return { element: JSON.parse(typed) };
  } catch {
    return undefined;
  }
}
