import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeNumbers } from '../../../activities/take-number.ts';
import { expectOk } from '../../../cli/demo/journey.ts';
import { readCalendar } from '../../../db/calendar.ts';
import { newestDefinition } from '../../../db/definitions.ts';
import { appendEvent } from '../../../db/outbox.ts';
import {
  blocMembers,
  blocSheets,
  blocSignatures,
  blocYears,
  emulationBlocs,
  initiativeApplications,
  instanceOperations,
  officePapers,
  outbox,
  papers,
  planScorings,
  planVersions,
  processInstances,
  referrals,
  scoreSheets,
  sessions,
  workPlans,
} from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { calendarOf } from '../../../domain/calendar.ts';
import type { Variables } from '../../../engine/types.ts';
import type { Refusable } from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { InstanceDetail, RestartResult } from '../../contract/instances.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const reason = 'Phải làm lại từ đầu';
const unitId = seedId('unit', 'TCTK');
const account = (login: string) => seedId('account', login);
const at = new Date('2026-11-20T01:00:00Z');
const head = { signerId: account('head.tctk'), signerTitle: 'Tổng cục trưởng', signedAt: at };
const created = { createdBy: account('admin'), createdAt: at };
let codes = 0;
const code = () => `THU-${++codes}`;

/** The row that an insert returned. */
function only<Row>([row]: Row[]): Row {
  if (!row) throw new Error('nothing was inserted');
  return row;
}

/** An instance of a process that an administrator cancelled. */
async function cancelled(process: string, variables: Variables = {}): Promise<string> {
  const { db } = world;
  const definition = await newestDefinition(db, process);
  if (!definition) throw new Error(`${process} is not deployed`);
  const { id: instanceId } = only(
    await db.insert(processInstances).values({ definitionId: definition.id, startedAt: at }).returning(),
  );
  const by = { instanceId, accountId: account('admin') };
  const start = { type: 'start' as const, process, variables, definition: definition.id };
  const { days } = await readCalendar(db);
  await appendEvent(db, { ...by, event: { ...start, calendar: calendarOf(days) } });
  const number = await appendEvent(db, { ...by, event: { type: 'cancelled' } });
  await db.insert(instanceOperations).values({ instanceId, number, kind: 'cancel', reason });
  await db.update(outbox).set({ status: 'applied' }).where(eq(outbox.instanceId, instanceId));
  await db
    .update(processInstances)
    .set({ status: 'ended', endedAt: at, appliedNumber: number })
    .where(eq(processInstances.id, instanceId));
  return instanceId;
}

const can = async (instanceId: string) =>
  expectOk(await (await world.as('admin')).get<InstanceDetail>(`/api/instances/${instanceId}`)).can;
const restart = async (instanceId: string, at: { process: string; element: string }[] = []) =>
  (await world.as('admin')).post<Refusable<RestartResult>>(`/api/instances/${instanceId}/restart`, {
    at,
    reason,
  });

/** Begins anew and answers the variables that the new instance starts with. */
async function begunAnew(instanceId: string): Promise<Variables> {
  expect(await can(instanceId)).toEqual({ restart: true, beginAnew: true });
  const begun = expectOk(await restart(instanceId));
  const [start] = await eventsFrom(begun.instanceId);
  return start?.event.type === 'start' ? start.event.variables : {};
}
const eventsFrom = (instanceId: string) =>
  world.db.select({ event: outbox.event }).from(outbox).where(eq(outbox.instanceId, instanceId));

async function session(values: Partial<typeof sessions.$inferInsert>): Promise<string> {
  const instanceId = await cancelled('council-session', { scheduledAt: '2026-11-01T01:00:00.000Z' });
  await world.db.insert(sessions).values({
    councilId: seedId('council', 'TCTK-TKTH'),
    mode: 'meeting',
    title: 'Phiên họp bị hủy quy trình',
    scheduledAt: new Date('2026-12-01T01:00:00Z'),
    instanceId,
    createdBy: account('tkth.02'),
    ...values,
  });
  return instanceId;
}

async function plan(values: Partial<typeof workPlans.$inferInsert> = {}) {
  const instanceId = await cancelled('work-plan');
  const year = {
    year: 2031,
    opensOn: '2030-10-01',
    evaluationFrom: '2031-01-01',
    evaluationTo: '2031-09-30',
  };
  const { id } = only(
    await world.db
      .insert(workPlans)
      .values({
        ...year,
        ...created,
        code: code(),
        unitId,
        title: 'Kế hoạch bị hủy quy trình',
        rhythm: 'quarter',
        status: 'running',
        instanceId,
        ...values,
      })
      .returning(),
  );
  return { id, instanceId };
}

