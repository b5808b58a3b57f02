import { type PlanItem, pointsByUnit } from './plan-item.ts';

/** One item that differs between two plans. */
export interface ItemChange {
  change: 'added' | 'dropped' | 'changed';
  code: string;
  name: string;
  kind: PlanItem['kind'];
  reason: string | null;
}

/** What one unit assigns, in two plans. */
export interface AssignerComparison {
  assignerId: string;
  reportsBefore: number;
  reportsAfter: number;
  /** Empty where the unit assigns the same as before. */
  changes: ItemChange[];
}

/** Two plans side by side: a round with last year's plan, or a round with the one before. */
export interface PlanComparison {
  reportsBefore: number;
  reportsAfter: number;
  /** How many of the assigners compared assign the same, and how many do not. */
  unchanged: number;
  changed: number;
  assigners: AssignerComparison[];
  /** Points that a unit can earn, for those whose points differ. */
  receivers: { unitId: string; pointsBefore: number; pointsAfter: number }[];
}

const isReport = ({ kind }: PlanItem) => kind === 'report';

/**
 * Compares what the assigners named put into two plans; the points of receivers are compared over the whole plans.
 * An item is the same where its name, kind, months and points are.
 */
export function comparePlans(
  before: readonly PlanItem[],
  after: readonly PlanItem[],
  assignerIds: readonly string[],
): PlanComparison {
  const earlier = Map.groupBy(before, ({ assignerId }) => assignerId);
  const later = Map.groupBy(after, ({ assignerId }) => assignerId);
  const assigners = assignerIds.map((assignerId): AssignerComparison => {
    const old = earlier.get(assignerId) ?? [];
    const now = later.get(assignerId) ?? [];
    return {
      assignerId,
      reportsBefore: old.filter(isReport).length,
      reportsAfter: now.filter(isReport).length,
      changes: changesBetween(old, now),
    };
  });
  const sum = (count: (one: AssignerComparison) => number) =>
    assigners.reduce((total, one) => total + count(one), 0);
  const unchanged = assigners.filter(({ changes }) => changes.length === 0).length;
  return {
    reportsBefore: sum(({ reportsBefore }) => reportsBefore),
    reportsAfter: sum(({ reportsAfter }) => reportsAfter),
    unchanged,
    changed: assigners.length - unchanged,
    assigners,
    receivers: receiversBetween(before, after),
  };
}

function changesBetween(before: readonly PlanItem[], after: readonly PlanItem[]): ItemChange[] {
  const old = new Map(before.map((item) => [item.code, item]));
  const codes = new Set(after.map(({ code }) => code));
  const told = (change: ItemChange['change'], { code, name, kind, reason }: PlanItem): ItemChange => {
    return { change, code, name, kind, reason };
  };
  return [
    ...after.flatMap((item) => {
      const earlier = old.get(item.code);
      if (!earlier) return [told('added', item)];
      return isSame(earlier, item) ? [] : [told('changed', item)];
    }),
    ...before.filter(({ code }) => !codes.has(code)).map((item) => told('dropped', item)),
  ];
}

/** The same work for the same points; why it is there may be said differently. */
function isSame(a: PlanItem, b: PlanItem): boolean {
  return (
    a.name === b.name &&
    a.kind === b.kind &&
    a.dueMonths.join() === b.dueMonths.join() &&
    Object.keys(a.points).length === Object.keys(b.points).length &&
    Object.keys(a.points).every((unitId) => a.points[unitId] === b.points[unitId])
  );
}

function receiversBetween(before: readonly PlanItem[], after: readonly PlanItem[]) {
  const old = pointsByUnit(before);
  const now = pointsByUnit(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((unitId) => ({
      unitId,
      pointsBefore: old.get(unitId) ?? 0,
      pointsAfter: now.get(unitId) ?? 0,
    }))
    .filter(({ pointsBefore, pointsAfter }) => pointsBefore !== pointsAfter);
}
