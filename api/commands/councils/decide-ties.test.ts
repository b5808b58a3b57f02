import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nominations, people } from '../../../db/schema/index.ts';
import { personId } from '../../../test/api/fixtures.ts';
import { eventsOf } from '../../../test/api/outbox-events.ts';
import { chair, times, votingIn } from '../../../test/api/voting.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const { openSession, attend, vote, close, act } = votingIn(() => world);
const majority = { sharePercent: 50, shareStrict: true };
const decide = (sessionId: string, votes: [string, 'for' | 'against'][], login = chair) =>
  act(
    sessionId,
    'deciding-votes',
    { votes: votes.map(([agendaItemId, choice]) => ({ agendaItemId, choice })) },
    login,
  );

/** A session on so many nominees; `votes` says for each how many of the twelve are in favour. */
async function voted(votes: number[], referral: object) {
  const nominees = ['tkth.03', 'tkth.04', 'tkth.05', 'tkth.06'].slice(0, votes.length);
  const session = await openSession(nominees, { ...majority, ...referral });
  await attend(session.sessionId, 12);
  for (const [i, inFavour] of votes.entries()) {
    const itemIds = session.itemIds.slice(i, i + 1);
    await vote({ ...session, itemIds }, [...times(inFavour, 'for'), ...times(12 - inFavour, 'against')]);
  }
  const { body } = await close(session);
  return { ...session, items: body.items };
}

describe('as many for as against: six of twelve each, seven are needed', () => {
  test('without such a rule it has failed', async () => {
    const { items, dossier } = await voted([6], {});
    expect(items[0]).toMatchObject({ result: 'failed', tiedFor: null, needed: 7 });
    expect(await eventsOf(world, dossier.instanceId)).toHaveLength(1);
  });

  test.each(['for', 'against'] as const)('where the rule says so the chair decides: %s', async (choice) => {
    const { items, dossier, sessionId, itemIds } = await voted([6], { chairDecidesTies: true });
    expect(items[0]).toMatchObject({ result: null, tiedFor: 1, counts: { inFavour: 6, against: 6 } });
    expect(await eventsOf(world, dossier.instanceId)).toEqual([]);
    const reply = await decide(sessionId, [[itemIds[0] ?? '', choice]]);
    const passed = choice === 'for';
    expect(reply.body.items[0]).toMatchObject({ result: passed ? 'passed' : 'failed', decidingVote: choice });
    expect(await eventsOf(world, dossier.instanceId)).toMatchObject([
      { type: 'message', variables: { passed: passed ? 1 : 0, failed: passed ? 0 : 1 } },
    ]);
    const repeated = await decide(sessionId, [[itemIds[0] ?? '', choice]]);
    expect([repeated.status, repeated.body.code]).toEqual([409, 'not_tied']);
    expect(await eventsOf(world, dossier.instanceId)).toHaveLength(1);
  });

  test('five of twelve are no tie, one more vote would not be enough', async () => {
    const { items } = await voted([5], { chairDecidesTies: true });
    expect(items[0]).toMatchObject({ result: 'failed', tiedFor: null });
  });
});

/** Votes before another council session of the same year would count. */
async function anotherWorld() {
  await world.close();
  world = await startApiWorld();
}

describe('a quota of two', () => {
  beforeEach(anotherWorld);

  test('the most votes pass; who falls out is told the place and the quota', async () => {
    const { items, dossier } = await voted([8, 12, 10, 6], { quota: 2 });
    expect(items.map(({ result, rank }) => [result, rank])).toEqual([
      ['failed', 3],
      ['passed', 1],
      ['passed', 2],
      ['failed', null],
    ]);
    const [out] = await world.db
      .select()
      .from(nominations)
      .where(eq(nominations.dossierId, dossier.dossierId))
      .orderBy(nominations.seq);
    expect(out?.reason).toBe(
      'Vượt chỉ tiêu: xếp thứ 3 với 8 phiếu tán thành, hội đồng thông qua nhiều nhất 2.',
    );
  });

  test('what the council let pass of the award in another session counts', async () => {
    await voted([12], { quota: 2 });
    const { items } = await voted([8, 10], { quota: 2 });
    expect(items.map(({ result }) => result)).toEqual(['failed', 'passed']);
  });
});

