import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { test } from 'vitest';
import { startStack } from '../stack.ts';
import { desk, openBrowser, phone, Visitor } from './visitor.ts';

test('shots', async () => {
  const webDir = join(await mkdtemp(join(tmpdir(), 'clocks-shot-')), 'web');
  await build({ configFile: 'web/vite.config.ts', logLevel: 'error', build: { outDir: webDir } });
  const [stack, browser] = await Promise.all([startStack({ webDir }), openBrowser()]);
  for (const [name, window] of [
    ['desk', desk],
    ['phone', phone],
  ] as const) {
    const admin = await Visitor.arrive(browser, stack.baseUrl, window);
    await admin.open('/admin/calendar?year=2026');
    await admin.logIn('admin');
    await admin.sees('Tải bảng của năm');
    await admin.press('24/11/2026, Ngày thường');
    await admin.fill('Tên', 'Ngày Văn hóa');
    await admin.fill('Căn cứ', 'NQ 80');
    await admin.page.screenshot({ path: `/tmp/clocks-${name}-day.png` });
    await admin.press('Ghi vào bản thay đổi');
    await admin.page.screenshot({ path: `/tmp/clocks-${name}.png`, fullPage: true });
    await admin.press('Xem ảnh hưởng và lưu');
    await admin.sees('thời hạn đang chạy');
    await admin.page.screenshot({ path: `/tmp/clocks-${name}-save.png` });
    await admin.leave();
  }
  await browser.close();
  await stack.stop();
}, 180_000);
