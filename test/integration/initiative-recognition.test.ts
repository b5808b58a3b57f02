import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  DossierDetail,
  InitiativeDetail,
  NominationList,
  NomineeInitiative,
  PersonLedger,
  RegisteredInitiative,
  SessionDetail,
} from '../../api/contract/index.ts';
import {
  decideInitiative,
  demoInitiative,
  playInitiative,
  submitInitiative,
} from '../../cli/demo/initiatives.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { untilAnswered } from '../../cli/runtime/poll.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { attachPapers, personId, type Refusable, unitId } from '../api/fixtures.ts';
import { readPdf } from '../fixtures/pdf-text.ts';
import { storedMails } from '../fixtures/stored-mails.ts';
import { type Stack, startStack } from '../stack.ts';

const clerk = 'clerk.tkth';
const author = 'tkth.05';
const council = 'TCTK-SK';

let stack: Stack;
let journey: Journey;
beforeAll(async () => {
  stack = await startStack();
  journey = new Journey({ baseUrl: stack.baseUrl, password: demoPassword, log: () => {} });
});
afterAll(() => stack?.stop());

const content = (name: string) => ({ ...demoInitiative, name });
const view = async (id: string, login = clerk) =>
  expectOk(await (await journey.as(login)).get<InitiativeDetail>(`/api/initiatives/${id}`));
const inStatus = (id: string, status: InitiativeDetail['status']) =>
  untilAnswered(async () => {
    const found = await view(id);
    return found.status === status ? found : undefined;
  });
const decide = (id: string, element: string, verdict: 'approve' | 'return' | 'reject', reason?: string) =>
  decideInitiative(journey, id, element, verdict, reason);
const submitted = (name: string) => submitInitiative(journey, content(name));
const recognised = (name: string) => playInitiative(journey, () => {}, content(name));
const councilPasses = (id: string) => untilAnswered(() => journey.holdSession(council, id));

test('is supplemented, voted on by the initiative council, recognised by a numbered decision and listed for each author', {
  timeout: 240_000,
}, async () => {
  const name = 'Đối chiếu tự động báo cáo tháng';
  const { id, code } = await submitted(name);
  expect(code).toMatch(/^SK-\d{4}-\d{6}$/);
  await decide(id, 'check-initiative', 'return', 'Thiếu xác nhận hiệu quả áp dụng');
  const returned = await inStatus(id, 'returned');
  const client = await journey.as(clerk);
  const { authors: _, ...unchanged } = content(name);
  const authors = [
    { personId: personId(author), sharePercent: 70 },
    { personId: personId('tkth.06'), sharePercent: 30 },
  ];
  expectOk(await client.put(`/api/initiatives/${id}`, { ...unchanged, authors, version: returned.version }));
  await decide(id, 'supplement-initiative', 'approve');
  await decide(id, 'check-initiative', 'approve');
  await councilPasses(id);
  const voted = await untilAnswered(async () => {
    const [vote] = (await view(id)).votes;
    return vote?.result ? vote : undefined;
  });
  expect(voted).toMatchObject({ result: 'passed', inFavour: 5, needed: 3, total: 5 });
  const session = expectOk(
    await (await journey.as('sk.02')).get<SessionDetail>(`/api/sessions/${voted.sessionId}`),
  );
  expect(session.items).toMatchObject([
    {
      matter: { kind: 'initiative', title: name },
      proposal: { code: 'initiative', nameVi: 'Công nhận sáng kiến' },
      subject: { kind: 'initiative', id, code },
    },
  ]);
  await decide(id, 'recognise-by-head', 'approve');
  await decide(id, 'register-recognition', 'approve');
  const { scope, decision } = await inStatus(id, 'recognised');
  expect(scope).toBe('unit');
  expect(decision?.symbol).toMatch(/\/QĐ-TCTK$/);
  const pdf = await client.download(`/api/documents/${decision?.documentId}/content`);
  const text = (await readPdf(pdf)).flatMap(({ lines }) => lines).join(' ');
  expect(text).toContain('Về việc công nhận sáng kiến có phạm vi ảnh hưởng cơ sở');
  expect(text).toContain(`“${name}”`);
  expect(text).toContain('70%');
  for (const login of [author, 'tkth.06']) {
    const { lines } = expectOk(
      await (await journey.as('admin')).get<PersonLedger>(`/api/people/${personId(login)}/ledger`),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({ kind: 'initiative', name, scope: 'unit', source: 'issued_decision' }),
    );
  }
  const mails = await untilAnswered(async () => {
    const about = (await storedMails(stack.mailDir)).filter(({ subject }) => subject?.includes(code));
    return about.some(({ to }) => to?.[0]?.address?.startsWith(author)) ? about : undefined;
  });
  expect(mails.map(({ subject }) => subject).join('\n')).not.toContain('hồ sơ');
  const { items: told } = expectOk(
    await client.get<{ items: { textVi: string }[] }>(`/api/initiatives/${id}/timeline`),
  );
  expect(told.map(({ textVi }) => textVi).join('\n')).toMatch(
    /Đăng ký sáng kiến[\s\S]*Chuyển Hội đồng Sáng kiến[\s\S]*Ký quyết định, số/,
  );
});

