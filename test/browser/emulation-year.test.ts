import { beforeAll, expect, test } from 'vitest';
import type { PlanDetail, PlanSummary, ScoringDetail } from '../../api/contract/plans.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { startStack } from '../stack.ts';
import { startPages } from './pages.ts';
import { phone, type Visitor } from './visitor.ts';

const pages = startPages(startStack);

let journey: Journey;
let plan: PlanSummary;

const unit = (code: string) => seedId('unit', `TCTK-${code}`);
const title = 'Kế hoạch công tác của các đơn vị';
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const report = (code: string) => ({
  code,
  name: `Báo cáo ${code}`,
  kind: 'report',
  dueMonths: [3],
  pointsEach: 50,
});

/** A plan of two departments for one receiver, which last year had one report of each. */
beforeAll(async () => {
  journey = new Journey({ baseUrl: pages.server.baseUrl, password: demoPassword, log: () => {} });
  const appraiser = await journey.as('appraiser.tctk');
  const body = {
    unitId: seedId('unit', 'TCTK'),
    title,
    rhythm: 'quarter',
    proposers: [unit('TKQG'), unit('GIA')],
    advisers: [unit('TKQG')],
    receivers: [unit('NLTS')],
  };
  const before = expectOk(
    await appraiser.post<PlanDetail>('/api/plans', {
      ...body,
      year: 2025,
      evaluationFrom: '2025-01-01',
      evaluationTo: '2025-09-30',
    }),
  );
  for (const code of ['TKQG', 'GIA'])
    expectOk(
      await appraiser.put(`/api/plans/${before.id}/units/${unit(code)}/items`, {
        items: [report(`${code}-1`)],
      }),
    );
  expectOk(
    await appraiser.post(`/api/plans/${before.id}/adopt`, {
      paperSymbol: '9/QĐ-TCTK',
      assignedOn: '2024-12-31',
    }),
  );
  plan = expectOk(
    await appraiser.post<PlanDetail>('/api/plans', {
      ...body,
      year: 2026,
      previousId: before.id,
      evaluationFrom: '2026-01-01',
      evaluationTo: '2026-09-30',
    }),
  );
  expectOk(
    await appraiser.post(`/api/plans/${plan.id}/start`, { proposalsDue: day(10), opinionsDue: day(20) }),
  );
}, 180_000);

/** Goes to a task from the inbox and completes it, as it is or after what is done before. */
const complete = (login: string, task: string, before?: (visitor: Visitor) => Promise<void>) =>
  pages.pass(login, '/tasks', task, before && { before });

