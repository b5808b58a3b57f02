import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { agendaItems, nominations, processInstances } from '../../../db/schema/index.ts';
import { personId, referTo } from '../../../test/api/fixtures.ts';
import { eventsOf } from '../../../test/api/outbox-events.ts';
import { council, secretary, staff, times, votingIn } from '../../../test/api/voting.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { SessionDetail } from '../../contract/sessions.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const { openSession, attend, vote, close, act } = votingIn(() => world);

describe('the unit votes: 90 % of all staff, twelve of them, so eleven', () => {
  test.each([
    [
      'eleven in favour',
      [...times(11, 'for'), 'against'],
      'passed',
      { inFavour: 11, against: 1, abstained: 0, missing: 0 },
    ],
    [
      'ten in favour',
      [...times(10, 'for'), ...times(2, 'against')],
      'failed',
      { inFavour: 10, against: 2, abstained: 0, missing: 0 },
    ],
    [
      'an abstention is not in favour',
      [...times(10, 'for'), 'abstain', 'against'],
      'failed',
      { inFavour: 10, against: 1, abstained: 1, missing: 0 },
    ],
    [
      'a ballot not cast is not in favour',
      times(10, 'for'),
      'failed',
      { inFavour: 10, against: 0, abstained: 0, missing: 2 },
    ],
  ])('%s', async (_, choices, result, counts) => {
    const session = await openSession(['tkth.03']);
    await attend(session.sessionId, 12);
    await vote(session, choices);
    const reply = await close(session);
    expect(reply.body.items[0]).toMatchObject({ result, counts, total: 12, needed: 11 });
    const [nomination] = await world.db
      .select()
      .from(nominations)
      .where(eq(nominations.dossierId, session.dossier.dossierId));
    expect(nomination?.status).toBe(result);
    expect(await eventsOf(world, session.dossier.instanceId)).toEqual([
      {
        type: 'message',
        name: 'council-result',
        correlationKey: session.referralId,
        variables: { passed: result === 'passed' ? 1 : 0, failed: result === 'failed' ? 1 : 0, returned: 0 },
        number: 1,
      },
    ]);
  });
});

describe('quorum: two thirds of twelve, so eight', () => {
  test('seven present: nothing is counted and the session stays open', async () => {
    const session = await openSession(['tkth.03']);
    await attend(session.sessionId, 7);
    await vote(session, times(7, 'for'));
    const reply = await close(session);
    expect([reply.status, reply.body.code]).toEqual([409, 'quorum_missing']);
    expect(reply.body.detail).toContain('7/12');
    expect(await eventsOf(world, session.dossier.instanceId)).toEqual([]);
    const [item] = await world.db
      .select()
      .from(agendaItems)
      .where(eq(agendaItems.referralId, session.referralId));
    expect(item).toMatchObject({ result: null, inFavour: null });
  });

  test('an eighth who votes from elsewhere attends', async () => {
    const session = await openSession(['tkth.03']);
    await attend(session.sessionId, 7);
    await vote(session, times(8, 'for'));
    expect((await close(session)).body.items[0]).toMatchObject({ result: 'failed', needed: 11 });
  });
});

test('a written opinion counts as attendance, as the rule-set says, and as a vote', async () => {
  const session = await openSession(['tkth.03'], { sharePercent: 50, shareStrict: true });
  await attend(session.sessionId, 7);
  await vote(session, times(7, 'for'));
  const client = await world.as(secretary);
  const file = { name: 'y-kien.pdf', content: '%PDF-1.7' };
  const documents = `/api/dossiers/${session.dossier.dossierId}/documents`;
  const opinion = expectOk(await client.upload<{ id: string }>(documents, file, { kind: 'written_opinion' }));
  const absent = personId(staff[11]?.login ?? '');
  const ballots = session.itemIds.map((agendaItemId) => ({ agendaItemId, choice: 'for' }));
  const path = `/api/sessions/${session.sessionId}/written-opinions/${absent}`;
  expectOk(await client.put(path, { ballots, documentId: opinion.id }));
  expect((await close(session)).body.items[0]).toMatchObject({
    result: 'passed',
    counts: { inFavour: 8 },
    needed: 7,
  });
});

test('a share of those present is taken of those present', async () => {
  const session = await openSession(['tkth.03'], {
    denominator: 'present',
    sharePercent: 50,
    shareStrict: true,
  });
  await attend(session.sessionId, 9);
  await vote(session, [...times(5, 'for'), ...times(4, 'against')]);
  expect((await close(session)).body.items[0]).toMatchObject({ result: 'passed', total: 9, needed: 5 });
});

