import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendEvent } from '../../db/outbox.ts';
import {
  agendaItems,
  dossiers,
  incidents,
  instanceHistory,
  notices,
  outbox,
  processInstances,
  referrals,
  taskCandidates,
  tasks,
} from '../../db/schema/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import type { Effect, EngineEvent, Job, TaskDeclaration } from '../../engine/types.ts';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { type RunningDossier, runningDossier } from '../../test/fixtures/running-dossier.ts';
import { type CommitAnswer, commitStep } from './commit-step.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('seeded');
});
afterAll(() => database.drop());

const now = '2026-11-20T03:00:00.000Z';
const head = seedId('account', 'head.bkhdt');
const clerk = seedId('account', 'clerk.tkth');
const timersDue: EngineEvent = { type: 'timersDue' };

const declared = (visit: string, extra: Partial<TaskDeclaration> = {}): TaskDeclaration => ({
  visit,
  process: 'ministry-level',
  element: 'Decide',
  name: 'Bộ trưởng quyết định',
  candidateGroups: ['head@ministry'],
  candidateUsers: [],
  assignee: null,
  dueAt: '2026-11-27T17:00:00.000Z',
  clock: { startedAt: now, unit: 'working_day', amount: 5 },
  followUpAt: null,
  priority: 50,
  excludeDecidersOf: [],
  form: null,
  headers: { verdicts: 'approve,return,reject', level: 'ministry' },
  variables: {},
  ...extra,
});
const opens = (visit: string): Effect => ({ type: 'openTask', task: declared(visit) });
const cancels = (visit: string): Effect => ({ type: 'cancelTask', visit, interrupted: true });
const job = (type: string, headers: Record<string, string> = {}): Job => ({
  job: 'v9',
  process: 'council-stage',
  element: 'Job',
  type,
  retries: 3,
  headers,
  variables: {},
});

/** A dossier of its own with steps committed one after another. */
async function instance(nominees = 1) {
  const { db } = database;
  const dossier: RunningDossier = await runningDossier(db, { nominees });
  const { instanceId } = dossier;
  await db.transaction((tx) => appendEvent(tx, { instanceId, event: startEvent, accountId: null }));
  let step = 0;
  return {
    ...dossier,
    async commit(effects: Effect[], event: EngineEvent = timersDue): Promise<CommitAnswer> {
      const answer = await commitStep(db, { instanceId, step: step + 1, event, now, effects, position: [] });
      if (answer.status !== 'lost') step += 1;
      return answer;
    },
    /** A person decides a task, as the command does it. */
    async decide(visit: string): Promise<number> {
      return db.transaction(async (tx) => {
        const event: EngineEvent = { type: 'taskCompleted', visit, variables: { verdict: 'approve' } };
        const number = await appendEvent(tx, { instanceId, event, accountId: head });
        await tx
          .update(tasks)
          .set({
            status: 'done',
            verdict: 'approve',
            decidedBy: head,
            decidedAt: new Date(now),
            outboxNumber: number,
          })
          .where(eq(tasks.instanceId, instanceId));
        return number;
      });
    },
    async withdraw(): Promise<EngineEvent> {
      const event: EngineEvent = {
        type: 'message',
        name: 'dossier-withdrawn',
        correlationKey: dossier.dossierId,
        variables: {},
      };
      const number = await db.transaction((tx) => appendEvent(tx, { instanceId, event, accountId: clerk }));
      return { ...event, number };
    },
    task: async () => (await db.select().from(tasks).where(eq(tasks.instanceId, instanceId)))[0],
    row: async () => (await db.select().from(processInstances).where(eq(processInstances.id, instanceId)))[0],
    noticesOfKind: async (kind: string) =>
      (await db.select().from(notices).where(eq(notices.subjectId, dossier.dossierId))).filter(
        (n) => n.kind === kind,
      ),
    outboxStatus: async (number: number) =>
      (await db.select().from(outbox).where(eq(outbox.instanceId, instanceId))).find(
        (row) => row.number === number,
      )?.status,
  };
}
const startEvent: EngineEvent = {
  type: 'start',
  process: 'award-chain',
  variables: {},
  calendar: { daysOff: [], workingDays: [] },
};

