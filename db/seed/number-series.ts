import type { numberSeries } from '../schema/index.ts';
import { seedId } from './seed-id.ts';
import { demoUnits } from './units.ts';

/** Series of decisions of the units that decide awards; a later year opens with its first number. */
export function seriesRows(): (typeof numberSeries.$inferInsert)[] {
  return demoUnits
    .filter(({ symbol, level }) => symbol !== undefined && level !== 'unit')
    .map(({ code }) => ({
      id: seedId('series', `${code}/QĐ/2026`),
      unitId: seedId('unit', code),
      paperType: 'QĐ',
      year: 2026,
    }));
}
