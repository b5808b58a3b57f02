import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { ballots } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import {
  personId,
  type Refusable,
  referTo,
  type Submitted,
  submittedDossier,
} from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { CastBallotsResult } from '../../contract/ballots.ts';
import type { SessionDetail } from '../../contract/sessions.ts';

let world: ApiWorld;
let dossier: Submitted;
let sessionId: string;
let itemIds: string[];
const council = seedId('council', 'TCTK-TKTH');

beforeAll(async () => {
  world = await startApiWorld();
  dossier = await submittedDossier(world, { nominees: ['tkth.03', 'tkth.04'] });
  ({ itemIds } = await referTo(world, dossier));
  const secretary = await world.as('tkth.02');
  const plan = { mode: 'meeting', scheduledAt: '2026-11-23T02:00:00Z' };
  ({ id: sessionId } = expectOk(
    await secretary.post<SessionDetail>(`/api/councils/${council}/sessions`, plan),
  ));
});
afterAll(() => world.close());

const cast = async (
  login: string,
  entries: { agendaItemId: string | undefined; choice: string; replaces?: number }[],
  extra = {},
) =>
  (await world.as(login)).put<Refusable<CastBallotsResult>>(`/api/sessions/${sessionId}/ballots`, {
    ballots: entries,
    ...extra,
  });
const session = async (login: string) =>
  (await (await world.as(login)).get<SessionDetail>(`/api/sessions/${sessionId}`)).body;
const stored = (itemId: string | undefined) =>
  world.db
    .select()
    .from(ballots)
    .where(eq(ballots.agendaItemId, itemId ?? ''));

test('nobody votes before the session is open', async () => {
  const reply = await cast('tkth.05', [{ agendaItemId: itemIds[0], choice: 'for' }]);
  expect([reply.status, reply.body.code]).toEqual([409, 'session_not_open']);
});

test('opening takes the members in office as they are, once', async () => {
  const secretary = await world.as('tkth.02');
  const opened = expectOk(await secretary.post<SessionDetail>(`/api/sessions/${sessionId}/open`));
  expect(opened.members).toHaveLength(12);
  const again = await secretary.post<Refusable<SessionDetail>>(`/api/sessions/${sessionId}/open`);
  expect([again.status, again.body.code]).toEqual([409, 'session_not_planned']);
});

test('a ballot can be changed; the last one stands, and only its author sees it', async () => {
  await cast('tkth.05', [{ agendaItemId: itemIds[0], choice: 'against' }]);
  await cast('tkth.05', [{ agendaItemId: itemIds[0], choice: 'for', replaces: 1 }]);
  expect(await stored(itemIds[0])).toMatchObject([{ choice: 'for', channel: 'remote', version: 2 }]);
  expect((await session('tkth.05')).items[0]).toMatchObject({ myChoice: 'for', myVersion: 2 });
  expect((await session('tkth.06')).items[0]).toMatchObject({ myChoice: null, myVersion: 0 });
});

test('in an open vote every member sees how it stands', async () => {
  expect((await session('tkth.06')).items[0]?.running).toEqual({
    cast: 1,
    left: 11,
    recused: 0,
    total: 12,
    needed: 11,
    counts: { inFavour: 1, against: 0, abstained: 0, missing: 11, recused: 0 },
    outlook: 'open',
  });
});

describe('one member, two devices', () => {
  test('the second device, which has not seen the ballot of the first, is told so and changes nothing', async () => {
    const reply = await cast('tkth.05', [{ agendaItemId: itemIds[0], choice: 'against' }]);
    expect([reply.status, reply.body.code]).toEqual([409, 'ballot_already_cast']);
    expect(await stored(itemIds[0])).toMatchObject([{ choice: 'for', version: 2 }]);
  });

  test('the same request a second time is answered as the first', async () => {
    const again = await cast('tkth.05', [{ agendaItemId: itemIds[0], choice: 'for', replaces: 1 }]);
    expect(again).toMatchObject({ status: 200, body: { recorded: 1 } });
    expect(await stored(itemIds[0])).toMatchObject([{ choice: 'for', version: 2 }]);
  });

  test('of two at the very same moment one is stored', async () => {
    const [one, other] = await Promise.all(
      ['for', 'against'].map((choice) => cast('clerk.tkth', [{ agendaItemId: itemIds[0], choice }])),
    );
    expect([one?.status, other?.status].sort()).toEqual([200, 409]);
    const [ballot] = (await stored(itemIds[0])).filter(({ version }) => version === 1);
    expect(ballot?.choice).toBe(one?.status === 200 ? 'for' : 'against');
  });
});

describe('a conflict of interest', () => {
  const recuse = async (login: string, body: object) =>
    (await world.as(login)).post<Refusable<SessionDetail>>(
      `/api/sessions/${sessionId}/agenda-items/${itemIds[1]}/recusals`,
      body,
    );

  test('keeps a member from voting on that item, and takes back the ballot cast before', async () => {
    await cast('tkth.03', [{ agendaItemId: itemIds[1], choice: 'for' }]);
    const declared = await recuse('tkth.03', { reason: 'Là người được đề nghị' });
    expect(declared.body.items[1]).toMatchObject({
      myRecusal: true,
      myChoice: null,
      running: { cast: 0, left: 11, recused: 1, total: 12 },
      recusals: [{ person: { id: personId('tkth.03') }, kind: 'declared', reason: 'Là người được đề nghị' }],
    });
    const reply = await cast('tkth.03', [{ agendaItemId: itemIds[1], choice: 'for' }]);
    expect([reply.status, reply.body.code]).toEqual([409, 'member_recused']);
    expect(await stored(itemIds[1])).toEqual([]);
  });

  test('is declared for oneself, or ordered by those who keep the session, once', async () => {
    const reason = 'Vợ của người được đề nghị';
    const personOf = { personId: personId('tkth.04'), reason };
    expect((await recuse('tkth.05', personOf)).body.code).toBe('forbidden');
    expect((await recuse('tkth.02', personOf)).body.items[1]?.recusals).toHaveLength(2);
    expect((await recuse('tkth.02', personOf)).body.code).toBe('member_recused');
    expect((await recuse('tkth.02', { personId: personId('tccb.03'), reason })).body.code).toBe(
      'member_not_found',
    );
  });
});

