import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { DossierDetail } from '../../api/contract/index.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { demoPapers, printPaper } from '../../cli/demo/papers.ts';
import { calendarDays, councils, loginSessions, tasks } from '../../db/schema/index.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { demoPeople } from '../../db/seed/people.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { attachPapers } from '../api/fixtures.ts';
import { startStack } from '../stack.ts';
import { startPages } from './pages.ts';
import { phone } from './visitor.ts';

const pages = startPages(startStack);

let journey: Journey;

beforeAll(async () => {
  journey = new Journey({ baseUrl: pages.server.baseUrl, password: demoPassword, log: () => {} });
}, 180_000);

const workbook = (rows: string[][]) =>
  writeXlsxFile(
    rows.map((row) => row.map((value) => ({ value, type: String }))),
    { sheet: 'Danh sách' },
  ).toBuffer();

/** Bytes that are no spreadsheet, whatever the file is called. */
const junk = Uint8Array.from({ length: 5000 }, (_, i) => (i * 151) % 256);

const heading = ['Họ và tên', 'Chức vụ', 'Đơn vị', 'Mã số', 'Thành tích'];
const unit = 'Vụ Thống kê Tổng hợp và Phổ biến thông tin thống kê';
const nominees = demoPeople.filter((person) => /^tkth\.0[3-5]$/.test(person.login));
const rows = nominees.map(({ name, title }) => [name, title, unit, '', 'Hoàn thành tốt nhiệm vụ']);

/** The dossier that goes through the three journeys. */
let dossierId = '';

describe('a clerk starts a dossier', { timeout: 120_000 }, () => {
  test('comes to the login first and then to the page that was asked for', async () => {
    const clerk = await pages.arrive();
    await clerk.open('/dossiers/new');
    await clerk.sees('Tên đăng nhập');
    await clerk.fill('Tên đăng nhập', 'clerk.tkth');
    await clerk.fill('Mật khẩu', 'wrong');
    await clerk.press('Đăng nhập');
    await clerk.sees('Mã lỗi: login_failed');
    await clerk.logIn('clerk.tkth');
    expect(clerk.path()).toBe('/dossiers/new');

    await clerk.choose('Hình thức', 'Lao động tiên tiến');
    await clerk.sees('Bình xét, bỏ phiếu');
    await clerk.choose('Đơn vị trình', unit);
    await clerk.press('Lập hồ sơ');
    await clerk.sees('Chưa có đề nghị nào.');
    dossierId = clerk.path().match(/dossiers\/([0-9a-f-]+)/)?.[1] ?? '';
    await clerk.leave();
  });

  test('imports nominees: an error names its row, and nothing is half imported', async () => {
    const clerk = await pages.visit('clerk.tkth', `/dossiers/${dossierId}?tab=nominees`);
    await clerk.press('Nhập từ bảng tính');
    const wrong = [...rows, ['Người Không Có', 'Chuyên viên', unit, '', '']];
    await clerk.give(await pages.onDisk('wrong.xlsx', await workbook([heading, ...wrong])));
    await clerk.press('Nhập');
    await clerk.sees('Mã lỗi: import_rows_invalid');
    expect(await clerk.text()).toMatch(/Dòng\s+Cột\s+Lỗi\s+5\s+Họ và tên/);

    await clerk.give(await pages.onDisk('junk.xlsx', junk));
    await clerk.press('Nhập');
    await clerk.sees('Tệp không phải bảng tính');

    await clerk.give(await pages.onDisk('right.xlsx', await workbook([heading, ...rows])));
    await clerk.press('Nhập');
    await clerk.sees('Đã nhập 3 đề nghị.');
    await clerk.sees('Đề nghị (3)');
    await clerk.leave();
  });

  test('attaches the papers, submits, and follows the dossier on diagram and timeline', async () => {
    const clerk = await pages.visit('clerk.tkth', `/dossiers/${dossierId}?tab=papers`);
    await clerk.sees('Theo quy định còn thiếu: Tờ trình');
    const [submission, report] = demoPapers('ba cá nhân', unit, 'Lao động tiên tiến', 2026);
    if (!submission || !report) throw new Error('the demo has no papers');
    await clerk.give(await pages.onDisk('to-trinh.pdf', await printPaper(submission)));
    await clerk.sees('Đã đính kèm to-trinh.pdf.');
    await clerk.sees('Theo quy định còn thiếu: Báo cáo thành tích');
    await clerk.give(await pages.onDisk('bao-cao.pdf', await printPaper(report)));
    await clerk.sees('Đã đính kèm bao-cao.pdf.');
    await clerk.press('Xem to-trinh.pdf');
    await clerk.page.waitForSelector('.pdf-page .textLayer span');
    await clerk.closeDialog();

    await clerk.turnTo('Điều kiện');
    await clerk.sees('Không đủ điều kiện (1)');
    // One of the three is under examination: the clerk says why the dossier goes on.
    await clerk.press('Gửi hồ sơ');
    await clerk.fill('Lý do', 'Đã có kết luận, chờ văn bản.');
    await clerk.press('Vẫn gửi');
    await clerk.sees('Diễn biến');
    await clerk.sees('Đang xử lý');
    await clerk.turnTo('Sơ đồ');
    await clerk.sees('Đang ở: ');
    await clerk.page.waitForSelector('.bpmn-active');
    await clerk.leave();
  });

  test('an expired session leads to the login with a sentence, and back', async () => {
    const clerk = await pages.visit('clerk.tkth', `/dossiers/${dossierId}?tab=nominees`);
    await clerk.sees('Đề nghị (3)');
    await pages.server.database.db.delete(loginSessions);
    await clerk.turnTo('Tiến trình');
    await clerk.sees('Phiên làm việc đã hết hạn');
    await clerk.logIn('clerk.tkth');
    await clerk.sees('Diễn biến');
    expect(clerk.path()).toBe(`/dossiers/${dossierId}?tab=progress`);
    await clerk.leave();
  });
});

