import { and, desc, eq } from 'drizzle-orm';
import type { Executor } from '../client.ts';
import { documents } from '../schema/index.ts';

/**
 * The extract of the bloc's minutes that the session filed with the year, with its bytes; undefined until the minutes are signed
 * and printed.
 */
export async function blocMinutes(db: Executor, blocYearId: string) {
  const [minutes] = await db
    .select()
    .from(documents)
    .where(and(eq(documents.subjectId, blocYearId), eq(documents.kind, 'minutes')))
    .orderBy(desc(documents.createdAt))
    .limit(1);
  return minutes;
}