test('a task opens for the holders of its role at the nearest unit of its level, with its clock', async () => {
  const dossier = await instance();
  await dossier.commit([opens('v1')], { ...startEvent, number: 0 });
  expect(await dossier.task()).toMatchObject({
    candidateRole: 'head',
    candidateUnitId: seedId('unit', 'BKHDT'),
    verdicts: ['approve', 'reject', 'return'],
    dueAt: new Date('2026-11-27T17:00:00.000Z'),
    status: 'open',
  });
  expect(await dossier.row()).toMatchObject({ step: 1, appliedNumber: 0 });
  expect(await dossier.outboxStatus(0)).toBe('applied');
});

describe('whom the model names for a task', () => {
  const open = async (extra: Partial<TaskDeclaration>) => {
    const dossier = await instance();
    await dossier.commit([{ type: 'openTask', task: declared('v1', extra) }]);
    const task = await dossier.task();
    const { db } = database;
    const candidates = await db
      .select()
      .from(taskCandidates)
      .where(eq(taskCandidates.taskId, task?.id ?? ''));
    const problems = await db.select().from(incidents).where(eq(incidents.instanceId, dossier.instanceId));
    return { task, candidates, problems: problems.map(({ code }) => code) };
  };

  test('further groups and accounts become candidates; follow-up date, priority and exclusions are kept', async () => {
    const { task, candidates, problems } = await open({
      candidateGroups: ['head@ministry', 'appraiser@ministry'],
      candidateUsers: ['clerk.tkth'],
      followUpAt: '2026-11-24T01:00:00.000Z',
      priority: 80,
      excludeDecidersOf: ['Appraise'],
    });
    expect(task).toMatchObject({
      status: 'open',
      candidateRole: 'head',
      priority: 80,
      followUpAt: new Date('2026-11-24T01:00:00.000Z'),
      excludeDecidersOf: ['Appraise'],
    });
    expect(candidates).toMatchObject([
      { accountId: null, role: 'appraiser', unitId: seedId('unit', 'BKHDT') },
      { accountId: clerk, role: null },
    ]);
    expect(problems).toEqual([]);
  });

  test('an assignee holds the task from the start', async () => {
    const { task } = await open({ assignee: 'Clerk.tkth' });
    expect(task).toMatchObject({ status: 'claimed', assigneeId: clerk });
  });

  test('an assignee whom the task excludes does not hold it', async () => {
    const dossier = await instance();
    await dossier.commit([opens('v1')]);
    await dossier.decide('v1');
    const task = declared('v2', { element: 'Second', assignee: 'head.bkhdt', excludeDecidersOf: ['Decide'] });
    await dossier.commit([{ type: 'openTask', task }]);
    const rows = await database.db.select().from(tasks).where(eq(tasks.instanceId, dossier.instanceId));
    expect(rows.find(({ element }) => element === 'Second')).toMatchObject({
      status: 'open',
      assigneeId: null,
    });
  });

  test('an account that nobody has, and a place that does not exist, are incidents; the others remain', async () => {
    const { candidates, problems } = await open({
      candidateGroups: ['head@ministry', 'head@moon'],
      candidateUsers: ['clerk.tkth', 'nobody'],
    });
    expect(candidates).toMatchObject([{ accountId: clerk }]);
    expect(problems.sort()).toEqual(['unknown_account', 'unknown_place']);
  });
});

test('a task and a job that the step itself ends again have never been in the world', async () => {
  const dossier = await instance();
  const answer = await dossier.commit([
    opens('v1'),
    { type: 'runJob', job: job('unknown') },
    cancels('v1'),
    { type: 'cancelJob', job: 'v9' },
  ]);
  expect(answer).toMatchObject({ status: 'committed', results: [], jobs: [] });
  expect(await dossier.task()).toBeUndefined();
});

