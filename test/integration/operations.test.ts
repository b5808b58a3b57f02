/** What an administrator can do to running dossiers, through the API, on a real Temporal server and PostgreSQL. */
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type {
  DefinitionDetail,
  DefinitionSummary,
  DeploymentCheck,
  DeployResult,
  DossierDetail,
  InstanceDetail,
  Me,
  MigrationCheck,
  RestartResult,
  Substitution,
  TimelineEntry,
} from '../../api/contract/index.ts';
import { ApiClient } from '../../cli/demo/api-client.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { waitUntil } from '../../cli/runtime/poll.ts';
import { accounts, agendaItems, notices, referrals } from '../../db/schema/index.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { localDate } from '../../engine/time/local-date.ts';
import { attachPapers } from '../api/fixtures.ts';
import { type Stack, startStack } from '../stack.ts';
import { skipTime } from '../temporal.ts';

let stack: Stack;
let journey: Journey;
let admin: ApiClient;
/** What the API takes for now; the clock of the machine where it is not set. */
let clock: Date | undefined;
beforeAll(async () => {
  stack = await startStack({ now: () => clock ?? new Date() });
  journey = new Journey({ baseUrl: stack.baseUrl, password: demoPassword, log: () => {} });
  admin = await journey.as('admin');
});
afterAll(() => stack?.stop());
vi.setConfig({ testTimeout: 240_000 });

const reason = 'Hội đồng không họp được';
const head = { process: 'department-level', element: 'department-head-decides' };

/** A dossier that waits for the vote of its unit, with the reminder of the council's secretary running. */
async function dossierAtVote(nomineeLogin: string): Promise<{ dossierId: string; instanceId: string }> {
  const clerk = await journey.as('clerk.tkth');
  const draft = {
    awardCode: 'CSTDCS',
    unitId: seedId('unit', 'TCTK-TKTH'),
    periodFrom: 2026,
    periodTo: 2026,
  };
  const dossier = expectOk(await clerk.post<DossierDetail>('/api/dossiers', draft));
  const nominee = { kind: 'person', personId: seedId('person', nomineeLogin), achievement: 'Sáng kiến' };
  expectOk(await clerk.post(`/api/dossiers/${dossier.id}/nominations`, nominee));
  await attachPapers(stack.database, dossier.id);
  const submission = { ineligibleReason: 'Dữ liệu thử.' };
  const { instanceId } = expectOk(
    await clerk.post<{ instanceId: string }>(`/api/dossiers/${dossier.id}/submit`, submission),
  );
  await until(instanceId, ({ visits }) => visits.some(({ element }) => element === 'await-result'));
  return { dossierId: dossier.id, instanceId };
}

const detail = async (instanceId: string) =>
  expectOk(await admin.get<InstanceDetail>(`/api/instances/${instanceId}`));

/** The instance, once what is waited for holds and no operation is on its way. */
async function until(
  instanceId: string,
  holds: (instance: InstanceDetail) => boolean = () => true,
): Promise<InstanceDetail> {
  let instance = await detail(instanceId);
  const settled = async () => {
    instance = await detail(instanceId);
    expect(instance.operations.map(({ status }) => status)).not.toContain('pending');
    expect(holds(instance), JSON.stringify(instance)).toBe(true);
  };
  expect(await waitUntil(settled, { timeoutMs: 30_000 })).toBeNull();
  return instance;
}

async function operate(instanceId: string, name: string, body: object = {}): Promise<InstanceDetail> {
  expectOk(await admin.post(`/api/instances/${instanceId}/${name}`, { reason, ...body }));
  return until(instanceId);
}

/** Moves the token out of the unit's level, council and all, to the head of the department. */
async function moveToHead(instanceId: string): Promise<InstanceDetail> {
  const { visits } = await detail(instanceId);
  const unit = visits.find(({ element }) => element === 'unit');
  return operate(instanceId, 'modify', { place: [head], cancel: [unit?.visit] });
}

const elements = ({ visits }: InstanceDetail) => visits.map(({ element }) => element);

