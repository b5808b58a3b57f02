import type { workPlanPoints } from '../schema/index.ts';
import { demoPeople } from './people.ts';
import { seedId } from './seed-id.ts';

type PointsRow = typeof workPlanPoints.$inferInsert;

const planYears = [2024, 2025, 2026];
/** Points are given by quarter (source 001). */
const quarters = ['Quý I', 'Quý II', 'Quý III', 'Quý IV'];
const proposingUnits = ['TCTK-TKTH', 'TCTK-TCCB', 'CTK-NINHTHUAN'];

/** A year's plan by quarter: `assigned` points each, of which a few percent were missed, another few in every quarter. */
function plan(
  subject: { personId: string } | { unitId: string },
  code: string,
  assigned: number,
  planYear: number,
  n: number,
): PointsRow[] {
  return quarters.map((quarter, q) => ({
    id: seedId('points', `${code}/${planYear}/${q + 1}`),
    ...subject,
    planYear,
    item: `Kế hoạch công tác ${quarter} năm ${planYear}`,
    assignedPoints: assigned,
    achievedPoints: assigned - Math.floor((assigned * ((n * 3 + planYear + q * 5) % 7)) / 100),
  }));
}

/** Work-plan points of the proposing units (2,800 a year, source 001) and of their staff, 2024 to 2026. Invented. */
export function pointsRows(): PointsRow[] {
  const staff = demoPeople.filter(({ unit }) => proposingUnits.includes(unit));
  return planYears.flatMap((planYear) => [
    ...proposingUnits.flatMap((code, n) => plan({ unitId: seedId('unit', code) }, code, 700, planYear, n)),
    ...staff.flatMap(({ login }, n) => plan({ personId: seedId('person', login) }, login, 100, planYear, n)),
  ]);
}
