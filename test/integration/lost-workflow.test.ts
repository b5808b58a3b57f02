import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiClient } from '../../cli/demo/api-client.ts';
import { expectOk } from '../../cli/demo/journey.ts';
import { waitUntil } from '../../cli/runtime/poll.ts';
import { dossiers, instanceSteps, referrals } from '../../db/schema/index.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
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
async function waitingDossier(): Promise<{ id: string; instanceId: string }> {
  const { db } = stack.database;
  const client = await new ApiClient(stack.baseUrl).logIn('clerk.tkth', demoPassword);
  const draft = { awardCode: 'LDTT', unitId: seedId('unit', 'TCTK-TKTH'), periodFrom: 2026, periodTo: 2026 };
  const { id } = expectOk(await client.post<{ id: string }>('/api/dossiers', draft));
  const nominee = { kind: 'person', personId: seedId('person', 'tkth.03') };
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
  const { id, instanceId } = await waitingDossier();
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
