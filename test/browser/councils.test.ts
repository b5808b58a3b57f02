import { expect, test } from 'vitest';
import { positions } from '../../db/schema/index.ts';
import { demoPeople } from '../../db/seed/people.ts';
import { personId, unitId } from '../api/fixtures.ts';
import { chair, council, type Open, secretary, staff, times, votingIn } from '../api/voting.ts';
import { startApiWorld } from '../api/world.ts';
import { startPages } from './pages.ts';
import { phone, type Visitor } from './visitor.ts';

/** What members, secretary and chair do about ballots, each on the own page, and what an administrator changes about a council. */
const pages = startPages(startApiWorld);
const voting = votingIn(() => pages.server);
const nameOf = (login: string) => demoPeople.find((person) => person.login === login)?.name ?? '';
/** The last of the staff: all others can vote by the API, before or after. */
const last = staff.at(-1)?.login ?? '';
const pageOf = ({ sessionId }: Pick<Open, 'sessionId'>) => `/sessions/${sessionId}`;
const signedPaper = () => pages.onDisk('ban-ky.pdf', '%PDF-1.7');

/** Bars stick to the head and the foot of a phone's page: what is to be pressed is brought between them. */
async function bringUp(visitor: Visitor, role: 'button' | 'link', name: string): Promise<void> {
  const found = await visitor.page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`);
  await found?.evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

async function closeOn(keeper: Visitor): Promise<void> {
  await keeper.press('Bế mạc và tổng hợp');
  await keeper.sees('Bế mạc phiên họp?');
  await keeper.agree();
  await keeper.page.waitForSelector('::-p-aria([name="Kiểm phiếu lại"][role="button"])');
}

test('where a council lets one pass and two are equal, the chair decides who on a phone', {
  timeout: 60_000,
}, async () => {
  const nominees = ['tkth.04', 'tkth.05', 'tkth.06'];
  // The first of all: what passed in another session of this council takes a place of the quota.
  const session = await voting.openSession(nominees, { quota: 1, sharePercent: 50, shareStrict: true });
  await voting.attend(session.sessionId, 12);
  const [, , third = ''] = session.itemIds;
  await voting.vote({ ...session, itemIds: session.itemIds.slice(0, 2) }, times(12, 'for'));
  await voting.vote({ ...session, itemIds: [third] }, [...times(11, 'for'), 'against']);
  const keeper = await pages.visit(secretary, pageOf(session));
  await closeOn(keeper);
  await keeper.sees('2 đề nghị có số phiếu bằng nhau, chờ lá phiếu quyết định của chủ tịch hội đồng.');
  await keeper.sees('Vượt chỉ tiêu: xếp thứ 3 với 11 phiếu tán thành, hội đồng thông qua nhiều nhất 1.');

  const president = await pages.visit(chair, pageOf(session), phone);
  await president.sees('hạng 1, 12 phiếu tán thành, còn 1 suất');
  const choose = (login: string, choice: string) =>
    president.page
      .locator(
        `.ant-alert [aria-label="Phiếu đối với ${nameOf(login)}"] .ant-radio-button-wrapper ::-p-text(${choice})`,
      )
      .click();
  await choose('tkth.04', 'Tán thành');
  await president.press('Ghi lá phiếu quyết định');
  await president.sees('Những đề nghị có số phiếu bằng nhau phải được quyết định cùng một lúc.');
  await choose('tkth.05', 'Không tán thành');
  await president.press('Ghi lá phiếu quyết định');
  await president.sees('Thông qua: 1 · Không đạt: 2');
  await president.sees('lá phiếu quyết định của chủ tịch hội đồng không tán thành');
  await president.leave();
  await keeper.sees('Thông qua: 1 · Không đạt: 2');
  await keeper.leave();
});

test('a secret ballot is cast and checked by its receipt on a phone; only the close shows how the vote went', {
  timeout: 60_000,
}, async () => {
  const session = await voting.openSession(['tkth.03'], {}, { ballotKind: 'secret' });
  await voting.attend(session.sessionId, 12);
  const member = await pages.visit(last, pageOf(session), phone);
  await bringUp(member, 'button', 'Đánh dấu tán thành tất cả');
  await member.press('Đánh dấu tán thành tất cả');
  await member.press('Bỏ phiếu (1)');
  await member.sees('Giữ mã này để kiểm tra phiếu trước khi bế mạc.');
  const [, receipt = ''] = /phiếu kín của bạn: ([0-9a-f]{20})\./.exec(await member.text()) ?? [];
  await member.page.locator('::-p-aria([name="Mã biên nhận"][role="textbox"])').fill(receipt);
  await member.press('Kiểm tra phiếu của tôi');
  await member.sees(`${nameOf('tkth.03')}: Tán thành`);
  await bringUp(member, 'link', 'Phiếu kín bảo vệ điều gì và không bảo vệ điều gì');
  await member.follow('Phiếu kín bảo vệ điều gì và không bảo vệ điều gì');
  await member.sees('Không được bảo vệ');
  await member.sees('Người điều khiển máy chủ trong lúc phiên họp đang mở có thể đọc phiếu');
  await member.leave();

  const keeper = await pages.visit(secretary, pageOf(session));
  await keeper.turnTo('Chương trình');
  await voting.vote(session, [...times(10, 'for'), 'against']);
  await keeper.sees('Đã bỏ 12/12 phiếu');
  await keeper.sees('kết quả chỉ biết khi bế mạc');
  await closeOn(keeper);
  await keeper.sees('Thông qua: 1');
  await keeper.press('Kiểm phiếu lại');
  await keeper.sees('khớp');
  await keeper.leave();
});

test('the chair has a nomination verified; the secretary brings it before a second session, which sees why', {
  timeout: 60_000,
}, async () => {
  const session = await voting.openSession(['tkth.07']);
  await voting.attend(session.sessionId, 12);
  const president = await pages.visit(chair, pageOf(session));
  await president.turnTo('Chương trình');
  await president.press(`Cho xác minh: ${nameOf('tkth.07')}`);
  await president.fill('Lý do', 'Có đơn phản ánh về thành tích');
  await president.agree();
  await president.sees('Có đơn phản ánh về thành tích');
  await president.leave();

  const keeper = await pages.visit(secretary, `/councils/${council}`);
  await keeper.press('Lên lịch phiên họp');
  await keeper.fill('Địa điểm', 'Phòng họp số 3');
  await keeper.press('Lên lịch');
  await keeper.press('Khai mạc phiên họp');
  await keeper.sees('Đang họp');
  await keeper.turnTo('Chương trình');
  await keeper.sees('Bỏ phiếu lần 2');
  await keeper.sees(': Có đơn phản ánh về thành tích');
  const second = keeper.path().replace('/sessions/', '');
  const client = await pages.server.as(secretary);
  const { body } = await client.get<{ items: { id: string }[] }>(`/api/sessions/${second}`);
  await voting.attend(second, 12);
  await voting.vote({ sessionId: second, itemIds: body.items.map(({ id }) => id) }, times(12, 'for'));
  await closeOn(keeper);
  await keeper.sees('Thông qua: 1');
  await keeper.leave();
});

test('papers go round, one member answers in writing, and the secretary closes when all have answered', {
  timeout: 60_000,
}, async () => {
  const session = await voting.openSession(['tkth.08'], {}, { mode: 'circulation' });
  const keeper = await pages.visit(secretary, pageOf(session));
  await keeper.sees('Tự tổng hợp lúc');
  await keeper.turnTo('Dự họp (0/12)');
  await keeper.press(`Ý kiến bằng văn bản của ${nameOf(last)}`);
  await keeper.give(await signedPaper());
  await keeper.page
    .locator('.ant-modal ::-p-aria([name="Đánh dấu tán thành tất cả"][role="button"])')
    .click();
  await keeper.press('Ghi ý kiến');
  await keeper.sees('Có ý kiến bằng văn bản');
  await keeper.press('Bế mạc và tổng hợp');
  await keeper.agree();
  await keeper.sees('Chưa đến hạn gửi phiếu và còn 11 phiếu chưa bỏ');

  await voting.vote(session, times(11, 'for'));
  await keeper.turnTo('Chương trình');
  await keeper.sees('Đã bỏ 12/12 phiếu');
  await closeOn(keeper);
  await keeper.sees('Thông qua: 1');
  await keeper.leave();
});

test('where it is allowed, the secretary records who votes in an absent member’s place, and that person does', {
  timeout: 60_000,
}, async () => {
  const proxy = 'tccb.05';
  await pages.server.db
    .insert(positions)
    .values({ personId: personId(proxy), unitId, title: 'Biệt phái', validFrom: '2026-01-01' });
  const session = await voting.openSession(['tkth.09'], { proxiesAllowed: true });
  const keeper = await pages.visit(secretary, pageOf(session));
  await keeper.turnTo('Dự họp (0/12)');
  await keeper.press(`Ủy quyền biểu quyết của ${nameOf(last)}`);
  const person = await keeper.page.waitForSelector(
    '.ant-modal ::-p-aria([name="Người được ủy quyền"][role="combobox"])',
  );
  await person?.type(nameOf(proxy));
  await keeper.page.locator(`.ant-select-item-option ::-p-text(${nameOf(proxy)})`).click();
  await keeper.give(await signedPaper());
  await keeper.press('Ghi ủy quyền');
  await keeper.sees(`${nameOf(proxy)} biểu quyết thay`);
  await keeper.leave();

  const voter = await pages.visit(proxy, '/councils', phone);
  await voter.sees('Phiên đang họp và sắp họp');
  await voter.page.locator(`a[href="${pageOf(session)}"]`).click();
  await voter.sees(`Bạn bỏ phiếu thay cho ${nameOf(last)}.`);
  await voter.press('Đánh dấu tán thành tất cả');
  await voter.press('Bỏ phiếu (1)');
  await voter.sees('Đã bỏ phiếu mọi nội dung');
  await voter.leave();
  const { body } = await (await pages.server.as(secretary)).get<{ items: { running: { cast: number } }[] }>(
    `/api/sessions/${session.sessionId}`,
  );
  expect(body.items[0]?.running.cast).toBe(1);
});

test('an administrator corrects the details and replaces a member in the middle of the term', {
  timeout: 60_000,
}, async () => {
  const admin = await pages.visit('admin', `/councils/${council}`);
  await admin.press('Sửa thông tin');
  await admin.fill('Quyết định thành lập', 'Quyết định số 7/QĐ-TKTH');
  await admin.agree();
  await admin.sees('Đã lưu thông tin hội đồng.');
  await admin.sees('Quyết định số 7/QĐ-TKTH');

  await admin.page.locator('::-p-text(Thành viên (12))').click();
  await admin.press(`Thay hoặc cho thôi: ${nameOf('tkth.08')}`);
  await admin.sees('thôi từ ngày trước ngày hiệu lực');
  const successor = await admin.page.waitForSelector(
    '::-p-aria([name="Người thay (để trống nếu không có)"][role="combobox"])',
  );
  await successor?.type(nameOf('tccb.02'));
  await admin.page.locator(`.ant-select-item-option ::-p-text(${nameOf('tccb.02')})`).click();
  await admin.fill('Quyết định kiện toàn', 'Quyết định số 8/QĐ-TKTH');
  await admin.agree();
  await admin.sees('Quyết định số 8/QĐ-TKTH');
  await admin.sees(nameOf('tccb.02'));
  await admin.leave();
});