test('a due date that is past already when the task opens is kept as it is', async () => {
  const dossier = await instance();
  const dueAt = '2026-01-01T00:00:00.000Z';
  await dossier.commit([{ type: 'openTask', task: declared('v1', { dueAt, clock: null }) }]);
  expect(await dossier.task()).toMatchObject({ status: 'open', dueAt: new Date(dueAt) });
});

test('a second try of a step writes nothing and answers with what the first one committed', async () => {
  const { db } = database;
  const dossier = await instance();
  const trace: Effect = {
    type: 'trace',
    action: 'enter',
    process: 'award-chain',
    element: 'Start',
    scope: 'v0',
  };
  const first = {
    instanceId: dossier.instanceId,
    step: 1,
    event: timersDue,
    now,
    effects: [trace],
    position: [],
  };
  await commitStep(db, first);
  const withdrawn = await dossier.withdraw();
  const second = await commitStep(db, {
    ...first,
    event: withdrawn,
    now: '2026-11-21T00:00:00.000Z',
    effects: [opens('v1')],
  });
  expect(second).toEqual({ status: 'stored', event: timersDue, now, results: [], jobs: [], notices: false });
  expect(await dossier.task()).toBeUndefined();
  expect(
    await db.select().from(instanceHistory).where(eq(instanceHistory.instanceId, dossier.instanceId)),
  ).toHaveLength(1);
});

test('two tries of one step at the same moment commit it once', async () => {
  const { db } = database;
  const dossier = await instance();
  const step = {
    instanceId: dossier.instanceId,
    step: 1,
    event: timersDue,
    now,
    effects: [opens('v1')],
    position: [],
  };
  const answers = await Promise.all([commitStep(db, step), commitStep(db, step), commitStep(db, step)]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['committed', 'stored', 'stored']);
});

test('a step that does not follow the last one is refused', async () => {
  const dossier = await instance();
  const step = { instanceId: dossier.instanceId, step: 2, event: timersDue, now, effects: [], position: [] };
  await expect(commitStep(database.db, step)).rejects.toThrow('cannot follow step 0');
});

describe('when a person decides a task that a step is about to end', () => {
  test('a timer loses: nothing is written and the decision stands', async () => {
    const dossier = await instance();
    await dossier.commit([opens('v1')]);
    const number = await dossier.decide('v1');
    expect(await dossier.commit([cancels('v1'), opens('v2')])).toEqual({ status: 'lost', until: number });
    expect(await dossier.task()).toMatchObject({ visit: 'v1', status: 'done' });
    expect(await dossier.row()).toMatchObject({ step: 1 });
  });

  test('a withdrawal that came before the decision wins: the decision is kept as overtaken and its author told', async () => {
    const dossier = await instance();
    await dossier.commit([opens('v1')], { ...startEvent, number: 0 });
    const withdrawn = await dossier.withdraw();
    const number = await dossier.decide('v1');
    expect(await dossier.commit([cancels('v1')], withdrawn)).toMatchObject({
      status: 'committed',
      notices: true,
    });
    expect(await dossier.task()).toMatchObject({ status: 'overtaken', verdict: 'approve', decidedBy: head });
    expect(await dossier.outboxStatus(number)).toBe('overtaken');
    expect(await dossier.noticesOfKind('overtaken')).toMatchObject([{ accountId: head }]);
  });

  test('a decision whose task is gone when it arrives is marked overtaken', async () => {
    const dossier = await instance();
    await dossier.commit([opens('v1')], { ...startEvent, number: 0 });
    const number = await dossier.decide('v1');
    await dossier.commit([{ type: 'unreceived' }], {
      type: 'taskCompleted',
      number,
      visit: 'v1',
      variables: {},
    });
    expect(await dossier.task()).toMatchObject({ status: 'overtaken' });
    expect(await dossier.outboxStatus(number)).toBe('overtaken');
  });

  test('a withdrawal that comes after the decision was signed has no effect, and the proposer is told', async () => {
    const { db } = database;
    const dossier = await instance();
    await dossier.commit([], { ...startEvent, number: 0 });
    const withdrawn = await dossier.withdraw();
    await db.update(dossiers).set({ endReason: 'Nhầm' }).where(eq(dossiers.id, dossier.dossierId));
    await dossier.commit([{ type: 'unreceived' }], withdrawn);
    const [row] = await db.select().from(dossiers).where(eq(dossiers.id, dossier.dossierId));
    expect(row).toMatchObject({ status: 'running', endReason: null });
    expect(await dossier.noticesOfKind('overtaken')).toMatchObject([{ accountId: clerk }]);
  });

  test('an instance that ends closes what is still on its way', async () => {
    const dossier = await instance();
    await dossier.commit([opens('v1')], { ...startEvent, number: 0 });
    const withdrawn = await dossier.withdraw();
    const number = await dossier.decide('v1');
    await dossier.commit([{ type: 'ended', variables: {} }], withdrawn);
    expect(await dossier.row()).toMatchObject({ status: 'ended', endedAt: new Date(now) });
    expect(await dossier.outboxStatus(number)).toBe('overtaken');
    expect(await dossier.noticesOfKind('overtaken')).toHaveLength(1);
  });
});

