import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DossierDetail, Paper, PaperDetail, Task } from '../../api/contract/index.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { untilAnswered } from '../../cli/runtime/poll.ts';
import { dossiers, ledgerAwards, nominations, outbox } from '../../db/schema/index.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { demoPeople } from '../../db/seed/people.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { attachPapers } from '../api/fixtures.ts';
import { readPdf } from '../fixtures/pdf-text.ts';
import { type Stack, startStack } from '../stack.ts';

let stack: Stack;
let journey: Journey;
beforeAll(async () => {
  stack = await startStack();
  journey = new Journey({ baseUrl: stack.baseUrl, password: demoPassword, log: () => {} });
});
afterAll(() => stack?.stop());

/** Clerk, unit and nominee of each dossier: three units propose. */
const proposals = [
  ['clerk.tkth', 'TCTK-TKTH', 'tkth.03'],
  ['clerk.tccb', 'TCTK-TCCB', 'tccb.03'],
  ['clerk.ninhthuan', 'CTK-NINHTHUAN', 'ninhthuan.03'],
  ['clerk.tkth', 'TCTK-TKTH', 'tkth.04'],
  ['clerk.tccb', 'TCTK-TCCB', 'tccb.04'],
] as const;
const nameOf = (login: string) => demoPeople.find((person) => person.login === login)?.name ?? '';

/** A certificate of merit that the Minister awards (chain M) to one person. */
async function propose([clerk, unit, nominee]: (typeof proposals)[number]): Promise<string> {
  const client = await journey.as(clerk);
  const draft = {
    awardCode: 'BK_BO',
    commendationKind: 'merit',
    unitId: seedId('unit', unit),
    periodFrom: 2026,
    periodTo: 2026,
  };
  const { id } = expectOk(await client.post<DossierDetail>('/api/dossiers', draft));
  const person = { kind: 'person', personId: seedId('person', nominee), achievement: 'Thành tích thử.' };
  expectOk(await client.post(`/api/dossiers/${id}/nominations`, person));
  await attachPapers(stack.database, id);
  expectOk(await client.post(`/api/dossiers/${id}/submit`, { ineligibleReason: 'Dữ liệu thử.' }));
  return id;
}

/** Approves what each dossier waits for, councils included but papers not, until it stands where `arrived` says. */
async function bring(ids: string[], arrived: (dossier: DossierDetail) => boolean): Promise<void> {
  for (const id of ids)
    await untilAnswered(async () => {
      const dossier = await journey.dossier('admin', id);
      if (arrived(dossier)) return true;
      const task = openTask(dossier);
      if (task) await journey.decide(task, 'approve');
      else await journey.holdSessions(id);
      return undefined;
    }, 120_000);
}

const openTask = ({ tasks }: DossierDetail) =>
  tasks.find(({ status }) => status === 'open' || status === 'claimed');
const hasDecided = (element: string) => (dossier: DossierDetail) =>
  dossier.tasks.some((task) => task.element === element && task.status === 'done');
const papers = async (login: string, query: string) =>
  expectOk(await (await journey.as(login)).get<{ items: Paper[] }>(`/api/papers?${query}`)).items;
const detail = async (login: string, id: string) =>
  expectOk(await (await journey.as(login)).get<PaperDetail>(`/api/papers/${id}`));

/** The paper of a kind that is being gathered, once it lists so many. */
const gathering = (login: string, kind: string, count: number) =>
  untilAnswered(async () => {
    const [paper] = await papers(login, `state=gathering&kind=${kind}`);
    if (paper?.dossiers !== count) return undefined;
    const gathered = await detail(login, paper.id);
    return gathered.task ? gathered : undefined;
  });
const settle = ({ task }: PaperDetail) => journey.decide(task as Task, 'approve');
const issued = (login: string, id: string) =>
  untilAnswered(async () => {
    const paper = await detail(login, id);
    return paper.status === 'issued' ? paper : undefined;
  });
const textOf = async (login: string, documentId: string | null) => {
  const content = await (await journey.as(login)).download(`/api/documents/${documentId}/content`);
  return (await readPdf(content))
    .flatMap(({ lines }) => lines)
    .join(' ')
    .replace(/\s+/g, ' ');
};

