import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proposeMatches } from '../../../db/ledger/matches.ts';
import { ledgerAwards, people } from '../../../db/schema/index.ts';
import { demoPeople } from '../../../db/seed/people.ts';
import { personId, type Refusable } from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { PersonLedger, PersonMatch } from '../../contract/ledger.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

/** A row of the ledger with the name of somebody of the demo, typed without marks, and one award of 2010. */
async function namesake(login: string): Promise<string> {
  const { db, clock } = world;
  const id = randomUUID();
  const fullName = demoPeople.find((person) => person.login === login)?.name ?? '';
  await db.insert(people).values({ id, fullName });
  await db.insert(ledgerAwards).values({
    personId: id,
    awardCode: 'LDTT',
    fromYear: 2010,
    year: 2010,
    decisionSymbol: '7/QĐ-TCTK',
    source: 'entry',
    recordedAt: clock.now,
  });
  await proposeMatches(db, [id], clock.now);
  return id;
}

const queue = async (login: string, status = 'proposed') =>
  (await (await world.as(login)).get<{ items: PersonMatch[] }>(`/api/person-matches?status=${status}`)).body
    .items;
const decide = async (login: string, matchId: string, status: string) =>
  (await world.as(login)).post<Refusable<unknown>>(`/api/person-matches/${matchId}/decision`, {
    status,
    reason: 'Đã đối chiếu hồ sơ gốc.',
  });
const years = async (login: string) =>
  (
    await (await world.as('clerk.tkth')).get<PersonLedger>(`/api/people/${personId(login)}/ledger`)
  ).body.lines.flatMap((line) => (line.kind === 'award' ? [line.year] : []));

test('a pair is proposed with its reasons; confirmed it has one ledger, split it has two again', async () => {
  const id = await namesake('tkth.06');
  expect(await years('tkth.06')).not.toContain(2010);
  const match = (await queue('clerk.tkth')).find(({ personA, personB }) =>
    [personA.id, personB.id].includes(id),
  );
  if (!match) throw new Error('nothing was proposed');
  expect(match).toMatchObject({
    status: 'proposed',
    score: 40,
    reasons: [{ code: 'same_name', points: 40 }],
  });

  expect((await decide('clerk.tkth', match.id, 'confirmed')).status).toBe(204);
  expect(await years('tkth.06')).toContain(2010);
  expect((await queue('clerk.tkth', 'confirmed')).map((pair) => pair.id)).toContain(match.id);

  expect((await decide('clerk.tkth', match.id, 'rejected')).status).toBe(204);
  expect(await years('tkth.06')).not.toContain(2010);
  expect(await auditOf(world, match.id)).toEqual(['ledger.decide_match', 'ledger.decide_match']);
  // What a person decided is not proposed again.
  expect(await proposeMatches(world.db, [id], world.clock.now)).toBe(0);
});

test('who keeps the ledger of neither sees nothing and decides nothing', async () => {
  const id = await namesake('tkth.07');
  const isOf = ({ personA, personB }: PersonMatch) => [personA.id, personB.id].includes(id);
  const match = (await queue('clerk.tkth')).find(isOf);
  expect((await queue('tkth.05')).find(isOf)).toBeUndefined();
  const reply = await decide('tkth.05', match?.id ?? '', 'confirmed');
  expect([reply.status, reply.body.code]).toEqual([404, 'person_match_not_found']);
});
