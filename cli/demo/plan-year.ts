import type { PlanDetail, PlanSummary, ScoringDetail, Task } from '../../api/contract/index.ts';
import type { ScoreSheetDetail } from '../../api/contract/plans.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import type { ApiClient } from './api-client.ts';
import { expectOk, JourneyError } from './journey.ts';
import {
  functionReports,
  functions,
  opinions,
  reports,
  reportsOfDepartments,
  silentDepartment,
} from './plan-figures.ts';

export interface PlanYearOptions {
  /** The client of a demo account. */
  as: (login: string) => Promise<ApiClient>;
  /** Takes one line per step. */
  log: (line: string) => void;
  /** Today, ISO date: deadlines are some days later. */
  today: string;
  patienceMs?: number;
}

export interface PlanYear {
  /** Plan of the provincial offices, 2022. */
  provinces: string;
  /** Plan of the units of the GSO, 2022. */
  units: string;
  /** Its scoring of the first quarter. */
  scoring: string;
}

const unit = (code: string) => seedId('unit', `TCTK-${code}`);
const departments = [...Object.keys(reportsOfDepartments), silentDepartment];
const provinces = ['NINHTHUAN', 'BINHDINH', 'KHANHHOA', 'QUANGBINH'].map((code) =>
  seedId('unit', `CTK-${code}`),
);
const standingBody = 'appraiser.tctk';
const clerkOf = (code: string) => `clerk.${code.toLowerCase()}`;

/**
 * Plays the two plans of source 001 by the public API alone: the plans of 2021 are taken over, those of 2022 go through their
 * rounds, and the first quarter of 2022 is scored. The dates of the source are past, so the deadlines are later than today and
 * the standing body closes the rounds.
 * @throws JourneyError when a step does not come or is refused
 */
export async function playPlanYear(options: PlanYearOptions): Promise<PlanYear> {
  const play = new PlanPlay(options);
  const forProvinces = await play.forProvinces();
  const forUnits = await play.forUnits();
  return { provinces: forProvinces, units: forUnits, scoring: await play.firstQuarter(forUnits) };
}

class PlanPlay {
  readonly #options: Required<PlanYearOptions>;

  constructor(options: PlanYearOptions) {
    this.#options = { patienceMs: 60_000, ...options };
  }