describe('reminders', () => {
  const reminds = (kind: 'before' | 'escalation', offset: number): Effect => ({
    type: 'remind',
    visit: 'v1',
    kind,
    offset,
  });

  test('a declared reminder goes once to everyone who could do the task', async () => {
    const dossier = await instance();
    await dossier.commit([opens('v1')]);
    expect(await dossier.commit([reminds('before', -3)])).toMatchObject({ notices: true });
    expect(await dossier.commit([reminds('before', -3)])).toMatchObject({ notices: false });
    expect(await dossier.noticesOfKind('reminder')).toMatchObject([{ accountId: head, offset: -3 }]);
  });

  test('an escalation also tells the administrators above', async () => {
    const dossier = await instance();
    await dossier.commit([opens('v1')]);
    await dossier.commit([reminds('escalation', 2)]);
    const told = (await dossier.noticesOfKind('escalation')).map(({ accountId }) => accountId);
    expect(told).toContain(seedId('account', 'admin'));
    expect(told).toContain(head);
  });

  test('a task that was decided in the meantime reminds nobody', async () => {
    const dossier = await instance();
    await dossier.commit([opens('v1')]);
    await dossier.decide('v1');
    await dossier.commit([reminds('before', -1)]);
    expect(await dossier.noticesOfKind('reminder')).toEqual([]);
  });
});

describe('jobs inside the step', () => {
  test('the council of the level gets one agenda item per nomination, with the share of the law', async () => {
    const { db } = database;
    const dossier = await instance(3);
    const runJob: Effect = { type: 'runJob', job: job('refer-to-council', { level: 'ministry' }) };
    const answer = await dossier.commit([runJob]);
    const [referral] = await db.select().from(referrals).where(eq(referrals.instanceId, dossier.instanceId));
    expect(referral).toMatchObject({
      councilId: seedId('council', 'BKHDT'),
      sharePercent: 90,
      shareStrict: false,
      denominator: 'total_members',
    });
    expect(answer).toMatchObject({
      results: [{ type: 'jobCompleted', job: 'v9', variables: { referralId: referral?.id } }],
    });
    const items = await db
      .select()
      .from(agendaItems)
      .where(eq(agendaItems.referralId, referral?.id ?? ''));
    expect(items.map((item) => item.nominationId).sort()).toEqual([...dossier.nominationIds].sort());
  });

  test('who is told of a return by the council reads its reasons, each once; a later return by a person its own', async () => {
    const { db } = database;
    const dossier = await instance(3);
    await dossier.commit([{ type: 'runJob', job: job('refer-to-council', { level: 'ministry' }) }]);
    const reasons = ['Thiếu báo cáo thành tích', 'Thiếu báo cáo thành tích', 'Chưa rõ sáng kiến'];
    for (const [i, nominationId] of dossier.nominationIds.entries()) {
      await db
        .update(agendaItems)
        .set({ result: 'returned', reason: reasons[i] ?? '', position: i + 1 })
        .where(eq(agendaItems.nominationId, nominationId));
    }
    const tell: Effect = { type: 'runJob', job: job('send-notice', { notice: 'returned' }) };
    expect(await dossier.commit([tell])).toMatchObject({ notices: true });
    const told = await dossier.noticesOfKind('returned');
    expect(new Set(told.map(({ reason }) => reason))).toEqual(
      new Set(['Thiếu báo cáo thành tích\nChưa rõ sáng kiến']),
    );
    await dossier.commit([opens('v1')]);
    await dossier.decide('v1');
    await db
      .update(tasks)
      .set({ verdict: 'return', reason: 'Sai mẫu tờ trình', decidedAt: new Date(Date.parse(now) + 1000) })
      .where(eq(tasks.instanceId, dossier.instanceId));
    await dossier.commit([tell]);
    const last = (await dossier.noticesOfKind('returned')).slice(told.length);
    expect(new Set(last.map(({ reason }) => reason))).toEqual(new Set(['Sai mẫu tờ trình']));
  });

  test('a job that cannot be done leaves nothing behind and fails as a value', async () => {
    const dossier = await instance();
    const answer = await dossier.commit([{ type: 'runJob', job: job('number-paper') }]);
    expect(answer).toMatchObject({ results: [{ type: 'jobFailed', code: 'no_signed_paper' }] });
  });

  test('an unknown job type fails with its name', async () => {
    const dossier = await instance();
    const answer = await dossier.commit([{ type: 'runJob', job: job('make-coffee') }]);
    expect(answer).toMatchObject({ results: [{ type: 'jobFailed', code: 'unknown_job_type' }] });
  });

  test('slow jobs are left to activities', async () => {
    const dossier = await instance();
    expect(await dossier.commit([{ type: 'runJob', job: job('render-decision') }])).toMatchObject({
      results: [],
      jobs: ['v9'],
    });
  });
});

