/** Kind of a plan item: a report that is sent in (báo cáo), or any other task (nhiệm vụ). Sources count the reports. */
export type ItemKind = 'report' | 'task';

/**
 * Item of a work plan (nhiệm vụ của kế hoạch công tác): what one unit assigns to others, and how many points it is worth to
 * each of them. An item is known by who assigns it and its code, from one plan to the next.
 */
export interface PlanItem {
  assignerId: string;
  code: string;
  name: string;
  kind: ItemKind;
  /** Months of the year in which it is due, 1 to 12, ascending. */
  dueMonths: readonly number[];
  /** Came up while the plan ran (đột xuất). */
  adHoc: boolean;
  /** Why it is new or differs; null where nobody said. */
  reason: string | null;
  /** Points by the unit that earns them: whole numbers, positive. */
  points: Readonly<Record<string, number>>;
}

/** Points that each unit can earn with the items, by unit. */
export function pointsByUnit(items: readonly Pick<PlanItem, 'points'>[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { points } of items) {
    for (const unitId in points) totals.set(unitId, (totals.get(unitId) ?? 0) + (points[unitId] ?? 0));
  }
  return totals;
}

/** Units whose points differ from the total that the plan sets for everybody, with what they have. */
export function unitsOffTotal(
  items: readonly Pick<PlanItem, 'points'>[],
  receivers: readonly string[],
  total: number,
): { unitId: string; points: number }[] {
  const totals = pointsByUnit(items);
  return receivers
    .map((unitId) => ({ unitId, points: totals.get(unitId) ?? 0 }))
    .filter(({ points }) => points !== total);
}
