import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { agendaItems } from '../../../db/schema/index.ts';
import { clerk, type Refusable, referTo, submittedDossier } from '../../../test/api/fixtures.ts';
import { eventsOf } from '../../../test/api/outbox-events.ts';
import { times, votingIn } from '../../../test/api/voting.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';

/** What can be done to a dossier at every moment of a session, and what its process hears of it. */
let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const { plan, attend, vote, close, act } = votingIn(() => world);

const moments = ['waiting', 'planned', 'open', 'voted on', 'one item decided', 'closed'] as const;
type Moment = (typeof moments)[number];

/** A dossier of two nominees whose session has come to the moment; all vote in favour where they vote. */
async function at(moment: Moment) {
  const dossier = await submittedDossier(world, { nominees: ['tkth.03', 'tkth.04'] });
  const { itemIds, referralId } = await referTo(world, dossier);
  const [first = '', second = ''] = itemIds;
  const reached = moments.indexOf(moment);
  const sessionId = reached >= 1 ? await plan(itemIds) : '';
  if (reached >= 2) {
    expectOk(await act(sessionId, 'open', {}));
    await attend(sessionId, 12);
  }
  if (moment === 'voted on') await vote({ sessionId, itemIds }, times(12, 'for'));
  if (reached >= 4) {
    expectOk(await act(sessionId, `agenda-items/${first}/return`, { reason: 'Bổ sung minh chứng' }));
    await vote({ sessionId, itemIds: [second] }, times(12, 'for'));
  }
  if (moment === 'closed') expectOk(await close({ sessionId }));
  return { ...dossier, itemIds, referralId, sessionId, first, second };
}

type Standing = Awaited<ReturnType<typeof at>>;

const acts = {
  withdraw: async ({ dossierId }: Standing) =>
    (await world.as(clerk)).post<Refusable<object>>(`/api/dossiers/${dossierId}/withdraw`, {
      reason: 'Rút hồ sơ',
    }),
  hold: async ({ dossierId }: Standing) =>
    (await world.as(clerk)).post<Refusable<object>>(`/api/dossiers/${dossierId}/hold`, {
      reason: 'Khiếu nại',
    }),
  'return the first': ({ sessionId, first }: Standing) =>
    act(sessionId, `agenda-items/${first}/return`, { reason: 'Bổ sung' }),
  'return the second': ({ sessionId, second }: Standing) =>
    act(sessionId, `agenda-items/${second}/return`, { reason: 'Bổ sung' }),
  'remove the second': ({ sessionId, second }: Standing) =>
    act(sessionId, `agenda-items/${second}/remove`, { reason: 'Nghỉ hưu' }),
  close: ({ sessionId }: Standing) => close({ sessionId }),
};

/** What the process hears, in short: `withdrawn`, `held`, or the counts of a result as `passed/failed/returned`. */
async function heard({ instanceId }: Standing): Promise<string[]> {
  return (await eventsOf(world, instanceId)).map((event) => {
    if (event.type !== 'message') return event.type === 'clockPaused' ? 'held' : event.type;
    if (event.name === 'dossier-withdrawn') return 'withdrawn';
    const { passed, failed, returned } = event.variables;
    return `${passed}/${failed}/${returned}`;
  });
}

const results = async ({ referralId }: Standing) =>
  (
    await world.db
      .select({ result: agendaItems.result })
      .from(agendaItems)
      .where(eq(agendaItems.referralId, referralId))
      .orderBy(agendaItems.position, agendaItems.round)
  ).map(({ result }) => result);

type Row = [Moment, keyof typeof acts, string, string[], (string | null)[]];
const undecided = [null, null];
const split = '1/0/1';

