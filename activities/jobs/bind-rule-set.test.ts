import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bindingsOf, boundLaw } from '../../db/bound-law.ts';
import { ruleSetById } from '../../db/rule-sets.ts';
import { dossiers, overlays, ruleSets } from '../../db/schema/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { overlaid, overlaySchema } from '../../domain/law/overlay.ts';
import { awardRule } from '../../domain/law/rule-set.ts';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { runningDossier } from '../../test/fixtures/running-dossier.ts';
import { bindRuleSet } from './bind-rule-set.ts';

const now = new Date('2026-11-22T03:00:00Z');
const today = '2026-11-22';
const oldSet = '2025-07-01.nd152';
const newSet = '2026-11-01.test';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('seeded');
});
afterAll(() => database.drop());

/** The law of the demo ends with October; from November on a set holds that differs in what `change` does to awards. */
async function newLaw(change: (award: Awards[number]) => Awards[number]) {
  const { db } = database;
  const set = await ruleSetById(db, oldSet);
  if (!set) throw new Error('not seeded');
  await db.update(ruleSets).set({ effectiveTo: '2026-10-31' }).where(eq(ruleSets.id, oldSet));
  const content = {
    ...set,
    id: newSet,
    effectiveFrom: '2026-11-01',
    effectiveTo: null,
    awards: set.awards.map(change),
  };
  await db
    .insert(ruleSets)
    .values({ id: newSet, effectiveFrom: '2026-11-01', hash: crypto.randomUUID(), content })
    .onConflictDoUpdate({ target: ruleSets.id, set: { hash: crypto.randomUUID(), content } });
}
type Awards = NonNullable<Awaited<ReturnType<typeof ruleSetById>>>['awards'];

async function receive(dossierId: string, instanceId: string, level: string) {
  const { db } = database;
  const [dossier] = await db.select().from(dossiers).where(eq(dossiers.id, dossierId));
  if (!dossier) throw new Error('no dossier');
  const job = {
    job: `bind-${level}`,
    process: `${level}-level`,
    element: `bind-law-at-${level}`,
    type: 'bind-rule-set',
    retries: 3,
    headers: { level },
    variables: {},
  };
  return bindRuleSet({ tx: db, instanceId, dossier, job, now, today });
}

const halfInMinistry = (award: Awards[number]): Awards[number] => ({
  ...award,
  votes: { ...award.votes, ministry: { ...award.votes.ministry, sharePercent: 55 } },
});
const bases = async (dossierId: string) =>
  (await bindingsOf(database.db, dossierId)).map(({ basis, ruleSetId, level }) => [basis, ruleSetId, level]);

