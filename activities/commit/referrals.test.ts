import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendEvent } from '../../db/outbox.ts';
import { agendaItems, instanceOperations, referrals, sessions } from '../../db/schema/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import type { Effect, EngineEvent } from '../../engine/types.ts';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { runningDossier } from '../../test/fixtures/running-dossier.ts';
import { commitStep } from './commit-step.ts';

/** A wait for a council that ends without its result takes the matter off the agenda, however it ends. */
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('seeded');
});
afterAll(() => database.drop());

const now = '2026-11-20T03:00:00.000Z';
const councilId = seedId('council', 'TCTK-TKTH');

/** Two nominations wait before the council of their unit; the first is on the agenda of a session. */
async function referred(session: 'planned' | 'open') {
  const { db } = database;
  const { instanceId, dossierId, nominationIds } = await runningDossier(db, { nominees: 2 });
  const [referral] = await db
    .insert(referrals)
    .values({
      instanceId,
      job: 'v7',
      subjectId: dossierId,
      councilId,
      level: 'unit',
      denominator: 'all_staff',
      sharePercent: 90,
      shareStrict: false,
      quorumNumerator: 2,
      quorumDenominator: 3,
      citation: 'Thông tư số 01/2024/TT-TANDTC, Điều 29 (C)',
      createdAt: new Date(now),
    })
    .returning({ id: referrals.id });
  const [planned] = await db
    .insert(sessions)
    .values({
      councilId,
      mode: 'meeting',
      title: 'Phiên họp thử',
      scheduledAt: new Date(now),
      status: session,
      openedAt: session === 'open' ? new Date(now) : null,
      createdBy: seedId('account', 'admin'),
    })
    .returning({ id: sessions.id });
  const referralId = referral?.id ?? '';
  await db.insert(agendaItems).values(
    nominationIds.map((nominationId, i) => ({
      referralId,
      nominationId,
      ...(i === 0 && planned && { sessionId: planned.id, position: 1 }),
    })),
  );
  return {
    instanceId,
    referralId,
    commit: (effects: Effect[], event: EngineEvent = { type: 'timersDue' }) =>
      commitStep(db, { instanceId, step: 1, event, now, effects, position: [] }),
    async left() {
      const [{ status } = { status: null }] = await db
        .select({ status: referrals.status })
        .from(referrals)
        .where(eq(referrals.id, referralId));
      const items = await db
        .select({ result: agendaItems.result, reason: agendaItems.reason })
        .from(agendaItems)
        .where(eq(agendaItems.referralId, referralId))
        .orderBy(agendaItems.position);
      return { status, items };
    },
  };
}

type Referred = Awaited<ReturnType<typeof referred>>;
const wait = ({ referralId: correlationKey }: Referred, type: 'subscribe' | 'unsubscribe', visit: string) =>
  ({ type, visit, kind: 'message', name: 'any-name', correlationKey }) as const;
const reason = 'Quy trình không còn chờ kết quả của hội đồng.';
const gone = {
  status: 'cancelled',
  items: [
    { result: 'removed', reason },
    { result: 'removed', reason },
  ],
};
const stays = {
  status: 'waiting',
  items: [
    { result: null, reason: null },
    { result: null, reason: null },
  ],
};

test.each<[string, (dossier: Referred) => Effect[], object]>([
  ['a boundary event takes the wait away', (one) => [wait(one, 'unsubscribe', 'v8')], gone],
  ['the process ends', () => [{ type: 'ended', variables: {} }], gone],
  ['the job that refers is interrupted', () => [{ type: 'cancelJob', job: 'v7' }], gone],
  [
    'a migration waits for the same in another place',
    (one) => [wait(one, 'unsubscribe', 'v8'), wait(one, 'subscribe', 'v9')],
    stays,
  ],
  ['another wait ends', () => [{ ...wait({ referralId: 'r' } as Referred, 'unsubscribe', 'v8') }], stays],
  ['another job is interrupted', () => [{ type: 'cancelJob', job: 'v6' }], stays],
])('%s', async (_, effects, expected) => {
  const dossier = await referred('planned');
  await dossier.commit(effects(dossier));
  expect(await dossier.left()).toEqual(expected);
});

test('with the reason that an administrator gave', async () => {
  const dossier = await referred('planned');
  const { instanceId } = dossier;
  const event: EngineEvent = { type: 'modified', place: [], cancel: ['v8'] };
  const number = await database.db.transaction((tx) =>
    appendEvent(tx, { instanceId, event, accountId: seedId('account', 'admin') }),
  );
  await database.db
    .insert(instanceOperations)
    .values({ instanceId, number, kind: 'modify', reason: 'Hội đồng không họp' });
  await dossier.commit([wait(dossier, 'unsubscribe', 'v8')], { ...event, number });
  expect((await dossier.left()).items[0]?.reason).toBe('Hội đồng không họp');
});

test('what is being voted on stays on the agenda; nothing waits for the result any more', async () => {
  const dossier = await referred('open');
  await dossier.commit([wait(dossier, 'unsubscribe', 'v8')]);
  expect(await dossier.left()).toEqual({
    status: 'cancelled',
    items: [
      { result: null, reason: null },
      { result: 'removed', reason },
    ],
  });
});
