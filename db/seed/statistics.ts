import type { awardStatistics } from '../schema/index.ts';
import { seedId } from './seed-id.ts';

type Counts = Omit<typeof awardStatistics.$inferInsert, 'unitId' | 'source'>;

/** What source 000 counts for the statistics sector: state awards up to 2022, the ministry's and its own of 2023. */
const counts: (Counts & { note?: string })[] = [
  { year: 2022, awardCode: 'CO_CP', collectives: 3 },
  { year: 2022, awardCode: 'BK_TTG', collectives: 29, individuals: 51 },
  {
    year: 2022,
    awardCode: 'HCLD3',
    basis: 'classes_1_to_3',
    collectives: 7,
    individuals: 1,
    note: 'Huân chương Lao động hạng Nhất, Nhì, Ba, counted together',
  },
  { year: 2023, awardCode: 'CO_BO', collectives: 14 },
  { year: 2023, awardCode: 'CSTD_BO', individuals: 15 },
  { year: 2023, awardCode: 'BK_BO', collectives: 299, individuals: 372 },
  { year: 2023, awardCode: 'BK_BO', basis: 'service', individuals: 29, note: 'Bằng khen cống hiến' },
  { year: 2023, awardCode: 'TTLDXS', collectives: 584, note: 'booked at the General Department' },
  { year: 2023, awardCode: 'CSTDCS', individuals: 760 },
  { year: 2023, awardCode: 'KNC', individuals: 1125 },
];

export function statisticsRows(): (typeof awardStatistics.$inferInsert)[] {
  return counts.map(({ note, ...count }) => ({
    ...count,
    unitId: seedId('unit', 'TCTK'),
    source: note === undefined ? 'Source 000' : `Source 000: ${note}`,
  }));
}
