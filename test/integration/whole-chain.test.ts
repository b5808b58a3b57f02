import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DossierDetail, ImportResult } from '../../api/contract/index.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { instanceSteps, nominations, outbox, processInstances } from '../../db/schema/index.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { attachPapers } from '../api/fixtures.ts';
import { readPdf } from '../fixtures/pdf-text.ts';
import { storedMails } from '../fixtures/stored-mails.ts';
import { workbookOf } from '../fixtures/workbook.ts';
import { type Stack, startStack } from '../stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

/** A journey that ends worker and Temporal server as a power cut would, and starts them again, after so many of its steps. */
function interruptedJourney(afterSteps: number) {
  let steps = 0;
  const interruption = { done: Promise.resolve() };
  const journey = new Journey({
    baseUrl: stack.baseUrl,
    password: demoPassword,
    patienceMs: 150_000,
    log: () => {
      steps += 1;
      if (steps === afterSteps) interruption.done = interrupt();
    },
  });
  return { journey, interruption };
}

async function interrupt(): Promise<void> {
  await stack.killWorker();
  await stack.temporal.restart();
  await stack.startWorker();
}

const clerk = 'clerk.tkth';
const unitId = seedId('unit', 'TCTK-TKTH');

async function startDossier(
  journey: Journey,
  awardCode: string,
  fill: (dossier: DossierDetail) => Promise<void>,
) {
  const client = await journey.as(clerk);
  const draft = { awardCode, unitId, periodFrom: 2022, periodTo: 2026 };
  const dossier = expectOk(await client.post<DossierDetail>('/api/dossiers', draft));
  await fill(dossier);
  await attachPapers(stack.database, dossier.id);
  expectOk(await client.post(`/api/dossiers/${dossier.id}/submit`));
  return dossier;
}

/** The numbered decision of a closed dossier, as text. */
async function decisionOf(journey: Journey, dossier: DossierDetail) {
  const paper = dossier.papers.find(({ kind, documentId }) => kind === 'decision' && documentId !== null);
  const content = await (await journey.as(clerk)).download(`/api/documents/${paper?.documentId}/content`);
  return {
    symbol: paper?.symbol ?? '',
    text: (await readPdf(content)).flatMap(({ lines }) => lines).join('\n'),
  };
}

/** Temporal and PostgreSQL say the same, nothing is on its way, and every numbered event was applied once. */
async function expectConsistent(dossierId: string, instanceId: string) {
  const { db } = stack.database;
  const [instance] = await db.select().from(processInstances).where(eq(processInstances.id, instanceId));
  expect(instance).toMatchObject({ status: 'ended', position: [] });
  // Temporal hears of the last step, and of its mails, a moment after PostgreSQL.
  await stack.temporal.client.workflow.getHandle(instanceId).result();
  const rows = await db.select().from(outbox).where(eq(outbox.instanceId, instanceId));
  expect(rows.filter(({ status }) => status !== 'applied')).toEqual([]);
  const steps = await db.select().from(instanceSteps).where(eq(instanceSteps.instanceId, instanceId));
  const numbers = steps.flatMap(({ event }) => (event.number === undefined ? [] : [event.number]));
  expect(numbers.toSorted((a, b) => a - b)).toEqual(rows.map((_, i) => i));
  const left = await db.select().from(nominations).where(eq(nominations.dossierId, dossierId));
  expect(new Set(left.map(({ status }) => status))).toEqual(new Set(['awarded']));
}

describe('a dossier by the public API through its whole chain, with worker and Temporal killed half-way', {
  timeout: 400_000,
}, () => {
  test('a national emulation fighter goes through all five levels to a numbered decision of the Prime Minister', async () => {
    const { journey, interruption } = interruptedJourney(5);
    const dossier = await startDossier(journey, 'CSTDTQ', async ({ id }) => {
      const nominee = {
        kind: 'person',
        personId: seedId('person', 'tkth.03'),
        achievement: 'Sáng kiến toàn ngành.',
      };
      expectOk(await (await journey.as(clerk)).post(`/api/dossiers/${id}/nominations`, nominee));
    });
    const closed = await journey.follow(dossier.id);
    await interruption.done;

    const levels = new Set(closed.tasks.map(({ level }) => level));
    expect([...levels].sort()).toEqual(['central', 'department', 'ministry', 'state']);
    const { symbol, text } = await decisionOf(journey, closed);
    expect(symbol).toMatch(/^\d+\/QĐ-TTg$/);
    expect(text).toContain(`Số: ${symbol}`);
    expect(text).toContain('Chiến sĩ thi đua toàn quốc');
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    await expectConsistent(dossier.id, closed.instanceId ?? '');

    const issued = (await storedMails(stack.mailDir)).find(({ text }) => text?.includes(symbol));
    expect(issued, 'the proposing unit is told by mail').toBeDefined();
    expect(issued?.text).toContain(dossier.code);
  });

  test('1,125 commemorative medals from one spreadsheet are voted on, decided and printed as one decision', async () => {
    const { journey, interruption } = interruptedJourney(2);
    const names = Array.from({ length: 1125 }, (_, i) => `Người Được Tặng ${String(i + 1).padStart(4, '0')}`);
    const dossier = await startDossier(journey, 'KNC', async ({ id }) => {
      const file = { name: 'danh-sach.xlsx', content: await workbookOf(names) };
      const path = `/api/dossiers/${id}/nominations/import`;
      const report = expectOk(await (await journey.as(clerk)).upload<ImportResult>(path, file));
      expect(report).toMatchObject({ imported: 1125 });
    });
    const closed = await journey.follow(dossier.id);
    await interruption.done;

    const { symbol, text } = await decisionOf(journey, closed);
    expect(symbol).toMatch(/^\d+\/QĐ-BKHĐT$/);
    for (const name of [names[0], names[562], names[1124]]) expect(text).toContain(name);
    await expectConsistent(dossier.id, closed.instanceId ?? '');
  });
});
