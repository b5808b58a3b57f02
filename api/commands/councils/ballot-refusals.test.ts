import { randomUUID } from 'node:crypto';
import { isNotNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import {
  agendaItems,
  auditLog,
  ballots,
  openedBallots,
  outbox,
  sealedBallots,
} from '../../../db/schema/index.ts';
import { clerk, type Refusable, referTo, submittedDossier } from '../../../test/api/fixtures.ts';
import { type Open, times, votingIn } from '../../../test/api/voting.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';

/** Ballots that must not count: each is refused with an error of its own, and nothing is stored or counted. */
let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const { openSession, attend, vote, close, act, plan } = votingIn(() => world);

const cast = async (
  { sessionId }: Pick<Open, 'sessionId'>,
  itemId: string,
  login = 'tkth.05',
  replaces = 0,
) =>
  (await world.as(login)).put<Refusable<object>>(`/api/sessions/${sessionId}/ballots`, {
    ballots: [{ agendaItemId: itemId, choice: 'for', replaces }],
  });
type Reply = Awaited<ReturnType<typeof cast>>;

/** What ballots, results and events there are. */
const counted = async () => [
  await world.db.$count(ballots),
  await world.db.$count(sealedBallots),
  await world.db.$count(openedBallots),
  await world.db.$count(outbox),
  await world.db.$count(agendaItems, isNotNull(agendaItems.result)),
  await world.db.$count(auditLog),
];

const wrong: [string, number, string, (session: Open) => Promise<() => Promise<Reply>>][] = [
  [
    'after the close',
    409,
    'session_not_open',
    async (session) => {
      await attend(session.sessionId, 12);
      expectOk(await close(session));
      return () => cast(session, session.itemIds[0] ?? '');
    },
  ],
  [
    'before the opening',
    409,
    'session_not_open',
    async (session) => {
      const dossier = await submittedDossier(world, { nominees: ['tkth.06'] });
      const { itemIds } = await referTo(world, dossier);
      const sessionId = await plan(itemIds);
      expect(sessionId).not.toBe(session.sessionId);
      return () => cast({ sessionId }, itemIds[0] ?? '');
    },
  ],
  [
    'by somebody who sees the session but is no member',
    403,
    'not_a_member',
    async (session) => () => cast(session, session.itemIds[0] ?? '', 'head.tctk'),
  ],
  [
    'by somebody who does not see it',
    404,
    'session_not_found',
    async (session) => () => cast(session, session.itemIds[0] ?? '', 'tccb.02'),
  ],
  [
    'by a member with a conflict of interest',
    409,
    'member_recused',
    async (session) => {
      const path = `agenda-items/${session.itemIds[0]}/recusals`;
      expectOk(await act(session.sessionId, path, { reason: 'Là em ruột' }, 'tkth.05'));
      return () => cast(session, session.itemIds[0] ?? '');
    },
  ],
  [
    'by a second device that has not seen the first one’s',
    409,
    'ballot_already_cast',
    async (session) => {
      expectOk(await cast(session, session.itemIds[0] ?? ''));
      expectOk(await cast(session, session.itemIds[0] ?? '', 'tkth.05', 1));
      return () =>
        cast(session, session.itemIds[0] ?? '', 'tkth.05', 1).then((reply) => changed(session, reply));
    },
  ],
  [
    'for a nomination that is not on the agenda',
    422,
    'not_on_agenda',
    async (session) => () => cast(session, randomUUID()),
  ],
  [
    'for a nomination of another session',
    422,
    'not_on_agenda',
    async (session) => {
      const other = await openSession(['tkth.06']);
      return () => cast(session, other.itemIds[0] ?? '');
    },
  ],
  [
    'for a nomination that was returned',
    409,
    'agenda_item_decided',
    async (session) => {
      expectOk(
        await act(session.sessionId, `agenda-items/${session.itemIds[0]}/return`, { reason: 'Bổ sung' }),
      );
      return () => cast(session, session.itemIds[0] ?? '');
    },
  ],
  [
    'while its dossier is on hold',
    409,
    'dossier_on_hold',
    async (session) => {
      const path = `/api/dossiers/${session.dossier.dossierId}/hold`;
      expectOk(await (await world.as(clerk)).post(path, { reason: 'Khiếu nại' }));
      return () => cast(session, session.itemIds[0] ?? '');
    },
  ],
  [
    'where the quorum is missing at the close',
    409,
    'quorum_missing',
    async (session) => {
      await attend(session.sessionId, 7);
      await vote(session, times(7, 'for'));
      return () => close(session);
    },
  ],
];

/** The very request that stands is answered as the first time; another choice on the old version is not taken. */
const changed = async (session: Open, repeated: Reply) => {
  expect(repeated.status).toBe(200);
  return (await world.as('tkth.05')).put<Refusable<object>>(`/api/sessions/${session.sessionId}/ballots`, {
    ballots: [{ agendaItemId: session.itemIds[0], choice: 'against', replaces: 1 }],
  });
};

describe.each(['open', 'secret'] as const)(
  'in a session with an %s vote a ballot is refused',
  (ballotKind) => {
    test.each(wrong)('%s', async (_, status, code, prepare) => {
      for (const login of ['tkth.05', 'tkth.02', 'head.tctk', 'tccb.02']) await world.as(login);
      const session = await openSession(['tkth.03'], {}, { ballotKind });
      const send = await prepare(session);
      const before = await counted();
      const reply = await send();
      expect([reply.status, reply.body.code]).toEqual([status, code]);
      expect(reply.body.detail).toMatch(/\.$/);
      expect(await counted()).toEqual(before);
    });
  },
);