async function initiative(values: Partial<typeof initiativeApplications.$inferInsert> = {}) {
  const instanceId = await cancelled('initiative-recognition');
  const { id } = only(
    await world.db
      .insert(initiativeApplications)
      .values({
        ...created,
        code: code(),
        unitId: seedId('unit', 'TCTK-TKTH'),
        kind: 'initiative',
        name: 'Sáng kiến bị hủy quy trình',
        year: 2026,
        field: 'Thống kê',
        summary: 'Tóm tắt',
        requestedScope: 'unit',
        ruleSetId: '2025-07-01.nd152',
        status: 'returned',
        submittedAt: at,
        instanceId,
        ...values,
      })
      .returning(),
  );
  return { id, instanceId };
}

async function decision(
  subjectId: string,
  values: Partial<typeof papers.$inferInsert> = {},
): Promise<string> {
  const decided = { kind: 'decision' as const, issuerId: unitId, subjectId, sourceVisit: 'v7', ...head };
  const row = await world.db
    .insert(papers)
    .values({ ...decided, status: 'signed', ...values })
    .returning();
  return only(row).id;
}

async function officePaper(values: Partial<typeof officePapers.$inferInsert>) {
  const instanceId = await cancelled('office-paper');
  const { id } = only(
    await world.db
      .insert(officePapers)
      .values({
        ...created,
        ...head,
        code: code(),
        unitId,
        kind: 'plan',
        title: 'Kế hoạch thi đua',
        status: 'signed',
        instanceId,
        ...values,
      })
      .returning(),
  );
  return { id, instanceId };
}

async function blocYear() {
  const { db } = world;
  const instanceId = await cancelled('emulation-bloc');
  const bloc = only(
    await db
      .insert(emulationBlocs)
      .values({
        ...created,
        kind: 'bloc',
        name: code(),
        councilId: seedId('council', 'TCTK-TKTH'),
        flagCode: 'CO_CP',
      })
      .returning(),
  );
  const { id } = only(
    await db
      .insert(blocYears)
      .values({
        ...created,
        code: code(),
        blocId: bloc.id,
        year: 2026,
        status: 'running',
        instanceId,
        regulation: 'Quy chế',
        sharePercent: 50,
        shareStrict: true,
        quorumNumerator: 2,
        quorumDenominator: 3,
        flags: 1,
        pledge: {
          bloc: '',
          year: 2026,
          regulation: '',
          place: '',
          on: '',
          commitments: [],
          campaigns: [],
          members: [],
        },
        pledgeHash: 'a'.repeat(64),
      })
      .returning(),
  );
  const [leader, other] = [seedId('unit', 'TCTK-TKTH'), seedId('unit', 'TCTK-NLTS')];
  const members = await db
    .insert(blocMembers)
    .values([
      { blocYearId: id, unitId: leader, role: 'leader', position: 1, checkerId: other },
      { blocYearId: id, unitId: other, role: 'member', position: 2, checkerId: leader },
    ])
    .returning();
  const memberId = only(members).id;
  await db.insert(blocSheets).values({ memberId, stage: 'self', handedInAt: at });
  await db
    .insert(blocSignatures)
    .values({ memberId, contentHash: 'a'.repeat(64), accountId: account('head.tctk'), signedAt: at });
  return { id, instanceId, memberId };
}

