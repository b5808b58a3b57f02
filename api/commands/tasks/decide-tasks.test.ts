import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { pendingEvents } from '../../../db/outbox.ts';
import { auditLog, outbox, tasks } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import {
  clerk,
  openTask,
  type Refusable,
  type Submitted,
  submittedDossier,
} from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { BulkResult } from '../../contract/common.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const head = 'head.tctk';
interface Waiting extends Submitted {
  taskId: string;
}
async function waiting(values: Partial<typeof tasks.$inferInsert> = {}): Promise<Waiting> {
  const dossier = await submittedDossier(world);
  return { ...dossier, taskId: await openTask(world, dossier, values) };
}

type Asked = { verdict?: string; reason?: string; preview?: boolean; login?: string; version?: number };
const decide = async (ids: string[], { login = head, version = 1, ...asked }: Asked = {}) =>
  (await world.as(login)).post<Refusable<BulkResult>>('/api/tasks/decisions', {
    tasks: ids.map((taskId) => ({ taskId, version })),
    verdict: 'approve',
    ...asked,
  });
const undo = async (taskIds: string[], login = head) =>
  (await world.as(login)).post<BulkResult>('/api/tasks/decisions/undo', { taskIds });
const rowOf = async (taskId: string) => (await world.db.select().from(tasks).where(eq(tasks.id, taskId)))[0];
const sendable = async (instanceId: string) =>
  (await pendingEvents(world.db, instanceId)).map(({ number, type }) => [number, type]);
/** The ten seconds are over. */
const timePasses = (instanceId: string) =>
  world.db
    .update(outbox)
    .set({ notBefore: sql`clock_timestamp()` })
    .where(and(eq(outbox.instanceId, instanceId), sql`not_before is not null`));

describe('many tasks that cannot all be decided', () => {
  let good: Waiting;
  let refused: [string, string][];
  const rows = async () => [
    await world.db.$count(outbox),
    await world.db.$count(auditLog),
    await world.db.$count(tasks, eq(tasks.status, 'done')),
  ];
  beforeAll(async () => {
    await world.as(head);
    good = await waiting();
    const held = await waiting();
    expectOk(
      await (await world.as(clerk)).post(`/api/dossiers/${held.dossierId}/hold`, { reason: 'Khiếu nại' }),
    );
    const claimed = await waiting({ status: 'claimed', assigneeId: seedId('account', 'admin') });
    const onlyReturn = await waiting({ verdicts: ['return'] });
    const others = await waiting({ candidateRole: 'registrar' });
    refused = [
      [held.taskId, 'dossier_on_hold'],
      [claimed.taskId, 'task_claimed_by_other'],
      [onlyReturn.taskId, 'verdict_not_allowed'],
      [others.taskId, 'forbidden'],
      [randomUUID(), 'task_not_found'],
    ];
  });

  test.each([
    ['a preview lists what would be refused and why, and changes nothing', true, 0],
    ['the act lists the same, and does the rest', false, 10],
  ])('%s', async (_, preview, undoSeconds) => {
    const before = await rows();
    const { body } = await decide([good.taskId, ...refused.map(([id]) => id)], { preview });
    expect(body).toMatchObject({ accepted: 1, refused: refused.length, undoSeconds });
    expect(body.items).toMatchObject([
      { id: good.taskId, accepted: true, problem: null },
      ...refused.map(([id, code]) => ({ id, accepted: false, problem: { code } })),
    ]);
    for (const { problem } of body.items.slice(1)) expect(problem?.detail).toMatch(/\.$/);
    expect(await rows()).toEqual(preview ? before : before.map((count) => count + 1));
  });

  test('sent a second time it is answered as the first time', async () => {
    const before = await rows();
    expect((await decide([good.taskId])).body).toMatchObject({ accepted: 1 });
    expect((await decide([good.taskId], { verdict: 'return', reason: 'Khác' })).body).toMatchObject({
      items: [{ accepted: false, problem: { code: 'task_already_done' } }],
    });
    expect(await rows()).toEqual(before);
  });
});