test('dossiers of several units go up in one submission and close with one decision, each once, whoever falls out on the way and whatever dies', {
  timeout: 420_000,
}, async () => {
  const ids = await Promise.all(proposals.map(propose));
  const [leaves, returned, ...others] = ids as [string, string, ...string[]];
  await bring(ids, hasDecided('department-head-decides'));

  // The standing body of the department has one paper for all of them. One is left for the next, one is withdrawn.
  const draft = await gathering('appraiser.tctk', 'submission', 5);
  expect(draft).toMatchObject({ issuer: { code: 'TCTK' }, recipient: { code: 'BKHDT' }, symbol: null });
  const appraiser = await journey.as('appraiser.tctk');
  const later = others[2] as string;
  const left = expectOk(
    await appraiser.put<PaperDetail>(`/api/papers/${draft.id}/dossiers/${later}`, { listed: false }),
  );
  expect(left.entries.find(({ dossierId }) => dossierId === later)?.status).toBe('left_out');
  expectOk(
    await (await journey.as('clerk.tkth')).post(`/api/dossiers/${leaves}/withdraw`, {
      reason: 'Đề nghị lại sau',
    }),
  );
  expect((await detail('appraiser.tctk', draft.id)).entries).toContainEqual(
    expect.objectContaining({ dossierId: leaves, status: 'withdrawn', reason: 'Đề nghị lại sau' }),
  );
  await settle(await detail('appraiser.tctk', draft.id));
  await stack.killWorker();
  await stack.startWorker();
  const submission = await issued('appraiser.tctk', draft.id);
  expect(submission).toMatchObject({ symbol: '01/TTr-TCTK', dossiers: 3 });
  const text = await textOf('appraiser.bkhdt', submission.documentId);
  for (const part of [
    'TỜ TRÌNH',
    'Kính gửi: Bộ trưởng Bộ Kế hoạch và Đầu tư',
    '03 cá nhân',
    nameOf('tccb.03'),
    'Hội đồng: 11/11 phiếu',
  ])
    expect(text).toContain(part);
  for (const part of [nameOf('tkth.03'), nameOf('tccb.04')]) expect(text).not.toContain(part);
  const changed = await appraiser.put<{ code: string }>(`/api/papers/${draft.id}/dossiers/${later}`, {
    listed: true,
  });
  expect(changed.body.code).toBe('paper_settled');

  // What was left out is in the next paper already. The recipient returns one dossier of the first.
  await settle(await gathering('appraiser.tctk', 'submission', 1));
  const received = await untilAnswered(async () => {
    const { entries } = await detail('appraiser.bkhdt', draft.id);
    const receipts = entries.filter(({ receipt }) => receipt !== null);
    return receipts.length === 3 ? receipts : undefined;
  });
  const bounced = received.find(({ dossierId }) => dossierId === returned)?.receipt as Task;
  await journey.decide(bounced, 'return', 'Thiếu xác nhận');
  expect(
    (await detail('appraiser.bkhdt', draft.id)).entries.find(({ dossierId }) => dossierId === returned)
      ?.receipt,
  ).toMatchObject({ verdict: 'return', reason: 'Thiếu xác nhận' });

  // The others reach the Minister, who approves them; one decision closes them, though the worker dies over it.
  await bring(others, hasDecided('minister-decides'));
  const open = await gathering('registrar.bkhdt', 'decision', 3);
  await settle(open);
  await stack.killWorker();
  await stack.startWorker();
  const decision = await issued('registrar.bkhdt', open.id);
  expect(decision).toMatchObject({ symbol: expect.stringMatching(/^\d+\/QĐ-BKHĐT$/), dossiers: 3 });
  await bring(others, ({ status }) => status === 'closed');
  for (const id of others) {
    const { papers: listing } = await journey.dossier('admin', id);
    expect(listing.map(({ kind }) => kind)).toEqual(['submission', 'decision']);
    expect(listing[1]?.id).toBe(decision.id);
  }
  const decided = await textOf('clerk.tkth', decision.documentId);
  for (const part of ['QUYẾT ĐỊNH', '03 cá nhân có tên trong danh sách kèm theo', 'Tổng cộng'])
    expect(decided).toContain(part);

  const { db } = stack.database;
  const awards = await db
    .select({ dossierId: nominations.dossierId, symbol: ledgerAwards.decisionSymbol })
    .from(ledgerAwards)
    .innerJoin(nominations, eq(nominations.id, ledgerAwards.nominationId))
    .where(inArray(nominations.dossierId, ids));
  expect(awards.map(({ dossierId }) => dossierId).sort()).toEqual([...others].sort());
  expect(new Set(awards.map(({ symbol }) => symbol))).toEqual(new Set([decision.symbol]));
  const instances = db.select({ id: dossiers.instanceId }).from(dossiers).where(inArray(dossiers.id, others));
  const told = await db.select().from(outbox).where(inArray(outbox.instanceId, instances));
  const messages = told.filter(({ event }) => event.type === 'message' && event.name === 'paper-issued');
  expect(messages.map(({ status }) => status)).toEqual(Array(6).fill('applied'));
  const [gone] = await db.select({ status: dossiers.status }).from(dossiers).where(eq(dossiers.id, leaves));
  expect(gone?.status).toBe('withdrawn');
});