test('a dossier whose council does not meet is moved on; suspended it keeps what people decide; resumed it goes on', async () => {
  const { dossierId, instanceId } = await dossierAtVote('tkth.03');
  const moved = await moveToHead(instanceId);
  expect(moved.operations).toMatchObject([
    { kind: 'modify', status: 'done', reason, by: { fullName: expect.any(String) } },
  ]);
  expect(elements(moved)).toEqual([
    'award-chain',
    'consider',
    'department',
    'department-level',
    'department-head-decides',
  ]);

  const [item] = await stack.database.db
    .select({ result: agendaItems.result, reason: agendaItems.reason })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .where(eq(referrals.subjectId, dossierId));
  expect(item).toEqual({ result: 'removed', reason });

  expect(await operate(instanceId, 'suspend')).toMatchObject({ status: 'suspended', held: 0 });
  const again = await admin.post(`/api/instances/${instanceId}/suspend`, { reason });
  expect(again).toMatchObject({ status: 409, body: { code: 'operation_refused' } });
  await skipTime(stack.temporal, instanceId, 40 * 24 * 3600);
  const task = await journey.nextTask(dossierId);
  await journey.decide(task, 'approve');
  const held = await until(instanceId, (instance) => instance.held === 1);
  expect(elements(held)).toEqual(elements(moved));
  const reminded = async () =>
    (await stack.database.db.select().from(notices).where(eq(notices.subjectId, dossierId))).filter(
      ({ kind }) => ['reminder', 'escalation'].includes(kind),
    );
  expect(await reminded()).toEqual([]);

  const resumed = await operate(instanceId, 'resume');
  expect(resumed.status).toBe('running');
  expect(elements(resumed)).not.toContain('department-head-decides');
  await journey.follow(dossierId);
});

test('a cancelled dossier leaves the agenda and is withdrawn; it is taken up again where it is told', async () => {
  const { dossierId, instanceId } = await dossierAtVote('tkth.05');
  const cancelled = await operate(instanceId, 'cancel');
  expect(cancelled).toMatchObject({
    status: 'ended',
    can: { restart: true },
  });
  expect((await journey.dossier('admin', dossierId)).status).toBe('withdrawn');
  const items = await stack.database.db
    .select({ result: agendaItems.result, reason: agendaItems.reason })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .where(eq(referrals.subjectId, dossierId));
  expect(items).toEqual([{ result: 'removed', reason }]);

  const nowhere = await admin.post(`/api/instances/${instanceId}/restart`, {
    reason,
    at: [{ process: 'department-level', element: 'nowhere' }],
  });
  expect(nowhere).toMatchObject({ status: 409, body: { code: 'operation_refused' } });
  const restart = { reason, at: [head] };
  const { instanceId: next } = expectOk(
    await admin.post<RestartResult>(`/api/instances/${instanceId}/restart`, restart),
  );
  expect((await admin.post(`/api/instances/${instanceId}/restart`, restart)).status).toBe(404);
  const begun = await until(next, ({ visits }) => visits.length > 0);
  expect(begun).toMatchObject({ restartOf: instanceId });
  expect((await journey.dossier('admin', dossierId)).status).toBe('running');
  expect(elements(begun)).toContain('department-head-decides');
  await journey.follow(dossierId);
});