test('a plan goes from the proposal of a unit to its scores, by the people that source 001 names', async () => {
  await complete('clerk.tkqg', 'Đề nghị giao kế hoạch', async (clerk) => {
    await clerk.sees(title);
    await clerk.press('Sửa nhiệm vụ');
    await clerk.press('Thêm nhiệm vụ');
    const last = (name: string, role: string) =>
      clerk.page.locator(`fieldset:last-of-type ::-p-aria([name="${name}"][role="${role}"])`);
    await last('Mã', 'textbox').fill('TKQG-2');
    await last('Nhiệm vụ', 'textbox').fill('Báo cáo rà soát GRDP');
    await last('Tháng đến hạn', 'combobox').fill('3');
    await clerk.page.keyboard.press('Enter');
    await last('Điểm', 'spinbutton').fill('50');
    await clerk.press('Lưu nhiệm vụ');
    await clerk.sees('Báo cáo rà soát GRDP');
  });

  const body = await pages.visit('appraiser.tctk', `/plans/${plan.id}`);
  await body.sees('Vòng 1: đề nghị của các đơn vị');
  await body.press('Chốt sớm vòng này');
  await body.sees('Đã nhận 1/2');
  await body.fill('Lý do', 'Vụ Thống kê Giá không thay đổi');
  await body.agree();
  await body.sees('Tổng hợp vòng 1');
  await body.turnTo('So sánh');
  await body.sees('Báo cáo rà soát GRDP');
  await body.sees('Chưa gửi đề nghị: Vụ Thống kê Giá');
  await body.leave();

  await complete('appraiser.tctk', 'Tổng hợp vòng 1');
  await complete('appraiser.tctk', 'Dự thảo lại kế hoạch');
  await complete('clerk.tkqg', 'Cho ý kiến về dự thảo kế hoạch', async (clerk) => {
    await clerk.choose('Ý kiến', 'Nhất trí và có ý kiến');
    await clerk.fill('Nội dung góp ý', 'Đề nghị lùi thời hạn');
  });
  await complete('appraiser.tctk', 'Tổng hợp ý kiến, hoàn thiện kế hoạch');
  const head = await pages.visit('head.tctk', '/tasks', phone);
  await head.follow('Thủ trưởng giao kế hoạch');
  await head.sees(title);
  await head.fits();
  await head.tick('Duyệt');
  await head.press('Ghi nhận quyết định');
  await head.sees('Đã ghi nhận');
  await head.leave();

  const manager = await pages.visit('appraiser.tctk', `/plans/${plan.id}`);
  await manager.sees('Đã giao');
  await manager.sees('Nhất trí và có ý kiến');
  await manager.leave();
  const opened = expectOk(
    await (await journey.as('appraiser.tctk')).post<ScoringDetail>(`/api/plans/${plan.id}/scorings`, {
      period: '2026-Q1',
      dueOn: day(10),
    }),
  );
  await complete('clerk.tkqg', 'Chấm điểm thi đua', async (clerk) => {
    await clerk.press('Chấm điểm');
    await clerk.sees('Bảng điểm của Vụ Hệ thống tài khoản quốc gia');
    await clerk.press('Điền đủ điểm các dòng trống');
    await clerk.press('Lưu bảng điểm');
    await clerk.sees('Đã lưu bảng điểm');
    await clerk.press('Đóng');
    await clerk.sees('2 / 2');
  });
  const scoring = await pages.visit('appraiser.tctk', `/plan-scorings/${opened.id}`);
  await scoring.sees('Chấm điểm kỳ 2026-Q1');
  await scoring.sees('100 / 100');
  await scoring.leave();
}, 180_000);

test('an office sets a target with an alternative, reports, and sees it met', async () => {
  const office = await pages.visit('clerk.ninhthuan', `/campaigns/${seedId('campaign', 'NINHTHUAN-2023')}`);
  await office.sees('Đợt 1: thi đua đặc biệt');
  await office.press('Sửa chỉ tiêu');
  await office.press('Thêm chỉ tiêu');
  const field = (name: string, role: string) =>
    office.page.locator(`fieldset:last-of-type ::-p-aria([name="${name}"][role="${role}"])`);
  await field('Chỉ tiêu', 'textbox').fill('Chất lượng thực hiện kế hoạch');
  await field('Phương án', 'textbox').fill('Cờ thi đua được tặng');
  await field('Từ', 'spinbutton').fill('2');
  await office.press('Lưu chỉ tiêu');
  await office.sees('Đã lưu chỉ tiêu');
  await office.sees('chưa báo cáo');
  await office.press('Báo cáo kết quả');
  const label = 'Chất lượng thực hiện kế hoạch: Cờ thi đua được tặng';
  await office.page.locator(`::-p-aria([name="Số đạt: ${label}"][role="spinbutton"])`).fill('2');
  await office.page
    .locator(`::-p-aria([name="Nguồn, văn bản: ${label}"][role="textbox"])`)
    .fill('Báo cáo năm 2023');
  await office.press('Lưu kết quả');
  await office.sees('Đã lưu kết quả');
  await office.sees('Báo cáo năm 2023');
  expect(await office.text()).not.toContain('Sửa chỉ tiêu');
  await office.leave();
}, 60_000);
