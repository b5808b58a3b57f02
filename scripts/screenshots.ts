import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { build } from 'vite';
import writeXlsxFile from 'write-excel-file/node';
import { closePdf } from '../activities/pdf.ts';
import type { CouncilDetail, DossierDetail, SessionDetail, SessionSummary } from '../api/contract/index.ts';
import { expectOk, Journey } from '../cli/demo/journey.ts';
import { demoPapers, printPaper } from '../cli/demo/papers.ts';
import { playDemo } from '../cli/demo.ts';
import { projectDir } from '../cli/environment.ts';
import { untilAnswered } from '../cli/runtime/poll.ts';
import { startPostgres } from '../cli/runtime/postgres.ts';
import { createProcessGroup } from '../cli/runtime/processes.ts';
import { tasks } from '../db/schema/index.ts';
import { demoPassword } from '../db/seed/accounts.ts';
import { seedId } from '../db/seed/seed-id.ts';
import { desk, openBrowser, phone, Visitor } from '../test/browser/visitor.ts';
import { type Stack, startStack } from '../test/stack.ts';

/**
 * `npm run screenshots`: makes the pictures of docs/images anew, from the pages as they are, over the whole stack with
 * the demo's people: a closed dossier, one before its unit's session, one before a head.
 */
const folder = await mkdtemp(join(tmpdir(), 'vinhdanh-screenshots-'));
const group = createProcessGroup();
const images = join(projectDir, 'docs/images');
const clerk = 'clerk.tkth';
const unitId = seedId('unit', 'TCTK-TKTH');