describe('what people must look at', () => {
  const openOf = async (dossier: RunningDossier) =>
    database.db.select().from(incidents).where(eq(incidents.instanceId, dossier.instanceId));

  test('a place that the organisation lacks gives the task to an administrator and opens an incident', async () => {
    const dossier = await instance();
    await dossier.commit([{ type: 'openTask', task: declared('v1', { candidateGroups: ['head@moon'] }) }]);
    expect(await dossier.task()).toMatchObject({ candidateRole: 'admin' });
    expect(await openOf(dossier)).toMatchObject([{ code: 'unknown_place', resolvedAt: null }]);
  });

  test("a council's result without a receiver is an incident", async () => {
    const dossier = await instance();
    const event: EngineEvent = {
      type: 'message',
      number: 1,
      name: 'council-result',
      correlationKey: 'r1',
      variables: {},
    };
    await database.db.transaction((tx) =>
      appendEvent(tx, { instanceId: dossier.instanceId, event, accountId: null }),
    );
    await dossier.commit([{ type: 'unreceived' }], event);
    expect(await openOf(dossier)).toMatchObject([{ code: 'result_without_receiver' }]);
  });

  test('also where the process ends before it arrives', async () => {
    const dossier = await instance();
    const event: EngineEvent = {
      type: 'message',
      name: 'council-result',
      correlationKey: 'r1',
      variables: {},
    };
    const number = await database.db.transaction((tx) =>
      appendEvent(tx, { instanceId: dossier.instanceId, event, accountId: null }),
    );
    await dossier.commit([{ type: 'ended', variables: {} }]);
    expect(await openOf(dossier)).toMatchObject([{ code: 'result_without_receiver' }]);
    expect(await dossier.outboxStatus(number)).toBe('overtaken');
  });

  test('an incident of the engine opens and closes with it', async () => {
    const dossier = await instance();
    const incident = { incident: 'i1', visit: 'v1', element: 'Gateway', code: 'no_flow', message: 'no flow' };
    await dossier.commit([{ type: 'openIncident', ...incident }]);
    expect(await openOf(dossier)).toMatchObject([{ code: 'no_flow', resolvedAt: null }]);
    await dossier.commit([{ type: 'closeIncident', incident: 'i1' }]);
    expect(await openOf(dossier)).toMatchObject([{ resolvedAt: new Date(now) }]);
  });
});
