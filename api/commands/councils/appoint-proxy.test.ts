import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { personId, type Refusable } from '../../../test/api/fixtures.ts';
import { type Open, secretary, staff, times, votingIn } from '../../../test/api/voting.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { SessionDetail } from '../../contract/sessions.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const { openSession, attend, vote, close, act } = votingIn(() => world);
const absent = staff[11]?.login ?? '';
const proxy = 'tccb.02';

async function paperOf({ dossier }: Open, kind = 'proxy'): Promise<string> {
  const file = { name: 'uy-quyen.pdf', content: '%PDF-1.7' };
  const path = `/api/dossiers/${dossier.dossierId}/documents`;
  return expectOk(await (await world.as(secretary)).upload<{ id: string }>(path, file, { kind })).id;
}
const appoint = async (
  { sessionId }: Open,
  documentId: string,
  { member = absent, by = secretary, who = personId(proxy) } = {},
) =>
  (await world.as(by)).put<Refusable<SessionDetail>>(
    `/api/sessions/${sessionId}/proxies/${personId(member)}`,
    {
      proxyId: who,
      documentId,
    },
  );
const cast = async (session: Open, login: string) =>
  (await world.as(login)).put<Refusable<object>>(`/api/sessions/${session.sessionId}/ballots`, {
    ballots: session.itemIds.map((agendaItemId) => ({ agendaItemId, choice: 'for' })),
  });

test('where no rule allows it, it is refused with the article', async () => {
  const session = await openSession(['tkth.03']);
  const reply = await appoint(session, await paperOf(session));
  expect([reply.status, reply.body.code]).toEqual([409, 'proxy_not_allowed']);
  expect(reply.body.detail).toContain('Nghị định số 98/2023/NĐ-CP, Điều 30 khoản 7');
});

describe.each(['open', 'secret'] as const)('where the rule-set allows it (%s)', (ballotKind) => {
  const allowed = () => openSession(['tkth.03'], { proxiesAllowed: true }, { ballotKind });

  test('the proxy votes and the member does not; the ballot counts once, as the member’s', async () => {
    const session = await allowed();
    await attend(session.sessionId, 11);
    const { body } = await appoint(session, await paperOf(session));
    const row = body.members.find(({ person }) => person.id === personId(absent));
    expect(row).toMatchObject({ proxy: { id: personId(proxy) } });
    const own = await cast(session, absent);
    expect([own.status, own.body.code]).toEqual([403, 'not_a_member']);
    const seen = await (await world.as(proxy)).get<SessionDetail>(`/api/sessions/${session.sessionId}`);
    expect(seen.body.can.vote).toBe(true);
    expectOk(await cast(session, proxy));
    await vote(session, times(10, 'for'));
    expect((await close(session)).body.items).toMatchObject([
      { result: 'passed', counts: { inFavour: 11, missing: 1 }, total: 12 },
    ]);
  });

  test('a conflict of interest of either keeps the ballot from being cast, and is one recusal', async () => {
    const session = await allowed();
    await appoint(session, await paperOf(session));
    expectOk(await cast(session, proxy));
    const path = `agenda-items/${session.itemIds[0]}/recusals`;
    expectOk(await act(session.sessionId, path, { reason: 'Là bạn đời' }, proxy));
    expectOk(await act(session.sessionId, path, { reason: 'Là chị', personId: personId(absent) }));
    const reply = await cast(session, proxy);
    expect([reply.status, reply.body.code]).toEqual([409, 'member_recused']);
    const { body } = await (await world.as(secretary)).get<SessionDetail>(
      `/api/sessions/${session.sessionId}`,
    );
    expect(body.items[0]?.running).toMatchObject({ cast: 0, left: 11, recused: 1 });
  });

  test.each<[string, (session: Open) => Promise<Awaited<ReturnType<typeof appoint>>>, number, string]>([
    [
      'by a member',
      async (session) => appoint(session, await paperOf(session), { by: 'tkth.04' }),
      403,
      'forbidden',
    ],
    [
      'for a member who attends',
      async (session) => {
        await attend(session.sessionId, 12);
        return appoint(session, await paperOf(session));
      },
      409,
      'member_is_present',
    ],
    [
      'for somebody who is no member',
      async (session) => appoint(session, await paperOf(session), { member: proxy }),
      422,
      'member_not_found',
    ],
    [
      'of somebody who sits in the session',
      async (session) => appoint(session, await paperOf(session), { who: personId('tkth.04') }),
      422,
      'proxy_sits_already',
    ],
    [
      'of somebody who votes for another already',
      async (session) => {
        expectOk(await appoint(session, await paperOf(session)));
        return appoint(session, await paperOf(session), { member: staff[10]?.login ?? '' });
      },
      422,
      'proxy_sits_already',
    ],
    [
      'of nobody',
      async (session) => appoint(session, await paperOf(session), { who: randomUUID() }),
      404,
      'person_not_found',
    ],
    [
      'without the paper',
      async (session) => appoint(session, await paperOf(session, 'written_opinion')),
      422,
      'proxy_paper_not_found',
    ],
  ])('refused %s', async (_, ask, status, code) => {
    const reply = await ask(await allowed());
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });
});
