import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commitStep } from '../../../activities/commit/commit-step.ts';
import { expectOk } from '../../../cli/demo/journey.ts';
import { incidents, nominationResults, nominations, referrals } from '../../../db/schema/index.ts';
import type { Effect } from '../../../engine/types.ts';
import { eventsOf } from '../../../test/api/outbox-events.ts';
import { type Open, times, votingIn } from '../../../test/api/voting.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { SessionDetail } from '../../contract/sessions.ts';

/** A vote whose outcome nobody waits for any more counts and stays on record, moves nothing, and people hear of it. */
let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const { openSession, attend, vote, close, act } = votingIn(() => world);

let session: Open;
beforeEach(async () => {
  session = await openSession(['tkth.03', 'tkth.04']);
  await attend(session.sessionId, 12);
  await vote(session, times(12, 'for'));
});

const nomineesOf = ({ dossier }: Open) =>
  world.db
    .select({ id: nominations.id, status: nominations.status })
    .from(nominations)
    .where(eq(nominations.dossierId, dossier.dossierId))
    .orderBy(nominations.seq);
const incidentsOf = ({ dossier }: Open) =>
  world.db.select().from(incidents).where(eq(incidents.instanceId, dossier.instanceId));
const unreceived = { code: 'result_without_receiver', resolvedAt: null };

describe('a nomination that has moved on meanwhile', () => {
  async function movedTo(status: 'awarded' | 'refused') {
    const [first] = await nomineesOf(session);
    await world.db
      .update(nominations)
      .set({ status, reason: status === 'refused' ? 'Không đủ điều kiện' : null })
      .where(eq(nominations.id, first?.id ?? ''));
  }

  test.each(['awarded', 'refused'] as const)('stays %s; the other one passes', async (status) => {
    await movedTo(status);
    const closed = expectOk<SessionDetail>(await close(session));
    expect(closed.items.map(({ result }) => result)).toEqual(['passed', 'passed']);
    const [first, second] = await nomineesOf(session);
    expect([first?.status, second?.status]).toEqual([status, 'passed']);
    const found = await world.db
      .select({ nominationId: nominationResults.nominationId })
      .from(nominationResults)
      .where(eq(nominationResults.instanceId, session.dossier.instanceId));
    expect(found).toEqual([{ nominationId: second?.id }]);
    expect(await incidentsOf(session)).toMatchObject([unreceived]);
    expect(await eventsOf(world, session.dossier.instanceId)).toMatchObject([
      { name: 'council-result', variables: { passed: 1, failed: 0, returned: 0 } },
    ]);
  });

  test('is not returned by the secretary either', async () => {
    await movedTo('awarded');
    expectOk(
      await act(session.sessionId, `agenda-items/${session.itemIds[0]}/return`, { reason: 'Bổ sung' }),
    );
    expect((await nomineesOf(session)).map(({ status }) => status)).toEqual(['awarded', 'proposed']);
    expect(await incidentsOf(session)).toMatchObject([unreceived]);
  });
});

describe('a process that no longer waits for the council', () => {
  const { raises, ends }: Record<'raises' | 'ends', (open: Open) => Effect[]> = {
    raises: ({ referralId: correlationKey }) => [
      { type: 'unsubscribe', visit: 'v1', kind: 'message', name: 'any-name', correlationKey },
    ],
    ends: (open) => [...raises(open), { type: 'ended', variables: {} }],
  };
  const commit = ({ dossier: { instanceId } }: Open, effects: Effect[]) =>
    commitStep(world.db, {
      instanceId,
      step: 1,
      event: { type: 'timersDue' },
      now: world.clock.now.toISOString(),
      effects,
      position: [],
    });

  test.each([
    ['went on by a timer', raises],
    ['ended', ends],
  ])(
    'because it %s while the council votes: the close counts, sends nothing and says so once',
    async (_, effects) => {
      await commit(session, effects(session));
      const closed = expectOk<SessionDetail>(await close(session));
      expect(closed.items.map(({ result }) => result)).toEqual(['passed', 'passed']);
      expect((await nomineesOf(session)).map(({ status }) => status)).toEqual(['proposed', 'proposed']);
      expect(await eventsOf(world, session.dossier.instanceId)).toEqual([]);
      expect(await incidentsOf(session)).toMatchObject([unreceived]);
      const [referral] = await world.db.select().from(referrals).where(eq(referrals.id, session.referralId));
      expect(referral?.status).toBe('cancelled');
    },
  );

  test('an administrator settles the incident, also of a process that has ended', async () => {
    await commit(session, ends(session));
    expectOk(await close(session));
    const admin = await world.as('admin');
    const [incident] = await incidentsOf(session);
    expectOk(await admin.post(`/api/admin/incidents/${incident?.id}/retry`, { reason: 'Đã ghi nhận' }));
    expect((await incidentsOf(session))[0]?.resolvedAt).not.toBeNull();
  });
});
