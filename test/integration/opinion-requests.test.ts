import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DossierDetail, OpinionRequestList } from '../../api/contract/index.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { tasks } from '../../db/schema/index.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { attachPapers } from '../api/fixtures.ts';
import { type Stack, startStack } from '../stack.ts';
import { skipTime } from '../temporal.ts';

let stack: Stack;
let journey: Journey;
beforeAll(async () => {
  stack = await startStack();
  journey = new Journey({ baseUrl: stack.baseUrl, password: demoPassword, log: () => {} });
});
afterAll(() => stack?.stop());

const patience = { timeout: 120_000, interval: 200 };
const appraiser = 'appraiser.bkhdt';

const openTasks = (dossierId: string) =>
  stack.database.db
    .select()
    .from(tasks)
    .where(and(eq(tasks.subjectId, dossierId), eq(tasks.status, 'open')));
const openSteps = async (dossierId: string) => (await openTasks(dossierId)).map(({ element }) => element);

/** Lets the demo's people do what waits, until a step is open. */
async function playTo(dossierId: string, step: string): Promise<void> {
  const next = async () => {
    const dossier = await journey.dossier('admin', dossierId);
    const task = dossier.tasks.find(({ status }) => status === 'open');
    if (task?.element === step) return true;
    if (task) await journey.decide(task, 'approve');
    else if (!(await journey.settlePaper(dossierId))) await journey.holdSessions(dossierId);
    return false;
  };
  await expect.poll(next, patience).toBe(true);
}

test('a dossier waits for three agencies: one agrees, one disagrees, one is silent; the council reads the table', async () => {
  const clerk = await journey.as('clerk.tkth');
  const draft = {
    awardCode: 'CSTDTQ',
    unitId: seedId('unit', 'TCTK-TKTH'),
    periodFrom: 2022,
    periodTo: 2026,
  };
  const { id } = expectOk(await clerk.post<DossierDetail>('/api/dossiers', draft));
  const nominee = { kind: 'person', personId: seedId('person', 'tkth.03') };
  expectOk(await clerk.post(`/api/dossiers/${id}/nominations`, nominee));
  await attachPapers(stack.database, id);
  expectOk(await clerk.post(`/api/dossiers/${id}/submit`, { ineligibleReason: 'Dữ liệu thử.' }));
  await playTo(id, 'appraise-at-ministry');

  const path = `/api/dossiers/${id}/opinion-requests`;
  const staff = await journey.as(appraiser);
  const question = 'Đề nghị cho ý kiến về thành tích.';
  for (const agency of [
    { unitId: seedId('unit', 'TCTK') },
    { unitId: seedId('unit', 'BNV') },
    { agencyName: 'Công an thành phố Hà Nội' },
  ])
    expectOk(await staff.post(path, { ...agency, question }));
  const [appraisal] = (await journey.dossier(appraiser, id)).tasks.filter(({ status }) => status === 'open');
  if (!appraisal) throw new Error('nothing to appraise');
  await journey.decide(appraisal, 'approve');
  await expect.poll(() => openSteps(id), patience).toEqual(['give-opinion', 'give-opinion', 'give-opinion']);

  const answer = async (login: string, body: object) => {
    const client = await journey.as(login);
    const { items } = expectOk(await client.get<{ items: { id: string; version: number }[] }>('/api/tasks'));
    expectOk(
      await client.post(`/api/tasks/${items[0]?.id}/complete`, { version: items[0]?.version, ...body }),
    );
  };
  await answer('head.tctk', { verdict: 'approve', reason: 'Nhất trí.', form: {} });
  await answer('head.bnv', { verdict: 'reject', reason: 'Chưa đủ căn cứ.', form: {} });
  await expect.poll(() => openSteps(id), patience).toEqual(['give-opinion']);
  await stack.relay.idle();

  const { instanceId } = await journey.dossier('admin', id);
  await skipTime(stack.temporal, instanceId ?? '', 25 * 24 * 3600);
  await expect.poll(() => journey.holdSessions(id), patience).toBe(true);
  const table = expectOk(await (await journey.as('head.bkhdt')).get<OpinionRequestList>(path));
  expect(table.items.map(({ status, text }) => [status, text])).toEqual([
    ['agreed', 'Nhất trí.'],
    ['disagreed', 'Chưa đủ căn cứ.'],
    ['silent', null],
  ]);
  await playTo(id, 'minister-decides');
}, 400_000);
