import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CouncilDetail, DossierDetail, SessionDetail } from '../../api/contract/index.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { untilAnswered } from '../../cli/runtime/poll.ts';
import {
  dossiers,
  numberSeries,
  outbox,
  processInstances,
  sessionPapers,
  sessions,
} from '../../db/schema/index.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { demoPeople } from '../../db/seed/people.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { attachPapers } from '../api/fixtures.ts';
import { readPdf } from '../fixtures/pdf-text.ts';
import { storedMails } from '../fixtures/stored-mails.ts';
import { type Stack, startStack } from '../stack.ts';

let stack: Stack;
let journey: Journey;
beforeAll(async () => {
  stack = await startStack();
  journey = new Journey({ baseUrl: stack.baseUrl, password: demoPassword, log: () => {} });
});
afterAll(() => stack?.stop());

const council = seedId('council', 'TCTK-TKTH');
const secretary = 'tkth.02';
const chair = 'tkth.01';
const hour = 3_600_000;

/** A dossier that waits before the council of its unit. */
async function waitingDossier(nominee: string): Promise<{ dossierId: string; itemIds: string[] }> {
  const client = await journey.as('clerk.tkth');
  const draft = {
    awardCode: 'CSTDCS',
    unitId: seedId('unit', 'TCTK-TKTH'),
    periodFrom: 2026,
    periodTo: 2026,
  };
  const { id } = expectOk(await client.post<DossierDetail>('/api/dossiers', draft));
  expectOk(
    await client.post(`/api/dossiers/${id}/nominations`, {
      kind: 'person',
      personId: seedId('person', nominee),
    }),
  );
  await attachPapers(stack.database, id);
  expectOk(await client.post(`/api/dossiers/${id}/submit`, { ineligibleReason: 'Dữ liệu thử.' }));
  const keeper = await journey.as(secretary);
  const itemIds = await untilAnswered(async () => {
    const { waiting } = expectOk(
      await keeper.get<Pick<CouncilDetail, 'waiting'>>(`/api/councils/${council}`),
    );
    const mine = waiting.filter(({ subject }) => subject.id === id).map((item) => item.id);
    return mine.length > 0 ? mine : undefined;
  });
  return { dossierId: id, itemIds };
}

async function plan(body: object): Promise<string> {
  const keeper = await journey.as(secretary);
  const { id } = expectOk(await keeper.post<SessionDetail>(`/api/councils/${council}/sessions`, body));
  return id;
}

const view = async (id: string, login = secretary) =>
  expectOk(await (await journey.as(login)).get<SessionDetail>(`/api/sessions/${id}`));
const atStep = (id: string, element: string) =>
  untilAnswered(async () => {
    const session = await view(id);
    return session.step?.element === element ? session : undefined;
  });
const act = async (login: string, id: string, path: string, body: object = {}) =>
  expectOk(await (await journey.as(login)).post<SessionDetail>(`/api/sessions/${id}${path}`, body));
const textOf = async (documentId: string | null | undefined, login = secretary) => {
  const content = await (await journey.as(login)).download(`/api/documents/${documentId}/content`);
  return (await readPdf(content)).flatMap(({ lines }) => lines).join('\n');
};
const signable = ({ papers }: SessionDetail) =>
  papers
    .filter(({ kind }) => kind === 'minutes' || kind === 'ballot_record')
    .map(({ id, contentHash }) => ({ id, contentHash }));

async function vote(id: string): Promise<void> {
  const { members, items } = expectOk(
    await (await journey.as(secretary)).post<SessionDetail>(`/api/sessions/${id}/open`),
  );
  const present = members.map(({ person }) => person.id);
  expectOk(await (await journey.as(secretary)).put(`/api/sessions/${id}/attendance`, { present }));
  const ballots = items.map((item) => ({ agendaItemId: item.id, choice: 'for' }));
  const seated = demoPeople.filter(({ seats }) => seats.some((seat) => seat.council === 'TCTK-TKTH'));
  for (const { login } of seated) {
    expectOk(await (await journey.as(login)).put(`/api/sessions/${id}/ballots`, { ballots }));
  }
}

