import { beforeAll, describe, expect, test } from 'vitest';
import type { DefinitionDetail, DefinitionSummary, DossierDetail } from '../../api/contract/index.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { compile } from '../../engine/compile.ts';
import { attachPapers } from '../api/fixtures.ts';
import { hostModel } from '../fixtures/hosted-model.ts';
import { startStack } from '../stack.ts';
import { startPages } from './pages.ts';
import { phone, type Visitor } from './visitor.ts';

const pages = startPages(startStack);

let journey: Journey;
let instanceId = '';

beforeAll(async () => {
  journey = new Journey({ baseUrl: pages.server.baseUrl, password: demoPassword, log: () => {} });
  const clerk = await journey.as('clerk.tkth');
  const draft = {
    awardCode: 'CSTDCS',
    unitId: seedId('unit', 'TCTK-TKTH'),
    periodFrom: 2026,
    periodTo: 2026,
  };
  const { id } = expectOk(await clerk.post<DossierDetail>('/api/dossiers', draft));
  const nominee = { kind: 'person', personId: seedId('person', 'tkth.03'), achievement: 'Sáng kiến' };
  expectOk(await clerk.post(`/api/dossiers/${id}/nominations`, nominee));
  await attachPapers(pages.server.database, id);
  const submission = { ineligibleReason: 'Dữ liệu thử.' };
  ({ instanceId } = expectOk(
    await clerk.post<{ instanceId: string }>(`/api/dossiers/${id}/submit`, submission),
  ));
}, 180_000);

