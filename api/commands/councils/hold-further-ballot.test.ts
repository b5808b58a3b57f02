import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { agendaItems, nominationResults } from '../../../db/schema/index.ts';
import { eventsOf } from '../../../test/api/outbox-events.ts';
import { secretary, staff, times, votingIn } from '../../../test/api/voting.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { Recount } from '../../contract/ballots.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const { openSession, attend, vote, close, act } = votingIn(() => world);
const again = (sessionId: string, agendaItemIds: string[], login?: string) =>
  act(sessionId, 'further-ballots', { agendaItemIds }, login);

describe.each(['open', 'secret'] as const)('two ballots are allowed, %s', (ballotKind) => {
  test('what did not reach the share is voted on once more; both ballots can be counted again', async () => {
    const session = await openSession(['tkth.03', 'tkth.04'], { ballotRounds: 2 }, { ballotKind });
    const { sessionId, itemIds, dossier } = session;
    const [first = '', second = ''] = itemIds;
    await attend(sessionId, 12);
    await vote({ sessionId, itemIds: [first] }, times(12, 'for'));
    await vote({ sessionId, itemIds: [second] }, [...times(10, 'for'), ...times(2, 'against')]);
    const reply = await again(sessionId, itemIds);
    expect(reply.body.items).toMatchObject([
      { id: first, round: 1, result: 'passed', counts: { inFavour: 12 } },
      { id: second, round: 1, result: 'undecided', counts: { inFavour: 10, against: 2 }, needed: 11 },
      { round: 2, result: null, running: { cast: 0, left: 12 }, myVersion: 0 },
    ]);
    expect(await eventsOf(world, dossier.instanceId)).toEqual([]);
    const third = reply.body.items[2]?.id ?? '';
    await vote({ sessionId, itemIds: [third] }, times(11, 'for'));
    expect((await close(session)).body.items.map(({ result }) => result)).toEqual([
      'passed',
      'undecided',
      'passed',
    ]);
    expect(await eventsOf(world, dossier.instanceId)).toMatchObject([
      { type: 'message', variables: { passed: 2, failed: 0, returned: 0 } },
    ]);
    const recount = await (await world.as(secretary)).get<Recount>(`/api/sessions/${sessionId}/recount`);
    expect(recount.body).toMatchObject({ equal: true });
    expect(recount.body.items).toHaveLength(3);
    const results = await world.db
      .select({ status: nominationResults.status })
      .from(nominationResults)
      .innerJoin(agendaItems, eq(agendaItems.nominationId, nominationResults.nominationId))
      .where(eq(agendaItems.id, third));
    expect(results).toEqual([{ status: 'passed' }]);
  });
});

test('who is kept from the vote is kept from the further ballot as well', async () => {
  const { sessionId, itemIds } = await openSession(['tkth.03'], { ballotRounds: 2 });
  await attend(sessionId, 12);
  expectOk(
    await act(sessionId, `agenda-items/${itemIds[0]}/recusals`, { reason: 'Là vợ' }, staff[11]?.login),
  );
  await vote({ sessionId, itemIds }, times(11, 'against'));
  const { body } = await again(sessionId, itemIds);
  expect(body.items[1]).toMatchObject({ round: 2, recusals: [{ reason: 'Là vợ' }], running: { left: 11 } });
});

describe('refused, and nothing is counted', () => {
  test.each([
    ['while a member who attends has not voted', 11, { ballotRounds: 2 }, 'ballots_outstanding'],
    ['after the last ballot that the rule allows', 12, { ballotRounds: 1 }, 'ballot_rounds_used'],
    ['where a quota ranks by votes', 12, { ballotRounds: 2, quota: 1 }, 'ranked_by_votes'],
  ])('%s', async (_, votes, referral, code) => {
    const { sessionId, itemIds } = await openSession(['tkth.03'], referral);
    await attend(sessionId, 12);
    await vote({ sessionId, itemIds }, times(votes, 'against'));
    const reply = await again(sessionId, itemIds);
    expect([reply.status, reply.body.code]).toEqual([409, code]);
    const [item] = await world.db
      .select()
      .from(agendaItems)
      .where(eq(agendaItems.id, itemIds[0] ?? ''));
    expect(item).toMatchObject({ result: null, inFavour: null });
  });

  test.each([
    ['by a member who does not manage the session', 'tkth.04', 403, 'forbidden'],
    ['by a stranger to the council', 'tccb.02', 404, 'session_not_found'],
  ])('%s', async (_, login, status, code) => {
    const { sessionId, itemIds } = await openSession(['tkth.03'], { ballotRounds: 2 });
    const reply = await again(sessionId, itemIds, login);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });
});

test('an absent member who sent nothing does not hold the further ballot up', async () => {
  const { sessionId, itemIds } = await openSession(['tkth.03'], { ballotRounds: 2 });
  await attend(sessionId, 9);
  await vote({ sessionId, itemIds }, times(9, 'for'));
  const { body } = await again(sessionId, itemIds);
  expect(body.items.map(({ round, result }) => [round, result])).toEqual([
    [1, 'undecided'],
    [2, null],
  ]);
});
