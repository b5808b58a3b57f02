import { sql } from 'drizzle-orm';
import type { Executor } from '../db/client.ts';
import { numberSeries } from '../db/schema/index.ts';

export interface Series {
  unitId: string;
  /** Council that numbers its own papers; null for the unit's. */
  councilId: string | null;
  /** Type abbreviation, e.g. `QĐ`. */
  paperType: string;
  /** Date of the paper, `YYYY-MM-DD`: a series begins anew each year. */
  date: string;
}

/**
 * Takes the next numbers of a series, which begins with 1 (NĐ 30/2020 Đ15): without gaps, because the row stays locked until
 * the transaction ends.
 * @returns the series and the first of `count` numbers in a row
 */
export async function takeNumbers(
  tx: Executor,
  { unitId, councilId, paperType, date }: Series,
  count = 1,
): Promise<{ seriesId: string; first: number }> {
  const [series] = await tx
    .insert(numberSeries)
    .values({ unitId, councilId, paperType, year: Number(date.slice(0, 4)), nextNumber: count + 1 })
    .onConflictDoUpdate({
      target: [numberSeries.unitId, numberSeries.councilId, numberSeries.paperType, numberSeries.year],
      set: { nextNumber: sql`${numberSeries.nextNumber} + ${count}` },
    })
    .returning({ seriesId: numberSeries.id, first: sql<number>`${numberSeries.nextNumber} - ${count}` });
  if (!series) throw new Error('the number series returned no row');
  return series;
}