test('a session is convened, held, minuted and signed; its papers are made and numbered once, also when a worker dies over them', {
  timeout: 240_000,
}, async () => {
  const { dossierId, itemIds } = await waitingDossier('tkth.03');
  const scheduledAt = new Date(Date.now() + 48 * hour).toISOString();
  const id = await plan({ mode: 'meeting', place: 'Phòng họp số 1', scheduledAt, agendaItemIds: itemIds });

  await atStep(id, 'convene');
  const inbox = expectOk(
    await (await journey.as(secretary)).get<{ items: { subject: { kind: string; id: string } }[] }>(
      '/api/tasks',
    ),
  );
  expect(inbox.items.map(({ subject }) => subject)).toContainEqual(
    expect.objectContaining({ kind: 'session', id }),
  );
  await act(secretary, id, '/convene');
  const invitation = await untilAnswered(async () =>
    (await view(id)).papers.find(({ kind, documentId }) => kind === 'invitation' && documentId !== null),
  );
  expect(invitation.symbol).toBe('01/GM-HĐTĐKT');
  const invited = await textOf(invitation.documentId, 'tkth.05');
  expect(invited).toContain('GIẤY MỜI');
  expect(invited).toContain('Địa điểm: Phòng họp số 1.');
  const mail = await untilAnswered(async () =>
    (await storedMails(stack.mailDir)).find(({ subject }) => subject?.startsWith('Giấy mời: ')),
  );
  const entry = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  expect(new TextDecoder().decode(entry?.content as ArrayBuffer)).toContain('METHOD:REQUEST');

  await vote(id);
  const keeper = await journey.as(secretary);
  const note = (text: string, agendaItemId: string | null) =>
    keeper.put<SessionDetail>(`/api/sessions/${id}/notes`, { agendaItemId, text, version: 0 });
  expectOk(await note('Các ý kiến đều tán thành.', itemIds[0] ?? null));
  expectOk(await note('Hội đồng nhất trí đề nghị khen thưởng.', null));
  await act(secretary, id, '/close');

  await atStep(id, 'write-minutes');
  await act(secretary, id, '/minutes');
  await stack.killWorker();
  await stack.startWorker();
  await act(secretary, id, '/signatures', { papers: signable(await atStep(id, 'sign-as-secretary')) });
  await stack.killWorker();
  await stack.startWorker();
  const drafted = await atStep(id, 'sign-as-chair');
  await act(chair, id, '/minutes/return', { reason: 'Bổ sung kết luận' });
  const again = await atStep(id, 'write-minutes');
  expectOk(
    await keeper.put(`/api/sessions/${id}/notes`, {
      agendaItemId: null,
      text: 'Hội đồng nhất trí cao, đề nghị khen thưởng.',
      version: again.conclusion?.version,
    }),
  );
  await act(secretary, id, '/minutes');
  const redrafted = await atStep(id, 'sign-as-secretary');
  expect(signable(redrafted).map((paper) => paper.id)).toEqual(signable(drafted).map((paper) => paper.id));
  await act(secretary, id, '/signatures', { papers: signable(redrafted) });
  await act(chair, id, '/signatures', { papers: signable(await atStep(id, 'sign-as-chair')) });

  const minuted = await untilAnswered(async () => {
    const session = await view(id);
    const printed = session.papers.every(({ documentId }) => documentId !== null);
    return session.status === 'minuted' && printed && session.papers.length === 4 ? session : undefined;
  });
  const paper = (kind: string) => minuted.papers.find((each) => each.kind === kind);
  expect(minuted.papers.map(({ kind, symbol }) => [kind, symbol])).toEqual([
    ['invitation', '01/GM-HĐTĐKT'],
    ['minutes', '01/BB-HĐTĐKT'],
    ['ballot_record', '02/BB-HĐTĐKT'],
    ['extract', '01/TrS-HĐTĐKT'],
  ]);
  // The last printing, with both signatures, may still be under way.
  const minutes = await untilAnswered(async () => {
    const { papers } = await view(id);
    const text = await textOf(papers.find(({ kind }) => kind === 'minutes')?.documentId);
    return (text.match(/SHA-256/g) ?? []).length === 2 ? text : undefined;
  });
  expect(minutes).toContain('BIÊN BẢN');
  expect(minutes).toContain('Hội đồng nhất trí cao');
  expect(minutes).toContain('Các ý kiến đều tán thành.');
  expect(minutes.replace(/\s/g, '')).toContain(paper('minutes')?.contentHash);
  await untilAnswered(async () => {
    const [instance] = await stack.database.db
      .select({ status: processInstances.status })
      .from(processInstances)
      .innerJoin(sessions, eq(sessions.instanceId, processInstances.id))
      .where(eq(sessions.id, id));
    return instance?.status === 'ended' ? true : undefined;
  });
  const filed = (await view(id)).papers.find(({ kind }) => kind === 'ballot_record');
  expect((await textOf(filed?.documentId)).replace(/\s+/g, ' ')).toContain('Phát ra');
  const { documents } = await journey.dossier('admin', dossierId);
  const extract = documents.find(({ kind }) => kind === 'minutes');
  expect(await textOf(extract?.id)).toContain('TRÍCH BIÊN BẢN');

  const { db } = stack.database;
  expect(await db.select().from(sessionPapers).where(eq(sessionPapers.sessionId, id))).toHaveLength(4);
  const series = await db
    .select({ type: numberSeries.paperType, next: numberSeries.nextNumber })
    .from(numberSeries)
    .where(eq(numberSeries.councilId, council))
    .orderBy(asc(numberSeries.paperType));
  expect(series).toEqual([
    { type: 'BB', next: 3 },
    { type: 'GM', next: 2 },
    { type: 'TrS', next: 2 },
  ]);
});

