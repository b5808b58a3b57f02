import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nominationResults, nominations, processInstances, tasks } from '../../../db/schema/index.ts';
import {
  openTask,
  type Refusable,
  referTo,
  type Submitted,
  submittedDossier,
} from '../../../test/api/fixtures.ts';
import { eventsOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { TimelineEntry } from '../../contract/dossiers.ts';
import type { Nomination } from '../../contract/nominations.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const head = 'head.tctk';
const reason = 'Thành tích đột xuất mới được xác nhận';

/** A dossier before the department's head, whose council found so about its nominees. */
async function advised(found: ('passed' | 'failed')[]) {
  const dossier: Submitted = await submittedDossier(world, {
    nominees: ['tkth.03', 'tkth.04', 'tkth.05'].slice(0, found.length),
  });
  await referTo(world, dossier, { level: 'department' });
  const rows = await world.db
    .select()
    .from(nominations)
    .where(eq(nominations.dossierId, dossier.dossierId))
    .orderBy(nominations.seq);
  const { instanceId } = dossier;
  for (const [i, { id }] of rows.entries()) {
    const status = found[i] ?? 'passed';
    const why = status === 'failed' ? 'Không đủ phiếu tán thành: 5/11, cần 9.' : null;
    await world.db.update(nominations).set({ status, reason: why }).where(eq(nominations.id, id));
    const at = new Date('2026-11-19T02:00:00Z');
    await world.db
      .insert(nominationResults)
      .values({ nominationId: id, level: 'department', instanceId, step: 0, status, reason: why, at });
  }
  await world.db.update(processInstances).set({ step: 7 }).where(eq(processInstances.id, instanceId));
  return { ...dossier, ids: rows.map(({ id }) => id), taskId: await openTask(world, dossier) };
}

const decide = async (taskId: string, overruled: [string, 'approve' | 'refuse'][], verdict = 'approve') =>
  (await world.as(head)).post<Refusable<object>>(`/api/tasks/${taskId}/complete`, {
    version: 1,
    verdict,
    ...(verdict === 'approve' ? {} : { reason }),
    overruled: overruled.map(([nominationId, decision]) => ({ nominationId, decision, reason })),
  });
const seen = async (dossierId: string) =>
  (await (await world.as(head)).get<{ items: Nomination[] }>(`/api/dossiers/${dossierId}/nominations`)).body
    .items;

test('lets one pass that failed and refuses one that passed; who did it and why stays with both, beside the advice', async () => {
  const { ids, taskId, dossierId } = await advised(['passed', 'failed', 'passed']);
  const [first = '', second = ''] = ids;
  const reply = await decide(taskId, [
    [first, 'refuse'],
    [second, 'approve'],
  ]);
  expect(reply.status).toBe(200);
  const overruledBy = { fullName: expect.any(String) };
  expect(await seen(dossierId)).toMatchObject([
    {
      status: 'failed',
      reason,
      results: [
        { status: 'passed', overruledBy: null },
        { status: 'failed', reason, overruledBy, inFavour: null },
      ],
    },
    {
      status: 'passed',
      results: [
        { status: 'failed', overruledBy: null },
        { status: 'passed', reason, overruledBy },
      ],
    },
    { status: 'passed', results: [{ status: 'passed', overruledBy: null }] },
  ]);
  const timeline = await (await world.as(head)).get<{ items: TimelineEntry[] }>(
    `/api/dossiers/${dossierId}/timeline`,
  );
  expect(timeline.body.items.filter(({ textEn }) => textEn.startsWith('Decided otherwise'))).toMatchObject([
    { textVi: expect.stringMatching(/không cho .+ thông qua/), reason, actor: overruledBy },
    { textVi: expect.stringMatching(/: cho .+ thông qua/), reason, actor: overruledBy },
  ]);
});

describe('where the council passed nobody', () => {
  test('an approval names whom it approves', async () => {
    const { ids, taskId, instanceId } = await advised(['failed', 'failed']);
    const reply = await decide(taskId, []);
    expect([reply.status, reply.body.code]).toEqual([422, 'nobody_approved']);
    expect(await eventsOf(world, instanceId)).toEqual([]);
    expect((await decide(taskId, [[ids[1] ?? '', 'approve']])).status).toBe(200);
  });

  test('the head may follow it', async () => {
    const { taskId } = await advised(['failed']);
    expect((await decide(taskId, [], 'reject')).status).toBe(200);
  });
});

describe('refused, and nothing is decided', () => {
  test.each<[string, ('passed' | 'failed')[], [number, 'approve' | 'refuse'][], string, string]>([
    ['to approve what passed anyway', ['passed'], [[0, 'approve']], 'approve', 'not_overrulable'],
    ['to refuse what failed anyway', ['passed', 'failed'], [[1, 'refuse']], 'approve', 'not_overrulable'],
    [
      'one named twice',
      ['passed', 'failed'],
      [
        [1, 'approve'],
        [1, 'approve'],
      ],
      'approve',
      'not_overrulable',
    ],
    ['with a return', ['passed', 'failed'], [[1, 'approve']], 'return', 'not_overrulable'],
    ['to refuse everybody instead of the dossier', ['passed'], [[0, 'refuse']], 'approve', 'nobody_approved'],
  ])('%s', async (_, found, overruled, verdict, code) => {
    const { ids, taskId, instanceId } = await advised(found);
    const reply = await decide(
      taskId,
      overruled.map(([i, decision]) => [ids[i] ?? '', decision]),
      verdict,
    );
    expect([reply.status, reply.body.code]).toEqual([422, code]);
    expect(await eventsOf(world, instanceId)).toEqual([]);
    const [task] = await world.db.select().from(tasks).where(eq(tasks.id, taskId));
    expect(task?.status).toBe('open');
  });

  test('by a task that is not a head’s, or on another dossier', async () => {
    const one = await advised(['failed', 'passed']);
    const other = await advised(['failed', 'passed']);
    const foreign = await decide(one.taskId, [[other.ids[0] ?? '', 'approve']]);
    expect([foreign.status, foreign.body.code]).toEqual([422, 'not_overrulable']);
    const appraisal = await openTask(world, one, { verdicts: ['approve', 'return'] });
    const reply = await decide(appraisal, [[one.ids[0] ?? '', 'approve']]);
    expect([reply.status, reply.body.code]).toEqual([422, 'not_overrulable']);
  });
});
