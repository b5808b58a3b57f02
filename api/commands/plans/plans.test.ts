import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { auditLog, planItems, tasks, workPlans } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { openTask, type Refusable } from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { PlanContent, PlanDetail, ScoreSheetDetail, ScoringDetail } from '../../contract/plans.ts';
import { progressRows } from '../../files/progress-sheet.ts';
import { readSpreadsheet } from '../../files/read-sheet.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const unit = (code: string) => seedId('unit', `TCTK-${code}`);
const appraiser = () => world.as('appraiser.tctk');
const clerk = () => world.as('clerk.tkqg');
const window = { evaluationFrom: '2026-01-01', evaluationTo: '2026-09-30', rhythm: 'quarter' };
const item = (code: string, values: Record<string, unknown> = {}) => ({
  code,
  name: `Báo cáo ${code}`,
  kind: 'report',
  dueMonths: [3],
  pointsEach: 50,
  ...values,
});

async function draft(values: Record<string, unknown> = {}): Promise<PlanDetail> {
  const body = {
    unitId: seedId('unit', 'TCTK'),
    year: 2026,
    title: 'Kế hoạch thử',
    proposers: [unit('TKQG'), unit('GIA')],
    receivers: [unit('NLTS'), unit('CNXD')],
    ...window,
    ...values,
  };
  return expectOk(await (await appraiser()).post<PlanDetail>('/api/plans', body));
}

const write = async (
  as: Awaited<ReturnType<typeof appraiser>>,
  planId: string,
  items: unknown[],
  of = 'TKQG',
) => as.put<Refusable<PlanContent>>(`/api/plans/${planId}/units/${unit(of)}/items`, { items });

async function assigned(): Promise<PlanDetail> {
  const plan = await draft();
  expectOk(
    await write(await appraiser(), plan.id, [item('A'), item('B', { dueMonths: [3, 6], pointsEach: 31 })]),
  );
  const paper = { paperSymbol: '1/QĐ-TCTK', assignedOn: '2026-01-02' };
  return expectOk(await (await appraiser()).post<PlanDetail>(`/api/plans/${plan.id}/adopt`, paper));
}

/** A plan whose process would be asking `TKQG` for its proposal. */
async function asking(values: Record<string, unknown> = {}) {
  const plan = await draft(values);
  const due = { proposalsDue: '2026-12-01', opinionsDue: '2026-12-20' };
  expectOk(await (await appraiser()).post(`/api/plans/${plan.id}/start`, due));
  const [row] = await world.db.select().from(workPlans).where(eq(workPlans.id, plan.id));
  const subject = { dossierId: plan.id, instanceId: row?.instanceId ?? '' };
  const taskId = await openTask(world, subject, {
    element: 'propose-items',
    candidateRole: 'clerk',
    candidateUnitId: unit('TKQG'),
    verdicts: ['approve'],
  });
  return { plan, subject, taskId };
}

