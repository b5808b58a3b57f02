import { test } from 'vitest';
import { demoPeople } from '../../db/seed/people.ts';
import { council } from '../api/voting.ts';
import { startApiWorld } from '../api/world.ts';
import { startPages } from './pages.ts';

/** What an administrator changes about a council. */
const pages = startPages(startApiWorld);
const nameOf = (login: string) => demoPeople.find((person) => person.login === login)?.name ?? '';

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
