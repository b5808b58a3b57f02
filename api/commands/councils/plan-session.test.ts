import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { agendaItems } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { type Refusable, referTo, submittedDossier } from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { CouncilDetail } from '../../contract/councils.ts';
import type { SessionDetail } from '../../contract/sessions.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());
// What an earlier test left waiting is no business of the next.
beforeEach(async () => {
  await world.db.delete(agendaItems);
});

const council = seedId('council', 'TCTK-TKTH');
const meeting = { mode: 'meeting', scheduledAt: '2026-11-23T02:00:00Z' };
const plan = async (body: object, login = 'tkth.02') =>
  (await world.as(login)).post<Refusable<SessionDetail>>(`/api/councils/${council}/sessions`, body);
const waiting = async () =>
  expectOk(await (await world.as('tkth.02')).get<CouncilDetail>(`/api/councils/${council}`)).waiting;

test('all that waits comes on the agenda, from the low to the high title', async () => {
  for (const awardCode of ['CSTDTQ', 'LDTT', 'CSTDCS', 'BK_TTG']) {
    await referTo(world, await submittedDossier(world, { awardCode }));
  }
  expect(await waiting()).toHaveLength(4);
  const { body } = await plan(meeting);
  expect(body).toMatchObject({
    status: 'planned',
    members: { length: 12 },
    can: { vote: false, manage: true },
  });
  expect(body.items.map(({ proposal }) => proposal.code)).toEqual(['LDTT', 'CSTDCS', 'CSTDTQ', 'BK_TTG']);
  expect(body.items.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  expect(await waiting()).toHaveLength(0);
  expect((await plan(meeting)).body.code).toBe('no_waiting_items');
});

test('some of it waits on for another session', async () => {
  const { itemIds } = await referTo(
    world,
    await submittedDossier(world, { nominees: ['tkth.03', 'tkth.04'] }),
  );
  const chosen = itemIds.slice(0, 1);
  const { body } = await plan({ ...meeting, agendaItemIds: chosen });
  expect(body.items.map(({ id }) => id)).toEqual(chosen);
  expect((await waiting()).map(({ id }) => id)).toEqual(itemIds.slice(1));
  expect((await plan({ ...meeting, agendaItemIds: itemIds })).body.code).toBe('agenda_item_not_waiting');
});

test('two secretaries who plan at once share nothing', async () => {
  await referTo(world, await submittedDossier(world));
  const replies = await Promise.all([plan(meeting), plan(meeting, 'tkth.01')]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test.each([
  ['a plain member', 'tkth.05', meeting, 403, 'forbidden'],
  ['the head above, who reads the council', 'head.tctk', meeting, 403, 'forbidden'],
  ['a stranger', 'bkhdt.05', meeting, 404, 'council_not_found'],
  [
    'a day that does not exist',
    'tkth.02',
    { ...meeting, scheduledAt: '2026-02-30T02:00:00Z' },
    400,
    'invalid_request',
  ],
  ['no mode', 'tkth.02', { scheduledAt: meeting.scheduledAt }, 400, 'invalid_request'],
])('%s plans nothing', async (_, login, body, status, code) => {
  await referTo(world, await submittedDossier(world));
  const reply = await plan(body, login);
  expect([reply.status, reply.body.code]).toEqual([status, code]);
  expect(await waiting()).toHaveLength(1);
});

test('a planned session is called off: its items wait for another one', async () => {
  await referTo(world, await submittedDossier(world));
  const { body } = await plan(meeting);
  expect(await waiting()).toEqual([]);
  const secretary = await world.as('tkth.02');
  const reason = 'Chủ tịch bận công tác';
  const callOff = (id: string) =>
    secretary.post<Refusable<SessionDetail>>(`/api/sessions/${id}/cancel`, { reason });
  expect(expectOk(await callOff(body.id))).toMatchObject({ status: 'cancelled', changeReason: reason });
  expect(await waiting()).toHaveLength(1);
  const { body: again } = await plan(meeting);
  expectOk(await secretary.post(`/api/sessions/${again.id}/open`));
  const late = await callOff(again.id);
  expect([late.status, late.body.code]).toEqual([409, 'session_not_planned']);
});

test.each([
  ['a circulation without an end', { mode: 'circulation' }, 'closing_date_needed'],
  ['a meeting with one', { closesAt: '2026-11-30T02:00:00Z' }, 'closing_date_of_meeting'],
  [
    'a circulation that ends before it begins',
    { mode: 'circulation', closesAt: '2026-11-22T02:00:00Z' },
    'closing_date_early',
  ],
  [
    'a circulation that has ended',
    { mode: 'circulation', scheduledAt: '2026-11-01T02:00:00Z', closesAt: '2026-11-02T02:00:00Z' },
    'closing_date_early',
  ],
  ['a meeting in a hundred years', { scheduledAt: '2126-11-23T02:00:00Z' }, 'session_date_far'],
  ['a meeting a hundred years ago', { scheduledAt: '1926-01-01T00:00:00Z' }, 'session_date_far'],
])('%s is not planned', async (_, body, code) => {
  await referTo(world, await submittedDossier(world));
  const reply = await plan({ ...meeting, ...body });
  expect([reply.status, reply.body.code]).toEqual([422, code]);
  expect(await waiting()).toHaveLength(1);
});

test('a session whose agenda has emptied cannot be opened, and is called off; its items keep what became of them', async () => {
  const { itemIds } = await referTo(world, await submittedDossier(world));
  const { body } = await plan(meeting);
  const secretary = await world.as('tkth.02');
  expectOk(
    await secretary.post(`/api/sessions/${body.id}/agenda-items/${itemIds[0]}/remove`, { reason: 'Rút' }),
  );
  const opened = await secretary.post<Refusable<SessionDetail>>(`/api/sessions/${body.id}/open`);
  expect([opened.status, opened.body.code]).toEqual([409, 'agenda_empty']);
  const cancel = `/api/sessions/${body.id}/cancel`;
  const member = await (await world.as('tkth.05')).post<Refusable<unknown>>(cancel, { reason: 'Rút' });
  expect([member.status, member.body.code]).toEqual([403, 'forbidden']);
  expectOk(await secretary.post(cancel, { reason: 'Không còn nội dung' }));
  expect(await world.db.select().from(agendaItems)).toMatchObject([
    { sessionId: body.id, result: 'removed', reason: 'Rút' },
  ]);
  expect(await auditOf(world, body.id)).toContain('session.cancel');
});
