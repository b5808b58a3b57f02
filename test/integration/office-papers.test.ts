import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CreateOfficePaperRequest,
  InstanceDetail,
  InstanceSummary,
  OfficePaperDetail,
  Overlay,
  PaperDraft,
  RestartResult,
  Task,
} from '../../api/contract/index.ts';
import { ApiClient } from '../../cli/demo/api-client.ts';
import { expectOk } from '../../cli/demo/journey.ts';
import { playOfficePapers } from '../../cli/demo/office-papers.ts';
import { untilAnswered } from '../../cli/runtime/poll.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { readPdf } from '../fixtures/pdf-text.ts';
import { type Stack, startStack } from '../stack.ts';

let stack: Stack;
const clients = new Map<string, Promise<ApiClient>>();
const as = (login: string): Promise<ApiClient> => {
  const client = clients.get(login) ?? new ApiClient(stack.baseUrl).logIn(login, demoPassword);
  clients.set(login, client);
  return client;
};
beforeAll(async () => {
  stack = await startStack();
}, 120_000);
afterAll(() => stack?.stop());

const day = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
const paperOf = async (id: string, login: string) =>
  expectOk(await (await as(login)).get<OfficePaperDetail>(`/api/office-papers/${id}`));

/** The paper, once it is as waited for. */
const until = (id: string, login: string, holds: (paper: OfficePaperDetail) => boolean) =>
  untilAnswered(async () => {
    const paper = await paperOf(id, login);
    return holds(paper) && paper;
  });

/** Completes the open task of an element as its candidate. */
async function complete(
  id: string,
  element: string,
  login: string,
  body: Record<string, unknown> = { verdict: 'approve' },
): Promise<void> {
  const open = ({ tasks }: OfficePaperDetail): Task | undefined =>
    tasks.find((task) => task.element === element && task.status === 'open');
  const task = open(await until(id, login, (paper) => open(paper) !== undefined));
  const client = await as(login);
  expectOk(await client.post(`/api/tasks/${task?.id}/complete`, { version: task?.version, ...body }));
}

async function issue(id: string, unit: 'ninhthuan' | 'tctk'): Promise<OfficePaperDetail> {
  const people = {
    ninhthuan: ['clerk.ninhthuan', 'ninhthuan.01', 'registrar.ninhthuan'],
    tctk: ['appraiser.tctk', 'head.tctk', 'registrar.tctk'],
  }[unit] as [string, string, string];
  await complete(id, 'finish-draft', people[0]);
  await complete(id, 'sign-office-paper-draft', people[1]);
  await complete(id, 'register-office-paper', people[2]);
  return until(id, people[0], ({ status }) => status === 'issued');
}

/** Text of the newest print, its lines joined as a reader would. */
async function printed(paper: OfficePaperDetail, login: string): Promise<string> {
  const { documentId } = paper.current;
  const content = await (await as(login)).download(`/api/documents/${documentId}/content`);
  const pages = await readPdf(content);
  return pages
    .flatMap(({ lines }) => lines)
    .join(' ')
    .replace(/\s+/gu, ' ');
}

/** The parts of a text in this order. */
function expectInOrder(text: string, parts: string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect(at, `"${part}" after "${text.slice(Math.max(0, from - 60), from)}"`).toBeGreaterThanOrEqual(from);
    from = at + part.length;
  }
}