try {
  const postgres = await startPostgres({
    group,
    dir: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    durable: false,
  });
  process.env.TEST_DATABASE_URL = postgres.url('postgres');
  const webDir = join(folder, 'web');
  await build({
    configFile: join(projectDir, 'web/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: webDir },
  });
  const [stack, browser] = await Promise.all([startStack({ webDir }), openBrowser()]);
  try {
    await takeAll(stack, browser);
  } finally {
    await closePdf();
    await browser.close();
    await stack.stop();
  }
} finally {
  await group.stopAll();
  await rm(folder, { recursive: true, force: true });
}

async function takeAll(stack: Stack, browser: Awaited<ReturnType<typeof openBrowser>>): Promise<void> {
  const { baseUrl } = stack;
  const journey = new Journey({ baseUrl, password: demoPassword, log: () => {} });
  await playDemo({ baseUrl, log: console.log, outDir: folder });
  const closed = expectOk(
    await (await journey.as(clerk)).get<{ items: { id: string }[] }>('/api/dossiers?status=closed'),
  ).items[0];
  const decided = await submitted(journey, ['tkth.03', 'tkth.04']);
  await untilAnswered(() => journey.holdSessions(decided.id));
  await untilAnswered(() => journey.holdSessions(decided.id));
  const task = await journey.nextTask(decided.id);
  const voted = await submitted(journey, ['tkth.05', 'tkth.06', 'tkth.07']);
  const session = await untilAnswered(() => openedSession(journey, voted.id));

  /** One picture: who looks at which page, and what must be on it. */
  const take = async (
    file: string,
    login: string,
    path: string,
    words: string,
    options: { window?: typeof phone; prepare?: (visitor: Visitor) => Promise<void> } = {},
  ) => {
    const visitor = await Visitor.arrive(browser, baseUrl, options.window ?? (desk as typeof phone));
    await visitor.open(path);
    await visitor.logIn(login);
    await options.prepare?.(visitor);
    await visitor.sees(words);
    await visitor.page.waitForNetworkIdle({ idleTime: 300, concurrency: 1 });
    await visitor.page.screenshot({ path: join(images, `${file}.png`) as `${string}.png` });
    console.log(`${file}.png: ${login} ${path}`);
    await visitor.leave();
  };

  await take('home', clerk, '/', 'Hồ sơ');
  await take('decide', 'head.tctk', `/tasks/${task.id}`, 'Ghi nhận quyết định');
  await take('inbox-phone', 'head.tctk', '/tasks', task.name, { window: phone });
  await take('session', 'tkth.02', `/sessions/${session.id}`, 'Đang họp');
  await take('session-phone', 'tkth.06', `/sessions/${session.id}`, 'chưa bỏ phiếu', { window: phone });
  await makeLate(stack, task.id);
  await take('admin', 'admin', '/admin', 'Quá hạn 3 ngày');
  await take('decision', clerk, `/dossiers/${closed?.id}?tab=papers`, 'Đã ban hành', {
    prepare: async ({ page }) => {
      await page.waitForSelector('.decision-paper .textLayer span');
    },
  });
  await take('eligibility', clerk, `/dossiers/${voted.id}?tab=eligibility`, 'Kết quả giúp người xét');
  await take(
    'ledger',
    'registrar.tctk',
    `/ledger/people/${seedId('person', 'tkth.03')}`,
    'Lao động tiên tiến',
  );
  const draft = await drafted(journey, []);
  await take('import-errors', clerk, `/dossiers/${draft.id}?tab=nominees`, 'import_rows_invalid', {
    prepare: async (visitor) => {
      await visitor.press('Nhập từ bảng tính');
      await visitor.give(await wrongSheet());
      await visitor.press('Nhập');
    },
  });
}

async function makeLate({ database: { db } }: Stack, taskId: string): Promise<void> {
  const dueAt = new Date(Date.now() - 3 * 24 * 3600 * 1000);
  await db.update(tasks).set({ dueAt }).where(eq(tasks.id, taskId));
}

async function drafted(journey: Journey, nominees: string[]): Promise<DossierDetail> {
  const client = await journey.as(clerk);
  const draft = { awardCode: 'LDTT', unitId, periodFrom: 2026, periodTo: 2026 };
  const dossier = expectOk(await client.post<DossierDetail>('/api/dossiers', draft));
  for (const login of nominees) {
    const nominee = { kind: 'person', personId: seedId('person', login) };
    expectOk(await client.post(`/api/dossiers/${dossier.id}/nominations`, nominee));
  }
  return dossier;
}

async function submitted(journey: Journey, nominees: string[]): Promise<DossierDetail> {
  const dossier = await drafted(journey, nominees);
  const client = await journey.as(clerk);
  for (const paper of demoPapers('ba cá nhân', dossier.unit.name, dossier.awardNameVi, 2026)) {
    const file = { name: `${paper.title}.pdf`, content: await printPaper(paper) };
    expectOk(await client.upload(`/api/dossiers/${dossier.id}/documents`, file, { kind: paper.kind }));
  }
  // Pictures need dossiers, not nominees whom the law would let be proposed.
  const body = { ineligibleReason: 'Hồ sơ minh họa' };
  expectOk(await client.post(`/api/dossiers/${dossier.id}/submit`, body));
  return dossier;
}

/** A session on the dossier with everybody present and half of the ballots cast; false while nothing waits for it. */
async function openedSession(journey: Journey, dossierId: string): Promise<SessionDetail | false> {
  const secretary = await journey.as('tkth.02');
  const { items: councils } = expectOk(
    await secretary.get<{ items: { id: string; waitingItems: number; unit: { code: string } }[] }>(
      '/api/councils',
    ),
  );
  const council = councils.find(({ unit, waitingItems }) => unit.code === 'TCTK-TKTH' && waitingItems > 0);
  if (!council) return false;
  const detail = expectOk(await secretary.get<Pick<CouncilDetail, 'waiting'>>(`/api/councils/${council.id}`));
  const planned = expectOk(
    await secretary.post<SessionSummary>(`/api/councils/${council.id}/sessions`, {
      mode: 'meeting',
      place: 'Phòng họp số 1',
      scheduledAt: new Date().toISOString(),
      agendaItemIds: detail.waiting.filter(({ subject }) => subject.id === dossierId).map(({ id }) => id),
    }),
  );
  const path = `/api/sessions/${planned.id}`;
  const { members, items } = expectOk(await secretary.post<SessionDetail>(`${path}/open`));
  expectOk(await secretary.put(`${path}/attendance`, { present: members.map(({ person }) => person.id) }));
  const ballots = items.map(({ id }) => ({ agendaItemId: id, choice: 'for' }));
  for (const login of ['tkth.01', 'tkth.03', 'tkth.04', 'tkth.05', 'tkth.07']) {
    expectOk(await (await journey.as(login)).put(`${path}/ballots`, { ballots }));
  }
  return expectOk(await secretary.get<SessionDetail>(path));
}

/** A sheet with a nominee whom nobody knows. */
async function wrongSheet(): Promise<string> {
  const rows = [
    ['Họ và tên', 'Chức vụ', 'Đơn vị', 'Mã số', 'Thành tích'],
    [
      'Người Không Có',
      'Chuyên viên',
      'Vụ Thống kê Tổng hợp và Phổ biến thông tin thống kê',
      '',
      'Hoàn thành tốt',
    ],
  ];
  const filePath = join(folder, 'danh-sach.xlsx');
  await writeXlsxFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toFile(filePath);
  return filePath;
}