describe('a member decides in a session', { timeout: 120_000 }, () => {
  test('the secretary plans and opens it, a member votes on a phone, the result is said in words', async () => {
    const secretary = await pages.visit('tkth.02', '/councils');
    await secretary.follow(`Hội nghị bình xét ${unit}`);
    await secretary.sees('Đề nghị chờ phiên họp (3)');
    await secretary.press('Lên lịch phiên họp');
    await secretary.sees('3 đề nghị được đưa vào chương trình.');
    await secretary.press('Lên lịch');
    await secretary.press('Khai mạc phiên họp');
    await secretary.sees('Đang họp');
    await secretary.turnTo('Dự họp (0/12)');
    await secretary.press('Tất cả có mặt');
    await secretary.press('Ghi danh sách dự họp');
    await secretary.sees('Dự họp (12/12)');
    const session = secretary.path();

    const member = await pages.visit('tkth.06', session, phone);
    await member.sees('Còn 3/3 nội dung chưa bỏ phiếu');
    expect(await member.text()).not.toContain('Bế mạc');
    await member.fits();
    await member.press('Đánh dấu tán thành tất cả');
    await member.press('Bỏ phiếu (3)');
    await member.sees('Đã bỏ phiếu mọi nội dung');
    await member.tick('Không tán thành');
    await member.press('Bỏ phiếu (1)');
    await member.sees('Đã bỏ: Không tán thành');
    await member.leave();

    await othersVoteFor(session.replace('/sessions/', ''), 'tkth.06');
    await secretary.turnTo('Chương trình');
    await secretary.sees('Đã bỏ 12/12 phiếu. Tán thành 11, đủ 7 phiếu cần có.');
    await secretary.press('Bế mạc và tổng hợp');
    await secretary.sees('Bế mạc phiên họp?');
    await secretary.agree();
    await secretary.sees('Đã bế mạc');
    await secretary.sees('12/12 tán thành, cần 7');
    await secretary.leave();
  });
});

/** All members of the unit but one vote in favour of everything, by the API. */
async function othersVoteFor(sessionId: string, but: string): Promise<void> {
  const voters = demoPeople.filter(
    ({ login, seats }) => login !== but && seats.some(({ council }) => council === 'TCTK-TKTH'),
  );
  for (const { login } of voters) {
    const client = await journey.as(login);
    const { body } = await client.get<{ items: { id: string }[] }>(`/api/sessions/${sessionId}`);
    const ballots = body.items.map(({ id }) => ({ agendaItemId: id, choice: 'for' }));
    expect((await client.put(`/api/sessions/${sessionId}/ballots`, { ballots })).status).toBe(200);
  }
}

