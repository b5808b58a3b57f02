import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { bindDossier, boundLaw } from '../../../db/bound-law.ts';
import { ruleSetById } from '../../../db/rule-sets.ts';
import { dossiers, ruleSets } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import type { RuleSet } from '../../../domain/law/rule-set.ts';
import { openTask, type Refusable, submittedDossier } from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { DossierDetail } from '../../contract/dossiers.ts';
import type { ReEvaluation } from '../../contract/re-evaluation.ts';

const oldSet = '2025-07-01.nd152';
const newSet = '2026-11-01.test';
const appraiser = 'appraiser.bkhdt';
let world: ApiWorld;
let national: RuleSet;
beforeAll(async () => {
  world = await startApiWorld();
  const set = await ruleSetById(world.db, oldSet);
  if (!set) throw new Error('not seeded');
  national = set;
});
afterAll(() => world.close());
/** From November on a set holds that differs from the one before in what `change` does to BK_BO. */
async function newLaw(change: (award: RuleSet['awards'][number]) => Partial<RuleSet['awards'][number]>) {
  await world.db.update(ruleSets).set({ effectiveTo: '2026-10-31' }).where(eq(ruleSets.id, oldSet));
  const content: RuleSet = {
    ...national,
    id: newSet,
    effectiveFrom: '2026-11-01',
    awards: national.awards.map((award) => (award.code === 'BK_BO' ? { ...award, ...change(award) } : award)),
  };
  const row = { effectiveFrom: '2026-11-01', hash: crypto.randomUUID(), content };
  await world.db
    .insert(ruleSets)
    .values({ id: newSet, ...row })
    .onConflictDoUpdate({ target: ruleSets.id, set: row });
}
beforeEach(() => newLaw(() => ({ publicPosting: { workingDays: 5, citation: 'Điều 1', grade: 'A' } })));

/** A dossier that the ministry received while the older set was in force. */
async function received(): Promise<string> {
  const submitted = await submittedDossier(world, { awardCode: 'BK_BO' });
  await openTask(world, submitted, {
    element: 'receive-at-ministry',
    level: 'ministry',
    candidateRole: 'appraiser',
    candidateUnitId: seedId('unit', appraiserUnit),
    verdicts: ['approve', 'return'],
  });
  const law = { ruleSet: national, overlays: [] };
  const at = new Date('2026-10-20T02:00:00Z');
  await bindDossier(world.db, submitted.dossierId, law, { basis: 'receipt', level: 'ministry' }, [], at);
  return submitted.dossierId;
}
const appraiserUnit = 'BKHDT';
const compare = async (dossierId: string, login = appraiser) =>
  (await world.as(login)).get<Refusable<ReEvaluation>>(`/api/dossiers/${dossierId}/re-evaluation`);
const bind = async (dossierId: string, seen: string, login = appraiser) =>
  (await world.as(login)).post<Refusable<DossierDetail>>(`/api/dossiers/${dossierId}/re-evaluation`, {
    seen,
    reason: 'Luật mới có lợi hơn',
  });

test('both results are shown first; then the dossier is bound, with who and why', async () => {
  const dossierId = await received();
  const shown = expectOk(await compare(dossierId));
  expect(shown).toMatchObject({
    before: { ruleSetId: oldSet },
    after: { ruleSetId: newSet },
    differences: [{ before: null, after: { text: '5 ngày làm việc', citation: 'Điều 1' } }],
    nominations: [{ before: expect.any(String), after: expect.any(String) }],
    refusal: null,
  });
  const detail = expectOk(await bind(dossierId, shown.seen));
  expect(detail.bindings.at(-1)).toMatchObject({
    basis: 'more_favourable',
    ruleSetId: newSet,
    reason: 'Luật mới có lợi hơn',
    actor: { fullName: expect.any(String) },
  });
  expect((await boundLaw(world.db, dossierId))?.ruleSet.id).toBe(newSet);
  expect(await auditOf(world, dossierId)).toContain('dossier.re-evaluate');
  expect((await compare(dossierId)).body.code).toBe('rule_set_not_newer');
});

describe('refused, and the dossier keeps its law', () => {
  test('what was not seen as it stands now', async () => {
    const dossierId = await received();
    expectOk(await compare(dossierId));
    const refused = await bind(dossierId, 'something else');
    expect([refused.status, refused.body.code]).toEqual([409, 'comparison_changed']);
    expect((await boundLaw(world.db, dossierId))?.ruleSet.id).toBe(oldSet);
  });

  test('a newer law that says nothing different', async () => {
    await newLaw(() => ({}));
    const dossierId = await received();
    const shown = expectOk(await compare(dossierId));
    expect(shown.refusal).toBe('nothing_differs');
    expect((await bind(dossierId, shown.seen)).body.code).toBe('nothing_differs');
  });

  test('a dossier that was not received', async () => {
    const submitted = await submittedDossier(world, { awardCode: 'BK_BO' });
    await openTask(world, submitted, {
      element: 'receive-at-ministry',
      level: 'ministry',
      candidateRole: 'appraiser',
      candidateUnitId: seedId('unit', appraiserUnit),
      verdicts: ['approve', 'return'],
    });
    expect((await compare(submitted.dossierId)).body.code).toBe('dossier_not_received');
  });

  test('a dossier that has ended', async () => {
    const dossierId = await received();
    await world.db
      .update(dossiers)
      .set({ status: 'withdrawn', endReason: 'Rút' })
      .where(eq(dossiers.id, dossierId));
    expect((await compare(dossierId)).body.code).toBe('dossier_not_received');
  });

  test.each(['clerk.tkth', 'admin'])('%s reads the dossier but has not received it', async (login) => {
    expect((await compare(await received(), login)).body.code).toBe('forbidden');
  });
});