describe('the plan of source 003', () => {
  let paper: OfficePaperDetail;
  beforeAll(async () => {
    const { id } = await playOfficePapers(as);
    paper = await until(
      id,
      'clerk.ninhthuan',
      ({ tasks, current }) =>
        tasks.some(({ element }) => element === 'finish-draft') && current.documentId !== null,
    );
  }, 60_000);

  it('is printed in the skeleton of the source, with number and day left open', async () => {
    const text = await printed(paper, 'clerk.ninhthuan');
    // What has a line below it is drawn last, so it comes last in the text of the page.
    for (const heading of ['CỤC THỐNG KÊ TỈNH NINH THUẬN', 'Phát động thi đua thực hiện thắng lợi nhiệm vụ'])
      expect(text).toContain(heading);
    expectInOrder(text, [
      'TỔNG CỤC THỐNG KÊ',
      'Số: /KH-CTK',
      'Ninh Thuận, ngày tháng 01 năm 2023',
      'KẾ HOẠCH',
      'Thực hiện Chỉ thị số 01/CT-UBND ngày 09 tháng 01 năm 2023 của Chủ tịch Ủy ban nhân dân tỉnh về phát động thi đua',
      'cụ thể như sau:',
      'I. Mục đích, yêu cầu 1. Mục đích',
      '2. Yêu cầu',
      'Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị và Chỉ thị số 52-CT/TU ngày 28/5/2014 của Ban Thường vụ Tỉnh ủy',
      'II. Nội dung, tổ chức và nhiệm vụ thi đua 1. Nội dung thi đua',
      '2. Tổ chức thi đua',
      '- Đợt 1, từ đầu năm đến ngày 30/6/2023',
      '- Đợt 2, từ ngày 01/7/2023 đến ngày 31/12/2023',
      'Nghị quyết số 54/NQ-HĐND ngày 09/12/2022 của Hội đồng nhân dân tỉnh Ninh Thuận',
      '+ Phong trào thi đua “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”',
      '3. Nhiệm vụ thi đua',
      'III. Tổ chức thực hiện',
      'tại Kế hoạch này./.',
      'Nơi nhận: - Sở Nội vụ (báo cáo); - Lãnh đạo Cục (báo cáo); - Các Phòng thuộc Cục (t/hiện); - CCTK Khu vực huyện, TP (t/hiện); - Lưu: VT, TĐKT.',
      'CỤC TRƯỞNG',
      'Nguyễn Văn Hương',
    ]);
  });

  it('is returned by the head, finished again, signed, numbered and issued; every version stays', async () => {
    const { id } = paper;
    await complete(id, 'finish-draft', 'clerk.ninhthuan');
    await complete(id, 'sign-office-paper-draft', 'ninhthuan.01', {
      verdict: 'return',
      reason: 'Thêm Sở Tài chính vào nơi nhận.',
    });
    const again = await until(id, 'clerk.ninhthuan', ({ can }) => can.write);
    const { draft } = again.current;
    const recipients = [{ name: 'Sở Tài chính', unitId: null, purpose: 'inform' }, ...draft.recipients];
    const clerk = await as('clerk.ninhthuan');
    const body = { version: again.version, draft: { ...draft, recipients } };
    expectOk(await clerk.put(`/api/office-papers/${id}`, body));
    const issued = await issue(id, 'ninhthuan');
    expect(issued).toMatchObject({
      symbol: '01/KH-CTK',
      issuedOn: day(0),
      signer: { fullName: 'Nguyễn Văn Hương' },
      version: 3,
      can: { write: false, start: false },
    });
    expect(issued.versions.map(({ number }) => number)).toEqual([3, 2, 1]);
    const text = await printed(issued, 'head.tctk');
    expectInOrder(text, ['Số: 01/KH-CTK', '- Sở Tài chính (để biết);', 'CỤC TRƯỞNG', 'Nguyễn Văn Hương']);
    const earlier = await clerk.get<{ draft: PaperDraft }>(`/api/office-papers/${id}/versions/2`);
    expect(expectOk(earlier).draft.recipients).toHaveLength(4);
    // The clerk of the office keeps the files of its divisions too, which are among the recipients.
    const notices = await clerk.get<{ items: { kind: string; subject: { id: string } }[] }>('/api/notices');
    expect(expectOk(notices).items.filter(({ subject }) => subject.id === id)).toMatchObject([
      { kind: 'paper_received' },
    ]);
  });
});

describe('the regulation of an organisation', () => {
  const unitId = seedId('unit', 'TCTK');
  const text = (from: string, share: number) => `id: ${from}.tctk
organisation: TCTK
name: { vi: Quy chế thi đua khen thưởng ngành Thống kê, en: Emulation regulation of the GSO }
votes:
  - { award: BK_BO, level: department, sharePercent: ${share}, strict: false, denominator: total_members,
      quorum: 2/3, citation: "Quy chế, Điều 3", grade: U }
`;
  const begin = async (
    props: Partial<CreateOfficePaperRequest>,
    change: (draft: PaperDraft) => PaperDraft,
  ) => {
    const client = await as('appraiser.tctk');
    const created = expectOk(
      await client.post<OfficePaperDetail>('/api/office-papers', { unitId, kind: 'regulation', ...props }),
    );
    const path = `/api/office-papers/${created.id}`;
    const draft = change(created.current.draft);
    expectOk(await client.put(path, { version: 1, draft }));
    expectOk(await client.post(`${path}/start`, { commenters: [] }));
    return created.id;
  };
  const written = (from: string, share: number) => (draft: PaperDraft) => ({
    ...draft,
    lines: draft.lines.map((line) =>
      line.text === '…' ? { kind: 'clause' as const, text: 'Nội dung.' } : line,
    ),
    overlay: text(from, share),
  });
  const overlays = async () => {
    const { items } = expectOk(await (await as('admin')).get<{ items: Overlay[] }>('/api/admin/overlays'));
    return items
      .filter(({ unit }) => unit.id === unitId)
      .map(({ effectiveFrom, effectiveTo, paper }) => [paper?.symbol, effectiveFrom, effectiveTo]);
  };

  it('is in force from its day once it is issued, ends with its successor, and that one with its repeal', async () => {
    const first = await issue(await begin({}, written(day(1), 60)), 'tctk');
    expect(first).toMatchObject({ overlay: { effectiveFrom: day(1), effectiveTo: null } });
    const paper = await printed(first, 'clerk.tkth');
    expect(paper).toContain('Về việc ban hành Quy chế thi đua, khen thưởng của Tổng cục Thống kê');
    expectInOrder(paper, [
      `Số: ${first.symbol}`,
      'QUYẾT ĐỊNH',
      'TỔNG CỤC TRƯỞNG TỔNG CỤC THỐNG KÊ',
      'QUYẾT ĐỊNH:',
      'Điều 1. Ban hành kèm theo Quyết định này Quy chế thi đua',
      'Điều 2. Quyết định này có hiệu lực kể từ ngày',
      'chịu trách nhiệm thi hành Quyết định này./.',
      'Như Điều 3;',
      'QUY CHẾ',
      `(Ban hành kèm theo Quyết định số ${first.symbol}`,
      'Chương I',
      'QUY ĐỊNH CHUNG',
      'Điều 1. Phạm vi điều chỉnh',
      '1. Nội dung.',
      'Chương II',
      'Điều 3.',
    ]);
    const second = await issue(await begin({ replacesId: first.id }, written(day(10), 70)), 'tctk');
    expect(await printed(second, 'clerk.tkth')).toContain(`và thay thế Quyết định số ${first.symbol} ngày`);
    expect(await overlays()).toEqual([
      [second.symbol, day(10), null],
      [first.symbol, day(1), day(9)],
    ]);
    const repealed = await begin({ kind: 'repeal', replacesId: second.id }, (draft) => ({
      ...draft,
      effectiveFrom: day(20),
    }));
    const repeal = await issue(repealed, 'tctk');
    expect(await printed(repeal, 'clerk.tkth')).toContain(
      `Điều 1. Bãi bỏ Quyết định số ${second.symbol} ngày`,
    );
    expect(await overlays()).toEqual([
      [second.symbol, day(10), day(19)],
      [first.symbol, day(1), day(9)],
    ]);
    expect((await paperOf(first.id, 'clerk.tkth')).replacedBy).toMatchObject({ id: second.id });
  }, 120_000);
});

