import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Comment, DossierDetail, Posting, PublicPosting } from '../../api/contract/index.ts';
import { ApiClient } from '../../cli/demo/api-client.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { referrals } from '../../db/schema/index.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { attachPapers } from '../api/fixtures.ts';
import { readPdf } from '../fixtures/pdf-text.ts';
import { type Stack, startStack } from '../stack.ts';
import { skipTime } from '../temporal.ts';

let stack: Stack;
let journey: Journey;
/** How far the clocks of API and workflow are ahead of ours, in milliseconds. */
let ahead = 0;
beforeAll(async () => {
  stack = await startStack({ now: () => new Date(Date.now() + ahead) });
  journey = new Journey({ baseUrl: stack.baseUrl, password: demoPassword, log: () => {} });
});
afterAll(() => stack?.stop());

const patience = { timeout: 120_000, interval: 200 };
const day = 24 * 60 * 60 * 1000;
const moderator = 'appraiser.bkhdt';
const stranger = () => new ApiClient(stack.baseUrl);
const shown = async () =>
  expectOk(await stranger().get<{ items: PublicPosting[] }>('/api/public/postings')).items;

async function passDays({ instanceId }: DossierDetail, days: number): Promise<void> {
  await skipTime(stack.temporal, instanceId ?? '', (days * day) / 1000);
  ahead += days * day;
  await stack.temporal.client.workflow.getHandle(instanceId ?? '').query('progress');
}

const openSteps = async (dossierId: string) =>
  (await journey.dossier('admin', dossierId)).tasks
    .filter(({ status }) => status === 'open')
    .map(({ element }) => element);

/** Lets the demo's people do what waits, until something is so. */
async function play(dossierId: string, until: () => Promise<boolean>): Promise<void> {
  const step = async () => {
    if (await until()) return true;
    const { tasks } = await journey.dossier('admin', dossierId);
    const task = tasks.find(({ status }) => status === 'open');
    if (task) await journey.decide(task, 'approve');
    else if (!(await journey.settlePaper(dossierId))) await journey.holdSessions(dossierId);
    return false;
  };
  await expect.poll(step, patience).toBe(true);
}

test('an order of labour stands in public for ten working days, longer while a complaint is examined, before the ministry’s council gets it', async () => {
  const { db } = stack.database;
  const clerk = await journey.as('clerk.tkth');
  const draft = {
    awardCode: 'HCLD3',
    unitId: seedId('unit', 'TCTK-TKTH'),
    periodFrom: 2022,
    periodTo: 2026,
  };
  const { id } = expectOk(await clerk.post<DossierDetail>('/api/dossiers', draft));
  const nominee = { kind: 'person', personId: seedId('person', 'tkth.03') };
  expectOk(await clerk.post(`/api/dossiers/${id}/nominations`, nominee));
  await attachPapers(stack.database, id);
  expectOk(await clerk.post(`/api/dossiers/${id}/submit`, { ineligibleReason: 'Dữ liệu thử.' }));

  await play(id, async () => (await shown()).length > 0);
  const dossier = await journey.dossier('admin', id);
  const ministry = async () =>
    (await db.select().from(referrals).where(eq(referrals.subjectId, id))).filter(
      ({ level }) => level === 'ministry',
    );
  expect([await openSteps(id), await ministry()]).toEqual([[], []]);

  const [posting] = await shown();
  const say = { text: 'Đề nghị xác minh lại thành tích năm 2024.', authorName: 'Lê Văn Góp' };
  expectOk(await stranger().post(`/api/public/postings/${posting?.id}/comments`, say));
  const staff = await journey.as(moderator);
  const path = `/api/postings/${posting?.id}/comments`;
  const { items } = expectOk(await staff.get<{ items: Comment[] }>(path));
  const accept = { decision: 'complaint', reason: 'Thụ lý để xác minh' };
  expectOk(await staff.post(`/api/comments/${items[0]?.id}/moderate`, accept));
  await expect.poll(async () => (await shown())[0]?.lastDay, patience).toBeNull();
  await stack.relay.idle();
  await passDays(dossier, 40);
  expect([await openSteps(id), (await shown()).length]).toEqual([[], 1]);

  expectOk(await staff.post(`/api/dossiers/${id}/resume`, { reason: 'Đã xác minh, thành tích đúng' }));
  await stack.relay.idle();
  const { items: told } = expectOk(await staff.get<{ items: Posting[] }>(`/api/postings?dossierId=${id}`));
  const endsAt = Date.parse(told[0]?.endsAt ?? '');
  await passDays(dossier, Math.floor((endsAt - Date.now() - ahead) / day) - 1);
  expect([await openSteps(id), (await shown()).length]).toEqual([[], 1]);
  await passDays(dossier, 3);
  await expect.poll(() => openSteps(id), patience).toEqual(['summarise-posting']);
  expect([await shown(), await ministry()]).toEqual([[], []]);

  await play(id, async () => (await ministry()).length > 0);
  const { documents } = await journey.dossier(moderator, id);
  const summary = documents.find(({ kind }) => kind === 'posting_summary');
  const content = await staff.download(`/api/documents/${summary?.id}/content`);
  const text = (await readPdf(content)).flatMap(({ lines }) => lines).join(' ');
  for (const part of ['BẢNG TỔNG HỢP', 'Lê Văn Góp', 'thụ lý khiếu nại 1', say.text])
    expect(text).toContain(part);
  await play(id, async () => (await openSteps(id)).includes('minister-decides'));
}, 400_000);