describe('receipt for appraisal binds the dossier for good', () => {
  beforeEach(() => newLaw(halfInMinistry));

  test.each([
    ['BK_BO', 'ministry', true],
    ['BK_BO', 'central', false],
    ['BK_TTG', 'ministry', false],
    ['HCLD3', 'central', true],
    ['LDTT', 'ministry', false],
  ])(
    '%s received at level %s: %s (M: the ministry, P and S: Home Affairs, U: nobody)',
    async (award, level, binds) => {
      const { dossierId, instanceId } = await runningDossier(database.db, { award });
      await receive(dossierId, instanceId, level);
      expect(await bases(dossierId)).toEqual([
        ['start', oldSet, null],
        ...(binds ? [['receipt', newSet, level]] : []),
      ]);
      const [row] = await database.db.select().from(dossiers).where(eq(dossiers.id, dossierId));
      expect(row?.ruleSetId).toBe(binds ? newSet : oldSet);
    },
  );

  test('what the new law says differently is kept with both sides and asks somebody to look', async () => {
    const { dossierId, instanceId } = await runningDossier(database.db, { award: 'BK_BO' });
    expect(await receive(dossierId, instanceId, 'ministry')).toEqual({ variables: { rulesDiffer: true } });
    const [, receipt] = await bindingsOf(database.db, dossierId);
    expect(receipt?.differences).toEqual([
      {
        about: { vi: 'tỷ lệ tán thành, cấp bộ, tỉnh', en: 'share in favour, level ministry, province' },
        before: expect.objectContaining({
          text: { vi: '> 50 % total_members, 2/3', en: '> 50 % total_members, 2/3' },
        }),
        after: expect.objectContaining({
          text: { vi: '> 55 % total_members, 2/3', en: '> 55 % total_members, 2/3' },
        }),
      },
    ]);
  });

  test('votes held before keep their set: a share of a level that has voted asks nobody (unconfirmed default)', async () => {
    const { dossierId, instanceId } = await runningDossier(database.db, { award: 'BK_TTG' });
    expect(await receive(dossierId, instanceId, 'central')).toEqual({ variables: { rulesDiffer: false } });
  });

  test('a second receipt, after a supplement, binds nothing anew', async () => {
    const { dossierId, instanceId } = await runningDossier(database.db, { award: 'BK_BO' });
    await receive(dossierId, instanceId, 'ministry');
    expect(await receive(dossierId, instanceId, 'ministry')).toEqual({ variables: { rulesDiffer: false } });
    expect((await bases(dossierId)).length).toBe(2);
  });

  test('the law in force when nothing changed binds without asking', async () => {
    await newLaw((award) => award);
    const { dossierId, instanceId } = await runningDossier(database.db, { award: 'BK_BO' });
    expect(await receive(dossierId, instanceId, 'ministry')).toEqual({ variables: { rulesDiffer: false } });
    expect(await bases(dossierId)).toEqual([
      ['start', oldSet, null],
      ['receipt', newSet, 'ministry'],
    ]);
  });
});

test('an award that the new law no longer knows is an incident, not a guess', async () => {
  await newLaw((award) => (award.code === 'BK_BO' ? { ...award, code: 'GONE' } : award));
  const { dossierId, instanceId } = await runningDossier(database.db, { award: 'BK_BO' });
  await expect(receive(dossierId, instanceId, 'ministry')).rejects.toMatchObject({ code: 'unknown_award' });
});

test('overlays of the organisation are bound with the set and stay as they were', async () => {
  await newLaw((award) => award);
  const { db } = database;
  const content = overlaySchema.parse({
    id: '2026-11-01.tctk',
    organisation: 'TCTK',
    name: { vi: 'Quy chế ngành', en: 'Rules of the sector' },
    votes: [
      {
        award: 'BK_BO',
        level: 'ministry',
        sharePercent: 70,
        strict: false,
        denominator: 'total_members',
        quorum: '2/3',
        citation: 'Quy chế, Điều 12',
        grade: 'A',
      },
    ],
  });
  await db.insert(overlays).values({
    unitId: seedId('unit', 'BKHDT'),
    effectiveFrom: '2026-11-01',
    content,
    createdBy: seedId('account', 'clerk.tkth'),
    createdAt: now,
  });
  const { dossierId, instanceId } = await runningDossier(db, { award: 'BK_BO' });
  await receive(dossierId, instanceId, 'ministry');
  const law = await boundLaw(db, dossierId);
  if (!law) throw new Error('not bound');
  expect(awardRule(overlaid(law), 'BK_BO').votes.ministry.sharePercent).toBe(70);
  await expect(db.update(overlays).set({ content: { ...content, votes: [] } })).rejects.toMatchObject({
    cause: { message: 'an overlay that binds a dossier keeps its content' },
  });
  await db.update(overlays).set({ effectiveTo: '2026-12-31' });
});

test('a binding is never rewritten', async () => {
  const { dossierId } = await runningDossier(database.db, {});
  const { ruleSetBindings } = await import('../../db/schema/index.ts');
  await expect(
    database.db.update(ruleSetBindings).set({ reason: 'x' }).where(eq(ruleSetBindings.dossierId, dossierId)),
  ).rejects.toMatchObject({ cause: { message: 'a binding never changes' } });
});
