import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CastBallotsResult, Choice } from '../../api/contract/ballots.ts';
import type { SessionDetail } from '../../api/contract/sessions.ts';
import { expectOk } from '../../cli/demo/journey.ts';
import { accounts, auditLog, councilMembers, nominations } from '../../db/schema/index.ts';
import { demoPeople } from '../../db/seed/people.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { type Refusable, referTo, submittedDossier } from '../api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../api/world.ts';
import { seededRandom } from '../random.ts';

/**
 * Fifteen members vote, change their ballots, take them back and declare conflicts on two hundred nominations, each from a client of its
 * own, while items are taken off the agenda, a dossier's clerk tries to withdraw it, and the chair closes.
 */
let world: ApiWorld;
const council = seedId('council', 'TCTK-TKTH');
const staff = demoPeople
  .filter(({ seats }) => seats.some((seat) => seat.council === 'TCTK-TKTH'))
  .map(({ login }) => login);
const guests = ['tccb.03', 'tccb.04', 'tccb.05'];
const members = [...staff, ...guests];

beforeAll(async () => {
  world = await startApiWorld();
  await world.db.insert(councilMembers).values(
    guests.map((login) => ({
      councilId: council,
      personId: seedId('person', login),
      capacity: 'member' as const,
      validFrom: '2026-01-01',
    })),
  );
});
afterAll(() => world.close());

describe.each(['open', 'secret'] as const)('%s ballots', (ballotKind) => {
  test('every ballot acknowledged before the close counts, none after; the totals are those of the audit', async () => {
    const dossier = await submittedDossier(world, { nominees: ['tkth.03'] });
    await world.db.insert(nominations).values(
      Array.from({ length: 199 }, (_, i) => ({
        dossierId: dossier.dossierId,
        seq: i + 2,
        kind: 'outsider' as const,
        name: `Người được đề nghị ${i + 2}`,
      })),
    );
    const { itemIds } = await referTo(world, dossier, { quorumNumerator: 0 });
    const secretary = await world.as('tkth.02');
    const planned = expectOk(
      await secretary.post<SessionDetail>(`/api/councils/${council}/sessions`, {
        mode: 'meeting',
        ballotKind,
        scheduledAt: '2026-11-23T02:00:00Z',
        agendaItemIds: itemIds,
      }),
    );
    const path = `/api/sessions/${planned.id}`;
    expectOk(await secretary.post(`${path}/open`));
    await Promise.all(members.map((login) => world.as(login)));

    /** The ballots that stand, by member and item, as each member was last answered. */
    const standing = new Map<string, { itemId: string; choice: Choice }>();
    let acknowledged = 0;
    let withdrawn = 0;
    const recused: { login: string; itemId: string }[] = [];
    const refusals = new Set<string>();
    let closing: Promise<SessionDetail> | undefined;
    let casts = 0;
    const vote = async (login: string, seed: number) => {
      const next = seededRandom(seed);
      const client = await world.as(login);
      const versions = new Map<string, number>();
      for (let refused = false; !refused; ) {
        const itemId = itemIds[Math.floor(next() * itemIds.length)] ?? '';
        if (next() < 0.01) {
          const reply = await client.post<Refusable<SessionDetail>>(
            `${path}/agenda-items/${itemId}/recusals`,
            { reason: 'Người thân' },
          );
          if (reply.status === 200) {
            recused.push({ login, itemId });
            standing.delete(`${login} ${itemId}`);
            versions.delete(itemId);
          } else refusals.add(reply.body.code);
          refused = reply.body.code === 'session_closed';
          continue;
        }
        const version = versions.get(itemId);
        if (version !== undefined && next() < 0.2) {
          const reply = await client.post<Refusable<object>>(`${path}/ballots/withdraw`, {
            ballots: [{ agendaItemId: itemId, replaces: version }],
          });
          if (reply.status === 204) {
            withdrawn += 1;
            standing.delete(`${login} ${itemId}`);
            versions.delete(itemId);
            continue;
          }
          refusals.add(reply.body.code);
          refused = reply.body.code === 'session_not_open';
          continue;
        }
        const choice: Choice = next() < 0.7 ? 'for' : next() < 0.5 ? 'against' : 'abstain';
        const replaces = version ?? 0;
        const reply = await client.put<Refusable<CastBallotsResult>>(`${path}/ballots`, {
          ballots: [{ agendaItemId: itemId, choice, replaces }],
        });
        if (reply.status === 200) {
          versions.set(itemId, replaces + 1);
          standing.set(`${login} ${itemId}`, { itemId, choice });
          acknowledged += 1;
        } else refusals.add(reply.body.code);
        refused = reply.body.code === 'session_not_open';
        casts += 1;
        if (casts === 700)
          closing = secretary.post<SessionDetail>(`${path}/close`).then((closed) => expectOk(closed));
      }
    };
    const disturb = async () => {
      const clerk = await world.as('clerk.tkth');
      const withdrawal = await clerk.post<Refusable<unknown>>(`/api/dossiers/${dossier.dossierId}/withdraw`, {
        reason: 'Xin rút hồ sơ',
      });
      expect(withdrawal.body.code).toBe('nomination_locked');
      for (const itemId of itemIds.slice(0, 5))
        await secretary.post(`${path}/agenda-items/${itemId}/remove`, { reason: 'Đơn vị xin rút' });
    };
    await Promise.all([...members.map((login, i) => vote(login, i + 1)), disturb()]);
    const closed = await closing;

    expect([...refusals].sort()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^session_(not_open|closed)$/)]),
    );
    for (const code of refusals)
      expect(['session_not_open', 'session_closed', 'agenda_item_decided', 'member_recused']).toContain(code);
    expect(withdrawn).toBeGreaterThan(0);
    const expected = Map.groupBy(standing.values(), ({ itemId }) => itemId);
    for (const item of closed?.items ?? []) {
      if (item.result === 'removed') continue;
      const choices = (expected.get(item.id) ?? []).map(({ choice }) => choice);
      const count = (choice: Choice) => choices.filter((cast) => cast === choice).length;
      const kept = recused.filter(({ itemId }) => itemId === item.id).length;
      expect(item.counts).toEqual({
        inFavour: count('for'),
        against: count('against'),
        abstained: count('abstain'),
        missing: members.length - choices.length - kept,
        recused: kept,
      });
    }
    await expectAuditToAgree(planned.id, acknowledged, ballotKind, standing);
  });

  async function expectAuditToAgree(
    sessionId: string,
    acknowledged: number,
    kind: 'open' | 'secret',
    standing: ReadonlyMap<string, { choice: Choice }>,
  ) {
    const rows = await world.db
      .select({ login: accounts.login, details: auditLog.details })
      .from(auditLog)
      .innerJoin(accounts, eq(accounts.id, auditLog.accountId))
      .where(and(eq(auditLog.subjectId, sessionId), eq(auditLog.action, 'ballot.cast')))
      .orderBy(asc(auditLog.id));
    expect(rows).toHaveLength(acknowledged);
    if (kind === 'secret') return;
    const audited = new Map<string, unknown>();
    for (const { login, details } of rows)
      for (const [itemId, choice] of Object.entries(details.ballots as Record<string, Choice>))
        audited.set(`${login} ${itemId}`, choice);
    for (const [key, { choice }] of standing) expect(audited.get(key)).toBe(choice);
  }
});
