import { beforeAll, expect, test } from 'vitest';
import type { CouncilDetail, DossierDetail } from '../../api/contract/index.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { demoPapers, printPaper } from '../../cli/demo/papers.ts';
import { untilAnswered } from '../../cli/runtime/poll.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { demoPeople } from '../../db/seed/people.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { storedMails } from '../fixtures/stored-mails.ts';
import { startStack } from '../stack.ts';
import { startPages } from './pages.ts';
import { phone, type Visitor } from './visitor.ts';

/** A session from its invitation to its signed minutes, each act on the page by the one whose turn it is. */
const pages = startPages(startStack);
const unit = 'Vụ Thống kê Tổng hợp và Phổ biến thông tin thống kê';
const council = seedId('council', 'TCTK-TKTH');
const secretary = 'tkth.02';
const chair = 'tkth.01';
const nameOf = (login: string) => demoPeople.find((person) => person.login === login)?.name ?? '';
const nominees = ['tkth.03', 'tkth.04', 'tkth.05'];

let journey: Journey;
let dossierId = '';

/** A dossier with papers waits before the council of its unit. */
beforeAll(async () => {
  journey = new Journey({ baseUrl: pages.server.baseUrl, password: demoPassword, log: () => {} });
  const clerk = await journey.as('clerk.tkth');
  const draft = {
    awardCode: 'LDTT',
    unitId: seedId('unit', 'TCTK-TKTH'),
    periodFrom: 2026,
    periodTo: 2026,
  };
  ({ id: dossierId } = expectOk(await clerk.post<DossierDetail>('/api/dossiers', draft)));
  for (const login of nominees) {
    const nominee = { kind: 'person', personId: seedId('person', login) };
    expectOk(await clerk.post(`/api/dossiers/${dossierId}/nominations`, nominee));
  }
  for (const { kind, ...paper } of demoPapers('ba cá nhân', unit, 'Lao động tiên tiến', 2026)) {
    const file = { name: `${paper.title}.pdf`, content: await printPaper(paper) };
    expectOk(await clerk.upload(`/api/dossiers/${dossierId}/documents`, file, { kind }));
  }
  expectOk(await clerk.post(`/api/dossiers/${dossierId}/submit`, { ineligibleReason: 'Hồ sơ của bài thử.' }));
  const keeper = await journey.as(secretary);
  await untilAnswered(async () => {
    const { waiting } = expectOk(await keeper.get<CouncilDetail>(`/api/councils/${council}`));
    return waiting.length === nominees.length;
  });
}, 120_000);

/** Waits until a paper is printed, opens it over the page and closes it again. @returns what its first page says */
async function readPaper(visitor: Visitor, name: string): Promise<string> {
  await visitor.press(`Xem ${name}`);
  await visitor.page.waitForSelector('.pdf-page .textLayer span');
  const text = await visitor.page.$eval('.pdf-page', (page) => page.textContent ?? '');
  await visitor.closeDialog();
  return text.normalize('NFC').replace(/\s+/g, ' ');
}

let address = '';

test('the secretary plans and convenes; the invitation is a paper to read and a mail with a calendar entry', {
  timeout: 90_000,
}, async () => {
  const keeper = await pages.visit(secretary, `/councils/${council}`);
  await keeper.press('Lên lịch phiên họp');
  await keeper.fill('Địa điểm', 'Phòng họp số 2');
  await keeper.press('Lên lịch');
  await keeper.press('Triệu tập');
  await keeper.sees('Đã triệu tập; thành viên được mời.');
  await keeper.turnTo('Văn bản (1)');
  await keeper.sees('Giấy mời 01/GM-HĐTĐKT');
  address = keeper.path();
  expect(await readPaper(keeper, 'Giấy mời 01/GM-HĐTĐKT')).toContain('Địa điểm: Phòng họp số 2.');
  await keeper.leave();
  const mail = await untilAnswered(async () =>
    (await storedMails(pages.server.mailDir)).find(({ subject }) => subject?.startsWith('Giấy mời: ')),
  );
  expect(mail.attachments.map(({ mimeType }) => mimeType)).toContain('text/calendar');
});

test('a member declares on a phone before the papers open, and does not vote where there is a conflict', {
  timeout: 60_000,
}, async () => {
  const member = await pages.visit('tkth.06', address, phone);
  await member.sees('sau đó tài liệu mới mở cho bạn');
  await member.turnTo('Chương trình');
  expect(await member.text()).not.toContain('Tờ trình');
  await member.press('Khai báo xung đột lợi ích');
  await member.tick(nameOf('tkth.03'));
  await member.page
    .locator(`::-p-aria([name="Lý do xung đột lợi ích với ${nameOf('tkth.03')}"][role="textbox"])`)
    .fill('Là vợ của người được đề nghị');
  await member.fits();
  await member.press('Khai báo 1 trường hợp');
  await member.sees('không tham gia biểu quyết (tự khai): Là vợ');
  await member.leave();

  const other = await pages.visit('tkth.07', address);
  await other.press('Khai báo xung đột lợi ích');
  await other.press('Tôi không có xung đột lợi ích');
  await other.turnTo('Chương trình');
  await other.page.locator('.agenda-dossier .document-link').click();
  await other.page.waitForSelector('.pdf-page .textLayer span');
  await other.closeDialog();
  await other.leave();
});

