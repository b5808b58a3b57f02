import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlanComparison, PlanDetail, ScoringDetail } from '../../api/contract/plans.ts';
import { ApiClient } from '../../cli/demo/api-client.ts';
import { expectOk } from '../../cli/demo/journey.ts';
import { type PlanYear, playPlanYear } from '../../cli/demo/plan-year.ts';
import { workPlanPoints } from '../../db/schema/index.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { type Stack, startStack } from '../stack.ts';

let stack: Stack;
let played: PlanYear;
let head: ApiClient;
beforeAll(async () => {
  stack = await startStack();
  const clients = new Map<string, Promise<ApiClient>>();
  const as = (login: string) => {
    const client = clients.get(login) ?? new ApiClient(stack.baseUrl).logIn(login, demoPassword);
    clients.set(login, client);
    return client;
  };
  head = await as('head.tctk');
  played = await playPlanYear({ as, log: () => {}, today: new Date().toISOString().slice(0, 10) });
}, 180_000);
afterAll(() => stack?.stop());

const get = async <T>(path: string) => expectOk(await head.get<T>(path));
const comparison = (query: string) =>
  get<PlanComparison>(`/api/plans/${played.provinces}/comparison?${query}`);

it('round 1 of source 001: 14 of 15 answered, 2 unchanged and 12 changed, 354 reports, 25 fewer', async () => {
  expect(await comparison('version=1')).toMatchObject({
    asked: 15,
    answered: 14,
    unanswered: [{ code: 'TCTK-VPTC' }],
    unchanged: 2,
    changed: 12,
    reportsBefore: 379,
    reportsAfter: 354,
    reportsDifference: -25,
  });
});

it('round 2: 9 of 9 opinions, 6 agree and 3 have comments; 269 reports, 85 fewer than round 1, 110 fewer than 2021', async () => {
  const { rounds, status, versions } = await get<PlanDetail>(`/api/plans/${played.provinces}`);
  expect(rounds[1]).toMatchObject({
    kind: 'opinions',
    sent: 9,
    received: 9,
    agree: 6,
    agreeWithComment: 3,
    open: false,
  });
  expect(await comparison('version=2&with=1')).toMatchObject({ reportsAfter: 269, reportsDifference: -85 });
  expect(await comparison('version=2')).toMatchObject({ reportsDifference: -110 });
  expect(status).toBe('assigned');
  expect(versions).toMatchObject([{ reports: 354 }, { reports: 269 }]);
});

it('the units of the GSO can earn 2,800 points, 100 more than in 2021 by two reports of TCCB', async () => {
  const found = await get<PlanComparison>(`/api/plans/${played.units}/comparison`);
  expect(found.reportsDifference).toBe(2);
  expect(found.receivers).toHaveLength(15);
  for (const receiver of found.receivers)
    expect(receiver).toMatchObject({ pointsBefore: 2700, pointsAfter: 2800 });
  expect(found.assigners.find(({ unit }) => unit.code === 'TCTK-TCCB')?.changes).toMatchObject([
    { change: 'added', code: 'TCCB-DTBD' },
    { change: 'added', code: 'TCCB-KNC' },
  ]);
});

it('the scores of the first quarter are work-plan points of the units, from which nominees are scored', async () => {
  const { results, status } = await get<ScoringDetail>(`/api/plan-scorings/${played.scoring}`);
  expect(status).toBe('closed');
  expect(results).toHaveLength(15);
  const unitId = seedId('unit', 'TCTK-TKQG');
  const [points] = await stack.database.db
    .select()
    .from(workPlanPoints)
    .where(and(eq(workPlanPoints.scoringId, played.scoring), eq(workPlanPoints.unitId, unitId)));
  const result = results.find(({ unit }) => unit.id === unitId);
  expect(points).toMatchObject({
    planYear: 2022,
    assignedPoints: result?.due,
    achievedPoints: result?.earned,
  });
  expect(result?.basisPoints).toBeLessThan(10_000);
});
