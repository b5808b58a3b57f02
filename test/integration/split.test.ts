import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CouncilDetail, DossierDetail, SessionDetail } from '../../api/contract/index.ts';
import type { Nomination } from '../../api/contract/nominations.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { waitUntil } from '../../cli/runtime/poll.ts';
import { dossiers, nominations, outbox, processInstances } from '../../db/schema/index.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { attachPapers, personId, unitId } from '../api/fixtures.ts';
import { council, secretary, staff } from '../api/voting.ts';
import { type Stack, startStack } from '../stack.ts';

/** A council passes one nomination of a dossier and returns another: each goes its own way to its own decision. */
let stack: Stack;
let journey: Journey;
beforeAll(async () => {
  stack = await startStack();
  journey = new Journey({
    baseUrl: stack.baseUrl,
    password: demoPassword,
    log: () => {},
    patienceMs: 60_000,
  });
});
afterAll(() => stack?.stop());

const clerk = 'clerk.tkth';

async function submitted(nominees: string[]): Promise<string> {
  const client = await journey.as(clerk);
  const draft = { awardCode: 'CSTDCS', unitId, periodFrom: 2026, periodTo: 2026 };
  const { id } = expectOk(await client.post<DossierDetail>('/api/dossiers', draft));
  for (const login of nominees) {
    const nominee = { kind: 'person', personId: personId(login) };
    expectOk(await client.post(`/api/dossiers/${id}/nominations`, nominee));
  }
  await attachPapers(stack.database, id);
  expectOk(await client.post(`/api/dossiers/${id}/submit`, { ineligibleReason: 'Dữ liệu thử.' }));
  return id;
}

/** What the dossier has waiting before the unit's meeting, once its process has come there. */
async function waitingItems(dossierId: string): Promise<CouncilDetail['waiting']> {
  const client = await journey.as(secretary);
  let waiting: CouncilDetail['waiting'] = [];
  await eventually(async () => {
    const detail = expectOk(await client.get<CouncilDetail>(`/api/councils/${council}`));
    waiting = detail.waiting.filter((item) => item.subject.id === dossierId);
    return waiting.length > 0;
  });
  return waiting;
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const attempt = async () => {
    if (!(await holds())) throw new Error('not yet');
  };
  const gaveUp = await waitUntil(attempt, { timeoutMs: 60_000 });
  if (gaveUp) throw new Error(gaveUp);
}

const seen = (id: string) => journey.dossier(clerk, id);
const nominationsOf = async (id: string) => {
  const path = `/api/dossiers/${id}/nominations`;
  return expectOk(await (await journey.as(clerk)).get<{ items: Nomination[] }>(path)).items;
};

test('returned with a reason, one splits off with its votes and papers, is supplemented and voted on again; both are awarded, once', {
  timeout: 200_000,
}, async () => {
  const parentId = await submitted(['tkth.03', 'tkth.04']);
  const waiting = await waitingItems(parentId);
  const keeper = await journey.as(secretary);
  const [goesOn, returned] = waiting.map(({ id }) => id);
  const session = expectOk(
    await keeper.post<SessionDetail>(`/api/councils/${council}/sessions`, {
      mode: 'meeting',
      scheduledAt: new Date().toISOString(),
      agendaItemIds: [goesOn, returned],
    }),
  );
  const path = `/api/sessions/${session.id}`;
  const { members } = expectOk(await keeper.post<SessionDetail>(`${path}/open`));
  expectOk(await keeper.put(`${path}/attendance`, { present: members.map(({ person }) => person.id) }));
  expectOk(
    await keeper.post(`${path}/agenda-items/${returned}/return`, { reason: 'Thiếu xác nhận sáng kiến' }),
  );
  for (const { login } of staff)
    expectOk(
      await (await journey.as(login)).put(`${path}/ballots`, {
        ballots: [{ agendaItemId: goesOn, choice: 'for' }],
      }),
    );
  // The result is on its way while no worker runs; whoever takes it up splits the dossier, and once.
  await stack.killWorker();
  expectOk(await keeper.post(`${path}/close`));
  await stack.startWorker();
  await eventually(async () => (await seen(parentId)).splitOffs.length > 0);

  const parent = await seen(parentId);
  const [link] = parent.splitOffs;
  expect(parent.splitOffs).toMatchObject([{ nominations: 1 }]);
  await eventually(async () => (await seen(link?.id ?? '')).status === 'returned');
  const branch = await seen(link?.id ?? '');
  expect(branch).toMatchObject({
    splitFrom: { id: parentId, code: parent.code },
    bindings: parent.bindings,
  });
  expect(branch.documents.map(({ kind }) => kind).toSorted()).toEqual(
    parent.documents.map(({ kind }) => kind).toSorted(),
  );
  expect(await nominationsOf(branch.id)).toMatchObject([
    {
      status: 'returned',
      reason: 'Thiếu xác nhận sáng kiến',
      results: [{ level: 'unit', status: 'returned' }],
    },
  ]);
  const timelineOf = async (id: string) =>
    expectOk(
      await (await journey.as(clerk)).get<{ items: { kind: string; textVi: string }[] }>(
        `/api/dossiers/${id}/timeline`,
      ),
    ).items.filter(({ kind }) => kind === 'split');
  expect(await timelineOf(parentId)).toMatchObject([{ textVi: expect.stringContaining(branch.code) }]);
  expect(await timelineOf(branch.id)).toMatchObject([{ textVi: expect.stringContaining(parent.code) }]);

  for (const id of [parentId, branch.id]) {
    const { instanceId } = await journey.follow(id);
    const { db } = stack.database;
    expect(await db.select().from(nominations).where(eq(nominations.dossierId, id))).toMatchObject([
      { status: 'awarded' },
    ]);
    const rows = await db
      .select()
      .from(outbox)
      .where(eq(outbox.instanceId, instanceId ?? ''));
    expect(rows.filter(({ status }) => status !== 'applied')).toEqual([]);
  }
  const instances = await stack.database.db
    .select({ definitionId: processInstances.definitionId })
    .from(processInstances)
    .innerJoin(dossiers, eq(dossiers.instanceId, processInstances.id));
  expect(new Set(instances.map(({ definitionId }) => definitionId)).size).toBe(1);
});