/** Asks several agencies at once. */
const askAgencies = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t"><process id="ask" name="Lấy ý kiến" isExecutable="true">
  <subProcess id="Ask" name="Xin ý kiến"><multiInstanceLoopCharacteristics><extensionElements>
    <zeebe:loopCharacteristics inputCollection="=agencies" inputElement="agency"/></extensionElements></multiInstanceLoopCharacteristics>
    <intermediateCatchEvent id="Reply"><timerEventDefinition><timeDuration>P30D</timeDuration></timerEventDefinition></intermediateCatchEvent>
  </subProcess></process></definitions>`;

const administrator = (path: string, window?: typeof phone) => pages.visit('admin', path, window);

/** Clicks an element of the diagram, where it is drawn. */
const clickElement = async ({ page }: Visitor, element: string) => {
  const shape = await page.waitForSelector(`g.djs-element[data-element-id="${element}"] .djs-hit`);
  await shape?.click();
};

/** Gives the reason in the open dialog and confirms it. */
async function confirm(admin: Visitor, button: string): Promise<void> {
  const opened = '.ant-modal-wrap:not([style*="none"])';
  await admin.page.locator(`${opened} textarea`).fill('Hội đồng không họp được');
  await admin.page
    .locator(`${opened} .ant-modal-footer ::-p-aria([name="${button}"][role="button"])`)
    .click();
  await admin.page.waitForFunction(() =>
    [...document.querySelectorAll('.ant-modal-wrap')].every((dialog) => dialog.getClientRects().length === 0),
  );
}

describe('an administrator of the processes', { timeout: 120_000 }, () => {
  test('moves the step of a dossier on the diagram, suspends and resumes it', async () => {
    const admin = await administrator(`/admin/instances/${instanceId}`);
    await admin.sees('Đang chạy');
    await admin.page.waitForSelector('.bpmn-active');
    await admin.choose('Bước đang mở', 'Cấp cơ sở');
    await admin.choose('Chọn quy trình', 'Cấp tổng cục');
    await clickElement(admin, 'department-head-decides');
    await admin.sees('Tới: Thủ trưởng xét duyệt');
    await admin.press('Chuyển bước');
    await confirm(admin, 'Chuyển bước');
    await admin.sees('Hội đồng không họp được');
    await admin.sees('Đã xong');
    await admin.sees('Đang ở: Thủ trưởng xét duyệt');

    await admin.press('Tạm dừng quy trình');
    await confirm(admin, 'Tạm dừng quy trình');
    await admin.sees('Quy trình đang tạm dừng; 0 việc');
    await admin.press('Cho chạy tiếp');
    await confirm(admin, 'Cho chạy tiếp');
    await admin.page.waitForFunction(() => !document.body.textContent?.includes('Quy trình đang tạm dừng;'));
    await admin.leave();
  });

  test('deploys a changed model after reading what it means, compares it in colour, and migrates the dossier', async () => {
    const client = await journey.as('admin');
    const { items } = expectOk(await client.get<{ items: DefinitionSummary[] }>('/api/definitions'));
    const award = items.find(({ processId }) => processId === 'award-chain');
    const { files } = expectOk(await client.get<DefinitionDetail>(`/api/definitions/${award?.id}`));
    const model = files.find(({ name }) => name === 'department-level.bpmn')?.content ?? '';
    const changed = model.replaceAll(
      /(["'>])department-head-decides(["'<])/g,
      '$1department-head-approves$2',
    );
    const file = await pages.onDisk('department-level.bpmn', changed);

    const admin = await administrator('/admin/definitions');
    await admin.sees('Hồ sơ mới dùng');
    await admin.give(file);
    await admin.sees('0 lỗi');
    await admin.sees('Phiên bản mới không còn phần tử này');
    if ((await admin.text()).includes('Tôi đã đọc')) await admin.tick('Tôi đã đọc');
    await admin.press('Triển khai');
    await confirm(admin, 'Triển khai');
    await admin.sees('phiên bản 2');
    await admin.page.locator('::-p-text(phiên bản 2)').click();
    await admin.page.waitForSelector('.bpmn-added');
    await admin.sees('department-head-approves');
    const dashes = await admin.page.$eval(
      '.djs-connection.bpmn-changed path',
      (flow) => getComputedStyle(flow).strokeDasharray,
    );
    expect(dashes).toBe('6px, 3px');

    await admin.open(`/admin/instances/${instanceId}`);
    await admin.choose('Phiên bản muốn chuyển tới', 'phiên bản 2');
    await admin.sees('Chưa chuyển được như hiện nay');
    await admin.choose('Phần tử thay cho department-head-decides', 'department-head-approves');
    await admin.sees('Chuyển được. Hồ sơ sẽ đứng ở: Thủ trưởng xét duyệt');
    await admin.press('Chuyển phiên bản');
    await confirm(admin, 'Chuyển phiên bản');
    await admin.page.waitForFunction(() =>
      document.querySelector('.page-head')?.textContent?.includes('phiên bản 2'),
    );
    await admin.leave();
  });

  test('takes the running dossiers of one version over to another, and reads what came of each', async () => {
    const client = await journey.as('admin');
    const { items } = expectOk(await client.get<{ items: DefinitionSummary[] }>('/api/definitions'));
    const first = items.find(({ processId, version }) => processId === 'award-chain' && version === 1);
    const admin = await administrator(`/admin/definitions/${first?.id}`);
    await admin.sees('Chuyển hồ sơ đang chạy sang phiên bản này');
    await admin.choose('Từ phiên bản', 'phiên bản 2');
    await admin.sees('Phiên bản mới không còn phần tử này');
    await admin.choose('Phần tử thay cho department-head-approves', 'department-head-decides');
    await admin.sees('Chuyển được');
    await admin.press('Chuyển 1 hồ sơ');
    await confirm(admin, 'Chuyển 1 hồ sơ');
    await admin.sees('1 hồ sơ đang chuyển, 0 hồ sơ không chuyển được');
    await admin.open(`/admin/instances/${instanceId}`);
    await admin.page.waitForFunction(() =>
      document.querySelector('.page-head')?.textContent?.includes('phiên bản 1'),
    );
    await admin.leave();
  });

  test('adds a participant to a step that is repeated, and drops another', async () => {
    const { graph } = await compile({ 'ask.bpmn': askAgencies });
    const asking = await hostModel(pages.server, graph);
    const calendar = { daysOff: [], workingDays: [] };
    const variables = { agencies: ['Bộ Tài chính', 'Bộ Y tế'] };
    await asking.give({ type: 'start', process: 'ask', variables, calendar });
    const admin = await administrator(`/admin/instances/${asking.instanceId}`);
    await admin.sees('Bộ Y tế');
    await admin.fill('Người, cơ quan cần thêm', 'Bộ Công an');
    await admin.press('Thêm');
    await confirm(admin, 'Thêm');
    await admin.sees('Bộ Công an');
    await admin.press('Rút');
    await confirm(admin, 'Rút');
    await admin.sees('Đã rút');
    await admin.page.setViewport(phone);
    await admin.page.reload();
    await admin.sees('Đã rút');
    await admin.leave();
  });

  test.each(['/admin/definitions', '/admin/instances/'])('%s fits a phone', async (path) => {
    const admin = await administrator(path.endsWith('/') ? path + instanceId : path, phone);
    await admin.sees('phiên bản');
    await admin.page.waitForNetworkIdle({ concurrency: 2 });
    await admin.leave();
  });
});
