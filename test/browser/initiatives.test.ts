import { test } from 'vitest';
import { startStack } from '../stack.ts';
import { startPages } from './pages.ts';
import { phone } from './visitor.ts';

const pages = startPages(startStack);

test('a clerk registers an initiative whose shares must be whole, and cannot submit it without its description', {
  timeout: 180_000,
}, async () => {
  const name = 'Biểu mẫu tự đối chiếu';
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
  await clerk.sees('Bản nháp');
  await clerk.press('Nộp đơn');
  await clerk.sees('Hồ sơ còn thiếu giấy tờ');
  await clerk.open('/initiatives/register');
  await clerk.sees('Sổ theo dõi sử dụng sáng kiến');
  await clerk.leave();
  const narrow = await pages.visit('clerk.tkth', '/initiatives', phone);
  await narrow.follow(name);
  await narrow.sees('Hoàng Thị Tưởng Tượng (100%)');
  await narrow.leave();
});