test('serves a title or a form, not both: each is refused with both uses named', {
  timeout: 240_000,
}, async () => {
  const client = await journey.as(clerk);
  const propose = async (awardCode: string, name: string) => {
    const draft = { awardCode, unitId, periodFrom: 2026, periodTo: 2026 };
    const { id } = expectOk(await client.post<DossierDetail>('/api/dossiers', draft));
    const nominee = { kind: 'person', personId: personId(author) };
    expectOk(await client.post(`/api/dossiers/${id}/nominations`, nominee));
    const list = expectOk(await client.get<NominationList>(`/api/dossiers/${id}/nominations`));
    const path = `/api/dossiers/${id}/nominations/${list.items[0]?.id}/initiatives`;
    const held = expectOk(await client.get<{ items: NomineeInitiative[] }>(path)).items;
    const initiativeIds = held.filter((one) => one.name === name).map((one) => one.id);
    return { id, reply: await client.put<Refusable<object>>(path, { initiativeIds }) };
  };
  for (const [name, first, second, used, wanted] of [
    ['Sáng kiến cho danh hiệu', 'CSTDCS', 'GK', 'Chiến sĩ thi đua cơ sở', 'Giấy khen'],
    ['Sáng kiến cho hình thức', 'GK', 'CSTDCS', 'Giấy khen', 'Chiến sĩ thi đua cơ sở'],
  ] as const) {
    await recognised(name);
    const { id, reply } = await propose(first, name);
    expectOk(reply);
    await attachPapers(stack.database, id);
    expectOk(await client.post(`/api/dossiers/${id}/submit`, { ineligibleReason: 'Dữ liệu thử.' }));
    const { reply: refused } = await propose(second, name);
    expect(refused.body.code).toBe('initiative_spent');
    expect(refused.body.detail).toContain(used);
    expect(refused.body.detail).toContain(wanted);
    const register = expectOk(
      await client.get<{ items: RegisteredInitiative[] }>(
        `/api/initiative-register?q=${encodeURIComponent(name)}`,
      ),
    );
    expect(register.items.find(({ holder }) => holder.id === personId(author))?.uses).toMatchObject([
      { standing: 'proposed', dossier: { id } },
    ]);
    await client.post(`/api/dossiers/${id}/withdraw`, { reason: 'Dữ liệu thử.' });
  }
});

test('is refused with the reason of the head; its author withdraws another from the agenda', {
  timeout: 240_000,
}, async () => {
  const refused = await submitted('Sáng kiến bị từ chối');
  await decide(refused.id, 'check-initiative', 'approve');
  await councilPasses(refused.id);
  await decide(refused.id, 'recognise-by-head', 'reject', 'Trùng giải pháp đã áp dụng năm 2025');
  expect((await inStatus(refused.id, 'refused')).endReason).toBe('Trùng giải pháp đã áp dụng năm 2025');

  const withdrawn = await submitted('Sáng kiến được rút');
  await decide(withdrawn.id, 'check-initiative', 'approve');
  await untilAnswered(async () => (await view(withdrawn.id)).votes.length > 0 || undefined);
  const own = await journey.as(author);
  const reason = 'Bổ sung số liệu năm sau';
  expectOk(await own.post(`/api/initiatives/${withdrawn.id}/withdraw`, { reason }));
  expect(await inStatus(withdrawn.id, 'withdrawn')).toMatchObject({
    endReason: reason,
    votes: [{ result: 'removed', reason }],
  });
});