describe('a draft', () => {
  it('opens on 1 October of the year before unless it says otherwise', async () => {
    expect((await draft()).opensOn).toBe('2025-10-01');
    expect((await draft({ opensOn: '2025-11-01' })).opensOn).toBe('2025-11-01');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a window of more than a year', { evaluationTo: '2027-01-01' }, 'plan_window_invalid'],
    ['a window that ends before it begins', { evaluationTo: '2025-12-31' }, 'plan_window_invalid'],
    ['a unit that does not exist', { receivers: [seedId('unit', 'NONE')] }, 'unit_not_found'],
    ['a unit named twice', { receivers: [unit('NLTS'), unit('NLTS')] }, 'invalid_request'],
    ['a plan of nobody', { receivers: [] }, 'invalid_request'],
    ['another organisation', { unitId: unit('TKQG') }, 'forbidden'],
  ])('refuses %s', async (_, values, code) => {
    const body = {
      unitId: seedId('unit', 'TCTK'),
      year: 2026,
      title: 'Kế hoạch thử',
      receivers: [unit('NLTS')],
      ...window,
      ...values,
    };
    expect((await (await appraiser()).post<Refusable<PlanDetail>>('/api/plans', body)).body.code).toBe(code);
  });

  it('starts from an assigned plan of an earlier year of the same organisation only', async () => {
    const earlier = await assigned();
    const create = async (values: Record<string, unknown>) => {
      const body = {
        unitId: seedId('unit', 'TCTK'),
        title: 'Kế hoạch thử',
        receivers: [unit('NLTS')],
        ...window,
        ...values,
      };
      return (await appraiser()).post<Refusable<PlanDetail>>('/api/plans', body);
    };
    expect((await create({ year: 2026, previousId: earlier.id })).body.code).toBe('plan_previous_unfit');
    const next = expectOk(await create({ year: 2027, previousId: earlier.id }));
    expect(next.versions).toMatchObject([{ number: 1, items: 2 }]);
  });

  it.each<[string, unknown[], string]>([
    ['an item twice', [item('A'), item('A')], 'plan_item_twice'],
    ['a month that does not exist', [item('A', { dueMonths: [13] })], 'invalid_request'],
    ['a month named twice', [item('A', { dueMonths: [6, 6] })], 'invalid_request'],
    ['no points for anybody', [item('A', { pointsEach: null })], 'invalid_request'],
    [
      'points for a unit outside the plan',
      [item('A', { points: [{ unitId: unit('VKH'), points: 5 }] })],
      'plan_unit_not_receiver',
    ],
  ])('refuses %s and stays as it was', async (_, items, code) => {
    const plan = await draft();
    expectOk(await write(await appraiser(), plan.id, [item('X')]));
    expect((await write(await appraiser(), plan.id, items)).body.code).toBe(code);
    const content = expectOk(await (await appraiser()).get<PlanContent>(`/api/plans/${plan.id}/items`));
    expect(content.items).toMatchObject([{ code: 'X' }]);
  });

  it('takes items only of units that propose', async () => {
    const { id } = await draft();
    expect((await write(await appraiser(), id, [item('A')], 'VKH')).body.code).toBe('plan_unit_not_proposer');
  });
});

describe('a proposal', () => {
  it('is written by the clerk of the unit that is asked, and by nobody else', async () => {
    const { plan } = await asking();
    expectOk(await write(await clerk(), plan.id, [item('A')]));
    expect((await write(await world.as('clerk.gia'), plan.id, [item('A')])).body.code).toBe('forbidden');
    expect((await write(await world.as('clerk.ninhthuan'), plan.id, [item('A')])).body.code).toBe(
      'plan_not_found',
    );
  });

  it('comes too late after it was handed in or the round was closed, and changes nothing', async () => {
    const { plan, taskId } = await asking();
    expectOk(await write(await clerk(), plan.id, [item('A')]));
    await world.db.update(tasks).set({ status: 'cancelled' }).where(eq(tasks.id, taskId));
    expect((await write(await clerk(), plan.id, [item('B')])).body.code).toBe('plan_round_closed');
    const kept = await world.db.select().from(planItems).where(eq(planItems.planId, plan.id));
    expect(kept).toMatchObject([{ code: 'A' }]);
    const late = await (await clerk()).post<Refusable<unknown>>(`/api/tasks/${taskId}/complete`, {
      version: 1,
      verdict: 'approve',
    });
    expect(late.body.code).toBe('task_cancelled');
  });

  it('is refused after the due date also where it is an opinion, which then stays without an answer', async () => {
    const { plan, subject } = await asking();
    const taskId = await openTask(world, subject, {
      element: 'give-opinion',
      candidateRole: 'clerk',
      candidateUnitId: unit('TKQG'),
      verdicts: ['approve'],
      status: 'cancelled',
    });
    const late = await (await clerk()).post<Refusable<unknown>>(`/api/tasks/${taskId}/complete`, {
      version: 1,
      verdict: 'approve',
    });
    expect(late.body).toMatchObject({ code: 'task_cancelled', detail: expect.stringContaining('hết hạn') });
    const { rounds } = expectOk(await (await appraiser()).get<PlanDetail>(`/api/plans/${plan.id}`));
    const opinions = rounds.find(({ kind }) => kind === 'opinions');
    expect(opinions?.replies).toMatchObject([{ receivedAt: null }]);
  });

  it('is closed early by the standing body only, with a reason, once', async () => {
    const { plan, taskId } = await asking();
    const path = `/api/plans/${plan.id}/close-round`;
    expect((await (await clerk()).post<Refusable<unknown>>(path, { reason: 'Đủ' })).body.code).toBe(
      'forbidden',
    );
    expect((await (await appraiser()).post<Refusable<unknown>>(path, {})).body.code).toBe('invalid_request');
    expectOk(await (await appraiser()).post(path, { reason: 'Đã nhận đủ đề nghị' }));
    await world.db.update(tasks).set({ status: 'cancelled' }).where(eq(tasks.id, taskId));
    const again = await (await appraiser()).post<Refusable<unknown>>(path, { reason: 'Lần nữa' });
    expect(again.body.code).toBe('plan_round_not_open');
    const told = await world.db.select().from(auditLog).where(eq(auditLog.subjectId, plan.id));
    expect(told.map(({ action }) => action)).toEqual(['plan.create', 'plan.start', 'plan.close_round']);
  });

  it('is not started with days that are past or out of order, nor twice', async () => {
    const { id } = await draft();
    const start = async (proposalsDue: string, opinionsDue: string) =>
      (
        await (
          await appraiser()
        ).post<Refusable<unknown>>(`/api/plans/${id}/start`, { proposalsDue, opinionsDue })
      ).body.code;
    expect(await start('2026-11-19', '2026-12-01')).toBe('plan_date_past');
    expect(await start('2026-12-01', '2026-11-30')).toBe('plan_date_past');
    expect(await start('2026-12-01', '2026-12-01')).toMatch(/^KHCT/);
    expect(await start('2026-12-01', '2026-12-01')).toBe('plan_not_draft');
  });
});

