import { children, type ModdleElement } from '../moddle.ts';
import type { Rule } from './rule.ts';

/** Names that every JavaScript object has cannot be ids: a table would find what nobody put there. */
export function isReserved(id: string): boolean {
  return id in {};
}

export const reservedId: Rule = ({ files }) =>
  Object.entries(files).flatMap(([file, { root }]) =>
    idsIn(root)
      .filter(isReserved)
      .map((element) => ({
        code: 'reserved_id',
        severity: 'error' as const,
        file,
        element,
        message: { vi: `Mã "${element}" không dùng được.`, en: `The id "${element}" cannot be used.` },
      })),
  );

function idsIn(element: ModdleElement): string[] {
  const parts = ['rootElements', 'flowElements'].flatMap((property) => children(element, property));
  return parts.flatMap((part) => [...(part.id === undefined ? [] : [part.id]), ...idsIn(part)]);
}
