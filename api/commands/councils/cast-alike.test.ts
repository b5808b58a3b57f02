import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { auditLog, ballots, sealedBallots } from '../../../db/schema/index.ts';
import type { Refusable } from '../../../test/api/fixtures.ts';
import { votingIn } from '../../../test/api/voting.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { BulkResult } from '../../contract/common.ts';
import type { SessionDetail } from '../../contract/sessions.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const { openSession, act } = votingIn(() => world);
const member = 'tkth.05';
const nominees = ['tkth.03', 'tkth.04', 'tkth.06'];

const cast = async (
  sessionId: string,
  ids: string[],
  asked: { preview?: boolean; choice?: string; replaces?: number } = {},
) => {
  const { replaces = 0, ...rest } = asked;
  const list = ids.map((agendaItemId) => ({ agendaItemId, replaces }));
  return (await world.as(member)).post<Refusable<BulkResult>>(`/api/sessions/${sessionId}/ballots/alike`, {
    ballots: list,
    choice: 'for',
    ...rest,
  });
};
const withdraw = async (sessionId: string, ids: string[], replaces = 1, login = member) =>
  (await world.as(login)).post<Refusable<object>>(`/api/sessions/${sessionId}/ballots/withdraw`, {
    ballots: ids.map((agendaItemId) => ({ agendaItemId, replaces })),
  });
const own = async (sessionId: string) => {
  const session = await (await world.as(member)).get<SessionDetail>(`/api/sessions/${sessionId}`);
  return session.body.items.map(({ myChoice, myVersion }) => [myChoice, myVersion]);
};

describe.each(['open', 'secret'] as const)('one choice for all of a title (%s)', (ballotKind) => {
  const stored = () => world.db.$count(ballotKind === 'open' ? ballots : sealedBallots);

  test('what cannot be voted on is listed with the reason; the rest is cast', async () => {
    const { sessionId, itemIds } = await openSession(nominees, {}, { ballotKind });
    const [returned, recused, good = ''] = itemIds;
    expectOk(await act(sessionId, `agenda-items/${returned}/return`, { reason: 'Bổ sung' }));
    expectOk(await act(sessionId, `agenda-items/${recused}/recusals`, { reason: 'Là chị' }, member));
    const before = await stored();
    const ids = [...itemIds, randomUUID()];
    for (const preview of [true, false]) {
      const { body } = await cast(sessionId, ids, { preview });
      expect(body).toMatchObject({ accepted: 1, refused: 3, undoSeconds: preview ? 0 : 10 });
      expect(body.items.map(({ problem }) => problem?.code ?? 'cast')).toEqual([
        'agenda_item_decided',
        'member_recused',
        'cast',
        'not_on_agenda',
      ]);
      expect(await stored()).toBe(preview ? before : before + 1);
    }
    const again = await cast(sessionId, [good]);
    expect(again.body).toMatchObject({ accepted: 1 });
    expect(await stored()).toBe(before + 1);
  });

  test('they can be taken back while the session is open, all or none, and cast anew', async () => {
    const { sessionId, itemIds } = await openSession(nominees, {}, { ballotKind });
    const [first = '', ...others] = itemIds;
    await cast(sessionId, [first]);
    const partly = await withdraw(sessionId, itemIds);
    expect([partly.status, partly.body.code]).toEqual([409, 'ballot_already_cast']);
    expect(await own(sessionId)).toEqual([
      ['for', 1],
      [null, 0],
      [null, 0],
    ]);
    await cast(sessionId, others);
    expect((await withdraw(sessionId, itemIds)).status).toBe(204);
    expect(await own(sessionId)).toEqual([
      [null, 0],
      [null, 0],
      [null, 0],
    ]);
    await cast(sessionId, itemIds, { choice: 'against' });
    expect(await own(sessionId)).toEqual([
      ['against', 1],
      ['against', 1],
      ['against', 1],
    ]);
    const rows = await world.db.select().from(auditLog).where(eq(auditLog.subjectId, sessionId));
    const [taken] = rows.filter(({ action }) => action === 'ballot.withdraw');
    expect(taken?.details).toEqual({ ballots: ballotKind === 'open' ? itemIds : 3 });
  });

  test.each([
    ['by another member', 1, 'tkth.06', 409, 'ballot_already_cast'],
    ['by a stranger', 1, 'tccb.02', 404, 'session_not_found'],
    ['of another version', 2, member, 409, 'ballot_already_cast'],
  ])('not taken back %s', async (_, replaces, login, status, code) => {
    const { sessionId, itemIds } = await openSession(['tkth.03'], {}, { ballotKind });
    await cast(sessionId, itemIds);
    const reply = await withdraw(sessionId, itemIds, replaces, login);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await own(sessionId)).toEqual([['for', 1]]);
  });
});

test('a ballot that another device has not seen is not replaced', async () => {
  const { sessionId, itemIds } = await openSession(['tkth.03']);
  const { body } = await cast(sessionId, [itemIds[0] ?? ''], { replaces: 4 });
  expect(body).toMatchObject({ accepted: 0, items: [{ problem: { code: 'ballot_already_cast' } }] });
});
