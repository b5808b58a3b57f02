import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { openedBallots, sealedBallots } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { personId, type Refusable, referTo, submittedDossier } from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { CastBallotsResult, ReceiptCheck, Recount } from '../../contract/ballots.ts';
import type { SessionDetail } from '../../contract/sessions.ts';

let world: ApiWorld;
let dossierId: string;
let itemIds: string[];
let path: string;
let receipt: string | null;
const secretary = 'tkth.02';

beforeAll(async () => {
  world = await startApiWorld();
  const dossier = await submittedDossier(world, { nominees: ['tkth.03', 'tkth.04', 'tkth.05'] });
  ({ dossierId } = dossier);
  ({ itemIds } = await referTo(world, dossier, { sharePercent: 50, shareStrict: true }));
  const client = await world.as(secretary);
  const { id } = expectOk(
    await client.post<SessionDetail>(`/api/councils/${seedId('council', 'TCTK-TKTH')}/sessions`, {
      mode: 'meeting',
      ballotKind: 'secret',
      scheduledAt: '2026-11-23T02:00:00Z',
    }),
  );
  path = `/api/sessions/${id}`;
  expectOk(await client.post(`${path}/open`));
});
afterAll(() => world.close());

const session = async (login: string) => (await (await world.as(login)).get<SessionDetail>(path)).body;
const cast = async (login: string, item: number, choice: string, replaces = 0) =>
  (await world.as(login)).put<Refusable<CastBallotsResult>>(`${path}/ballots`, {
    ballots: [{ agendaItemId: itemIds[item], choice, replaces }],
  });
const check = async (login: string, code: string | null) =>
  (await world.as(login)).get<Refusable<ReceiptCheck>>(`${path}/receipt?receipt=${code}`);

test('all see how many were cast, and nobody how', async () => {
  receipt = expectOk(await cast('tkth.06', 0, 'against')).receipt;
  for (const login of ['tkth.07', secretary, 'tkth.01']) {
    expect((await session(login)).items[0]).toMatchObject({
      myChoice: null,
      counts: null,
      running: { cast: 1, left: 11, counts: null, outlook: null },
    });
  }
});

test('the member sees the own ballot, and proves it with the receipt', async () => {
  expect((await session('tkth.06')).items[0]).toMatchObject({ myChoice: 'against', myVersion: 1 });
  expect((await check('tkth.06', receipt)).body.ballots).toEqual([
    { agendaItemId: itemIds[0], choice: 'against' },
  ]);
});

test('a receipt is worth nothing to anybody else', async () => {
  expect((await check('tkth.07', receipt)).body.code).toBe('receipt_not_found');
  expect((await check('admin', receipt)).body.code).toBe('not_a_member');
});

test('a changed ballot has a new receipt; the same request sent again is answered with the one it had', async () => {
  const changed = expectOk(await cast('tkth.06', 0, 'for', 1));
  expect(changed.receipt).not.toBe(receipt);
  expect((await check('tkth.06', receipt)).body.code).toBe('receipt_not_found');
  expect(expectOk(await cast('tkth.06', 0, 'for', 1)).receipt).toBe(changed.receipt);
  expect((await check('tkth.06', changed.receipt)).status).toBe(200);
});

test('a second device that has not seen the ballot changes nothing', async () => {
  expect((await cast('tkth.06', 0, 'abstain')).body.code).toBe('ballot_already_cast');
  expect((await session('tkth.06')).items[0]?.myChoice).toBe('for');
});

test('a written opinion is signed, so it stays readable; its author may still vote into the box instead', async () => {
  const client = await world.as(secretary);
  const file = { name: 'y-kien.pdf', content: '%PDF-1.7' };
  const opinion = expectOk(
    await client.upload<{ id: string }>(`/api/dossiers/${dossierId}/documents`, file, {
      kind: 'written_opinion',
    }),
  );
  for (const login of ['tkth.08', 'tkth.09']) {
    const ballots = [{ agendaItemId: itemIds[0], choice: 'against' }];
    const opinions = `${path}/written-opinions/${personId(login)}`;
    expectOk(await client.put(opinions, { ballots, documentId: opinion.id }));
  }
  expect((await session(secretary)).items[0]?.running).toMatchObject({ cast: 3, counts: null });
  expectOk(await cast('tkth.09', 0, 'for'));
  expect((await session(secretary)).items[0]?.running).toMatchObject({ cast: 3 });
  expect((await session('tkth.09')).items[0]?.myChoice).toBe('for');
});

test('a recusal takes the ballot out of the box, an item taken off the agenda takes all of its', async () => {
  const client = await world.as(secretary);
  await cast('tkth.10', 1, 'for');
  const reason = 'Là người được đề nghị';
  expectOk(
    await client.post(`${path}/agenda-items/${itemIds[1]}/recusals`, {
      reason,
      personId: personId('tkth.10'),
    }),
  );
  expect((await session(secretary)).items[1]?.running).toMatchObject({ cast: 0, recused: 1 });
  await cast('tkth.11', 2, 'for');
  expectOk(await client.post(`${path}/agenda-items/${itemIds[2]}/remove`, { reason }));
  const left = await world.db.select().from(sealedBallots);
  expect(left.map(({ agendaItemId }) => agendaItemId)).toEqual([itemIds[0], itemIds[0]]);
});

test('nothing is counted again while the box is closed', async () => {
  const reply = await (await world.as(secretary)).get<Refusable<Recount>>(`${path}/recount`);
  expect([reply.status, reply.body.code]).toEqual([409, 'session_not_closed']);
});

test('the close counts box and written opinions together, and empties the box', async () => {
  const client = await world.as(secretary);
  const present = ['01', '02', '03', '04', '05', '06', '07'].map((n) => personId(`tkth.${n}`));
  expectOk(await client.put(`${path}/attendance`, { present }));
  for (const n of ['01', '02', '03', '04', '05']) expectOk(await cast(`tkth.${n}`, 0, 'for'));
  const closed = expectOk(await client.post<SessionDetail>(`${path}/close`));
  expect(closed.items[0]).toMatchObject({
    result: 'passed',
    counts: { inFavour: 7, against: 1, abstained: 0, missing: 4, recused: 0 },
    total: 12,
    needed: 7,
  });
  expect(closed.items[1]).toMatchObject({ counts: { inFavour: 0, missing: 11, recused: 1 } });
  expect(await world.db.select().from(sealedBallots)).toEqual([]);
});

test('the recount finds the same; nobody finds the own ballot any more', async () => {
  const recount = expectOk(await (await world.as('tkth.06')).get<Recount>(`${path}/recount`));
  expect(recount).toMatchObject({ equal: true, items: [{ equal: true }, { equal: true }] });
  expect((await session('tkth.06')).items[0]?.myChoice).toBeNull();
  expect((await check('tkth.06', '0'.repeat(20))).body.code).toBe('session_not_open');
});

test('what was taken from the box cannot be changed', async () => {
  await expect(world.db.update(openedBallots).set({ choice: 'against' })).rejects.toThrow();
  await expect(world.db.delete(openedBallots)).rejects.toThrow();
});