  /** 354 reports after round 1, 25 fewer than in 2021; nine opinions; 269 after round 2. */
  async forProvinces(): Promise<string> {
    const title = 'Kế hoạch công tác và điểm thi đua của Cục Thống kê cấp tỉnh';
    const shared = { title, proposers: departments.map(unit), receivers: provinces };
    const before = await this.#taken(2021, shared, async (planId) => {
      for (const [code, [count]] of Object.entries(reportsOfDepartments))
        await this.#write(standingBody, planId, code, reports(code, count, 10));
    });
    const advisers = Object.keys(opinions).map(unit);
    const plan = await this.#created(2022, { ...shared, advisers, previousId: before.id });
    await this.#start(plan.id);
    for (const [code, [, first]] of Object.entries(reportsOfDepartments)) {
      const task = await this.#task(plan.id, 'propose-items', code);
      await this.#write(clerkOf(code), plan.id, code, reports(code, first, 10));
      await this.#complete(clerkOf(code), task);
    }
    await this.#closeRound(plan.id, 'Đã nhận đề nghị của 14/15 đơn vị.');
    await this.#complete(standingBody, await this.#task(plan.id, 'synthesise-first'));
    const draft = await this.#task(plan.id, 'draft-second');
    for (const [code, [, , second]] of Object.entries(reportsOfDepartments))
      await this.#write(standingBody, plan.id, code, reports(code, second, 10));
    await this.#complete(standingBody, draft);
    for (const [code, comment] of Object.entries(opinions)) {
      const answer = comment === null ? { answer: 'agree' } : { answer: 'agree_with_comment', comment };
      await this.#complete(clerkOf(code), await this.#task(plan.id, 'give-opinion', code), answer);
    }
    await this.#finish(plan.id);
    return plan.id;
  }

  /** 2,800 points for every unit, 100 more than in 2021 by two reports. */
  async forUnits(): Promise<string> {
    const title = 'Kế hoạch công tác và điểm thi đua của các đơn vị thuộc Tổng cục';
    const shared = { title, proposers: functions.map(unit), receivers: departments.map(unit) };
    const before = await this.#taken(2021, { ...shared, totalPoints: 2700 }, async (planId) => {
      for (const code of functions)
        await this.#write(standingBody, planId, code, functionReports(code, 2021));
    });
    const plan = await this.#created(2022, { ...shared, totalPoints: 2800, previousId: before.id });
    await this.#start(plan.id);
    for (const code of functions) {
      const task = await this.#task(plan.id, 'propose-items', code);
      await this.#write(clerkOf(code), plan.id, code, functionReports(code, 2022));
      await this.#complete(clerkOf(code), task);
    }
    await this.#complete(standingBody, await this.#task(plan.id, 'synthesise-first'));
    await this.#complete(standingBody, await this.#task(plan.id, 'draft-second'));
    await this.#finish(plan.id);
    return plan.id;
  }

  /** Scores the first quarter: every seventh line a little less than all; one sheet comes from a task system. */
  async firstQuarter(planId: string): Promise<string> {
    const manager = await this.#options.as(standingBody);
    const opened = expectOk(
      await manager.post<ScoringDetail>(`/api/plans/${planId}/scorings`, {
        period: '2022-Q1',
        dueOn: this.#day(10),
      }),
    );
    const path = `/api/plan-scorings/${opened.id}`;
    for (const { assigner } of opened.sheets) {
      const code = assigner.code.replace('TCTK-', '');
      const task = await this.#scoringTask(opened.id, 'score-units', assigner.code);
      const clerk = await this.#options.as(clerkOf(code));
      const sheet = expectOk(await clerk.get<ScoreSheetDetail>(`${path}/sheets/${assigner.id}`));
      if (code === 'KHTC') {
        const rows = sheet.lines.map(({ itemCode, unit: { code: unitCode } }, i) => {
          return { itemCode, unitCode, tasks: 10, done: i % 7 === 0 ? 9 : 10 };
        });
        expectOk(await clerk.post(`${path}/sheets/${assigner.id}/progress`, { rows }));
      } else {
        const scores = sheet.lines.map(({ itemId, unit: { id: unitId }, due }, i) => {
          return { itemId, unitId, earned: i % 7 === 0 ? due - 1 : due };
        });
        const total = scores.reduce((sum, { earned }) => sum + earned, 0);
        const body = { version: sheet.version, total, scores };
        expectOk(await clerk.put(`${path}/sheets/${assigner.id}`, body));
      }
      await this.#complete(clerkOf(code), task);
    }
    await this.#complete(standingBody, await this.#scoringTask(opened.id, 'check-scores'));
    await this.#until(async () => {
      const { status } = expectOk(await manager.get<ScoringDetail>(path));
      return status === 'closed' ? true : undefined;
    }, 'the scoring is not closed');
    this.#options.log('Scores of the first quarter are published');
    return opened.id;
  }

  async #taken(
    year: number,
    plan: Record<string, unknown>,
    fill: (planId: string) => Promise<void>,
  ): Promise<PlanSummary> {
    const created = await this.#created(year, plan);
    await fill(created.id);
    const manager = await this.#options.as(standingBody);
    const paper = { paperSymbol: `1234/QĐ-TCTK`, assignedOn: `${year - 1}-12-31` };
    return expectOk(await manager.post<PlanDetail>(`/api/plans/${created.id}/adopt`, paper));
  }

  async #created(year: number, plan: Record<string, unknown>): Promise<PlanSummary> {
    const manager = await this.#options.as(standingBody);
    const window = { evaluationFrom: `${year}-01-01`, evaluationTo: `${year}-09-30`, rhythm: 'quarter' };
    const body = { unitId: seedId('unit', 'TCTK'), year, ...window, ...plan };
    const created = expectOk(await manager.post<PlanDetail>('/api/plans', body));
    this.#options.log(`Plan ${created.code} begun: ${created.title}`);
    return created;
  }

  async #write(login: string, planId: string, code: string, items: unknown[]): Promise<void> {
    const client = await this.#options.as(login);
    expectOk(await client.put(`/api/plans/${planId}/units/${unit(code)}/items`, { items }));
  }

  async #start(planId: string): Promise<void> {
    const body = { proposalsDue: this.#day(20), opinionsDue: this.#day(60) };
    expectOk(await (await this.#options.as(standingBody)).post(`/api/plans/${planId}/start`, body));
  }

  async #closeRound(planId: string, reason: string): Promise<void> {
    const manager = await this.#options.as(standingBody);
    expectOk(await manager.post(`/api/plans/${planId}/close-round`, { reason }));
  }

  /** The standing body finishes the plan, the head assigns it. */
  async #finish(planId: string): Promise<void> {
    await this.#complete(standingBody, await this.#task(planId, 'synthesise-opinions'));
    await this.#complete('head.tctk', await this.#task(planId, 'head-assigns'));
    const manager = await this.#options.as(standingBody);
    await this.#until(async () => {
      const { status } = expectOk(await manager.get<PlanDetail>(`/api/plans/${planId}`));
      return status === 'assigned' ? true : undefined;
    }, 'the plan is not assigned');
    this.#options.log('The plan is assigned');
  }

  async #complete(login: string, task: Task, form?: Record<string, unknown>): Promise<void> {
    const body = { version: task.version, verdict: 'approve', ...(form && { form }) };
    expectOk(await (await this.#options.as(login)).post(`/api/tasks/${task.id}/complete`, body));
  }

  /** The open task of an element, of a department's unit where one is named. */
  #task(planId: string, element: string, department?: string): Promise<Task> {
    const unitCode = department === undefined ? undefined : `TCTK-${department}`;
    return this.#taskOf<PlanDetail>(`/api/plans/${planId}`, element, unitCode);
  }

  #scoringTask(scoringId: string, element: string, unitCode?: string): Promise<Task> {
    return this.#taskOf<ScoringDetail>(`/api/plan-scorings/${scoringId}`, element, unitCode);
  }

  async #taskOf<T extends { tasks: Task[] }>(
    path: string,
    element: string,
    unitCode?: string,
  ): Promise<Task> {
    const manager = await this.#options.as(standingBody);
    return this.#until(async () => {
      const { tasks } = expectOk(await manager.get<T>(path));
      return tasks.find(
        (task) =>
          task.element === element &&
          task.status === 'open' &&
          (unitCode === undefined || task.candidateUnit?.code === unitCode),
      );
    }, `there is no task "${element}"`);
  }

  async #until<T>(look: () => Promise<T | undefined>, complaint: string): Promise<T> {
    const deadline = Date.now() + this.#options.patienceMs;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (Date.now() > deadline) throw new JourneyError(complaint);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** The day so many days from today. */
  #day(days: number): string {
    return new Date(Date.parse(`${this.#options.today}T00:00:00Z`) + days * 86_400_000)
      .toISOString()
      .slice(0, 10);
  }
}
