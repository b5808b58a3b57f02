import { beforeAll, describe, test } from 'vitest';
import { annualRatings, ledgerAwards, ledgerStatements } from '../../db/schema/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { startStack } from '../stack.ts';
import { startPages } from './pages.ts';

const pages = startPages(startStack);

const year = 2025;

beforeAll(async () => {
  const { db } = pages.server.database;
  const line = { source: 'entry' as const, recordedAt: new Date() };
  for (const personId of ['tkth.07', 'tkth.08'].map((login) => seedId('person', login))) {
    const decided = { decisionSymbol: '9/QĐ-TCTK', decidedOn: '2025-12-31' };
    await db
      .insert(ledgerAwards)
      .values({ personId, awardCode: 'LDTT', fromYear: year, year, ...decided, ...line })
      .onConflictDoNothing();
    await db
      .insert(annualRatings)
      .values({ personId, year, rating: 'excellent', ...line })
      .onConflictDoNothing();
    const known = { initiativesComplete: true, disciplineComplete: true, underExamination: false };
    await db.insert(ledgerStatements).values({ personId, awardsCompleteFrom: 1945, ...known, ...line });
  }
}, 180_000);

describe('a clerk at the end of the year', { timeout: 120_000 }, () => {
  test('closes it, reads who may be proposed and why, and starts a dossier from the accepted', async () => {
    const clerk = await pages.visit('clerk.tkth', '/reviews');
    await clerk.choose('Đơn vị trình', 'Vụ Thống kê Tổng hợp và Phổ biến');
    await clerk.press('Chốt năm và tìm gợi ý');
    await clerk.sees('Xét cuối năm 2025');
    const awards = await clerk.page.waitForSelector('input[aria-label="Hình thức"]');
    await awards?.click();
    await awards?.type('Chiến sĩ thi đua cơ sở');
    await clerk.page.locator('.ant-select-item-option ::-p-text(Chiến sĩ thi đua cơ sở)').click();
    await clerk.page.waitForFunction(() => {
      const rows = [...document.querySelectorAll('tbody tr.ant-table-row')];
      return rows.length > 0 && rows.every((row) => row.textContent.includes('Chiến sĩ thi đua cơ sở'));
    });
    await clerk.sees('Luật số 06/2022/QH15, Điều 23');

    await clerk.page.locator('details summary').click();
    await clerk.sees('Lao động tiên tiến năm 2025');
    await clerk.page.locator('thead input[type="checkbox"]').click();
    await clerk.page.locator('button:not([disabled]) ::-p-text(Lập hồ sơ)').click();
    await clerk.page.waitForFunction(() => window.location.pathname.startsWith('/dossiers/'));
    await clerk.sees('Chiến sĩ thi đua cơ sở');
    await clerk.leave();
  });
});