test('who substitutes the head decides until the end of the last day; a dossier that waits longer reminds the head alone', async () => {
  const decided = await dossierAtVote('tkth.07');
  const waiting = await dossierAtVote('tkth.08');
  for (const { instanceId } of [decided, waiting]) await moveToHead(instanceId);
  const lastDay = localDate(new Date(Date.now() + 24 * 3_600_000).toISOString());
  const substitute = await new ApiClient(stack.baseUrl).logIn('appraiser.tctk', demoPassword);
  const headsOwn = await journey.as('head.tctk');
  const { roles } = expectOk(await headsOwn.get<Me>('/api/session'));
  const given = expectOk(
    await headsOwn.post<{ items: Substitution[] }>('/api/substitutions', {
      personId: seedId('person', 'appraiser.tctk'),
      grantIds: roles.flatMap(({ id, role }) => (role === 'head' ? [id] : [])),
      validFrom: localDate(new Date().toISOString()),
      validTo: lastDay,
      paper: 'Giấy ủy quyền số 1/GUQ-TCTK',
    }),
  );
  const substitutionId = given.items[0]?.id;
  const complete = async (dossierId: string) => {
    const { id, version } = await journey.nextTask(dossierId);
    return substitute.post(`/api/tasks/${id}/complete`, { version, verdict: 'approve' });
  };
  expectOk(await substitute.put('/api/session/acting', { substitutionId }));

  onTestFinished(() => {
    clock = undefined;
  });
  // The last second of the last day in Vietnam: the decision counts, and the dossier moves on.
  clock = new Date(`${lastDay}T16:59:59Z`);
  expectOk(await complete(decided.dossierId));
  await until(decided.instanceId, (instance) => !elements(instance).includes(head.element));
  const { items } = expectOk(
    await headsOwn.get<{ items: TimelineEntry[] }>(`/api/dossiers/${decided.dossierId}/timeline`),
  );
  const texts = items.map(({ textVi }) => textVi);
  expect(texts).toContainEqual(
    expect.stringMatching(/^Duyệt: .* \(thay .* theo Giấy ủy quyền số 1\/GUQ-TCTK\)$/),
  );

  clock = new Date(`${lastDay}T17:00:00Z`);
  expect(await complete(waiting.dossierId)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect(expectOk(await substitute.get<Me>('/api/session'))).toMatchObject({ actingFor: null });
  expect(await substitute.put('/api/session/acting', { substitutionId })).toMatchObject({
    body: { code: 'substitution_not_found' },
  });

  await skipTime(stack.temporal, waiting.instanceId, 40 * 24 * 3600);
  const reminded = async () => {
    const rows = await stack.database.db
      .selectDistinct({ login: accounts.login })
      .from(notices)
      .innerJoin(accounts, eq(accounts.id, notices.accountId))
      .where(and(eq(notices.subjectId, waiting.dossierId), eq(notices.kind, 'reminder')));
    expect(rows).toEqual([{ login: 'head.tctk' }]);
  };
  expect(await waitUntil(reminded, { timeoutMs: 30_000 })).toBeNull();
});

test('a dossier migrates to a version in which its step has another id, and goes on there after the worker died', async () => {
  const { dossierId, instanceId } = await dossierAtVote('tkth.06');
  await moveToHead(instanceId);
  const { items } = expectOk(await admin.get<{ items: DefinitionSummary[] }>('/api/definitions'));
  const award = items.find(({ processId }) => processId === 'award-chain');
  const { files, id: oldId } = expectOk(await admin.get<DefinitionDetail>(`/api/definitions/${award?.id}`));
  const changed = files.map(({ name, content }) => ({
    name,
    content: content.replaceAll(/(["'>])department-head-decides(["'<])/g, '$1department-head-approves$2'),
  }));
  const nodes = [{ ...head, to: 'department-head-approves' }];

  const check = expectOk(await admin.post<DeploymentCheck>('/api/definitions/check', { files: changed }));
  expect(check).toMatchObject({ sameAs: null, diff: { processes: [{ process: 'department-level' }] } });
  expect(check.impact.find(({ problems }) => problems.length > 0)).toMatchObject({
    problems: [{ code: 'element_gone', element: head.element }],
  });
  const mapped = expectOk(
    await admin.post<DeploymentCheck>('/api/definitions/check', { files: changed, nodes }),
  );
  expect(mapped.impact.flatMap(({ problems }) => problems)).toEqual([]);

  const unconfirmed = await admin.post('/api/definitions', { files: changed, reason });
  if (check.problems.length > 0) expect(unconfirmed.status).toBe(409);
  const deployed = expectOk(
    await admin.post<DeployResult>('/api/definitions', { files: changed, reason, confirm: true }),
  );
  const migration = { definitionId: deployed.id, nodes };
  const dry = expectOk(
    await admin.post<MigrationCheck>(`/api/instances/${instanceId}/migrate/check`, migration),
  );
  expect(dry).toMatchObject({ problems: [], position: [{ element: 'department-head-approves' }] });
  const refused = await admin.post(`/api/instances/${instanceId}/migrate`, {
    definitionId: deployed.id,
    reason,
  });
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'operation_refused', errors: [{ code: 'element_gone' }] },
  });
  expect((await detail(instanceId)).definition.id).toBe(oldId);

  const migrated = await operate(instanceId, 'migrate', migration);
  expect(migrated.definition).toMatchObject({ id: deployed.id, version: deployed.version });
  expect(elements(migrated)).toContain('department-head-approves');
  await stack.killWorker();
  await stack.startWorker();
  expect((await journey.nextTask(dossierId)).element).toBe('department-head-approves');
  await journey.follow(dossierId);
});