test.each([
  ['the last two verdicts need the reason that is given to all', { verdict: 'return' }, 'reason_required'],
  ['another version than the one seen', { version: 7 }, 'version_conflict'],
])('%s', async (_, asked, code) => {
  const { taskId } = await waiting();
  expect((await decide([taskId], asked)).body.items).toMatchObject([{ accepted: false, problem: { code } }]);
});

test('an item named twice is refused as a whole', async () => {
  const { taskId } = await waiting();
  const reply = await decide([taskId, taskId]);
  expect([reply.status, reply.body.code]).toEqual([422, 'item_listed_twice']);
});

describe('for ten seconds', () => {
  test('nothing of it is sent, nor what follows it; then all is, in its order', async () => {
    const { taskId, dossierId, instanceId } = await waiting();
    await decide([taskId], { verdict: 'return', reason: 'Bổ sung' });
    expect(await rowOf(taskId)).toMatchObject({ status: 'done', verdict: 'return', reason: 'Bổ sung' });
    expectOk(await (await world.as(clerk)).post(`/api/dossiers/${dossierId}/withdraw`, { reason: 'Rút' }));
    expect(await sendable(instanceId)).toEqual([[0, 'start']]);
    await timePasses(instanceId);
    expect(await sendable(instanceId)).toEqual([
      [0, 'start'],
      [1, 'taskCompleted'],
      [2, 'message'],
    ]);
  });

  test('it can be taken back: the task is with its decider again, and the number carries nothing', async () => {
    const { taskId, instanceId } = await waiting();
    await decide([taskId]);
    expect((await undo([taskId])).body).toMatchObject({ accepted: 1, refused: 0 });
    expect(await rowOf(taskId)).toMatchObject({
      status: 'claimed',
      verdict: null,
      decidedBy: null,
      version: 3,
    });
    expect(await sendable(instanceId)).toEqual([
      [0, 'start'],
      [1, 'variablesChanged'],
    ]);
    expect((await undo([taskId])).body).toMatchObject({ accepted: 1 });
    await decide([taskId], { version: 3, verdict: 'reject', reason: 'Không đủ tiêu chuẩn' });
    await timePasses(instanceId);
    expect((await sendable(instanceId)).slice(1)).toEqual([
      [1, 'variablesChanged'],
      [2, 'taskCompleted'],
    ]);
  });

  test('afterwards it stands', async () => {
    const { taskId, instanceId } = await waiting();
    await decide([taskId]);
    await timePasses(instanceId);
    expect((await undo([taskId])).body.items).toMatchObject([{ problem: { code: 'undo_too_late' } }]);
    expect(await rowOf(taskId)).toMatchObject({ status: 'done', verdict: 'approve' });
  });

  test('one that is being read to be sent is either taken back or sent, never both', async () => {
    const { taskId, instanceId } = await waiting();
    await decide([taskId]);
    await world.db.transaction(async (tx) => {
      await timePasses(instanceId);
      expect(await pendingEvents(tx, instanceId)).toHaveLength(2);
    });
    expect((await undo([taskId])).body.accepted).toBe(0);
  });

  test.each([
    ['nobody else takes it back', 'admin', 'forbidden'],
    ['nor who cannot see it', 'tccb.02', 'task_not_found'],
  ])('%s', async (_, login, code) => {
    const { taskId } = await waiting();
    await decide([taskId]);
    expect((await undo([taskId], login)).body.items).toMatchObject([{ accepted: false, problem: { code } }]);
    expect(await rowOf(taskId)).toMatchObject({ status: 'done' });
  });

  test('a decision of a single task is sent at once and cannot be taken back', async () => {
    const { taskId, instanceId } = await waiting();
    const decision = { version: 1, verdict: 'approve' };
    expectOk(await (await world.as(head)).post(`/api/tasks/${taskId}/complete`, decision));
    expect(await sendable(instanceId)).toHaveLength(2);
    expect((await undo([taskId])).body.items).toMatchObject([{ problem: { code: 'undo_too_late' } }]);
  });
});
