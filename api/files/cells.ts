import { z } from 'zod';
import type { Bilingual } from '../../domain/law/source.ts';
import { line, localDate, year } from '../contract/common.ts';
import { isoDate } from './sheet-records.ts';

/** What a cell may hold: how its text is read, and what to give where it cannot be. */
export interface Cell<Value> {
  cell: z.ZodType<Value, string>;
  wanted: Bilingual;
}

/** `31/12/2025` or `2025-12-31`, as ISO text. */
export const dateCell: Cell<string> = {
  cell: z.string().transform(isoDate).pipe(localDate),
  wanted: {
    vi: 'ngày có thật, dạng 31/12/2025 hoặc 2025-12-31',
    en: 'a date that exists, as 31/12/2025 or 2025-12-31',
  },
};

export const yearCell: Cell<number> = {
  cell: z.string().min(1).transform(Number).pipe(year),
  wanted: { vi: 'năm từ 1945 đến 2100', en: 'a year from 1945 to 2100' },
};

/** Text in one line; `vi` and `en` say what it is. */
export const lineCell = (max: number, wanted: Bilingual): Cell<string> => ({ cell: line(max), wanted });

/** One of some words, whatever their case; `''` among them stands for an empty cell. */
export function wordCell<Value>(words: Readonly<Record<string, Value>>, wanted: Bilingual): Cell<Value> {
  const known = new Map(Object.entries(words));
  const cell = z.string().transform((text, context): Value => {
    const word = text.toLocaleLowerCase('vi');
    if (known.has(word)) return known.get(word) as Value;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  });
  return { cell, wanted };
}

/** The same, or nothing, which is read as `empty`. */
export const optionalCell = <Value, Empty>(
  { cell, wanted }: Cell<Value>,
  empty: Empty,
): Cell<Value | Empty> => ({
  cell: z.union([z.literal('').transform(() => empty), cell]),
  wanted: { vi: `${wanted.vi}, hoặc để trống`, en: `${wanted.en}, or nothing` },
});