test('it is put off with a reason, and a second invitation takes the place of the first', {
  timeout: 60_000,
}, async () => {
  const keeper = await pages.visit(secretary, address);
  await keeper.press('Dời phiên họp');
  await keeper.fill('Lý do', 'Chủ tịch đi công tác');
  await keeper.agree();
  await keeper.sees('Lý do thay đổi: Chủ tịch đi công tác');
  // The same hour a day later, as a clock in Vietnam shows it; the browser's own zone is another one.
  await keeper.sees('08:00 · Phòng họp số 2');
  await keeper.sees('Văn bản (2)');
  await keeper.leave();
});

test('members vote from their own pages while the secretary watches; one is kept out, one wrote', {
  timeout: 120_000,
}, async () => {
  const keeper = await pages.visit(secretary, address);
  await keeper.press('Khai mạc phiên họp');
  await keeper.sees('Đang họp');
  await keeper.turnTo('Dự họp (0/12)');
  await keeper.press('Tất cả có mặt');
  await keeper.tick(nameOf('tkth.08'));
  await keeper.press('Ghi danh sách dự họp');
  await keeper.sees('Dự họp (11/12)');
  await keeper.press(`Ý kiến bằng văn bản của ${nameOf('tkth.08')}`);
  const [opinion] = demoPapers('ý kiến', unit, 'Lao động tiên tiến', 2026);
  if (!opinion) throw new Error('the demo has no papers');
  await keeper.give(await pages.onDisk('y-kien.pdf', await printPaper(opinion)));
  await keeper.page
    .locator('.ant-modal ::-p-aria([name="Đánh dấu tán thành tất cả"][role="button"])')
    .click();
  await keeper.press('Ghi ý kiến');
  await keeper.sees('Có ý kiến bằng văn bản');

  await keeper.turnTo('Chương trình');
  await keeper.sees('Đã bỏ 1/11 phiếu');
  await keeper.press(`Không cho biểu quyết: ${nameOf('tkth.04')}`);
  await keeper.page.locator('::-p-aria([name="Chọn ủy viên"][role="combobox"])').click();
  await keeper.page.locator(`.ant-select-item-option ::-p-text(${nameOf('tkth.09')})`).click();
  await keeper.fill('Lý do', 'Là em của người được đề nghị');
  await keeper.agree();
  await keeper.sees('không tham gia biểu quyết (theo chủ trì): Là em');

  const voters = ['tkth.06', 'tkth.07', 'tkth.09'];
  const members = await Promise.all(
    voters.map((login, index) => pages.visit(login, address, index === 0 ? phone : undefined)),
  );
  for (const [index, member] of members.entries()) {
    await member.press('Đánh dấu tán thành tất cả');
    await member.press(`Bỏ phiếu (${index === 1 ? 3 : 2})`);
    await member.sees('Đã bỏ phiếu mọi nội dung');
  }
  // Nobody touched the secretary's page: what it shows was pushed to it.
  await keeper.sees('Đã bỏ 4/12 phiếu. Tán thành 4, cần thêm 3 trong 8 phiếu chưa bỏ.');
  await Promise.all(members.map((member) => member.leave()));
  await keeper.leave();

  for (const { login } of demoPeople.filter(({ seats }) =>
    seats.some((seat) => seat.council === 'TCTK-TKTH'),
  )) {
    if (voters.includes(login) || login === 'tkth.08') continue;
    const client = await journey.as(login);
    const path = address.replace('/sessions', '/api/sessions');
    const { items } = expectOk(await client.get<{ items: { id: string }[] }>(path));
    const ballots = items.map(({ id }) => ({ agendaItemId: id, choice: 'for' }));
    expectOk(await client.put(`${path}/ballots`, { ballots }));
  }
});

test('notes, the close, minutes and ballot-count record read and signed by both, an extract in the dossier', {
  timeout: 180_000,
}, async () => {
  const keeper = await pages.visit(secretary, address);
  await keeper.turnTo('Ghi chép');
  await keeper.page
    .locator(`::-p-aria([name="1. ${nameOf('tkth.03')}"][role="textbox"])`)
    .fill('Các ý kiến đều ghi nhận thành tích.');
  await keeper.press('Lưu ghi chép');
  await keeper.sees('Đã lưu');
  await keeper.press('Bế mạc và tổng hợp');
  await keeper.sees('Bế mạc phiên họp?');
  await keeper.agree();
  await keeper.sees('Đã bế mạc');
  await keeper.press('Kiểm phiếu lại');
  await keeper.sees('khớp');
  await keeper.press('Lập biên bản');
  const sign = async (visitor: Visitor) => {
    await visitor.sees('Đọc hai văn bản dưới đây');
    const minutes = await readPaper(visitor, 'Biên bản họp 01/BB-HĐTĐKT');
    const record = await readPaper(visitor, 'Biên bản kiểm phiếu 02/BB-HĐTĐKT');
    await visitor.press('Ký biên bản');
    await visitor.sees('Đã ký biên bản.');
    return [minutes, record];
  };
  const [minutes, record] = await sign(keeper);
  expect(minutes).toContain('Là em của người được đề nghị');
  expect(record).toContain('Phát ra');
  await keeper.leave();

  const president = await pages.visit(chair, address, phone);
  await sign(president);
  await president.sees('Văn bản (5)');
  await president.turnTo('Văn bản (5)');
  await president.sees('Trích biên bản 01/TrS-HĐTĐKT');
  await president.leave();
  const clerk = await pages.visit('clerk.tkth', `/dossiers/${dossierId}?tab=papers`);
  await clerk.sees('Trich-bien-ban-01-TrS-HDTDKT.pdf');
  await clerk.leave();
});
