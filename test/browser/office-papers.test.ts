import { describe, expect, test } from 'vitest';
import type { OfficePaperDetail } from '../../api/contract/index.ts';
import { ApiClient } from '../../cli/demo/api-client.ts';
import { expectOk } from '../../cli/demo/journey.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { startStack } from '../stack.ts';
import { startPages } from './pages.ts';
import { phone } from './visitor.ts';

const pages = startPages(startStack);

describe('a launching plan on its way', { timeout: 180_000 }, () => {
  let path: string;

  test('a clerk adds a legal document, drafts the plan from the campaign and hands it on', async () => {
    const clerk = await pages.visit('clerk.ninhthuan', '/legal-documents');
    await clerk.press('Thêm văn bản');
    await clerk.fill('Loại văn bản', 'Chỉ thị');
    await clerk.fill('Số, ký hiệu', '01/CT-UBND');
    await clerk.fill('Cơ quan ban hành', 'Chủ tịch Ủy ban nhân dân tỉnh');
    await clerk.fill('Trích yếu (luật: tên luật)', 'về phát động thi đua năm 2023');
    const day = await clerk.page.waitForSelector('input[aria-label="Ngày ban hành"]');
    await day?.click();
    await day?.type('09/01/2023');
    await clerk.page.keyboard.press('Enter');
    await clerk.agree();
    await clerk.sees('Chỉ thị số 01/CT-UBND ngày 09 tháng 01 năm 2023 của Chủ tịch Ủy ban nhân dân tỉnh');

    await clerk.open(`/campaigns/${seedId('campaign', 'NINHTHUAN-2023')}`);
    await clerk.press('Soạn văn bản');
    await clerk.agree();
    await clerk.page.waitForFunction(() => window.location.pathname.startsWith('/office-papers/'));
    path = clerk.path();
    await clerk.sees('Mục đích, yêu cầu');
    await clerk.sees('đến ngày 30/06/2023;');

    await clerk.press('Sửa dự thảo');
    await clerk.press('Thêm căn cứ');
    const basis = await clerk.page.waitForSelector('input[aria-label="Văn bản căn cứ"]');
    await basis?.click();
    await clerk.page.locator('.ant-select-item-option ::-p-text(01/CT-UBND)').click();
    await clerk.press('Thêm nơi nhận');
    const recipient = await clerk.page.waitForSelector('input[aria-label="Tên nơi nhận"]');
    await recipient?.type('Sở Nội vụ');
    // What is still to be written: each line is a paragraph of its own.
    const gaps = await clerk.page.$$('.outline-row textarea');
    for (const gap of gaps) {
      if ((await gap.evaluate(({ value }) => value)) !== '…') continue;
      await gap.click({ count: 3 });
      await gap.type('Toàn cơ quan.');
    }
    await clerk.press('Lưu dự thảo');
    await clerk.sees('Đã lưu lần 2.');
    await clerk.sees('Căn cứ Chỉ thị số 01/CT-UBND');
    await clerk.press('Chuyển xử lý');
    await clerk.agree();
    await clerk.sees('Hoàn thiện, trình ký');
    await clerk.press('Bản in của lần 2');
    await clerk.page.waitForSelector('.pdf-dialog canvas');
    await clerk.closeDialog();
    await clerk.leave();
  });

  test('it is submitted, signed by the head, numbered by the registrar, and read by everybody', async () => {
    await pages.pass('clerk.ninhthuan', path, 'Hoàn thiện, trình ký');
    await pages.pass('ninhthuan.01', path, 'Ký văn bản', { verdict: 'Duyệt' });
    await pages.pass('registrar.ninhthuan', path, 'Vào số, ban hành văn bản', { verdict: 'Duyệt' });
    const reader = await pages.visit('clerk.tkth', path, phone);
    await reader.sees('Đã ban hành');
    await reader.sees('01/KH-CTK');
    await reader.leave();
  });
});

test('the page of overlays names the paper that put one in force', { timeout: 120_000 }, async () => {
  const as = (login: string) => new ApiClient(pages.server.baseUrl).logIn(login, demoPassword);
  const appraiser = await as('appraiser.tctk');
  const unitId = seedId('unit', 'TCTK');
  const paper = expectOk(
    await appraiser.post<OfficePaperDetail>('/api/office-papers', { unitId, kind: 'regulation' }),
  );
  const path = `/api/office-papers/${paper.id}`;
  const overlay = 'id: 2099-01-01.tctk\norganisation: TCTK\nname: { vi: Quy chế mới, en: New rules }\n';
  const { draft } = paper.current;
  const lines = draft.lines.map((line) => (line.text === '…' ? { ...line, text: 'Nội dung.' } : line));
  expectOk(await appraiser.put(path, { version: 1, draft: { ...draft, lines, overlay } }));
  expectOk(await appraiser.post(`${path}/start`, { commenters: [] }));
  for (const login of ['appraiser.tctk', 'head.tctk', 'registrar.tctk']) {
    const client = await as(login);
    await expect
      .poll(
        async () => {
          const { tasks } = expectOk(await client.get<OfficePaperDetail>(path));
          const task = tasks.find(({ canAct }) => canAct);
          if (!task) return false;
          const body = { version: task.version, verdict: 'approve' };
          expectOk(await client.post(`/api/tasks/${task.id}/complete`, body));
          return true;
        },
        { timeout: 30_000 },
      )
      .toBe(true);
  }
  const isIssued = async () => expectOk(await appraiser.get<OfficePaperDetail>(path)).status === 'issued';
  await expect.poll(isIssued, { timeout: 30_000 }).toBe(true);
  const admin = await pages.visit('admin', '/admin/overlays');
  await admin.sees('/QĐ-TCTK');
  await admin.press('Quy chế mới');
  await admin.sees('chỉ văn bản khác mới thay thế hoặc bãi bỏ được');
  await admin.leave();
});