test('a circulation asks by a numbered letter, closes by itself when its time is over, and its result reaches the dossier', {
  timeout: 120_000,
}, async () => {
  const { dossierId, itemIds } = await waitingDossier('tkth.04');
  const now = Date.now();
  const id = await plan({
    mode: 'circulation',
    scheduledAt: new Date(now).toISOString(),
    closesAt: new Date(now + 20_000).toISOString(),
    agendaItemIds: itemIds,
  });
  await atStep(id, 'convene');
  await act(secretary, id, '/convene');
  const letter = await untilAnswered(async () =>
    (await view(id)).papers.find((paper) => paper.kind === 'circulation_letter' && paper.documentId !== null),
  );
  expect(letter.symbol).toBe('01/HĐTĐKT-TĐKT');
  const asked = (await textOf(letter.documentId, 'tkth.05')).replace(/\s+/g, ' ');
  expect(asked).toContain('V/v lấy ý kiến bằng văn bản');
  expect(asked).toContain('không được tính là tán thành');
  await vote(id);
  const closed = await untilAnswered(async () => {
    const session = await view(id);
    return session.status === 'closed' ? session : undefined;
  });
  expect(closed.items[0]).toMatchObject({ result: 'passed' });
  const { db } = stack.database;
  await untilAnswered(async () => {
    const rows = await db
      .select({ event: outbox.event, status: outbox.status })
      .from(outbox)
      .innerJoin(dossiers, eq(dossiers.instanceId, outbox.instanceId))
      .where(eq(dossiers.id, dossierId));
    const result = rows.filter(({ event }) => event.type === 'message' && event.name === 'council-result');
    return result.length === 1 && result[0]?.status === 'applied' ? true : undefined;
  });
});