describe('comments of units', () => {
  it('are gathered until everybody answered; the paper is finished with them', async () => {
    const client = await as('appraiser.tctk');
    const unit = (code: string) => seedId('unit', `TCTK-${code}`);
    const created = expectOk(
      await client.post<OfficePaperDetail>('/api/office-papers', {
        unitId: seedId('unit', 'TCTK'),
        kind: 'final_review',
        campaignId: seedId('campaign', 'TCTK-2024'),
      }),
    );
    const path = `/api/office-papers/${created.id}`;
    const commenters = [unit('TKTH'), unit('TKQG')];
    expectOk(await client.post(`${path}/start`, { commenters, commentsDue: day(5) }));
    const asked = await until(created.id, 'appraiser.tctk', ({ tasks }) => tasks.length === 2);
    const answers = {
      'clerk.tkth': { answer: 'agree' },
      'clerk.tkqg': { answer: 'disagree', comment: 'Thiếu.' },
    };
    for (const [login, form] of Object.entries(answers)) {
      const code = `TCTK-${login.slice(6).toUpperCase()}`;
      const task = asked.tasks.find(({ candidateUnit }) => candidateUnit?.code === code);
      const body = { version: task?.version, verdict: 'approve', form };
      expectOk(await (await as(login)).post(`/api/tasks/${task?.id}/complete`, body));
    }
    const back = await until(created.id, 'appraiser.tctk', ({ can }) => can.write);
    expect(back.comments).toMatchObject([
      { unit: { code: 'TCTK-TKQG' }, answer: 'disagree', comment: 'Thiếu.' },
      { unit: { code: 'TCTK-TKTH' }, answer: 'agree', comment: null },
    ]);
    const finish = back.tasks.find(({ element }) => element === 'finish-draft');
    const refused = await client.post<{ code: string; errors: { path: string }[] }>(
      `/api/tasks/${finish?.id}/complete`,
      { version: finish?.version, verdict: 'approve' },
    );
    expect(refused.body.code).toBe('office_paper_unfinished');
    expect(refused.body.errors.map((error) => error.path)).toContain('draft.lines[2].text');
  });
});

it('an administrator cancels the process of a paper and begins it anew', async () => {
  const admin = await as('admin');
  const client = await as('appraiser.tctk');
  const created = expectOk(
    await client.post<OfficePaperDetail>('/api/office-papers', {
      unitId: seedId('unit', 'TCTK'),
      kind: 'plan',
    }),
  );
  expectOk(await client.post(`/api/office-papers/${created.id}/start`, { commenters: [] }));
  await until(created.id, 'appraiser.tctk', ({ can }) => can.write);
  const listed = async () =>
    expectOk(
      await admin.get<{ items: InstanceSummary[] }>(`/api/instances?kind=office_paper&q=${created.code}`),
    ).items;
  const [instance] = await listed();
  const path = `/api/instances/${instance?.id}`;
  const reason = 'Soạn lại từ đầu';
  expectOk(await admin.post(`${path}/cancel`, { reason }));
  await expect
    .poll(async () => expectOk(await admin.get<InstanceDetail>(path)).can.restart, { timeout: 30_000 })
    .toBe(true);
  expect((await paperOf(created.id, 'appraiser.tctk')).can.write).toBe(false);
  expectOk(await admin.post<RestartResult>(`${path}/restart`, { reason }));
  await until(created.id, 'appraiser.tctk', ({ can }) => can.write);
  expect(await listed()).toMatchObject([{ status: 'running', subject: { id: created.id } }]);
});
