import { beforeAll, describe, expect, test } from 'vitest';
import { ledgerSheets } from '../../api/files/ledger-sheets.ts';
import { demoPeople } from '../../db/seed/people.ts';
import { draftDossier, personId } from '../api/fixtures.ts';
import { startApiWorld } from '../api/world.ts';
import { startPages } from './pages.ts';
import { phone } from './visitor.ts';

const pages = startPages(startApiWorld);

type Kind = keyof typeof ledgerSheets;
function sheet(name: string, rows: Record<string, string>[], kind: Kind = 'award'): Promise<string> {
  const headings = Object.entries(ledgerSheets[kind].headings);
  const lines = [
    headings.map(([, heading]) => heading),
    ...rows.map((row) => headings.map(([column]) => row[column] ?? '')),
  ];
  return pages.onDisk(name, lines.map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\n'));
}

const nameOf = (login: string) => demoPeople.find((person) => person.login === login)?.name ?? '';
/** Holds "Chiến sĩ thi đua cơ sở" of 2024; with that of 2025 it is two years running, as the ministry's certificate asks. */
const nominee = 'tkth.05';
const award = {
  code: personId(nominee),
  award: 'Chiến sĩ thi đua cơ sở',
  year: '2025',
  decisionSymbol: '2105/QĐ-TCTK',
  decidedOn: '20/12/2025',
  decider: 'Tổng cục Thống kê',
};
const criterion = '02 lần liên tục có “Chiến sĩ thi đua cơ sở”';
const missing = 'Còn thiếu: Chiến sĩ thi đua cơ sở năm 2025';

describe('the ledger decides what a nominee may be proposed for', { timeout: 120_000 }, () => {
  let eligibility = '';
  beforeAll(async () => {
    const { id } = await draftDossier(pages.server, { awardCode: 'BK_BO', nominees: [nominee] });
    eligibility = `/dossiers/${id}?tab=eligibility`;
  });

  test('at first the award of 2025 is missing, and the verdict says so', async () => {
    const clerk = await pages.visit('clerk.tkth', eligibility);
    await clerk.sees(criterion);
    await clerk.sees(missing);
    await clerk.sees('Không đủ điều kiện (1)');
    await clerk.leave();
  });

  test('the registrar imports a sheet: one with a mistake leaves nothing, the right one comes in whole', async () => {
    const registrar = await pages.visit('registrar.tctk', '/ledger');
    await registrar.follow('Các lần nhập từ bảng tính');
    await registrar.press('Nhập từ bảng tính');
    await registrar.choose('Đơn vị giữ sổ', 'Vụ Thống kê Tổng hợp');
    await registrar.give(await sheet('sai.csv', [award, { ...award, decidedOn: '31/02/2025' }]));
    await registrar.press('Nhập');
    await registrar.sees('import_rows_invalid');
    await registrar.sees('"31/02/2025" không dùng được');
    const stranger = { ...award, code: '', name: nameOf('tkth.08') };
    await registrar.give(await sheet('Sổ khen thưởng 2025.csv', [award, stranger]));
    await registrar.press('Nhập');
    await registrar.sees('2 dòng; 1 người mới; 1 cặp chờ đối chiếu.');
    await registrar.sees(nameOf(nominee));
    expect(registrar.path()).toMatch(/^\/ledger\/imports\//);
    await registrar.leave();
  });

  test('ratings come in by a sheet of their own, and are read under the import', async () => {
    const registrar = await pages.visit('registrar.tctk', '/ledger/imports');
    await registrar.press('Nhập từ bảng tính');
    await registrar.choose('Nội dung bảng', 'Mức độ hoàn thành nhiệm vụ');
    await registrar.choose('Đơn vị giữ sổ', 'Vụ Thống kê Tổng hợp');
    const paper = { decisionSymbol: '98/QĐ-TCTK', decidedOn: '15/12/2013' };
    const rating = { code: personId('tkth.09'), year: '2013', rating: 'HTXSNV', ...paper };
    await registrar.give(await sheet('Xếp loại 2013.csv', [rating], 'rating'));
    await registrar.press('Nhập');
    await registrar.sees('Hoàn thành xuất sắc nhiệm vụ · năm 2013');
    await registrar.sees('Mức độ hoàn thành nhiệm vụ');
    await registrar.leave();
  });

  test('the draft’s verdict follows at once and names what it rests on', async () => {
    const clerk = await pages.visit('clerk.tkth', eligibility);
    await clerk.sees('Chiến sĩ thi đua cơ sở năm 2024; Chiến sĩ thi đua cơ sở năm 2025');
    await clerk.sees('Đủ điều kiện (1)');
    await clerk.leave();
  });

  test('who the sheet means is decided by a person, and can be split again', async () => {
    const registrar = await pages.visit('registrar.tctk', '/ledger/matches');
    const pair = `${nameOf('tkth.08')} – ${nameOf('tkth.08')}`;
    await registrar.sees('Cùng họ tên +40');
    await registrar.press(`Là cùng một người: ${pair}`);
    await registrar.fill('Lý do', 'Đã đối chiếu hồ sơ gốc.');
    await registrar.press('Là cùng một người');
    await registrar.sees('Không có cặp nào chờ xem xét.');
    await registrar.tick('Là cùng một người');
    await registrar.sees('Đã đối chiếu hồ sơ gốc.');
    await registrar.press(`Tách lại: ${pair}`);
    await registrar.fill('Lý do', 'Hai người trùng tên.');
    await registrar.press('Tách lại');
    await registrar.sees('Chưa có cặp nào được xác nhận.');
    await registrar.leave();
  });

  test('the registrar of the body that decided records a revocation on a phone; the verdict follows', async () => {
    const registrar = await pages.visit('registrar.tctk', `/ledger/people/${personId(nominee)}`, phone);
    await registrar.sees('2105/QĐ-TCTK');
    await registrar.fits();
    await registrar.press('Ghi thu hồi: Chiến sĩ thi đua cơ sở');
    await registrar.sees('2105/QĐ-TCTK');
    await registrar.fill('Số quyết định thu hồi', '3001/QĐ-TCTK');
    await registrar.fill('Ngày văn bản', '02/11/2026');
    await registrar.page.keyboard.press('Tab');
    await registrar.fill('Lý do', 'Kê khai sai thành tích.');
    await registrar.press('Ghi thu hồi');
    await registrar.sees('3001/QĐ-TCTK, 02/11/2026: Kê khai sai thành tích.');
    await registrar.leave();

    const clerk = await pages.visit('clerk.tkth', eligibility);
    await clerk.sees(missing);
    await clerk.sees('Không đủ điều kiện (1)');
    await clerk.leave();
  });

  test('a line that was wrong is corrected, opened by the keyboard, and stays to be read', async () => {
    const registrar = await pages.visit('registrar.tctk', `/ledger/people/${personId('tkth.06')}`);
    await registrar.sees('Hoàn thành tốt nhiệm vụ');
    await registrar.page.focus('::-p-aria([name="Sửa: Hoàn thành tốt nhiệm vụ"][role="button"])');
    await registrar.page.keyboard.press('Enter');
    await registrar.sees('Sửa dòng trong sổ');
    await registrar.fill('Số, ký hiệu văn bản', '44/TB-TCTK');
    await registrar.fill('Ngày văn bản', '05/10/2026');
    await registrar.page.keyboard.press('Tab');
    await registrar.fill('Dòng cũ sai ở đâu', 'Chưa ghi văn bản.');
    await registrar.press('Sửa');
    await registrar.sees('Đã gạch bỏ');
    await registrar.sees('Chưa ghi văn bản.');
    await registrar.sees('44/TB-TCTK');
    await registrar.leave();
  });

  test('who the awards go to: shares of women and direct workers, by award and decision, also on a phone', async () => {
    const registrar = await pages.visit('registrar.tctk', '/ledger');
    await registrar.follow('Cơ cấu khen thưởng');
    await registrar.choose('Đơn vị', 'Vụ Thống kê Tổng hợp');
    await registrar.fill('Từ năm', '2024');
    await registrar.fill('Đến năm', '2024');
    await registrar.page.keyboard.press('Enter');
    await registrar.sees('Lao động tiên tiến');
    const before = await registrar.text();
    await registrar.press('Nhập lao động trực tiếp');
    const rows = ['tkth.07', 'tkth.08'].map((login) => `${personId(login)};${nameOf(login)};không;`);
    await registrar.give(
      await pages.onDisk('Trực tiếp.csv', ['Mã số;Họ và tên;Lao động trực tiếp;Từ ngày', ...rows].join('\n')),
    );
    await registrar.press('Nhập');
    await registrar.sees('Đã ghi 2 người; 0 người đã có sẵn.');
    await expect.poll(() => registrar.text()).not.toBe(before);
    const address = registrar.path();
    await registrar.leave();
    const onPhone = await pages.visit('registrar.tctk', address, phone);
    await onPhone.sees('Lao động tiên tiến');
    await onPhone.fits();
    await onPhone.leave();
  });
});
