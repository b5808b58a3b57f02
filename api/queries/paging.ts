import { type SQL, sql } from 'drizzle-orm';

export interface Page {
  page: number;
  pageSize: number;
}

/** Which rows a page holds. */
export const rowsOf = ({ page, pageSize }: Page) => ({ limit: pageSize, offset: (page - 1) * pageSize });

/** Condition: one of the texts contains the words, whatever their case; `%` and `_` mean themselves. */
export function contains(words: string, ...texts: (SQL | { getSQL(): SQL })[]): SQL {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const matches = texts.map((text) => sql`${text} ilike ${pattern}`);
  return sql`(${sql.join(matches, sql` or `)})`;
}