describe('equal at the last place, where the law puts women first (Decree 152/2025 Article 4(6))', () => {
  beforeEach(anotherWorld);

  test.each([
    ['a woman', 'female' as const, 'not_met'],
    ['a collective with enough women, as its verdict found', null, 'met'],
  ])('%s passes before the others', async (_, sex, outcome) => {
    const session = await openSession(['tkth.03', 'tkth.04'], { ...majority, quota: 1, womenFirst: true });
    await world.db
      .update(people)
      .set({ sex: 'male' })
      .where(eq(people.id, personId('tkth.03')));
    await world.db
      .update(people)
      .set({ sex })
      .where(eq(people.id, personId('tkth.04')));
    await world.db.execute(sql`
      update eligibility_verdicts v
      set findings = jsonb_set(findings, '{preference,outcome}', to_jsonb(${outcome}::text))
      from nominations n where n.id = v.nomination_id and n.person_id = ${personId('tkth.04')}`);
    await attend(session.sessionId, 12);
    await vote(session, [...times(9, 'for'), ...times(3, 'against')]);
    const { body } = await close(session);
    expect(body.items.map(({ result, rank }) => [result, rank])).toEqual([
      ['failed', 2],
      ['passed', 1],
    ]);
  });
});

describe('equal at the last place of a quota', () => {
  let equals: Awaited<ReturnType<typeof voted>>;
  beforeAll(async () => {
    await anotherWorld();
    equals = await voted([12, 9, 9, 9], { quota: 2 });
  });

  test('the close lets the first pass and leaves the equals to the chair', async () => {
    expect(equals.items.map(({ result, rank, tiedFor }) => [result, rank, tiedFor])).toEqual([
      ['passed', 1, null],
      [null, 2, 1],
      [null, 2, 1],
      [null, 2, 1],
    ]);
    expect(await eventsOf(world, equals.dossier.instanceId)).toEqual([]);
  });

  test.each([
    ['by the secretary', ['for', 'against', 'against'], 'tkth.02', 403, 'not_the_chair'],
    ['with one left out', ['for', 'against'], chair, 422, 'ties_left_out'],
    ['with two chosen for one place', ['for', 'for', 'against'], chair, 422, 'wrong_number_decided'],
    ['with nobody chosen', ['against', 'against', 'against'], chair, 422, 'wrong_number_decided'],
  ] as const)('refused %s', async (_, choices, login, status, code) => {
    const votes = choices.map((choice, i): [string, 'for' | 'against'] => [
      equals.itemIds[i + 1] ?? '',
      choice,
    ]);
    const reply = await decide(equals.sessionId, votes, login);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await eventsOf(world, equals.dossier.instanceId)).toEqual([]);
  });

  test('a dossier cannot be withdrawn before the chair has decided', async () => {
    const client = await world.as('clerk.tkth');
    const reply = await client.post<{ code: string }>(`/api/dossiers/${equals.dossier.dossierId}/withdraw`, {
      reason: 'Rút',
    });
    expect([reply.status, reply.body.code]).toEqual([409, 'nomination_locked']);
  });

  test('the chair chooses, and the dossier hears once', async () => {
    const [, a = '', b = '', c = ''] = equals.itemIds;
    const reply = await decide(equals.sessionId, [
      [a, 'against'],
      [b, 'for'],
      [c, 'against'],
    ]);
    expect(reply.body.items.map(({ result }) => result)).toEqual(['passed', 'failed', 'passed', 'failed']);
    expect(await eventsOf(world, equals.dossier.instanceId)).toMatchObject([
      { type: 'message', variables: { passed: 2, failed: 2, returned: 0 } },
    ]);
  });
});
