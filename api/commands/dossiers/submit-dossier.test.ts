import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outbox, processDefinitions, processInstances, ruleSets } from '../../../db/schema/index.ts';
import { clerk, dossierRow, draftDossier, type Refusable } from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { SubmitResult } from '../../contract/dossiers.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const submit = async (login: string, dossierId: string) =>
  (await world.as(login)).post<Refusable<SubmitResult>>(`/api/dossiers/${dossierId}/submit`);

test('submitting binds the rule-set in force and writes the start as event 0', async () => {
  const { id } = await draftDossier(world);
  const { status, body } = await submit(clerk, id);
  expect(status).toBe(202);
  expect(body).toMatchObject({ dossierId: id, ruleSetId: '2025-07-01.nd152' });
  const row = await dossierRow(world, id);
  expect(row).toMatchObject({ status: 'running', instanceId: body.instanceId, ruleSetId: body.ruleSetId });
  const events = await world.db.select().from(outbox).where(eq(outbox.instanceId, body.instanceId));
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({
    number: 0,
    status: 'pending',
    event: {
      type: 'start',
      process: 'award-chain',
      variables: { dossierId: id, award: 'CSTDTQ', chain: 'P', centralCouncil: true },
    },
  });
  expect(await auditOf(world, id)).toEqual(['dossier.create', 'nomination.add', 'dossier.submit']);
  expect(world.delivered).toContain(body.instanceId);
});

test('the start carries the calendar: a swapped Saturday is a working day', async () => {
  const { id } = await draftDossier(world);
  const { body } = await submit(clerk, id);
  const [row] = await world.db
    .select({ event: outbox.event })
    .from(outbox)
    .where(eq(outbox.instanceId, body.instanceId));
  if (row?.event.type !== 'start') throw new Error('event 0 is not a start');
  expect(row.event.calendar.daysOff).toContain('2026-09-02');
  expect(row.event.calendar.workingDays.length).toBeGreaterThan(0);
  expect(JSON.stringify(row.event)).not.toMatch(/Hương|Minh Họa|Trưởng phòng/);
});

test('of ten submits at once one starts the process', async () => {
  const { id } = await draftDossier(world);
  const replies = await Promise.all(Array.from({ length: 10 }, () => submit(clerk, id)));
  expect(replies.map(({ status }) => status).sort()).toEqual([202, ...Array.from({ length: 9 }, () => 409)]);
  const started = new Set(replies.flatMap(({ body }) => (body.instanceId ? [body.instanceId] : [])));
  expect(started.size).toBe(1);
});

describe('refused', () => {
  test('without nominations', async () => {
    const { id } = await draftDossier(world, { nominees: [] });
    const reply = await submit(clerk, id);
    expect([reply.status, reply.body.code]).toEqual([409, 'dossier_without_nominations']);
  });

  test.each([
    ['the clerk of another unit, who does not see the draft', 'clerk.tccb', 404, 'dossier_not_found'],
    ['the head above, who does not see a draft either', 'head.tctk', 404, 'dossier_not_found'],
    ['an administrator, who sees it', 'admin', 403, 'forbidden'],
  ])('%s', async (_, login, status, code) => {
    const { id } = await draftDossier(world);
    const reply = await submit(login, id);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await dossierRow(world, id)).toMatchObject({ status: 'draft', instanceId: null });
  });

  test('on a day without a rule-set in force', async () => {
    const { id } = await draftDossier(world);
    await world.db
      .update(ruleSets)
      .set({ effectiveTo: '2026-11-01' })
      .where(eq(ruleSets.id, '2025-07-01.nd152'));
    const reply = await submit(clerk, id);
    await world.db.update(ruleSets).set({ effectiveTo: null }).where(eq(ruleSets.id, '2025-07-01.nd152'));
    expect([reply.status, reply.body.code]).toEqual([409, 'no_rule_set']);
    expect(reply.body.detail).toContain('2026-11-20');
  });

  test('where the process is not deployed', async () => {
    const { id } = await draftDossier(world);
    const hidden = { processId: 'award-chain-hidden' };
    await world.db
      .update(processDefinitions)
      .set(hidden)
      .where(eq(processDefinitions.processId, 'award-chain'));
    const before = await world.db.select().from(processInstances);
    const reply = await submit(clerk, id);
    await world.db
      .update(processDefinitions)
      .set({ processId: 'award-chain' })
      .where(eq(processDefinitions.processId, hidden.processId));
    expect([reply.status, reply.body.code]).toEqual([409, 'process_not_deployed']);
    expect(await world.db.select().from(processInstances)).toHaveLength(before.length);
  });
});
