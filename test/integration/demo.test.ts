import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CouncilSummary, DossierSummary, SessionDetail } from '../../api/contract/index.ts';
import { ApiClient } from '../../cli/demo/api-client.ts';
import { expectOk } from '../../cli/demo/journey.ts';
import { playDemo } from '../../cli/demo.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { type Stack, startStack } from '../stack.ts';

let stack: Stack;
let outDir: string;
beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'vinhdanh-demo-'));
  stack = await startStack();
});
afterAll(async () => {
  await stack?.stop();
  await rm(outDir, { recursive: true, force: true });
});

const as = (login: string) => new ApiClient(stack.baseUrl).logIn(login, demoPassword);

/** Plays the demo until a line it logs is like this one, where its process is killed. */
async function playUntil(killedAt: RegExp): Promise<string[]> {
  const lines: string[] = [];
  const log = (line: string) => {
    lines.push(line);
    if (killedAt.test(line)) throw new Error('killed');
  };
  await expect(playDemo({ baseUrl: stack.baseUrl, log, outDir })).rejects.toThrow('killed');
  return lines;
}

/** The unit's council has its session open and nobody has voted. */
async function leaveSessionOpen(): Promise<void> {
  const secretary = await as('tkth.02');
  const { items } = expectOk(await secretary.get<{ items: CouncilSummary[] }>('/api/councils'));
  const council = items.find(({ waitingItems }) => waitingItems > 0);
  const plan = { mode: 'meeting', scheduledAt: new Date().toISOString() };
  const { id } = expectOk(await secretary.post<SessionDetail>(`/api/councils/${council?.id}/sessions`, plan));
  expectOk(await secretary.post(`/api/sessions/${id}/open`));
}

test('a demo killed half-way plays its dossier on at the next start, from wherever it stood', async () => {
  const code = /Dossier (HS-\S+)/;
  const [first = ''] = await playUntil(/started/);
  await playUntil(/Submitted/);
  await expect.poll(waitingForUnit, { timeout: 30_000 }).toBe(true);
  await leaveSessionOpen();
  await playUntil(/passed/);
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const pdf = await playDemo({ baseUrl: stack.baseUrl, log, outDir });
  expect(pdf.startsWith(outDir)).toBe(true);
  expect(lines[0]).toContain('goes on');
  expect(code.exec(lines[0] ?? '')?.[1]).toBe(code.exec(first)?.[1]);
  const all = expectOk(await (await as('admin')).get<{ items: DossierSummary[] }>('/api/dossiers'));
  expect(all.items.map(({ status }) => status)).toEqual(['closed']);

  async function waitingForUnit(): Promise<boolean> {
    const { items } = expectOk(await (await as('tkth.02')).get<{ items: CouncilSummary[] }>('/api/councils'));
    return items.some(({ waitingItems }) => waitingItems > 0);
  }
}, 300_000);
