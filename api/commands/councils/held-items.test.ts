import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { agendaItems, ballots, sealedBallots } from '../../../db/schema/index.ts';
import { clerk } from '../../../test/api/fixtures.ts';
import { eventsOf } from '../../../test/api/outbox-events.ts';
import { council, secretary, times, votingIn } from '../../../test/api/voting.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { CouncilDetail } from '../../contract/councils.ts';

/** A dossier on hold before a council that votes. */
let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const { openSession, attend, vote, close, act, plan } = votingIn(() => world);
const reason = 'Đang xác minh đơn khiếu nại';
const keep = async (dossierId: string, verb: 'hold' | 'resume') =>
  expectOk(await (await world.as(clerk)).post(`/api/dossiers/${dossierId}/${verb}`, { reason }));

test.each(['open', 'secret'] as const)(
  'no ballot is cast on it, nor is it returned; resumed, it is voted on (%s)',
  async (ballotKind) => {
    const session = await openSession(['tkth.03'], {}, { ballotKind });
    const { sessionId, itemIds, dossier } = session;
    await attend(sessionId, 12);
    await vote(session, times(3, 'for'));
    await keep(dossier.dossierId, 'hold');
    const member = await world.as('tkth.04');
    const ballot = { ballots: [{ agendaItemId: itemIds[0], choice: 'for', replaces: 0 }] };
    const cast = await member.put<{ code: string; detail: string }>(
      `/api/sessions/${sessionId}/ballots`,
      ballot,
    );
    expect([cast.status, cast.body.code]).toEqual([409, 'dossier_on_hold']);
    expect(cast.body.detail).toContain(reason);
    const returned = await act(sessionId, `agenda-items/${itemIds[0]}/return`, { reason: 'Bổ sung' });
    expect([returned.status, returned.body.code]).toEqual([409, 'dossier_on_hold']);
    expect(await world.db.$count(ballotKind === 'open' ? ballots : sealedBallots)).toBe(3);
    await keep(dossier.dossierId, 'resume');
    expectOk(
      await member.put(`/api/sessions/${sessionId}/ballots`, {
        ballots: [{ agendaItemId: itemIds[0], choice: 'for', replaces: 1 }],
      }),
    );
    await close(session);
    await world.db.delete(ballots);
  },
);

test.each(['open', 'secret'] as const)(
  'the close leaves it uncounted; it waits for another session, in which earlier ballots count for nothing (%s)',
  async (ballotKind) => {
    const session = await openSession(['tkth.03'], {}, { ballotKind });
    const { sessionId, itemIds, dossier } = session;
    await attend(sessionId, 12);
    await vote(session, times(12, 'for'));
    await keep(dossier.dossierId, 'hold');
    expect((await close(session)).body.items).toMatchObject([
      { id: itemIds[0], result: 'undecided', reason, counts: null },
    ]);
    expect(await eventsOf(world, dossier.instanceId)).toMatchObject([{ type: 'clockPaused' }]);
    await keep(dossier.dossierId, 'resume');
    const { waiting } = expectOk(
      await (await world.as(secretary)).get<CouncilDetail>(`/api/councils/${council}`),
    );
    const next = waiting.find(({ subject }) => subject.id === dossier.dossierId);
    const nextSession = await plan([next?.id ?? '']);
    expectOk(await act(nextSession, 'open', {}));
    await attend(nextSession, 12);
    await vote({ sessionId: nextSession, itemIds: [next?.id ?? ''] }, times(12, 'against'));
    expect((await close({ sessionId: nextSession })).body.items).toMatchObject([
      { round: 2, result: 'failed', counts: { inFavour: 0, against: 12 } },
    ]);
    const rows = await world.db
      .select()
      .from(agendaItems)
      .where(eq(agendaItems.nominationId, next?.matter.id ?? ''));
    expect(rows.map(({ result }) => result).toSorted()).toEqual(['failed', 'undecided']);
  },
);
