import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InstanceDetail, InstanceSummary, RestartResult } from '../../api/contract/index.ts';
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

describe('an administrator and the process of a plan', () => {
  const reason = 'Cơ quan sắp xếp lại tổ chức';
  let admin: ApiClient;
  let instanceId: string;
  beforeAll(async () => {
    admin = await new ApiClient(stack.baseUrl).logIn('admin', demoPassword);
    const manager = await new ApiClient(stack.baseUrl).logIn('appraiser.tctk', demoPassword);
    const created = expectOk(
      await manager.post<PlanDetail>('/api/plans', {
        unitId: seedId('unit', 'TCTK'),
        year: 2030,
        title: 'Kế hoạch tạm dừng',
        rhythm: 'quarter',
        evaluationFrom: '2030-01-01',
        evaluationTo: '2030-09-30',
        proposers: [seedId('unit', 'TCTK-TKQG')],
        receivers: [seedId('unit', 'TCTK-NLTS')],
      }),
    );
    const due = { proposalsDue: '2090-01-01', opinionsDue: '2090-02-01' };
    expectOk(await manager.post(`/api/plans/${created.id}/start`, due));
    instanceId = (await planInstances('Kế hoạch tạm dừng'))[0]?.id ?? '';
  });
  const planInstances = async (q: string) =>
    expectOk(
      await admin.get<{ items: InstanceSummary[] }>(
        `/api/instances?kind=work_plan&q=${encodeURIComponent(q)}`,
      ),
    ).items;
  const operate = async (name: string, body: object = {}) =>
    expectOk(await admin.post<RestartResult>(`/api/instances/${instanceId}/${name}`, { reason, ...body }));
  const becomes = (holds: (instance: InstanceDetail) => boolean) =>
    expect
      .poll(async () => holds(expectOk(await admin.get<InstanceDetail>(`/api/instances/${instanceId}`))), {
        timeout: 30_000,
      })
      .toBe(true);
  const standsAt = (element: string) => (instance: InstanceDetail) =>
    instance.visits.some((visit) => visit.element === element);

  it('is found among all processes, suspended and resumed', async () => {
    await becomes(standsAt('propose-items'));
    await operate('suspend');
    await becomes(({ status }) => status === 'suspended');
    await operate('resume');
    await becomes(({ status }) => status === 'running');
  });

  it('is moved to another step', async () => {
    const { visits } = expectOk(await admin.get<InstanceDetail>(`/api/instances/${instanceId}`));
    const body = visits.find(({ element, role }) => element === 'propose-items' && role === 'body');
    await operate('modify', {
      place: [{ process: 'work-plan', element: 'draft-second' }],
      cancel: [body?.visit],
    });
    await becomes(standsAt('draft-second'));
  });

  it('is cancelled and begins anew: the plan is the new instance’s', async () => {
    await operate('cancel');
    await becomes(({ can }) => can.restart);
    const { instanceId: restarted } = await operate('restart');
    instanceId = restarted;
    await becomes(standsAt('propose-items'));
    expect((await planInstances('Kế hoạch tạm dừng')).map(({ id, status }) => [id, status])).toEqual([
      [restarted, 'running'],
    ]);
  });
});
