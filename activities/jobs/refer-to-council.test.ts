import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bindDossier } from '../../db/bound-law.ts';
import { ruleSetById } from '../../db/rule-sets.ts';
import { agendaItems, dossiers, outbox, overlays, referrals } from '../../db/schema/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { overlaySchema } from '../../domain/law/overlay.ts';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { runningDossier } from '../../test/fixtures/running-dossier.ts';
import { referToCouncil } from './refer-to-council.ts';

const now = new Date('2026-11-22T03:00:00Z');
const content = overlaySchema.parse({
  id: '2026-11-01.tctk',
  organisation: 'TCTK',
  name: { vi: 'Quy chế ngành', en: 'Rules of the sector' },
  councilLevels: { levels: ['department', 'ministry'], citation: 'Quy chế, Điều 5', grade: 'A' },
});
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('seeded');
});
afterAll(() => database.drop());

/** Refers a dossier of two nominees, under the overlay, to the council of a level. */
async function refer(level: string) {
  const { db } = database;
  const { dossierId, instanceId } = await runningDossier(db, { award: 'BK_BO', nominees: 2 });
  const ruleSet = await ruleSetById(db, '2025-07-01.nd152');
  if (!ruleSet) throw new Error('not seeded');
  const [stored] = await db
    .insert(overlays)
    .values({
      unitId: seedId('unit', 'TCTK'),
      effectiveFrom: '2026-11-01',
      content,
      createdBy: seedId('account', 'clerk.tkth'),
      createdAt: now,
    })
    .onConflictDoUpdate({ target: [overlays.unitId, overlays.effectiveFrom], set: { effectiveTo: null } })
    .returning();
  if (!stored) throw new Error('no overlay');
  const law = { ruleSet, overlays: [{ key: stored.id, content }] };
  await bindDossier(db, dossierId, law, { basis: 'receipt', level: 'ministry' }, [], now);
  const [dossier] = await db.select().from(dossiers).where(eq(dossiers.id, dossierId));
  if (!dossier) throw new Error('no dossier');
  const job = {
    job: `refer-${level}`,
    process: `${level}-level`,
    element: 'refer',
    type: 'refer-to-council',
    retries: 3,
    headers: { level },
    variables: {},
  };
  const { variables } = await referToCouncil({ tx: db, instanceId, dossier, job, now, today: '2026-11-22' });
  const events = await db
    .select({ event: outbox.event })
    .from(outbox)
    .where(eq(outbox.instanceId, instanceId));
  return { dossierId, referralId: variables?.referralId, events: events.map(({ event }) => event) };
}

test('a level that the organisation gives no council passes what comes to it, at once and without a vote', async () => {
  const { dossierId, referralId, events } = await refer('unit');
  expect(events).toMatchObject([
    {
      type: 'message',
      name: 'council-result',
      correlationKey: referralId,
      variables: { passed: 2, failed: 0, returned: 0 },
    },
  ]);
  expect(await database.db.$count(referrals, eq(referrals.subjectId, dossierId))).toBe(0);
});

test('a level that has one votes on every nomination', async () => {
  const { referralId, events } = await refer('department');
  expect(events).toEqual([]);
  expect(await database.db.$count(agendaItems, eq(agendaItems.referralId, String(referralId)))).toBe(2);
});
