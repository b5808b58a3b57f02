import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DossierSummary } from '../../api/contract/index.ts';
import { ApiClient } from '../../cli/demo/api-client.ts';
import { expectOk } from '../../cli/demo/journey.ts';
import { projectDir } from '../../cli/environment.ts';
import { freePort } from '../../cli/runtime/ports.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { readPdf } from '../fixtures/pdf-text.ts';
import { type Program, processesWith, runProgram, shareTemporalBinary } from '../program.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'vinhdanh-npm-start-'));
  shareTemporalBinary(dir);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** `npm start` until it is ready, then `use`, then Ctrl+C; nothing of it runs afterwards. */
async function whileRunning(use: (start: Program, baseUrl: string) => Promise<void>): Promise<void> {
  const port = await freePort();
  const start = runProgram('cli/start.ts', { PORT: String(port), DATA_DIR: dir });
  try {
    await start.prints(`Vinh Danh is ready: http://localhost:${port}`);
    await use(start, `http://127.0.0.1:${port}`);
  } finally {
    start.kill('SIGINT');
    expect((await start.ended).code).toBe(130);
    expect(processesWith(dir)).toEqual([]);
  }
}

async function issuedDossiers(baseUrl: string): Promise<string[]> {
  const admin = await new ApiClient(baseUrl).logIn('admin', demoPassword);
  const { items } = expectOk(await admin.get<{ items: DossierSummary[] }>('/api/dossiers?status=closed'));
  return items.map(({ code }) => code);
}

test('the first start plays a dossier to its printed decision; the second keeps it and plays no other', async () => {
  let first: string[] = [];
  await whileRunning(async (start, baseUrl) => {
    await start.prints('✓ Playing a demo dossier through all five levels');
    const file = /its PDF is in (?<path>.*\.pdf)/.exec(start.output())?.groups?.path ?? '';
    expect(file.startsWith(join(projectDir, 'out/'))).toBe(true);
    const text = (await readPdf(readFileSync(file))).flatMap(({ lines }) => lines).join('\n');
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('QUYẾT ĐỊNH');
    expect(text).toContain('Chiến sĩ thi đua toàn quốc');
    first = await issuedDossiers(baseUrl);
    expect(first).toHaveLength(1);
  });
  await whileRunning(async (start, baseUrl) => {
    expect(await issuedDossiers(baseUrl)).toEqual(first);
    expect(start.output()).not.toContain('Playing a demo dossier');
  });
}, 300_000);
