import { test } from 'vitest';
import { organisationColumns } from '../../api/files/organisation-sheet.ts';
import { startApiWorld } from '../api/world.ts';
import { startPages } from './pages.ts';
import { phone } from './visitor.ts';

/** What an administrator does so that somebody new can work. */
const pages = startPages(startApiWorld);
test('a unit, a person, an account with a role; whose it is chooses a password and starts a dossier', {
  timeout: 120_000,
}, async () => {
  const admin = await pages.visit('admin', '/admin/organisation');
  await admin.sees('Tổng cục Thống kê');
  await admin.press('Lập đơn vị');
  await admin.fill('Mã đơn vị', 'TCTK-CDS');
  await admin.choose('Đơn vị cấp trên', 'Tổng cục Thống kê');
  await admin.fill('Tên đơn vị', 'Phòng Chuyển đổi số');
  await admin.fill('Tên tiếng Anh', 'Digital Division');
  await admin.fill('Hoạt động từ ngày', '01/11/2026');
  await admin.page.keyboard.press('Enter');
  await admin.agree();
  await admin.sees('Người của đơn vị và các đơn vị trực thuộc');
  await admin.sees('TCTK-CDS');

  await admin.press('Thêm người');
  await admin.fill('Họ và tên', 'Lý Thị Khởi Đầu');
  await admin.fill('Mã cán bộ', 'CDS-01');
  await admin.fill('Chức vụ', 'Chuyên viên');
  await admin.fill('Từ ngày', '10/11/2026');
  await admin.page.keyboard.press('Enter');
  await admin.agree();
  await admin.sees('Quá trình giữ chức vụ');
  await admin.press('Tạo tài khoản');
  await admin.fill('Tên đăng nhập', 'khoidau');
  await admin.agree();
  await admin.sees('Mật khẩu dùng một lần của khoidau');
  const password = (await admin.text()).match(/[a-z0-9]{4}(-[a-z0-9]{4}){3}/)?.[0] ?? '';
  await admin.press('Tôi đã ghi lại');
  await admin.press('Giao vai trò');
  await admin.choose('Đơn vị', 'Phòng Chuyển đổi số');
  await admin.fill('Từ ngày', '10/11/2026');
  await admin.page.keyboard.press('Enter');
  await admin.agree();
  await admin.sees('Thôi vai trò');
  await admin.leave();

  const clerk = await pages.arrive(phone);
  await clerk.open('/dossiers/new');
  await clerk.fill('Tên đăng nhập', 'khoidau');
  await clerk.fill('Mật khẩu', password);
  await clerk.press('Đăng nhập');
  await clerk.sees('Đặt mật khẩu của bạn');
  await clerk.fill('Mật khẩu hiện tại', password);
  await clerk.fill('Mật khẩu mới', 'khoidau2026');
  await clerk.fill('Nhập lại mật khẩu mới', 'khoidau2026');
  await clerk.press('Lưu mật khẩu');
  await clerk.sees('password_obvious');
  await clerk.fill('Mật khẩu mới', 'mưa rơi trên mái');
  await clerk.fill('Nhập lại mật khẩu mới', 'mưa rơi trên mái');
  await clerk.press('Lưu mật khẩu');
  await clerk.sees('Phòng Chuyển đổi số');
  await clerk.choose('Hình thức', 'Lao động tiên tiến');
  await clerk.press('Lập hồ sơ');
  await clerk.sees('HS-2026-');
  await clerk.leave();
});

test('a unit cannot end while people are in it; a whole sheet is checked, then imported', {
  timeout: 120_000,
}, async () => {
  const admin = await pages.visit('admin', '/admin/organisation', phone);
  await admin.sees('Tổng cục Thống kê');
  await admin.follow('Vụ Tổ chức cán bộ');
  await admin.sees('Người của đơn vị và các đơn vị trực thuộc');
  await admin.press('Kết thúc đơn vị');
  await admin.fill('Lý do', 'Sáp nhập');
  await admin.agree();
  await admin.sees('người còn giữ chức vụ');
  await admin.closeDialog();

  await admin.open('/admin/organisation?tab=people');
  await admin.sees('Đang dùng');
  await admin.press('Nhập cả tổ chức');
  const columns = Object.keys(organisationColumns) as (keyof typeof organisationColumns)[];
  const line = (cells: Partial<Record<(typeof columns)[number], string>>) =>
    columns.map((column) => cells[column] ?? '').join(';');
  const heading = columns.map((column) => organisationColumns[column]).join(';');
  const person = {
    line: 'người',
    code: 'T-1',
    name: 'Ngô Văn Tệp',
    unit: 'TCTK',
    title: 'Chuyên viên',
    login: 'ngo.tep',
  };
  await admin.give(await pages.onDisk('sai.csv', `${heading}\n${line({ ...person, unit: 'KHONG-CO' })}`));
  await admin.agree();
  await admin.sees('Không có đơn vị nào mang mã này');
  await admin.give(await pages.onDisk('dung.csv', `${heading}\n${line(person)}`));
  await admin.agree();
  await admin.sees('Sẽ thêm 0 đơn vị, 1 người, 1 chức vụ, 1 tài khoản');
  await admin.agree();
  await admin.sees('Đã thêm 0 đơn vị, 1 người');
  await admin.sees('ngo.tep');
  await admin.press('Đóng');
  await admin.leave();
});