describe('an administrator escalates', { timeout: 120_000 }, () => {
  test('a late task is seen, escalated with a reason; the level above is told, and the head decides', async () => {
    await vote('TCTK');
    const task = await journey.nextTask(dossierId);
    await pages.server.database.db
      .update(tasks)
      .set({ dueAt: new Date(Date.now() - 3 * 24 * 3600 * 1000) })
      .where(eq(tasks.id, task.id));

    const admin = await pages.visit('admin', '/admin');
    await admin.sees('Quá hạn 3 ngày');
    await admin.press('Chuyển cấp');
    await admin.sees('Báo cấp trên của nơi xử lý');
    await admin.agree();
    await admin.sees('Cần nêu lý do');
    await admin.fill('Lý do', 'Hồ sơ đã chậm ba ngày');
    await admin.agree();
    await admin.sees('Đã chuyển cấp, báo cho:');
    await admin.leave();

    const superior = await pages.visit('head.bkhdt', '/notices');
    await superior.sees(`Chuyển cấp xử lý: ${task.name}`);
    await superior.sees('Lý do: Hồ sơ đã chậm ba ngày');
    await superior.leave();

    const head = await pages.visit('head.tctk', '/tasks', phone);
    await head.follow(task.name);
    await head.fits();
    await head.tick('Trả lại');
    await head.press('Ghi nhận quyết định');
    await head.sees('Cần nêu lý do');
    await head.tick('Duyệt');

    // The same task in a second window, opened before the first decides.
    const second = await head.secondWindow();
    await second.tick('Duyệt');
    await head.press('Ghi nhận quyết định');
    await head.sees('Không có việc nào chờ bạn.');
    await second.press('Ghi nhận quyết định');
    await second.sees('Việc này đã được Nguyễn Thị Hương giải quyết.');
    await second.sees('Người quyết định');
    await head.leave();
  });

  test('the numbered decision is read in the page, and the diagram shows the way it took', async () => {
    await journey.follow(dossierId);
    const clerk = await pages.visit('clerk.tkth', `/dossiers/${dossierId}?tab=papers`);
    await clerk.page.waitForSelector('.decision-paper .textLayer span');
    await clerk.sees('Đã ban hành');
    const printed = await clerk.page.$eval('.decision-paper .textLayer', (layer) => layer.textContent ?? '');
    expect(printed.normalize('NFC')).toContain('QUYẾT ĐỊNH');

    await clerk.turnTo('Sơ đồ');
    await clerk.page.waitForSelector('.bpmn-completed');
    const coloured = await clerk.page.$$eval('.djs-shape', (shapes) =>
      shapes
        .filter((shape) => {
          const drawing = shape.querySelector(':scope > .djs-visual > :first-child');
          return drawing !== null && getComputedStyle(drawing).stroke === 'rgb(46, 125, 50)';
        })
        .map((shape) => shape.classList.contains('bpmn-completed')),
    );
    expect(coloured.length, 'what was passed is green').toBeGreaterThan(3);
    expect(coloured, 'what was not passed is not').not.toContain(false);
    await clerk.leave();
  });
});

describe('an administrator', { timeout: 120_000 }, () => {
  test('changes the calendar after a look at the deadlines that move', async () => {
    const admin = await pages.visit('admin', '/admin/calendar?year=2026');
    await admin.press('24/11/2026, Ngày thường');
    await admin.fill('Tên', 'Ngày Văn hóa Việt Nam');
    await admin.press('Ghi vào bản thay đổi');
    await admin.sees('Cần điền mục này');
    await admin.fill('Căn cứ', 'Nghị quyết 80-NQ/TW');
    await admin.press('Ghi vào bản thay đổi');
    await admin.sees('Có 1 ngày thay đổi chưa lưu.');
    await admin.press('Xem ảnh hưởng và lưu');
    await admin.sees('thời hạn đang chạy sẽ dời.');
    await admin.fill('Lý do', 'Đã có thông báo chính thức');
    await admin.agree();
    await admin.sees('Đã lưu lịch');
    await admin.sees('Nghị quyết 80-NQ/TW (B)');
    expect(await pages.server.database.db.select().from(calendarDays)).toContainEqual(
      expect.objectContaining({ date: '2026-11-24', kind: 'holiday', name: 'Ngày Văn hóa Việt Nam' }),
    );
    await admin.leave();

    const small = await pages.visit('admin', '/admin/calendar?year=2026', phone);
    await small.sees('Ngày Văn hóa Việt Nam');
    await small.leave();
  });

  test('lets a dossier go on at an incident once its cause is removed', async () => {
    const { db } = pages.server.database;
    const department = eq(councils.id, seedId('council', 'TCTK'));
    const client = await journey.as('clerk.tkth');
    const draft = {
      awardCode: 'LDTT',
      unitId: seedId('unit', 'TCTK-TKTH'),
      periodFrom: 2026,
      periodTo: 2026,
    };
    const { id } = expectOk(await client.post<DossierDetail>('/api/dossiers', draft));
    const nominee = { kind: 'person', personId: seedId('person', 'tkth.04') };
    expectOk(await client.post(`/api/dossiers/${id}/nominations`, nominee));
    await attachPapers(pages.server.database, id);
    const body = { ineligibleReason: 'Dữ liệu thử.' };
    expectOk(await client.post(`/api/dossiers/${id}/submit`, body));
    await db.update(councils).set({ validTo: '2020-12-31', validFrom: '2020-01-01' }).where(department);
    await expect.poll(() => journey.holdSession('TCTK-TKTH', id), { timeout: 20_000 }).toBe(true);

    const admin = await pages.visit('admin', '/admin');
    await admin.sees('unknown_place');
    await db.update(councils).set({ validTo: null }).where(department);
    await admin.press('Chạy lại');
    await admin.fill('Lý do', 'Hội đồng đã được kiện toàn');
    await admin.agree();
    await admin.sees('Đã yêu cầu chạy lại.');
    await expect.poll(() => journey.holdSession('TCTK', id), { timeout: 20_000 }).toBe(true);
    await admin.leave();
  });
});

/** The council above the unit passes what it has of the dossier, as soon as it has it. */
async function vote(councilUnit: string): Promise<void> {
  await expect.poll(() => journey.holdSession(councilUnit, dossierId), { timeout: 20_000 }).toBe(true);
}
