import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiClient } from '../../cli/demo/api-client.ts';
import { expectOk } from '../../cli/demo/journey.ts';
import { waitUntil } from '../../cli/runtime/poll.ts';
import { appendEvent } from '../../db/outbox.ts';
import { dossiers, instanceSteps, outbox, processInstances, referrals } from '../../db/schema/index.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import type { Progress } from '../../workflows/process-instance.ts';
import { attachPapers } from '../api/fixtures.ts';
import { type Stack, startStack } from '../stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

const until = async (holds: () => Promise<void>) =>
  expect(await waitUntil(holds, { timeoutMs: 45_000 })).toBeNull();

/** A dossier that waits for the vote of its unit. */
async function waitingDossier(person: string): Promise<{ id: string; instanceId: string }> {
  const { db } = stack.database;
  const client = await new ApiClient(stack.baseUrl).logIn('clerk.tkth', demoPassword);
  const draft = { awardCode: 'LDTT', unitId: seedId('unit', 'TCTK-TKTH'), periodFrom: 2026, periodTo: 2026 };
  const { id } = expectOk(await client.post<{ id: string }>('/api/dossiers', draft));
  const nominee = { kind: 'person', personId: seedId('person', person) };
  expectOk(await client.post(`/api/dossiers/${id}/nominations`, nominee));
  await attachPapers(stack.database, id);
  const { instanceId } = expectOk(await client.post<{ instanceId: string }>(`/api/dossiers/${id}/submit`));
  await until(async () => {
    const referred = await db.select().from(referrals).where(eq(referrals.instanceId, instanceId));
    expect(referred).toHaveLength(1);
  });
  return { id, instanceId };
}

const stepsOf = (instanceId: string) =>
  stack.database.db
    .select()
    .from(instanceSteps)
    .where(eq(instanceSteps.instanceId, instanceId))
    .orderBy(asc(instanceSteps.step));

test('an instance whose workflow Temporal has lost is rebuilt from its steps with the next event, and no step is taken twice', async () => {
  const { db } = stack.database;
  const { id, instanceId } = await waitingDossier('tkth.03');
  const before = await stepsOf(instanceId);
  // To a signal, a terminated workflow is as gone as one whose store was replaced.
  await stack.temporal.client.workflow.getHandle(instanceId).terminate('its store is lost');

  const client = await new ApiClient(stack.baseUrl).logIn('clerk.tkth', demoPassword);
  expectOk(await client.post(`/api/dossiers/${id}/withdraw`, { reason: 'Đơn vị rút hồ sơ' }));

  await until(async () => {
    const [dossier] = await db.select().from(dossiers).where(eq(dossiers.id, id));
    expect(dossier?.status).toBe('withdrawn');
  });
  await stack.temporal.client.workflow.getHandle(instanceId).result();
  const after = await stepsOf(instanceId);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.length).toBeGreaterThan(before.length);
});

test('an instance that Temporal has lost is started again also when nothing new comes for it', async () => {
  const { db } = stack.database;
  const { instanceId } = await waitingDossier('tkth.03');
  const before = await stepsOf(instanceId);
  const workflow = stack.temporal.client.workflow.getHandle(instanceId);
  await workflow.terminate('its store is lost');
  await db
    .update(processInstances)
    .set({ startedAt: new Date(Date.now() - 3_600_000) })
    .where(eq(processInstances.id, instanceId));

  // A workflow that has just ended is listed as running for a moment longer.
  await until(async () => {
    await stack.relay.restoreLost();
    expect((await workflow.describe()).status.name).toBe('RUNNING');
  });
  await until(async () => {
    const { step, position } = await workflow.query<Progress>('progress');
    const [instance] = await db.select().from(processInstances).where(eq(processInstances.id, instanceId));
    expect({ step, position }).toEqual({ step: instance?.step, position: instance?.position });
  });
  // Only the result of the job that was under way may have come meanwhile.
  expect((await stepsOf(instanceId)).slice(0, before.length)).toEqual(before);
});

test('an event that Temporal took and lost is delivered anew', async () => {
  const { db } = stack.database;
  const { id, instanceId } = await waitingDossier('tkth.05');
  await db.transaction(async (tx) => {
    await tx.update(dossiers).set({ endReason: 'Đơn vị rút hồ sơ' }).where(eq(dossiers.id, id));
    const event = { type: 'message' as const, name: 'dossier-withdrawn', correlationKey: id, variables: {} };
    const number = await appendEvent(tx, { instanceId, event, accountId: null });
    await tx
      .update(outbox)
      .set({ status: 'delivered', deliveredAt: new Date(Date.now() - 3_600_000) })
      .where(and(eq(outbox.instanceId, instanceId), eq(outbox.number, number)));
  });

  await stack.relay.deliverAnew();

  await until(async () => {
    const [dossier] = await db.select().from(dossiers).where(eq(dossiers.id, id));
    expect(dossier?.status).toBe('withdrawn');
  });
});