describe.each<Row>([
  ['waiting', 'withdraw', 'done', ['withdrawn'], ['removed', 'removed']],
  ['planned', 'withdraw', 'done', ['withdrawn'], ['removed', 'removed']],
  ['open', 'withdraw', 'nomination_locked', [], undecided],
  ['voted on', 'withdraw', 'nomination_locked', [], undecided],
  ['one item decided', 'withdraw', 'nomination_locked', [], ['returned', null]],
  ['closed', 'withdraw', 'done', [split, 'withdrawn'], ['returned', 'passed']],

  ['waiting', 'hold', 'done', ['held'], undecided],
  ['planned', 'hold', 'done', ['held'], undecided],
  ['open', 'hold', 'done', ['held'], undecided],
  ['voted on', 'hold', 'done', ['held'], undecided],
  ['one item decided', 'hold', 'done', ['held'], ['returned', null]],
  ['closed', 'hold', 'done', [split, 'held'], ['returned', 'passed']],

  ['planned', 'return the first', 'done', [], ['returned', null]],
  ['open', 'return the first', 'done', [], ['returned', null]],
  ['voted on', 'return the first', 'done', [], ['returned', null]],
  ['one item decided', 'return the first', 'agenda_item_decided', [], ['returned', null]],
  ['one item decided', 'return the second', 'done', ['0/0/2'], ['returned', 'returned']],
  ['one item decided', 'remove the second', 'done', ['0/0/1'], ['returned', 'removed']],
  ['closed', 'return the first', 'session_closed', [split], ['returned', 'passed']],
  ['closed', 'return the second', 'session_closed', [split], ['returned', 'passed']],

  ['planned', 'close', 'session_not_open', [], undecided],
  ['open', 'close', 'done', ['0/2/0'], ['failed', 'failed']],
  ['voted on', 'close', 'done', ['2/0/0'], ['passed', 'passed']],
  ['one item decided', 'close', 'done', [split], ['returned', 'passed']],
  ['closed', 'close', 'session_not_open', [split], ['returned', 'passed']],
])('%s: %s', (moment, name, answer, events, items) => {
  test(`${answer}; the process hears ${events.join(', ') || 'nothing'}`, async () => {
    const standing = await at(moment);
    const reply = await acts[name](standing);
    expect(reply.status < 300 ? 'done' : reply.body.code).toBe(answer);
    expect(await heard(standing)).toEqual(events);
    expect(await results(standing)).toEqual(items);
  });
});

/** While the chair closes, the other act comes before or after, and nothing is lost or told twice. */
describe('closing', () => {
  test.each<[keyof typeof acts, [string, string[], (string | null)[]][]]>([
    [
      'withdraw',
      [
        ['nomination_locked', ['2/0/0'], ['passed', 'passed']],
        ['done', ['2/0/0', 'withdrawn'], ['passed', 'passed']],
      ],
    ],
    [
      'return the first',
      [
        ['session_closed', ['2/0/0'], ['passed', 'passed']],
        ['done', [split], ['returned', 'passed']],
      ],
    ],
    [
      'hold',
      [
        ['done', ['2/0/0', 'held'], ['passed', 'passed']],
        ['done', ['held'], ['undecided', null, 'undecided', null]],
      ],
    ],
    ['close', [['session_not_open', ['2/0/0'], ['passed', 'passed']]]],
  ])('%s', async (name, possible) => {
    for (let turn = 0; turn < 4; turn++) {
      const standing = await at('voted on');
      const order = turn % 2 === 0 ? [acts.close, acts[name]] : [acts[name], acts.close];
      const replies = await Promise.all(order.map((act) => act(standing)));
      const answers = replies.map(({ status, body }) => (status < 300 ? 'done' : (body.code ?? '')));
      expect(answers).toContain('done');
      const answer =
        name === 'close' ? answers.find((one) => one !== 'done') : answers[turn % 2 === 0 ? 1 : 0];
      const seen = [answer, (await heard(standing)).toSorted(), (await results(standing)).toSorted()];
      expect(possible.map(([a, b, c]) => [a, b.toSorted(), c.toSorted()])).toContainEqual(seen);
    }
  });
});