it('a plan is not finished while a unit is off its total', async () => {
  const { plan, subject } = await asking({ totalPoints: 2800 });
  expectOk(await write(await appraiser(), plan.id, [item('A', { pointsEach: 2750 })]));
  const taskId = await openTask(world, subject, {
    element: 'synthesise-opinions',
    candidateRole: 'appraiser',
    candidateUnitId: seedId('unit', 'TCTK'),
    verdicts: ['approve'],
  });
  const finish = async () =>
    (await appraiser()).post<Refusable<unknown>>(`/api/tasks/${taskId}/complete`, {
      version: 1,
      verdict: 'approve',
    });
  const refused = await finish();
  expect(refused.body).toMatchObject({ code: 'plan_total_off', detail: expect.stringContaining('2750') });
  const [task] = await world.db.select().from(tasks).where(eq(tasks.id, taskId));
  expect(task?.status).toBe('open');
  expectOk(await write(await appraiser(), plan.id, [item('A', { pointsEach: 2750 }), item('B')]));
  expectOk(await finish());
});

describe('ad-hoc work', () => {
  it('is a version of its own, and what was assigned stays', async () => {
    const plan = await assigned();
    const added = await (await appraiser()).post<Refusable<PlanContent>>(
      `/api/plans/${plan.id}/ad-hoc-items`,
      {
        assignerId: unit('GIA'),
        item: item('DX-1', { dueMonths: [6] }),
        reason: 'Yêu cầu của Chính phủ',
      },
    );
    expect(expectOk(added).items).toMatchObject([
      { code: 'DX-1', adHoc: true, reason: 'Yêu cầu của Chính phủ' },
    ]);
    const before = await (await appraiser()).get<PlanContent>(`/api/plans/${plan.id}/items?version=1`);
    expect(before.body.items.map(({ code }) => code)).toEqual(['A', 'B']);
  });

  it('needs an assigned plan and a code of its own', async () => {
    const add = async (planId: string, code: string) =>
      (
        await (
          await appraiser()
        ).post<Refusable<PlanContent>>(`/api/plans/${planId}/ad-hoc-items`, {
          assignerId: unit('TKQG'),
          item: item(code),
          reason: 'Đột xuất',
        })
      ).body.code;
    expect(await add((await draft()).id, 'Z')).toBe('plan_not_assigned');
    expect(await add((await assigned()).id, 'A')).toBe('plan_item_twice');
  });
});