describe('begun anew, a subject is what its process finds when it starts', () => {
  test('a planned session is counted by the hour to which it was put off', async () => {
    expect(await begunAnew(await session({}))).toMatchObject({ scheduledAt: '2026-12-01T01:00:00.000Z' });
  });

  test('a plan has a version that is written, also where both rounds were closed', async () => {
    const { id, instanceId } = await plan({ version: 2 });
    const versions = [1, 2].map((number) => ({ planId: id, number, openedAt: at, closedAt: at }));
    await world.db.insert(planVersions).values(versions);
    await begunAnew(instanceId);
    const written = await world.db.select().from(planVersions).where(eq(planVersions.planId, id));
    expect(written.filter(({ closedAt }) => closedAt === null)).toMatchObject([{ number: 3 }]);
  });

  test('sheets of a scoring can be written again, until the day to which it was put off', async () => {
    const { id: planId } = await plan({ status: 'assigned', assignedOn: '2026-01-01' });
    const instanceId = await cancelled('plan-scoring', { scoringDue: '2026-10-01T17:00:00.000Z' });
    const { id: scoringId } = only(
      await world.db
        .insert(planScorings)
        .values({ planId, period: '2031-Q1', dueOn: '2031-04-20', instanceId, openedAt: at })
        .returning(),
    );
    await world.db.insert(scoreSheets).values({ scoringId, assignerId: unitId, handedInAt: at });
    expect(await begunAnew(instanceId)).toEqual({ scoringDue: '2031-04-20T17:00:00.000Z' });
    const sheets = await world.db.select().from(scoreSheets).where(eq(scoreSheets.scoringId, scoringId));
    expect(sheets).toMatchObject([{ handedInAt: null }]);
  });

  test('an initiative is considered again; a decision on it that was signed without number is void', async () => {
    const { id, instanceId } = await initiative();
    const signed = await decision(id);
    await begunAnew(instanceId);
    const [row] = await world.db
      .select()
      .from(initiativeApplications)
      .where(eq(initiativeApplications.id, id));
    expect(row).toMatchObject({ status: 'running', endReason: null });
    const [paper] = await world.db.select().from(papers).where(eq(papers.id, signed));
    expect(paper?.voidedAt).toEqual(world.clock.now);
    // The new instance comes to the same step: its decision takes the place of the one that is void.
    expect(await decision(id)).not.toBe(signed);
  });

  test('an office paper is a draft again, without the signature', async () => {
    const { id, instanceId } = await officePaper({});
    await begunAnew(instanceId);
    const [row] = await world.db.select().from(officePapers).where(eq(officePapers.id, id));
    expect(row).toMatchObject({ status: 'draft', signerId: null, signedAt: null });
  });

  test('the pledge of a bloc is written and signed anew, its sheets are handed in anew', async () => {
    const { id, instanceId, memberId } = await blocYear();
    await begunAnew(instanceId);
    const [row] = await world.db.select().from(blocYears).where(eq(blocYears.id, id));
    expect(row).toMatchObject({ status: 'running', pledge: null, pledgeHash: null });
    const ofMember = eq(blocSignatures.memberId, memberId);
    expect(await world.db.select().from(blocSignatures).where(ofMember)).toEqual([]);
    const sheets = await world.db.select().from(blocSheets).where(eq(blocSheets.memberId, memberId));
    expect(sheets).toMatchObject([{ handedInAt: null }]);
  });
});

/** What a paper has once it is numbered. */
async function numbered() {
  const issuedOn = '2026-11-20';
  const series = { unitId, councilId: null, paperType: 'KH', date: issuedOn };
  const { seriesId, first: number } = await takeNumbers(world.db, series);
  return { status: 'numbered' as const, seriesId, number, symbol: `${number}/KH-TCTK`, issuedOn };
}

describe('what cannot be taken back is not begun anew, it goes on from a step', () => {
  test.each(
    Object.entries({
      'a session that was opened': () => session({ status: 'open', openedAt: at }),
      'a paper that has its number': async () => (await officePaper(await numbered())).instanceId,
      'an initiative whose decision has its number': async () => {
        const { id, instanceId } = await initiative();
        await decision(id, await numbered());
        return instanceId;
      },
      'a bloc whose vote has its result': async () => {
        const { id, instanceId } = await blocYear();
        await world.db.insert(referrals).values({
          instanceId,
          job: 'v1',
          subjectId: id,
          councilId: seedId('council', 'TCTK-TKTH'),
          level: 'unit',
          denominator: 'total_members',
          sharePercent: 50,
          shareStrict: true,
          quorumNumerator: 2,
          quorumDenominator: 3,
          citation: 'Quy chế',
          status: 'resulted',
          createdAt: at,
        });
        return instanceId;
      },
    }),
  )('%s', async (_, make) => {
    const instanceId = await make();
    expect(await can(instanceId)).toEqual({ restart: true, beginAnew: false });
    const refused = await restart(instanceId);
    expect([refused.status, refused.body.code]).toEqual([409, 'beginning_past']);
  });

  test('where it goes on it is as it stands: a paper at the registrar is signed', async () => {
    const { id, instanceId } = await officePaper({});
    expectOk(await restart(instanceId, [{ process: 'office-paper', element: 'register-office-paper' }]));
    const [row] = await world.db.select().from(officePapers).where(eq(officePapers.id, id));
    expect(row).toMatchObject({ status: 'signed', signerId: head.signerId });
  });
});

describe('what came to its result is not taken up again', () => {
  test.each(
    Object.entries({
      'minutes that are signed': () => session({ status: 'minuted', openedAt: at, closedAt: at }),
      'a plan that is assigned': async () =>
        (await plan({ status: 'assigned', assignedOn: '2026-01-01' })).instanceId,
      'an initiative that is recognised': async () =>
        (await initiative({ status: 'recognised', scope: 'unit' })).instanceId,
      'a paper that went out': async () =>
        (await officePaper({ ...(await numbered()), status: 'issued' })).instanceId,
    }),
  )('%s', async (_, make) => {
    const instanceId = await make();
    expect(await can(instanceId)).toEqual({ restart: false, beginAnew: false });
    expect((await restart(instanceId)).body.code).toBe('instance_not_cancelled');
  });
});