describe('refused, and nothing is stored', () => {
  test.each([
    [
      'a ballot for an item that is not on the agenda',
      'tkth.06',
      () => [{ agendaItemId: sessionId, choice: 'for' }],
      422,
      'not_on_agenda',
    ],
    [
      'the same item twice',
      'tkth.06',
      () => [0, 0].map((i) => ({ agendaItemId: itemIds[i], choice: 'for' })),
      422,
      'ballot_listed_twice',
    ],
    [
      'a good ballot beside a bad one',
      'tkth.06',
      () => [itemIds[0], council].map((agendaItemId) => ({ agendaItemId, choice: 'for' })),
      422,
      'not_on_agenda',
    ],
    [
      'a choice that does not exist',
      'tkth.06',
      () => [{ agendaItemId: itemIds[0], choice: 'yes' }],
      400,
      'invalid_request',
    ],
    [
      'somebody who only oversees the council',
      'admin',
      () => [{ agendaItemId: itemIds[0], choice: 'for' }],
      403,
      'not_a_member',
    ],
    [
      'a member of another council',
      'tccb.03',
      () => [{ agendaItemId: itemIds[0], choice: 'for' }],
      404,
      'session_not_found',
    ],
  ])('%s', async (_, login, entries, status, code) => {
    const before = await stored(itemIds[0]);
    const reply = await cast(login, entries());
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await stored(itemIds[0])).toEqual(before);
  });
});

describe('written opinions', () => {
  const record = async (login: string, documentId: string) =>
    (await world.as('tkth.02')).put<Refusable<SessionDetail>>(
      `/api/sessions/${sessionId}/written-opinions/${personId(login)}`,
      { ballots: [{ agendaItemId: itemIds[1], choice: 'for' }], documentId },
    );
  let opinion: string;

  test('the secretary attaches the signed opinion to the dossier and records it for the absent member', async () => {
    const secretary = await world.as('tkth.02');
    const file = { name: 'ý kiến.pdf', content: '%PDF-1.7 opinion' };
    const kind = { kind: 'written_opinion' };
    const path = `/api/dossiers/${dossier.dossierId}/documents`;
    opinion = expectOk(await secretary.upload<{ id: string }>(path, file, kind)).id;
    const recorded = expectOk(await record('tkth.07', opinion));
    const member = recorded.members.find(({ person }) => person.id === personId('tkth.07'));
    expect(member).toMatchObject({ present: false, hasWrittenOpinion: true });
    expect(await stored(itemIds[1])).toMatchObject([
      { choice: 'for', channel: 'written', documentId: opinion },
    ]);
  });

  test('not for a member in the room', async () => {
    const present = [personId('tkth.08')];
    expectOk(await (await world.as('tkth.02')).put(`/api/sessions/${sessionId}/attendance`, { present }));
    expect((await record('tkth.08', opinion)).body.code).toBe('member_is_present');
  });

  test('not for a stranger, and not without its document', async () => {
    expect((await record('tccb.01', opinion)).body.code).toBe('member_not_found');
    expect((await record('tkth.09', council)).body.code).toBe('written_opinion_not_found');
  });

  test('a member who then votes replaces it', async () => {
    await cast('tkth.07', [{ agendaItemId: itemIds[1], choice: 'abstain', replaces: 1 }]);
    expect(await stored(itemIds[1])).toMatchObject([
      { choice: 'abstain', channel: 'remote', documentId: null },
    ]);
  });
});

test('attendance names members only', async () => {
  const secretary = await world.as('tkth.02');
  const reply = await secretary.put<Refusable<SessionDetail>>(`/api/sessions/${sessionId}/attendance`, {
    present: [personId('tkth.05'), personId('tccb.05')],
  });
  expect([reply.status, reply.body.code]).toEqual([422, 'member_not_found']);
  expect((await session('tkth.02')).members.filter(({ present }) => present)).toHaveLength(1);
});

test('every ballot acknowledged before the close counts, none after', async () => {
  const voters = ['tkth.03', 'tkth.04', 'tkth.06', 'tkth.07', 'tkth.08', 'tkth.09', 'tkth.10'];
  const secretary = await world.as('tkth.02');
  const before = (await session('tkth.02')).items[0]?.running?.counts?.inFavour ?? 0;
  await Promise.all(voters.map((login) => cast(login, [{ agendaItemId: itemIds[0], choice: 'for' }])));
  const [closed, ...late] = await Promise.all([
    secretary.post<SessionDetail>(`/api/sessions/${sessionId}/close`),
    ...['tkth.11', 'tkth.01'].map((login) => cast(login, [{ agendaItemId: itemIds[0], choice: 'for' }])),
  ]);
  const acknowledged = late.filter(({ status }) => status === 200).length;
  expect(expectOk(closed).items[0]?.counts?.inFavour).toBe(before + voters.length + acknowledged);
  expect(
    late.filter(({ status }) => status !== 200).every(({ body }) => body.code === 'session_not_open'),
  ).toBe(true);
});