describe('a scoring', () => {
  async function scoringOf() {
    const plan = await assigned();
    const scoring = expectOk(
      await (await appraiser()).post<ScoringDetail>(`/api/plans/${plan.id}/scorings`, {
        period: '2026-Q1',
        dueOn: '2026-12-01',
      }),
    );
    const instanceId = await instanceOf(scoring.id);
    const taskId = await openTask(
      world,
      { dossierId: scoring.id, instanceId },
      {
        element: 'score-units',
        candidateRole: 'clerk',
        candidateUnitId: unit('TKQG'),
        verdicts: ['approve'],
      },
    );
    return { plan, scoring, taskId, path: `/api/plan-scorings/${scoring.id}/sheets/${unit('TKQG')}` };
  }
  async function instanceOf(scoringId: string): Promise<string> {
    const { rows } = await world.test.db.execute<{ instance_id: string }>(
      `select instance_id from plan_scorings where id = '${scoringId}'`,
    );
    return rows[0]?.instance_id ?? '';
  }

  it.each([
    ['a period outside the window', '2026-Q4', '2026-12-01', 'scoring_period_unknown'],
    ['a month where quarters are scored', '2026-03', '2026-12-01', 'scoring_period_unknown'],
    ['nothing due', '2026-Q3', '2026-12-01', 'scoring_nothing_due'],
    ['a day that is past', '2026-Q1', '2026-11-19', 'plan_date_past'],
    ['no period at all', 'Quý I', '2026-12-01', 'invalid_request'],
  ])('is not opened for %s', async (_, period, dueOn, code) => {
    const plan = await assigned();
    const reply = await (await appraiser()).post<Refusable<ScoringDetail>>(`/api/plans/${plan.id}/scorings`, {
      period,
      dueOn,
    });
    expect(reply.body.code).toBe(code);
  });

  it('is not opened before the plan year, nor twice for a period', async () => {
    const { plan } = await scoringOf();
    const again = await (await appraiser()).post<Refusable<ScoringDetail>>(`/api/plans/${plan.id}/scorings`, {
      period: '2026-Q1',
      dueOn: '2026-12-01',
    });
    expect(again.body.code).toBe('scoring_period_taken');
    const later = await assigned();
    await world.db.update(workPlans).set({ opensOn: '2027-10-01' }).where(eq(workPlans.id, later.id));
    const early = await (await appraiser()).post<Refusable<ScoringDetail>>(
      `/api/plans/${later.id}/scorings`,
      {
        period: '2026-Q1',
        dueOn: '2026-12-01',
      },
    );
    expect(early.body.code).toBe('scoring_too_early');
  });

  it('asks for each item and unit what is due of it in the period', async () => {
    const { path } = await scoringOf();
    const { lines, due } = expectOk(await (await clerk()).get<ScoreSheetDetail>(path));
    expect(lines.map((line) => [line.itemCode, line.unit.code, line.due])).toEqual([
      ['A', 'TCTK-CNXD', 50],
      ['A', 'TCTK-NLTS', 50],
      ['B', 'TCTK-CNXD', 15],
      ['B', 'TCTK-NLTS', 15],
    ]);
    expect(due).toBe(130);
  });

  it('refuses a sheet whose total is off, whose points are above what is due, or that saw an older version', async () => {
    const { path } = await scoringOf();
    const { lines, version } = expectOk(await (await clerk()).get<ScoreSheetDetail>(path));
    const scores = lines.map(({ itemId, unit: { id }, due }) => ({ itemId, unitId: id, earned: due }));
    const put = async (values: Record<string, unknown>) =>
      (await clerk()).put<Refusable<ScoreSheetDetail>>(path, { version, total: 130, scores, ...values });
    const off = await put({ total: 131 });
    expect(off.body).toMatchObject({ code: 'score_total_off', detail: expect.stringContaining('130') });
    const above = scores.map((score, i) => (i === 0 ? { ...score, earned: 51 } : score));
    expect((await put({ total: 131, scores: above })).body).toMatchObject({
      code: 'scores_invalid',
      errors: [{ path: 'scores[0].earned', code: 'score_above_due' }],
    });
    expect((await put({ version: 9 })).body.code).toBe('version_conflict');
    const untouched = expectOk(await (await clerk()).get<ScoreSheetDetail>(path));
    expect(untouched).toMatchObject({ scored: 0, version });
    expect(expectOk(await put({})).earned).toBe(130);
  });

  it('is handed in when everything is scored, and is not changed afterwards', async () => {
    const { path, taskId } = await scoringOf();
    const complete = async () =>
      (await clerk()).post<Refusable<unknown>>(`/api/tasks/${taskId}/complete`, {
        version: 1,
        verdict: 'approve',
      });
    expect((await complete()).body).toMatchObject({
      code: 'score_sheet_incomplete',
      detail: expect.stringContaining('4'),
    });
    const { lines, version } = expectOk(await (await clerk()).get<ScoreSheetDetail>(path));
    const scores = lines.map(({ itemId, unit: { id } }) => ({ itemId, unitId: id, earned: 0 }));
    expectOk(await (await clerk()).put(path, { version, total: 0, scores }));
    expectOk(await complete());
    const late = await (await clerk()).put<Refusable<unknown>>(path, {
      version: version + 1,
      total: 0,
      scores: [],
    });
    expect(late.body.code).toBe('score_sheet_handed_in');
  });

  it('handed in by a decision that is taken back, is scored on', async () => {
    const { path, taskId } = await scoringOf();
    const client = await clerk();
    const { lines, version } = expectOk(await client.get<ScoreSheetDetail>(path));
    const scores = lines.map(({ itemId, unit: { id } }) => ({ itemId, unitId: id, earned: 0 }));
    expectOk(await client.put(path, { version, total: 0, scores }));
    const decision = { tasks: [{ taskId, version: 1 }], verdict: 'approve' };
    expect(await client.post('/api/tasks/decisions', decision)).toMatchObject({ body: { accepted: 1 } });
    const undone = await client.post('/api/tasks/decisions/undo', { taskIds: [taskId] });
    expect(undone).toMatchObject({ body: { accepted: 1 } });
    expect(expectOk(await client.get<ScoreSheetDetail>(path)).handedInAt).toBeNull();
    expectOk(await client.put(path, { version: version + 1, total: 0, scores }));
  });

  it('takes the progress of a task system by rows, all or none, and the same file twice alike', async () => {
    const { path } = await scoringOf();
    const csv = (...rows: string[]) => ['Mã nhiệm vụ,Mã đơn vị,Số việc,Hoàn thành', ...rows].join('\n');
    const upload = async (content: string) =>
      (await clerk()).upload<Refusable<{ imported: number; earned: number }>>(`${path}/progress-import`, {
        name: 'tien-do.csv',
        content,
      });
    const refused = await upload(
      csv('A,TCTK-NLTS,4,5', 'Z,TCTK-NLTS,1,1', 'A,TCTK-VKH,1,1', 'B,TCTK-NLTS,không,0'),
    );
    expect(refused.body.code).toBe('import_rows_invalid');
    expect(refused.body.rows?.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'Hoàn thành', 'not_a_share'],
      [3, 'Mã nhiệm vụ', 'unknown_item'],
      [4, 'Mã đơn vị', 'unknown_unit'],
      [5, 'Số việc', 'not_a_number'],
      [5, 'Hoàn thành', 'not_a_share'],
    ]);
    expect(expectOk(await (await clerk()).get<ScoreSheetDetail>(path)).scored).toBe(0);
    const good = csv('A,TCTK-NLTS,4,3', 'B,TCTK-NLTS,2,1');
    expect(expectOk(await upload(good))).toEqual({ imported: 2, earned: 46 });
    expect(expectOk(await upload(good))).toEqual({ imported: 2, earned: 46 });
    expect((await upload('Mã nhiệm vụ,Số việc\nA,1')).body.code).toBe('import_columns_missing');
  });

  it('gives a sheet for progress with a line for everything that the unit scores', async () => {
    const { path } = await scoringOf();
    const client = await clerk();
    const { lines } = expectOk(await client.get<ScoreSheetDetail>(path));
    const sheet = progressRows(
      await readSpreadsheet(await client.download(`${path}/progress-template.xlsx`), 1000),
    );
    expect(sheet.map(({ itemCode, unitCode }) => [itemCode, unitCode])).toEqual(
      lines.map(({ itemCode, unit }) => [itemCode, unit.code]),
    );
  });

  it('is put off to a later day only, with a reason', async () => {
    const { scoring, taskId } = await scoringOf();
    const extend = async (dueOn: string, reason?: string) =>
      (
        await (
          await appraiser()
        ).post<Refusable<ScoringDetail>>(`/api/plan-scorings/${scoring.id}/extend`, {
          dueOn,
          ...(reason && { reason }),
        })
      ).body;
    expect((await extend('2026-12-10')).code).toBe('invalid_request');
    expect((await extend('2026-12-01', 'Sớm')).code).toBe('plan_date_past');
    expect(await extend('2026-12-10', 'Tạo điều kiện cho các đơn vị')).toMatchObject({
      dueOn: '2026-12-10',
      extensions: [{ from: '2026-12-01', to: '2026-12-10', reason: 'Tạo điều kiện cho các đơn vị' }],
    });
    await world.db.update(tasks).set({ status: 'cancelled' }).where(eq(tasks.id, taskId));
    expect((await extend('2026-12-20', 'Nữa')).code).toBe('scoring_not_awaited');
  });
});
