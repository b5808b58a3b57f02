import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { dossiers, escalations, incidents, notices, roleGrants, tasks } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import {
  openTask,
  type Refusable,
  type Submitted,
  submittedDossier,
  unitId,
} from '../../../test/api/fixtures.ts';
import { auditOf, eventsOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { AdminOverview, AuditEntry, EscalateResult } from '../../contract/administration.ts';
import type { Notice } from '../../contract/notices.ts';

let world: ApiWorld;
let dossier: Submitted;
beforeAll(async () => {
  world = await startApiWorld();
  dossier = await submittedDossier(world);
});
afterAll(() => world.close());

const reason = 'Quá hạn ba ngày';
const overview = async () =>
  expectOk(await (await world.as('admin')).get<AdminOverview>('/api/admin/overview'));
const openIncident = async (instanceId: string) => {
  const values = {
    instanceId,
    incident: 'i1',
    element: 'render',
    code: 'pdf_failed',
    message: 'Chromium died',
    openedAt: world.clock.now,
  };
  const [row] = await world.db.insert(incidents).values(values).returning({ id: incidents.id });
  return row?.id ?? '';
};

describe('escalating', () => {
  const escalate = async (login: string, taskId: string, body: object = { reason }) =>
    (await world.as(login)).post<Refusable<EscalateResult>>(`/api/admin/tasks/${taskId}/escalate`, body);

  test('tells the heads above and stays on record; the task stays where it is', async () => {
    const taskId = await openTask(world, dossier);
    const reply = await escalate('admin', taskId);
    expect(reply.status).toBe(201);
    const told = await world.db.select().from(notices).where(eq(notices.taskId, taskId));
    expect(told.map(({ accountId }) => accountId).sort()).toEqual(
      [seedId('account', 'head.bkhdt'), seedId('account', 'head.ttg')].sort(),
    );
    expect(told[0]).toMatchObject({ kind: 'escalation', reason, subjectId: dossier.dossierId });
    expect(reply.body.notified).toHaveLength(2);
    expect(await world.db.select().from(escalations).where(eq(escalations.taskId, taskId))).toMatchObject([
      { reason },
    ]);
    expect(await world.db.select().from(tasks).where(eq(tasks.id, taskId))).toMatchObject([
      { status: 'open', version: 1 },
    ]);
    expect(await auditOf(world, taskId)).toEqual(['task.escalate']);
  });

  test('a council’s task goes to the head of its unit and those above', async () => {
    const councilId = seedId('council', 'TCTK');
    const taskId = await openTask(world, dossier, {
      candidateRole: 'secretary',
      candidateUnitId: null,
      candidateCouncilId: councilId,
    });
    const { body } = await escalate('admin', taskId);
    expect(body.notified.map(({ id }) => id)).toContain(seedId('person', 'head.tctk'));
  });

  test.each([
    ['a head is no administrator', 'head.tctk', { reason }, 403, 'forbidden'],
    ['a reason is needed', 'admin', {}, 400, 'invalid_request'],
    ['blanks are no reason', 'admin', { reason: '   ' }, 400, 'invalid_request'],
  ])('%s', async (_, login, body, status, code) => {
    const taskId = await openTask(world, dossier);
    const reply = await escalate(login, taskId, body);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await world.db.select().from(notices).where(eq(notices.taskId, taskId))).toHaveLength(0);
  });

  test('a task that is done waits for nobody', async () => {
    const taskId = await openTask(world, dossier, { status: 'cancelled' });
    expect((await escalate('admin', taskId)).body.code).toBe('task_not_open');
    expect((await escalate('admin', unitId)).body.code).toBe('task_not_found');
  });
});

describe('incidents', () => {
  const retry = async (login: string, id: string) =>
    (await world.as(login)).post<Refusable<unknown>>(`/api/admin/incidents/${id}/retry`, { reason });

  test('a retry tells the process once', async () => {
    const { instanceId, dossierId } = await submittedDossier(world);
    const id = await openIncident(instanceId);
    expect((await overview()).incidents).toContainEqual(
      expect.objectContaining({
        id,
        subject: expect.objectContaining({ id: dossierId }),
        code: 'pdf_failed',
      }),
    );
    const replies = await Promise.all([retry('admin', id), retry('admin', id)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await eventsOf(world, instanceId)).toEqual([
      { type: 'incidentRetried', incident: 'i1', number: 1 },
    ]);
    expect((await overview()).incidents.map((incident) => incident.id)).not.toContain(id);
    expect((await retry('head.tctk', id)).body.code).toBe('forbidden');
  });
});

describe('overview', () => {
  test('late tasks, the longest first, and dossiers that do not move', async () => {
    const { instanceId, dossierId } = await submittedDossier(world);
    const late = await openTask(
      world,
      { instanceId, dossierId },
      { dueAt: new Date('2026-11-18T17:00:00Z') },
    );
    const later = await openTask(
      world,
      { instanceId, dossierId },
      { dueAt: new Date('2026-11-11T17:00:00Z') },
    );
    const before = new Date('2026-11-01T00:00:00Z');
    await world.db.update(dossiers).set({ submittedAt: before }).where(eq(dossiers.id, dossierId));
    const { lateTasks, idleDossiers } = await overview();
    expect(lateTasks.map(({ id }) => id)).toEqual([later, late]);
    expect(idleDossiers).toMatchObject([{ dossier: { id: dossierId }, idleDays: 19 }]);
  });

  test.each(['/api/admin/overview', '/api/audit'])('%s is for administrators', async (path) => {
    expect((await (await world.as('head.tctk')).get(path)).status).toBe(403);
  });

  test('the audit log answers by subject, newest first', async () => {
    const path = `/api/audit?subject=dossier:${dossier.dossierId}`;
    const { items } = expectOk(await (await world.as('admin')).get<{ items: AuditEntry[] }>(path));
    expect(items.map(({ action }) => action)).toEqual(['dossier.submit', 'nomination.add', 'dossier.create']);
  });
});

test('the audit log tells of everybody, so an administrator of a part of the organisation does not read it', async () => {
  await world.db.insert(roleGrants).values({
    accountId: seedId('account', 'head.ctn'),
    role: 'admin',
    unitId: seedId('unit', 'TCTK'),
    validFrom: '2026-01-01',
  });
  expect((await (await world.as('head.ctn')).get('/api/admin/overview')).status).toBe(200);
  expect((await (await world.as('head.ctn')).get('/api/audit')).status).toBe(403);
});

describe('notices', () => {
  test('are read by their owner, once', async () => {
    const head = await world.as('head.ttg');
    const unread = async () =>
      expectOk(await head.get<{ items: Notice[]; total: number }>('/api/notices?unread=true'));
    const [notice] = (await unread()).items;
    const path = `/api/notices/${notice?.id}/read`;
    expect((await (await world.as('head.tctk')).post<Refusable<unknown>>(path)).body.code).toBe(
      'notice_not_found',
    );
    const before = (await unread()).total;
    expect((await head.post(path)).status).toBe(204);
    expect((await head.post(path)).status).toBe(204);
    expect((await unread()).total).toBe(before - 1);
  });
});
