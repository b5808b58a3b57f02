import { type SQL, sql } from 'drizzle-orm';

export interface Page {
  page: number;
  pageSize: number;
}

/** Which rows a page holds. */
export const rowsOf = ({ page, pageSize }: Page) => ({ limit: pageSize, offset: (page - 1) * pageSize });

/** A page of a list that was read whole. */
export function pageOf<T>(all: readonly T[], page: Page): { items: T[]; total: number } {
  const { limit, offset } = rowsOf(page);
  return { items: all.slice(offset, offset + limit), total: all.length };
}

/**
 * Condition: one of the texts contains the words, whatever the case and with or without Vietnamese marks, as people type
 * them; `%` and `_` mean themselves.
 */
export function contains(words: string, ...texts: (SQL | { getSQL(): SQL })[]): SQL {
  const pattern = sql`'%' || ${withoutMarks(sql`${words.replace(/[\\%_]/g, '\\$&')}::text`)} || '%'`;
  const matches = texts.map((text) => sql`${withoutMarks(text)} like ${pattern}`);
  return sql`(${sql.join(matches, sql` or `)})`;
}

/** Lower case; tone and vowel marks come off the decomposed letters, đ is a letter of its own. */
const withoutMarks = (text: SQL | { getSQL(): SQL }): SQL =>
  sql`translate(regexp_replace(normalize(lower(${text}), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')`;
