import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { runningDossier } from '../../test/fixtures/running-dossier.ts';
import { outbox, paperEntries, papers } from '../schema/index.ts';
import { seedId } from '../seed/seed-id.ts';
import { joinPaper, type PaperOf } from './join-paper.ts';
import { leavePapers } from './leave-papers.ts';
import { dropPaper, settlePaper } from './settle-paper.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('seeded');
});
afterAll(() => database.drop());

const now = new Date('2026-11-20T03:00:00Z');
let year = 1950;
let basket: PaperOf;
beforeEach(() => {
  year += 1;
  basket = {
    kind: 'submission',
    issuerId: seedId('unit', 'TCTK'),
    recipientId: seedId('unit', 'BKHDT'),
    awardCode: 'CSTDTQ',
    // Each test gathers for a period of its own.
    periodFrom: year,
    periodTo: year,
    ruleSetId: '2025-07-01.nd152',
    signerId: seedId('account', 'head.tctk'),
    signerTitle: 'Tổng cục trưởng',
    signedForId: null,
  };
});

/** A dossier that joins the basket, perhaps with something else than the others. */
async function joined(changes: Partial<PaperOf> = {}) {
  const { dossierId } = await runningDossier(database.db);
  const { paperId, entryId } = await database.db.transaction((tx) =>
    joinPaper(tx, { ...basket, ...changes }, dossierId, now),
  );
  return { dossierId, paperId, entryId };
}
const paper = async (id: string) => (await database.db.select().from(papers).where(eq(papers.id, id)))[0];
const entries = async (paperId: string) =>
  database.db.select().from(paperEntries).where(eq(paperEntries.paperId, paperId));
const leave = (dossierId: string) =>
  database.db.transaction((tx) => leavePapers(tx, dossierId, 'Đơn vị rút', now));
const events = async (instanceId: string | null | undefined) =>
  (
    await database.db
      .select()
      .from(outbox)
      .where(eq(outbox.instanceId, instanceId ?? ''))
  ).map(({ event }) => event.type);

describe('dossiers share a paper', () => {
  test('that is of one award, period, law, way and signer, also when they come at once', async () => {
    const together = await Promise.all([joined(), joined(), joined(), joined()]);
    expect(new Set(together.map(({ paperId }) => paperId)).size).toBe(1);
    const id = together[0]?.paperId ?? '';
    expect(await entries(id)).toHaveLength(4);
    const { instanceId } = (await paper(id)) ?? {};
    expect(await events(instanceId)).toEqual(['start']);
  });

  test.each([
    ['award', { awardCode: 'BK_TTG' }],
    ['period', { periodFrom: 1949 }],
    ['rule-set', { ruleSetId: '2024-01-01.nd98' }],
    ['recipient', { recipientId: seedId('unit', 'BNV') }],
    ['signer', { signerId: seedId('account', 'head.bkhdt') }],
    ['person signed for', { signedForId: seedId('account', 'head.bkhdt') }],
    ['kind', { kind: 'decision', recipientId: null }],
  ] as const)('not with another %s', async (_, changes) => {
    expect((await joined(changes)).paperId).not.toBe((await joined()).paperId);
  });
});

test('what is left out of a settled paper, and what comes later, goes in the next', async () => {
  const first = await joined();
  const second = await joined();
  await database.db
    .update(paperEntries)
    .set({ status: 'left_out' })
    .where(eq(paperEntries.id, second.entryId));
  expect(await database.db.transaction((tx) => settlePaper(tx, first.paperId, now))).toBe(1);
  expect(await paper(first.paperId)).toMatchObject({ status: 'signed', signedAt: now });
  const later = await joined();
  expect(later.paperId).not.toBe(first.paperId);
  expect((await entries(later.paperId)).map(({ id, status }) => [id, status])).toEqual([
    [second.entryId, 'listed'],
    [later.entryId, 'listed'],
  ]);
  // Settled a second time, as by a step that is tried again, it lists nobody anew.
  expect(await database.db.transaction((tx) => settlePaper(tx, first.paperId, now))).toBe(0);
});

test('a dossier that is withdrawn stays named; the paper of the last one is dropped, and its process told', async () => {
  const first = await joined();
  const second = await joined();
  expect(await leave(first.dossierId)).toEqual([]);
  expect(await entries(first.paperId)).toContainEqual(
    expect.objectContaining({ dossierId: first.dossierId, status: 'withdrawn', reason: 'Đơn vị rút' }),
  );
  const { instanceId } = (await paper(first.paperId)) ?? {};
  expect(await leave(second.dossierId)).toEqual([instanceId]);
  expect(await paper(first.paperId)).toMatchObject({ voidedAt: now });
  expect(await events(instanceId)).toEqual(['start', 'message']);
  expect((await joined()).paperId).not.toBe(first.paperId);
});

test('the dossiers of a paper whose process is cancelled go over to a new one', async () => {
  const one = await joined();
  const two = await joined();
  await database.db.transaction((tx) => dropPaper(tx, one.paperId, now));
  expect(await paper(one.paperId)).toMatchObject({ voidedAt: now });
  expect(await entries(one.paperId)).toEqual([]);
  const next = await joined();
  expect((await entries(next.paperId)).map(({ id }) => id).sort()).toEqual(
    [one.entryId, two.entryId, next.entryId].sort(),
  );
});
