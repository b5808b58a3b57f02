import { beforeAll, describe, test } from 'vitest';
import type { SessionDetail } from '../../api/contract/index.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { printPaper } from '../../cli/demo/papers.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { startStack } from '../stack.ts';
import { startPages } from './pages.ts';
import { phone } from './visitor.ts';

/** An initiative from its registration to the register of uses, each act on the page by the one whose turn it is. */
const pages = startPages(startStack);
const name = 'Biểu mẫu tự đối chiếu';
let journey: Journey;
let path = '';
beforeAll(() => {
  journey = new Journey({ baseUrl: pages.server.baseUrl, password: demoPassword, log: () => {} });
});

describe('an initiative', { timeout: 180_000 }, () => {
  test('is registered by a clerk with shares that are whole, and not submitted without its description', async () => {
    const clerk = await pages.visit('clerk.tkth', '/initiatives');
    await clerk.press('Đăng ký sáng kiến');
    await clerk.fill('Tên sáng kiến, đề tài', name);
    await clerk.fill('Năm áp dụng lần đầu', '2025');
    await clerk.fill('Lĩnh vực áp dụng', 'Thống kê giá');
    await clerk.fill('Mô tả giải pháp và hiệu quả', 'Rút ngắn thời gian tổng hợp.');
    await clerk.choose('Tác giả 1', 'Hoàng Thị Tưởng Tượng');
    await clerk.fill('Tỷ lệ đóng góp của tác giả 1', '90');
    await clerk.press('Lưu');
    await clerk.sees('cộng lại là 90%');
    await clerk.fill('Tỷ lệ đóng góp của tác giả 1', '100');
    await clerk.press('Lưu');
    await clerk.page.waitForFunction(() => /^\/initiatives\/[0-9a-f-]{36}$/.test(window.location.pathname));
    path = clerk.path();
    await clerk.sees('Bản nháp');
    await clerk.press('Nộp đơn');
    await clerk.sees('Hồ sơ còn thiếu giấy tờ');
    const description = { title: 'Báo cáo mô tả sáng kiến', lines: [name] };
    await clerk.give(await pages.onDisk('mo-ta.pdf', await printPaper(description)));
    await clerk.sees('mo-ta.pdf');
    await clerk.press('Nộp đơn');
    await clerk.sees('Kiểm tra đơn sáng kiến');
    await clerk.leave();
  });

  test('is checked by the standing body and voted on by the initiative council', async () => {
    await pages.pass('appraiser.tctk', path, 'Kiểm tra đơn sáng kiến', { verdict: 'Duyệt' });
    const keeper = await pages.visit('sk.02', `/councils/${seedId('council', 'TCTK-SK')}`);
    await keeper.sees(name);
    await keeper.press('Lên lịch phiên họp');
    await keeper.fill('Địa điểm', 'Phòng họp số 3');
    await keeper.press('Lên lịch');
    await keeper.press('Khai mạc phiên họp');
    await keeper.turnTo('Dự họp (0/5)');
    await keeper.press('Tất cả có mặt');
    await keeper.press('Ghi danh sách dự họp');
    await keeper.sees('Dự họp (5/5)');
    const address = keeper.path();

    const member = await pages.visit('sk.03', address, phone);
    await member.press('Đánh dấu tán thành tất cả');
    await member.press('Bỏ phiếu (1)');
    await member.sees('Đã bỏ phiếu mọi nội dung');
    await member.leave();
    const session = `/api${address}`;
    for (const login of ['sk.01', 'sk.02', 'sk.04', 'sk.05']) {
      const client = await journey.as(login);
      const { items } = expectOk(await client.get<SessionDetail>(session));
      const ballots = items.map(({ id }) => ({ agendaItemId: id, choice: 'for' }));
      expectOk(await client.put(`${session}/ballots`, { ballots }));
    }
    await keeper.press('Bế mạc và tổng hợp');
    await keeper.agree();
    await keeper.sees('Đã bế mạc');
    await keeper.leave();
  });

  test('is recognised by the head, numbered by the registrar, and listed for its author', async () => {
    await pages.pass('head.tctk', path, 'Công nhận sáng kiến', { verdict: 'Duyệt', window: phone });
    await pages.pass('registrar.tctk', path, 'Vào số, ban hành quyết định công nhận');
    const author = await pages.visit('tkth.09', path, phone);
    await author.sees('Đã công nhận');
    await author.sees('/QĐ-TCTK');
    await author.leave();
    const clerk = await pages.visit('clerk.tkth', '/initiatives/register');
    await clerk.sees('Sổ theo dõi sử dụng sáng kiến');
    await clerk.sees(name);
    await clerk.sees('Hoàng Thị Tưởng Tượng');
    await clerk.leave();
  });
});
