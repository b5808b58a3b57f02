import { error, perElement, type Rule } from './rule.ts';

/** Names that every JavaScript object has cannot be ids: a table would find what nobody put there. */
export function isReserved(id: string): boolean {
  return id in {};
}

export const reservedId: Rule = perElement(({ id }) =>
  id === undefined || !isReserved(id)
    ? []
    : [error('reserved_id', { vi: `Mã "${id}" không dùng được.`, en: `The id "${id}" cannot be used.` })],
);
