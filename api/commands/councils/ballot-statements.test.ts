import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { auditLog, ballots, sessions } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { referTo, submittedDossier } from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { Choice } from '../../contract/ballots.ts';
import type { SessionDetail } from '../../contract/sessions.ts';
import { castOpen } from './ballot-statements.ts';

let world: ApiWorld;
let sessionId: string;
let itemId: string;
let revision: number;

beforeAll(async () => {
  world = await startApiWorld();
  const { itemIds } = await referTo(world, await submittedDossier(world, { nominees: ['tkth.03'] }));
  itemId = itemIds[0] ?? '';
  const secretary = await world.as('tkth.02');
  ({ id: sessionId } = expectOk(
    await secretary.post<SessionDetail>(`/api/councils/${seedId('council', 'TCTK-TKTH')}/sessions`, {
      mode: 'meeting',
      scheduledAt: '2026-11-23T02:00:00Z',
    }),
  ));
  expectOk(await secretary.post(`/api/sessions/${sessionId}/open`));
  const [session] = await world.db.select().from(sessions).where(eq(sessions.id, sessionId));
  revision = session?.revision ?? -1;
});
afterAll(() => world.close());

/** Hands a ballot over at once; those of one test arrive together. */
const cast = (login: string, choice: Choice, replaces = 0) =>
  castOpen(world.db.$client, {
    sessionId,
    revision,
    personId: seedId('person', login),
    accountId: seedId('account', login),
    channel: null,
    now: new Date('2026-11-23T02:00:00Z'),
    ballots: [{ agendaItemId: itemId, choice, replaces }],
  });
const stored = async () => {
  const rows = await world.db.select().from(ballots).where(eq(ballots.agendaItemId, itemId));
  return rows.map(({ choice, version }) => `${choice} ${version}`).sort();
};
const audited = () => world.db.$count(auditLog, eq(auditLog.action, 'ballot.cast'));

test('of ballots that arrive together each is stored or refused for itself', async () => {
  const answers = await Promise.all([
    cast('tkth.05', 'for'),
    cast('tkth.06', 'against'),
    cast('clerk.tctk', 'for'),
    cast('tkth.07', 'abstain'),
  ]);
  expect(answers).toEqual([true, true, false, true]);
  expect(await stored()).toEqual(['abstain 1', 'against 1', 'for 1']);
  expect(await audited()).toBe(3);
});

test('one that does not follow the stored one leaves the others standing', async () => {
  const answers = await Promise.all([
    cast('tkth.05', 'against', 1),
    cast('tkth.06', 'for', 0).catch(({ code }: { code: string }) => code),
    cast('tkth.07', 'for', 1),
  ]);
  expect(answers).toEqual([true, '23502', true]);
  expect(await stored()).toEqual(['against 1', 'against 2', 'for 2']);
  expect(await audited()).toBe(5);
});

test('of two by the same member, either unseen by the other, one is stored', async () => {
  const [other, ...same] = await Promise.allSettled([
    cast('tkth.06', 'for', 1),
    cast('tkth.05', 'for', 2),
    cast('tkth.05', 'abstain', 2),
  ]);
  expect(other).toEqual({ status: 'fulfilled', value: true });
  expect(same.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await audited()).toBe(7);
});
