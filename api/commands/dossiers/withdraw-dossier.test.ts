import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { agendaItems, papers, referrals } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import {
  clerk,
  dossierRow,
  draftDossier,
  type Refusable,
  referTo,
  submittedDossier,
} from '../../../test/api/fixtures.ts';
import { eventsOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { DossierDetail } from '../../contract/dossiers.ts';
import type { SessionDetail } from '../../contract/sessions.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const reason = 'Người được đề nghị đã chuyển công tác';
const withdraw = async (dossierId: string, login = clerk, body: object = { reason }) =>
  (await world.as(login)).post<Refusable<DossierDetail>>(`/api/dossiers/${dossierId}/withdraw`, body);

/** A session of the unit's meeting with the items, planned or open. */
async function plan(itemIds: string[], open: boolean): Promise<string> {
  const secretary = await world.as('tkth.02');
  const path = `/api/councils/${seedId('council', 'TCTK-TKTH')}/sessions`;
  const body = { mode: 'meeting', scheduledAt: '2026-11-23T02:00:00Z', agendaItemIds: itemIds };
  const { id } = expectOk(await secretary.post<SessionDetail>(path, body));
  if (open) expectOk(await secretary.post(`/api/sessions/${id}/open`));
  return id;
}

test('the process is told once; the reason is kept; the state follows the process', async () => {
  const dossier = await submittedDossier(world);
  const reply = await withdraw(dossier.dossierId);
  expect(reply.status).toBe(202);
  expect(reply.body).toMatchObject({ status: 'running', endReason: reason, can: { withdraw: false } });
  expect(await eventsOf(world, dossier.instanceId)).toEqual([
    {
      type: 'message',
      name: 'dossier-withdrawn',
      correlationKey: dossier.dossierId,
      variables: {},
      number: 1,
    },
  ]);
  const again = await withdraw(dossier.dossierId);
  expect([again.status, again.body.code]).toEqual([409, 'withdrawal_pending']);
  expect(await eventsOf(world, dossier.instanceId)).toHaveLength(1);
});

describe('before a council', () => {
  test.each([
    ['waiting for a session', false],
    ['on the agenda of a planned session', true],
  ])('an item %s is removed with the reason', async (_, planned) => {
    const dossier = await submittedDossier(world);
    const { referralId, itemIds } = await referTo(world, dossier);
    if (planned) await plan(itemIds, false);
    expect((await withdraw(dossier.dossierId)).status).toBe(202);
    const items = await world.db.select().from(agendaItems).where(eq(agendaItems.referralId, referralId));
    expect(items).toMatchObject([{ result: 'removed', reason }]);
    const [referral] = await world.db.select().from(referrals).where(eq(referrals.id, referralId));
    expect(referral?.status).toBe('cancelled');
  });

  test('while the council votes the dossier is locked', async () => {
    const dossier = await submittedDossier(world);
    const { itemIds } = await referTo(world, dossier);
    const sessionId = await plan(itemIds, true);
    const reply = await withdraw(dossier.dossierId);
    expect([reply.status, reply.body.code]).toEqual([409, 'nomination_locked']);
    expect(await eventsOf(world, dossier.instanceId)).toEqual([]);
    expect(await dossierRow(world, dossier.dossierId)).toMatchObject({ endReason: null });
    const { body } = await (await world.as('tkth.02')).get<SessionDetail>(`/api/sessions/${sessionId}`);
    expect(body.items[0]?.result).toBeNull();
  });

  test('a withdrawal and the opening of the session at once: one of them comes first', async () => {
    const dossier = await submittedDossier(world);
    const { itemIds } = await referTo(world, dossier);
    const sessionId = await plan(itemIds, false);
    const secretary = await world.as('tkth.02');
    const [withdrawn, opened] = await Promise.all([
      withdraw(dossier.dossierId),
      secretary.post<Refusable<SessionDetail>>(`/api/sessions/${sessionId}/open`),
    ]);
    const outcome = [withdrawn.status, opened.status].join();
    expect(['202,409', '409,200']).toContain(outcome);
  });
});

describe('refused', () => {
  test.each([
    ['without a reason', clerk, {}, 400, 'invalid_request'],
    ['by a head who reads it', 'head.tctk', { reason }, 403, 'forbidden'],
    ['by a stranger', 'clerk.ninhthuan', { reason }, 404, 'dossier_not_found'],
  ])('%s', async (_, login, body, status, code) => {
    const dossier = await submittedDossier(world);
    const reply = await withdraw(dossier.dossierId, login, body);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await eventsOf(world, dossier.instanceId)).toEqual([]);
  });

  test('a draft', async () => {
    const { id } = await draftDossier(world);
    expect((await withdraw(id)).body.code).toBe('dossier_not_withdrawable');
  });

  test('once its decision is signed', async () => {
    const dossier = await submittedDossier(world);
    const session = await (await world.as('head.ttg')).get<{ accountId: string }>('/api/session');
    await world.db.insert(papers).values({
      subjectId: dossier.dossierId,
      kind: 'decision',
      issuerId: seedId('unit', 'TTG'),
      status: 'signed',
      signerId: session.body.accountId,
      signedAt: world.clock.now,
      sourceVisit: 'v1',
    });
    expect((await withdraw(dossier.dossierId)).body.code).toBe('dossier_not_withdrawable');
    expect(await eventsOf(world, dossier.instanceId)).toEqual([]);
  });
});