test('a dossier hears once, when its last nomination has a result; a returned one is counted as returned', async () => {
  const session = await openSession(['tkth.03', 'tkth.04', 'tkth.05']);
  await attend(session.sessionId, 12);
  const [, second, third] = session.itemIds;
  const client = await world.as(secretary);
  const path = `/api/sessions/${session.sessionId}/agenda-items`;
  expectOk(await client.post(`${path}/${second}/return`, { reason: 'Bổ sung sáng kiến' }));
  expectOk(await client.post(`${path}/${third}/remove`, { reason: 'Đã nghỉ hưu' }));
  expect(await eventsOf(world, session.dossier.instanceId)).toEqual([]);
  await vote({ ...session, itemIds: session.itemIds.slice(0, 1) }, times(12, 'for'));
  await close(session);
  expect(await eventsOf(world, session.dossier.instanceId)).toMatchObject([
    { correlationKey: session.referralId, variables: { passed: 1, failed: 0, returned: 1 } },
  ]);
  const rows = await world.db
    .select({ status: nominations.status, reason: nominations.reason })
    .from(nominations)
    .where(eq(nominations.dossierId, session.dossier.dossierId))
    .orderBy(nominations.seq);
  expect(rows).toEqual([
    { status: 'passed', reason: null },
    { status: 'returned', reason: 'Bổ sung sáng kiến' },
    { status: 'removed', reason: 'Đã nghỉ hưu' },
  ]);
});

test('the counts of a second referral include what the level passed before', async () => {
  const first = await openSession(['tkth.03', 'tkth.04']);
  await attend(first.sessionId, 12);
  const path = `/api/sessions/${first.sessionId}/agenda-items`;
  expectOk(
    await (await world.as(secretary)).post(`${path}/${first.itemIds[1]}/return`, { reason: 'Bổ sung' }),
  );
  await vote({ ...first, itemIds: first.itemIds.slice(0, 1) }, times(12, 'for'));
  await close(first);
  // The step that took the supplement and referred the returned one again.
  await world.db
    .update(processInstances)
    .set({ step: 5 })
    .where(eq(processInstances.id, first.dossier.instanceId));
  const again = await referTo(world, first.dossier);
  const [, returned] = again.itemIds;
  await world.db.delete(agendaItems).where(eq(agendaItems.id, again.itemIds[0] ?? ''));
  const client = await world.as(secretary);
  const { id } = expectOk(
    await client.post<SessionDetail>(`/api/councils/${council}/sessions`, {
      mode: 'meeting',
      scheduledAt: '2026-11-24T02:00:00Z',
      agendaItemIds: [returned],
    }),
  );
  expectOk(await client.post(`/api/sessions/${id}/open`));
  await attend(id, 12);
  await vote({ ...first, sessionId: id, itemIds: [returned ?? ''] }, times(12, 'for'));
  await close({ ...first, sessionId: id });
  expect((await eventsOf(world, first.dossier.instanceId)).at(-1)).toMatchObject({
    correlationKey: again.referralId,
    variables: { passed: 2, failed: 0, returned: 0 },
  });
});

test('a session that closes twice at once counts once', async () => {
  const session = await openSession(['tkth.03']);
  await attend(session.sessionId, 12);
  await vote(session, times(12, 'for'));
  const replies = await Promise.all(Array.from({ length: 5 }, () => close(session)));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  expect(await eventsOf(world, session.dossier.instanceId)).toHaveLength(1);
});

test.each([
  ['a member', 'tkth.04', 403, 'forbidden'],
  ['a member of another council', 'tccb.02', 404, 'session_not_found'],
])('%s cannot close it', async (_, login, status, code) => {
  const session = await openSession(['tkth.03']);
  const reply = await close(session, login);
  expect([reply.status, reply.body.code]).toEqual([status, code]);
});

describe('a circulation before its closing date', () => {
  async function circulated(votes: number) {
    const session = await openSession(['tkth.03'], { quorumNumerator: 0 }, { mode: 'circulation' });
    await vote(session, times(votes, 'for'));
    return session;
  }

  test('stays open while anybody who may has not voted', async () => {
    const session = await circulated(11);
    const reply = await close(session);
    expect([reply.status, reply.body.code]).toEqual([409, 'closes_early']);
    expect(await eventsOf(world, session.dossier.instanceId)).toEqual([]);
  });

  test('closes when all have', async () => {
    expect((await close(await circulated(12))).body.items[0]).toMatchObject({ result: 'passed' });
  });

  test('does not wait for a member with a conflict of interest', async () => {
    const session = await circulated(11);
    const path = `agenda-items/${session.itemIds[0]}/recusals`;
    expectOk(
      await act(session.sessionId, path, { reason: 'Là mẹ', personId: personId(staff[11]?.login ?? '') }),
    );
    expect((await close(session)).body.items[0]).toMatchObject({ result: 'passed', counts: { recused: 1 } });
  });
});
