/**
 * How soon a work plan of 150 units and 400 items (60,000 points) is read with what every unit can earn, and how soon it is
 * compared with last year's plan of the same size, as one line of JSON. `npm run bench -- plan`
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { BallotSecrets } from '../api/ballot-box.ts';
import type { CommandContext } from '../api/context.ts';
import { loadActor } from '../api/policies/actor.ts';
import { getPlanComparison, getPlanContent } from '../api/queries/plans.ts';
import { addItems } from '../db/plans/items.ts';
import { planUnits, planVersions, units, workPlans } from '../db/schema/index.ts';
import { seedId } from '../db/seed/seed-id.ts';
import { unitsOffTotal } from '../domain/plan/plan-item.ts';
import { startDatabase } from './servers.ts';

const receivers = 150;
const items = 400;
const assigners = ['TKTH', 'TKQG', 'NLTS', 'CNXD', 'TMDV', 'GIA', 'DSLD', 'XHMT', 'TTDL', 'TCCB'].map(
  (code) => seedId('unit', `TCTK-${code}`),
);
const today = '2026-11-22';
const now = new Date(`${today}T02:00:00Z`);

const { database, stop } = await startDatabase();
try {
  const { db } = database;
  const unitIds = Array.from({ length: receivers }, () => randomUUID());
  await db.insert(units).values(
    unitIds.map((id, i) => ({
      id,
      parentId: seedId('unit', 'TCTK'),
      code: `BENCH-${i}`,
      name: `Đơn vị ${i}`,
      nameEn: `Unit ${i}`,
      kind: 'provincial_office' as const,
      level: 'unit' as const,
      validFrom: '2020-01-01',
    })),
  );
  const before = await plan(2025, null, 0);
  const planId = await plan(2026, before, 40);
  await db.execute(sql`analyze`);
  const actor = await loadActor(db, seedId('account', 'appraiser.tctk'), today);
  if (!actor) throw new Error('there is no appraiser');
  const context: CommandContext = {
    db,
    actor,
    now,
    today,
    deliver: () => {},
    announce: () => {},
    ballotSecrets: new BallotSecrets(['a secret of the benchmark, long enough']),
  };
  const read = await timed(async () => {
    const content = await getPlanContent(context, { planId });
    if (content.items.length !== items || content.totals.length !== receivers)
      throw new Error('not all of it');
    const off = unitsOffTotal(content.items, unitIds, items * 7);
    if (off.length !== 0) throw new Error(`${off.length} units are off`);
  });
  const compare = await timed(async () => {
    const { changed } = await getPlanComparison(context, { planId });
    if (changed !== assigners.length) throw new Error(`${changed} changed`);
  });
  console.log(
    JSON.stringify({
      benchmark: 'plan',
      units: receivers,
      items,
      readMilliseconds: read,
      compareMilliseconds: compare,
      togetherMilliseconds: read + compare,
    }),
  );

  /** A plan of the year in which the first items are called otherwise than the year before. */
  async function plan(year: number, previousId: string | null, renamed: number): Promise<string> {
    const id = randomUUID();
    await db.insert(workPlans).values({
      id,
      code: `BENCH-${year}`,
      unitId: seedId('unit', 'TCTK'),
      year,
      title: 'Kế hoạch thử',
      opensOn: `${year - 1}-10-01`,
      evaluationFrom: `${year}-01-01`,
      evaluationTo: `${year}-12-31`,
      rhythm: 'quarter',
      previousId,
      status: 'assigned',
      assignedOn: `${year}-01-01`,
      createdBy: seedId('account', 'appraiser.tctk'),
      createdAt: now,
    });
    await db.insert(planVersions).values({ planId: id, number: 1, openedAt: now, closedAt: now });
    await db
      .insert(planUnits)
      .values(unitIds.map((unitId) => ({ planId: id, unitId, part: 'receiver' as const })));
    const points = Object.fromEntries(unitIds.map((unitId) => [unitId, 7]));
    await addItems(
      db,
      { id, version: 1 },
      Array.from({ length: items }, (_, i) => ({
        assignerId: assigners[i % assigners.length] ?? '',
        code: `NV-${i}`,
        name: i < renamed ? `Nhiệm vụ mới ${i}` : `Nhiệm vụ ${i}`,
        kind: 'report' as const,
        dueMonths: [3, 6, 9, 12],
        adHoc: false,
        reason: null,
        points,
      })),
    );
    return id;
  }
} finally {
  await stop();
}

/** Milliseconds of the middle of three tries. */
async function timed(run: () => Promise<void>): Promise<number> {
  const tries: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    const start = performance.now();
    await run();
    tries.push(Math.round(performance.now() - start));
  }
  return tries.sort((a, b) => a - b)[1] ?? 0;
}
