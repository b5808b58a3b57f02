import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { documents, numberSeries, outbox, sessionPapers, sessions, tasks } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { type Refusable, referTo, submittedDossier } from '../../../test/api/fixtures.ts';
import { auditOf, eventsOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { SessionDetail } from '../../contract/sessions.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const council = seedId('council', 'TCTK-TKTH');
const secretary = 'tkth.02';
const chair = 'tkth.01';
const member = 'tkth.05';

let dossierId: string;
let session: SessionDetail;
beforeEach(async () => {
  world.clock.now = new Date('2026-11-20T02:00:00Z');
  const submitted = await submittedDossier(world, { nominees: ['tkth.03', 'tkth.04'] });
  ({ dossierId } = submitted);
  const { itemIds } = await referTo(world, submitted);
  session = await plan({ mode: 'meeting', place: 'Phòng 1', agendaItemIds: itemIds });
});

async function plan(body: object): Promise<SessionDetail> {
  const keeper = await world.as(secretary);
  const request = { scheduledAt: '2026-11-23T02:00:00Z', ...body };
  return expectOk(await keeper.post<SessionDetail>(`/api/councils/${council}/sessions`, request));
}

const call = async (login: string, method: 'post' | 'put', path: string, body?: object) =>
  (await world.as(login))[method]<Refusable<SessionDetail>>(`/api/sessions/${session.id}${path}`, body);
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

async function instanceOf(): Promise<string> {
  const [row] = await world.db.select().from(sessions).where(eq(sessions.id, session.id));
  if (!row?.instanceId) throw new Error('the session has no process');
  return row.instanceId;
}

/** The step as a committed step of the process would have opened it. */
async function atStep(element: string, candidateRole: 'secretary' | 'chair' = 'secretary'): Promise<void> {
  const instanceId = await instanceOf();
  const before = and(eq(tasks.instanceId, instanceId), eq(tasks.status, 'open'));
  await world.db.update(tasks).set({ status: 'cancelled' }).where(before);
  await world.db.insert(tasks).values({
    instanceId,
    visit: `v-${randomUUID()}`,
    process: 'council-session',
    element,
    name: element,
    subjectId: session.id,
    level: 'unit',
    candidateRole,
    candidateCouncilId: council,
    verdicts: ['approve', 'return'],
    openedAt: world.clock.now,
  });
}

/** Minutes and record as the process would have made them. */
async function makePapers() {
  const [series] = await world.db
    .insert(numberSeries)
    .values({ unitId: seedId('unit', 'TCTK-TKTH'), paperType: `BB-${randomUUID()}`, year: 2026 })
    .returning();
  if (!series) throw new Error('no series');
  return world.db
    .insert(sessionPapers)
    .values(
      (['minutes', 'ballot_record'] as const).map((kind, index) => ({
        sessionId: session.id,
        kind,
        seriesId: series.id,
        number: index + 1,
        symbol: `0${index + 1}/BB-HĐTĐKT`,
        issuedOn: '2026-11-23',
        content: {},
        contentHash: String(index).repeat(64),
      })),
    )
    .returning({ id: sessionPapers.id, contentHash: sessionPapers.contentHash });
}

const openAndClose = async () => {
  const keeper = await world.as(secretary);
  const opened = expectOk(await keeper.post<SessionDetail>(`/api/sessions/${session.id}/open`));
  const present = opened.members.map(({ person }) => person.id);
  expectOk(await keeper.put(`/api/sessions/${session.id}/attendance`, { present }));
  return expectOk(await keeper.post<SessionDetail>(`/api/sessions/${session.id}/close`));
};

describe('a session is a process of its own, and its people never wait for it', () => {
  test('planning starts it; opening, putting off, calling off and closing only tell it', async () => {
    const instanceId = await instanceOf();
    expectOk(
      await call(secretary, 'post', '/reschedule', { scheduledAt: '2026-11-25T02:00:00Z', reason: 'Bận' }),
    );
    await openAndClose();
    expect(await eventsOf(world, instanceId)).toMatchObject([
      {
        type: 'message',
        name: 'session-rescheduled',
        correlationKey: session.id,
        variables: { scheduledAt: '2026-11-25T02:00:00.000Z', closesAt: null, isOpen: false },
      },
      { name: 'session-opened', correlationKey: session.id },
      { name: 'session-closed', correlationKey: session.id },
    ]);
    expect(world.delivered).toContain(instanceId);
  });

  test('what it is started with names nobody', async () => {
    const [start] = await world.db
      .select({ event: outbox.event })
      .from(outbox)
      .where(and(eq(outbox.instanceId, await instanceOf()), eq(outbox.number, 0)));
    expect(start?.event).toMatchObject({
      type: 'start',
      process: 'council-session',
      variables: {
        sessionId: session.id,
        mode: 'meeting',
        scheduledAt: '2026-11-23T02:00:00.000Z',
        closesAt: null,
      },
    });
  });
});

describe('a session is put off', () => {
  test('with a reason that its members read', async () => {
    const body = { scheduledAt: '2026-11-26T02:00:00Z', place: 'Phòng 2', reason: 'Chủ tịch đi công tác' };
    expect(expectOk(await call(secretary, 'post', '/reschedule', body))).toMatchObject({
      status: 'planned',
      scheduledAt: '2026-11-26T02:00:00.000Z',
      place: 'Phòng 2',
      changeReason: 'Chủ tịch đi công tác',
    });
    expect(await auditOf(world, session.id)).toContain('session.reschedule');
  });

  test.each([
    ['by a plain member', member, { reason: 'x' }, 403, 'forbidden'],
    ['without a reason', secretary, { reason: ' ' }, 400, 'invalid_request'],
    [
      'with an end, as if it were a circulation',
      secretary,
      { reason: 'x', closesAt: '2026-11-30T02:00:00Z' },
      422,
      'closing_date_of_meeting',
    ],
  ])('not %s', async (_, login, body, status, code) => {
    const reply = await call(login, 'post', '/reschedule', { scheduledAt: '2026-11-26T02:00:00Z', ...body });
    expect(codeOf(reply)).toEqual([status, code]);
  });

  test('not once it is open, while a circulation may be extended', async () => {
    expectOk(await call(secretary, 'post', '/open'));
    const body = { scheduledAt: '2026-11-26T02:00:00Z', reason: 'x' };
    expect(codeOf(await call(secretary, 'post', '/reschedule', body))).toEqual([409, 'session_under_way']);
    const { itemIds } = await referTo(world, await submittedDossier(world));
    session = await plan({ mode: 'circulation', closesAt: '2026-11-24T02:00:00Z', agendaItemIds: itemIds });
    expectOk(await call(secretary, 'post', '/open'));
    const extended = { ...body, closesAt: '2026-11-27T02:00:00Z' };
    expect(expectOk(await call(secretary, 'post', '/reschedule', extended))).toMatchObject({
      scheduledAt: '2026-11-23T02:00:00.000Z',
      closesAt: '2026-11-27T02:00:00.000Z',
    });
  });
});

describe('the papers open to a member after the declaration', () => {
  const read = async (login: string) => {
    const [document] = await world.db
      .select({ id: documents.id })
      .from(documents)
      .where(and(eq(documents.subjectId, dossierId), eq(documents.kind, 'achievement_report')));
    return (await world.as(login)).get<{ code?: string }>(`/api/documents/${document?.id}/content`);
  };
  const view = async (login: string) =>
    expectOk(await (await world.as(login)).get<SessionDetail>(`/api/sessions/${session.id}`));
  const declare = (login: string, conflicts: object[] = []) =>
    call(login, 'put', '/declaration', { conflicts });

  test('they are listed and readable only then; the secretary, who prepares them, reads them before', async () => {
    expect((await view(member)).items[0]?.documents).toEqual([]);
    expect(await view(member)).toMatchObject({ papersOpen: false, can: { declare: true } });
    expect(codeOf(await read(member))).toEqual([403, 'declaration_missing']);
    expect((await view(secretary)).items[0]?.documents).not.toEqual([]);
    expect((await read(secretary)).status).toBe(200);
    expectOk(await declare(member));
    expect(await view(member)).toMatchObject({ papersOpen: true, declared: 1, can: { declare: false } });
    expect((await view(member)).items[0]?.documents).not.toEqual([]);
    expect((await read(member)).status).toBe(200);
    expect(await auditOf(world, session.id)).toContain('member.declare');
  });

  test('a conflict keeps the member from the vote on that item, one with all of a dossier from its papers', async () => {
    const [first, second] = session.items;
    expectOk(await declare(member, [{ agendaItemId: first?.id, reason: 'Vợ của người được đề nghị' }]));
    expect((await view(member)).items.map(({ myRecusal }) => myRecusal)).toEqual([true, false]);
    expect((await read(member)).status).toBe(200);
    expectOk(await call(member, 'post', `/agenda-items/${second?.id}/recusals`, { reason: 'Cùng nhóm' }));
    expect(codeOf(await read(member))).toEqual([403, 'declaration_missing']);
  });

  test.each([
    ['twice', async () => expectOk(await declare(member)), member, [], 409, 'already_declared'],
    ['by somebody who is no member', async () => {}, 'head.tctk', [], 403, 'not_a_member'],
    [
      'about an item of no session',
      async () => {},
      member,
      [{ agendaItemId: '00000000-0000-4000-8000-000000000000', reason: 'x' }],
      404,
      'agenda_item_not_found',
    ],
  ] as const)('it is not made %s', async (_, before, login, conflicts, status, code) => {
    await before();
    expect(codeOf(await declare(login, [...conflicts]))).toEqual([status, code]);
  });

  test('of two declarations at once one stands', async () => {
    const replies = await Promise.all([declare(member), declare(member)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('a verification sends an item to a second session', () => {
  test('which sees where it comes from and why', async () => {
    const [item] = session.items;
    const reason = 'Cần xác minh thành tích năm 2025';
    const ordered = expectOk(await call(chair, 'post', `/agenda-items/${item?.id}/verify`, { reason }));
    expect(ordered.items[0]).toMatchObject({ result: 'undecided', reason });
    const second = await plan({ mode: 'meeting' });
    expect(second.items.find(({ matter }) => matter.id === item?.matter.id)).toMatchObject({
      round: 2,
      result: null,
      sentFrom: { id: session.id, title: session.title, reason },
    });
  });

  test('not by a plain member, and not twice', async () => {
    const path = `/agenda-items/${session.items[0]?.id}/verify`;
    expect(codeOf(await call(member, 'post', path, { reason: 'x' }))).toEqual([403, 'forbidden']);
    expectOk(await call(chair, 'post', path, { reason: 'x' }));
    expect(codeOf(await call(chair, 'post', path, { reason: 'x' }))).toEqual([409, 'agenda_item_decided']);
  });
});

describe('notes of the minutes', () => {
  const note = (text: string, version: number, agendaItemId: string | null = null) =>
    call(secretary, 'put', '/notes', { agendaItemId, text, version });

  test('are written while the session is open and until the minutes are made; who changes one has read it', async () => {
    expect(codeOf(await note('Sớm quá', 0))).toEqual([409, 'session_not_open']);
    expectOk(await call(secretary, 'post', '/open'));
    const item = session.items[0]?.id ?? null;
    expect(expectOk(await note('Có hai ý kiến', 0, item)).items[0]?.discussion).toEqual({
      text: 'Có hai ý kiến',
      version: 1,
    });
    expect(codeOf(await note('Không đọc', 0, item))).toEqual([409, 'note_changed']);
    expect(expectOk(await note('Có ba ý kiến', 1, item)).items[0]?.discussion?.version).toBe(2);
    expect(expectOk(await note('Thống nhất', 0)).conclusion).toEqual({ text: 'Thống nhất', version: 1 });
  });

  test('are closed while the minutes wait for signatures', async () => {
    await openAndClose();
    expectOk(await note('Sau khi bế mạc', 0));
    await atStep('sign-as-chair', 'chair');
    expect(codeOf(await note('Muộn', 1))).toEqual([409, 'notes_closed']);
    await atStep('write-minutes');
    expectOk(await note('Bị trả lại, sửa', 1));
  });
});

describe('minutes are made and signed', () => {
  test('after the close, by the secretary, at their step', async () => {
    expect(codeOf(await call(secretary, 'post', '/minutes'))).toEqual([409, 'session_not_closed_yet']);
    await openAndClose();
    expect(codeOf(await call(secretary, 'post', '/minutes'))).toEqual([409, 'session_step_not_open']);
    await atStep('write-minutes');
    expect(codeOf(await call(member, 'post', '/minutes'))).toEqual([403, 'forbidden']);
    expectOk(await call(secretary, 'post', '/minutes'));
    expect((await eventsOf(world, await instanceOf())).at(-1)).toMatchObject({
      type: 'taskCompleted',
      variables: { verdict: 'approve' },
    });
  });

  test('a signature names what was read, is the secretary’s and then the chair’s, and is shown', async () => {
    await openAndClose();
    const papers = await makePapers();
    expect(codeOf(await call(secretary, 'post', '/signatures', { papers }))).toEqual([
      409,
      'session_step_not_open',
    ]);
    await atStep('sign-as-secretary');
    expect(codeOf(await call(chair, 'post', '/signatures', { papers }))).toEqual([403, 'forbidden']);
    const other = papers.map(({ id }) => ({ id, contentHash: 'f'.repeat(64) }));
    expect(codeOf(await call(secretary, 'post', '/signatures', { papers: other }))).toEqual([
      409,
      'paper_changed',
    ]);
    const one = papers.slice(0, 1);
    expect(codeOf(await call(secretary, 'post', '/signatures', { papers: one }))).toEqual([
      422,
      'papers_incomplete',
    ]);
    const signed = expectOk(await call(secretary, 'post', '/signatures', { papers }));
    expect(signed.papers.map(({ signatures }) => signatures)).toEqual([
      [expect.objectContaining({ capacity: 'secretary' })],
      [expect.objectContaining({ capacity: 'secretary' })],
    ]);
    await atStep('sign-as-chair', 'chair');
    expect(codeOf(await call(secretary, 'post', '/signatures', { papers }))).toEqual([403, 'forbidden']);
    const both = expectOk(await call(chair, 'post', '/signatures', { papers }));
    expect(both.papers[0]?.signatures.map(({ capacity }) => capacity)).toEqual(['secretary', 'chair']);
    expect((await auditOf(world, session.id)).filter((action) => action === 'session.sign')).toHaveLength(2);
  });

  test('a signature no longer holds when the paper says something else', async () => {
    await openAndClose();
    const papers = await makePapers();
    await atStep('sign-as-secretary');
    expectOk(await call(secretary, 'post', '/signatures', { papers }));
    await world.db
      .update(sessionPapers)
      .set({ contentHash: 'e'.repeat(64) })
      .where(eq(sessionPapers.sessionId, session.id));
    const { body } = await (await world.as(secretary)).get<SessionDetail>(`/api/sessions/${session.id}`);
    expect(body.papers.map(({ signatures }) => signatures)).toEqual([[], []]);
  });

  test('what is sent back has a reason, and nothing is signed', async () => {
    await openAndClose();
    await makePapers();
    await atStep('sign-as-chair', 'chair');
    expect(codeOf(await call(chair, 'post', '/minutes/return', { reason: '' }))).toEqual([
      400,
      'invalid_request',
    ]);
    const back = expectOk(
      await call(chair, 'post', '/minutes/return', { reason: 'Thiếu ý kiến của ủy viên' }),
    );
    expect(back.papers[0]?.signatures).toEqual([]);
    expect((await eventsOf(world, await instanceOf())).at(-1)).toMatchObject({
      variables: { verdict: 'return' },
    });
  });
});

test('a step of a session is not done like a task of a dossier', async () => {
  await atStep('convene');
  const keeper = await world.as(secretary);
  const [task] = await world.db
    .select()
    .from(tasks)
    .where(and(eq(tasks.subjectId, session.id), eq(tasks.status, 'open')));
  const reply = await keeper.post<Refusable<unknown>>(`/api/tasks/${task?.id}/complete`, {
    version: 1,
    verdict: 'approve',
  });
  expect(codeOf(reply)).toEqual([409, 'task_of_session']);
  expectOk(await call(secretary, 'post', '/convene'));
  expect(codeOf(await call(secretary, 'post', '/convene'))).toEqual([409, 'session_step_not_open']);
});
