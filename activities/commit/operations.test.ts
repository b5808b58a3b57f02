import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendEvent } from '../../db/outbox.ts';
import {
  dossierHolds,
  dossiers,
  instanceOperations,
  outbox,
  processInstances,
} from '../../db/schema/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { operationProblem } from '../../engine/operations/problem.ts';
import type { Effect, EngineEvent } from '../../engine/types.ts';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { runningDossier } from '../../test/fixtures/running-dossier.ts';
import { commitStep } from './commit-step.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('seeded');
});
afterAll(() => database.drop());

const now = '2026-11-20T03:00:00.000Z';
const reason = 'Hồ sơ nộp nhầm';

/** An instance to which an administrator sends operations, as the commands do. */
async function instance() {
  const { db } = database;
  const { instanceId, dossierId } = await runningDossier(db);
  let step = 0;
  const row = async () =>
    (await db.select().from(processInstances).where(eq(processInstances.id, instanceId)))[0];
  return {
    dossierId,
    row,
    async send(
      event: EngineEvent,
      kind?: 'suspend' | 'cancel' | 'modify',
    ): Promise<EngineEvent & { number: number }> {
      return db.transaction(async (tx) => {
        const number = await appendEvent(tx, { instanceId, event, accountId: seedId('account', 'admin') });
        if (kind) await tx.insert(instanceOperations).values({ instanceId, number, kind, reason });
        return { ...event, number };
      });
    },
    async commit(event: EngineEvent, effects: Effect[]): Promise<void> {
      step += 1;
      await commitStep(db, { instanceId, step, event, now, effects, position: [] });
    },
    status: async (number: number) =>
      (
        await db
          .select({ status: outbox.status })
          .from(outbox)
          .where(and(eq(outbox.instanceId, instanceId), eq(outbox.number, number)))
      )[0]?.status,
    operation: async () =>
      (await db.select().from(instanceOperations).where(eq(instanceOperations.instanceId, instanceId)))[0],
  };
}

test('an operation that cannot be done when its turn comes keeps why, and its row is overtaken', async () => {
  const running = await instance();
  const event = await running.send({ type: 'modified', place: [], cancel: ['v9'] }, 'modify');
  const problems = [operationProblem('visit_gone', { visit: 'v9' })];
  await running.commit(event, [{ type: 'refused', problems }]);
  expect(await running.operation()).toMatchObject({ problems });
  expect(await running.status(event.number)).toBe('overtaken');
});

test('suspended and resumed, the instance says since when', async () => {
  const running = await instance();
  await running.commit(await running.send({ type: 'suspended' }, 'suspend'), [{ type: 'suspended' }]);
  expect((await running.row())?.suspendedAt).toEqual(new Date(now));
  await running.commit(await running.send({ type: 'resumed' }), [{ type: 'resumed' }]);
  expect((await running.row())?.suspendedAt).toBeNull();
});

test('what was held and found nobody at resume is overtaken; the resume itself is applied', async () => {
  const running = await instance();
  const held = await running.send({ type: 'taskCompleted', visit: 'v9', variables: {} });
  await running.commit(held, []);
  expect(await running.status(held.number)).toBe('applied');
  const resumed = await running.send({ type: 'resumed' });
  await running.commit(resumed, [{ type: 'resumed' }, { type: 'unreceived', held }]);
  expect(await running.status(held.number)).toBe('overtaken');
  expect(await running.status(resumed.number)).toBe('applied');
});

test('a process that an administrator ended withdraws its dossier for the reason given', async () => {
  const running = await instance();
  const event = await running.send({ type: 'cancelled' }, 'cancel');
  await running.commit(event, [{ type: 'ended', variables: {}, cancelled: true }]);
  const [dossier] = await database.db.select().from(dossiers).where(eq(dossiers.id, running.dossierId));
  expect(dossier).toMatchObject({ status: 'withdrawn', endReason: reason });
  expect((await running.row())?.status).toBe('ended');
});

test('a dossier whose decision went out stays issued, whatever becomes of its process', async () => {
  const { db } = database;
  const running = await instance();
  await db.update(dossiers).set({ status: 'issued' }).where(eq(dossiers.id, running.dossierId));
  const event = await running.send({ type: 'cancelled' }, 'cancel');
  await running.commit(event, [{ type: 'ended', variables: {}, cancelled: true }]);
  const [dossier] = await db.select().from(dossiers).where(eq(dossiers.id, running.dossierId));
  expect(dossier).toMatchObject({ status: 'issued', endReason: null });
  expect((await running.row())?.status).toBe('ended');
});

test.each([
  ['under way', 'running', { status: 'withdrawn', endReason: reason }],
  ['issued meanwhile', 'issued', { status: 'issued', endReason: null }],
] as const)('the hold of a dossier that is %s ends with its process', async (_, statusBefore, after) => {
  const { db } = database;
  const running = await instance();
  const { dossierId } = running;
  const heldAt = new Date('2026-11-19T03:00:00.000Z');
  await db.update(dossiers).set({ status: 'on_hold' }).where(eq(dossiers.id, dossierId));
  await db.insert(dossierHolds).values({
    dossierId,
    statusBefore,
    reason: 'Đang xác minh đơn khiếu nại',
    heldBy: seedId('account', 'admin'),
    heldAt,
  });
  const event = await running.send({ type: 'cancelled' }, 'cancel');
  await running.commit(event, [{ type: 'ended', variables: {}, cancelled: true }]);
  const [dossier] = await db.select().from(dossiers).where(eq(dossiers.id, dossierId));
  expect(dossier).toMatchObject(after);
  expect(await db.select().from(dossierHolds).where(eq(dossierHolds.dossierId, dossierId))).toMatchObject([
    { resumedBy: null, resumedAt: new Date(now), resumeReason: reason },
  ]);
});
