import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { identitiesOf } from '../../../db/ledger/identities.ts';
import { nomineeRecords } from '../../../db/ledger/nominee-records.ts';
import { personId, type Refusable, unitId } from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { CollectiveLedger, LedgerLine, LineEntry, PersonLedger } from '../../contract/ledger.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const keeper = 'registrar.tctk';
const paper = { decisionSymbol: '44/TB-TCTK', decidedOn: '2026-10-05' };
const person = (login: string) => `/api/people/${personId(login)}/ledger`;
const collective = `/api/units/${unitId}/ledger`;
const enter = async (path: string, line: object, login = keeper) =>
  (await world.as(login)).post<Refusable<LedgerLine>>(path, { ...paper, ...line });
const read = async (login: string) =>
  expectOk(await (await world.as(keeper)).get<PersonLedger>(person(login))).lines;
/** What the rules of eligibility are told of the person. */
async function recordOf(login: string) {
  const id = personId(login);
  expect((await identitiesOf(world.db, [id])).length).toBe(1);
  const wanted = { personIds: [id], unitIds: [], periodTo: 2026, dossierId: null };
  return (await nomineeRecords(world.db, wanted)).get(id);
}

const entries: [LineEntry['kind'], object][] = [
  [
    'award',
    {
      awardCode: 'BK_TTG',
      fromYear: 2012,
      year: 2016,
      decider: 'Thủ tướng Chính phủ',
      commendationKind: 'merit',
    },
  ],
  ['rating', { year: 2016, rating: 'excellent' }],
  ['initiative', { name: 'Tổng hợp nhanh', year: 2016, scope: 'ministry' }],
  ['discipline', { severity: 'reprimand', endedOn: '2026-11-01' }],
  ['maternity', { year: 2016 }],
  ['transfer', { year: 2016, formerUnit: 'Cục Thống kê Hà Nội', monthsAtFormerUnit: 7 }],
  ['statement', { awardsCompleteFrom: 2010, initiativesComplete: true, disciplineComplete: true }],
];

describe('a line', () => {
  test.each(entries)(
    'of kind %s is entered from a paper, is read with it, and reaches the rules',
    async (kind, says) => {
      const before = await recordOf('tkth.06');
      const { status, body } = await enter(person('tkth.06'), { kind, ...says });
      expect([status, body]).toMatchObject([
        201,
        { kind, ...says, ...paper, source: 'entry', recordedBy: { id: personId(keeper) }, struck: null },
      ]);
      expect((await read('tkth.06')).find(({ id }) => id === body.id)).toEqual(body);
      expect(await recordOf('tkth.06')).not.toEqual(before);
      expect(await auditOf(world, body.id)).toEqual(['ledger.enter_line']);
    },
  );

  test('that was wrong is struck out in favour of the right one; both can be read, one counts', async () => {
    const wrong = expectOk(
      await enter(person('tkth.07'), { kind: 'rating', year: 2010, rating: 'not_completed' }),
    );
    const client = await world.as(keeper);
    const right = { kind: 'rating', year: 2010, rating: 'good', ...paper };
    const path = `/api/ledger/rating/${wrong.id}/correction`;
    const { id } = expectOk(
      await client.post<{ id: string }>(path, { line: right, reason: 'Ghi nhầm mức.' }),
    );
    const lines = await read('tkth.07');
    expect(lines.find((line) => line.id === wrong.id)?.struck).toMatchObject({
      by: { id: personId(keeper) },
      reason: 'Ghi nhầm mức.',
    });
    expect(lines.find((line) => line.id === id)).toMatchObject({ ...right, corrects: wrong.id });
    const ratings = (await recordOf('tkth.07'))?.ratings.filter(({ year }) => year === 2010);
    expect(ratings).toEqual([{ year: 2010, rating: 'good' }]);
    expect(await auditOf(world, id)).toEqual(['ledger.correct_line']);
    const again = await client.post<Refusable<unknown>>(path, { line: right, reason: 'Lần nữa.' });
    expect([again.status, again.body.code]).toEqual([409, 'ledger_line_struck']);
  });

  test('struck out without a successor counts no more', async () => {
    const { id } = expectOk(await enter(person('tkth.08'), { kind: 'maternity', year: 2011 }));
    const client = await world.as(keeper);
    expect((await client.post(`/api/ledger/maternity/${id}/strike`, { reason: 'Nhầm người.' })).status).toBe(
      204,
    );
    expect((await recordOf('tkth.08'))?.maternityYears).toEqual([]);
    expect((await read('tkth.08')).find((line) => line.id === id)?.struck?.reason).toBe('Nhầm người.');
    // The same fact may be entered again.
    expect((await enter(person('tkth.08'), { kind: 'maternity', year: 2011 })).status).toBe(201);
  });

  test('of a collective has its own ledger', async () => {
    expectOk(await enter(collective, { kind: 'statement', foundedIn: 2003 }));
    const client = await world.as(keeper);
    const ledger = expectOk(await client.get<CollectiveLedger>(collective));
    expect(ledger).toMatchObject({
      unit: { id: unitId },
      canKeep: true,
      lines: [{ kind: 'statement', foundedIn: 2003 }],
    });
  });
});

describe('refused, with nothing changed', () => {
  const rating = { kind: 'rating', year: 2009, rating: 'good' };
  test.each<[string, string, object, number, string]>([
    [
      'a paper of tomorrow',
      person('tkth.09'),
      { ...rating, decidedOn: '2026-11-21' },
      422,
      'paper_in_future',
    ],
    ['no paper', person('tkth.09'), { ...rating, decisionSymbol: ' ' }, 400, 'invalid_request'],
    [
      'an unknown award',
      person('tkth.09'),
      { ...entries[0]?.[1], kind: 'award', awardCode: 'X' },
      422,
      'unknown_award',
    ],
    [
      'a period that ends before it begins',
      person('tkth.09'),
      { ...entries[0]?.[1], kind: 'award', fromYear: 2018 },
      422,
      'period_reversed',
    ],
    [
      'a measure that ends before it is decided',
      person('tkth.09'),
      { kind: 'discipline', severity: 'warning', endedOn: '2026-01-01' },
      422,
      'discipline_ends_too_early',
    ],
    [
      'a measure against a collective',
      collective,
      { kind: 'discipline', severity: 'warning' },
      422,
      'ledger_line_not_for_holder',
    ],
    [
      'a person founded in a year',
      person('tkth.09'),
      { kind: 'statement', foundedIn: 2003 },
      422,
      'ledger_line_not_for_holder',
    ],
    ['a year before all awards', person('tkth.09'), { ...rating, year: 1944 }, 400, 'invalid_request'],
    ['a person who does not exist', `/api/people/${unitId}/ledger`, rating, 404, 'person_not_found'],
    [
      'a collective that does not exist',
      `/api/units/${personId('tkth.09')}/ledger`,
      rating,
      404,
      'collective_not_found',
    ],
  ])('%s', async (_, path, line, status, code) => {
    const before = await read('tkth.09');
    const reply = await enter(path, line);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await read('tkth.09')).toEqual(before);
  });

  test('the same fact a second time', async () => {
    const { year } = (await read('tkth.09')).find((line) => line.kind === 'rating') ?? { year: 0 };
    const reply = await enter(person('tkth.09'), { ...rating, year });
    expect([reply.status, reply.body.code]).toEqual([409, 'ledger_line_known']);
  });

  test('a correction of another kind', async () => {
    const line = (await read('tkth.09')).find(({ kind }) => kind === 'rating');
    const reply = await (await world.as(keeper)).post<Refusable<unknown>>(
      `/api/ledger/rating/${line?.id}/correction`,
      { line: { kind: 'maternity', year: 2011, ...paper }, reason: 'Sai.' },
    );
    expect([reply.status, reply.body.code]).toEqual([422, 'ledger_line_of_other_kind']);
  });
});

describe('who keeps the ledger of a department of the statistics office', () => {
  test.each<[string, number, string | undefined]>([
    ['registrar.tctk', 201, undefined],
    ['admin', 201, undefined],
    ['registrar.bkhdt', 403, 'forbidden'],
    ['head.tctk', 403, 'forbidden'],
    ['clerk.tkth', 403, 'forbidden'],
    ['clerk.ninhthuan', 404, 'person_not_found'],
    ['registrar.bnv', 404, 'person_not_found'],
  ])('%s: %i', async (login, status, code) => {
    const year = 1990 + login.length;
    const reply = await enter(person('tkth.10'), { kind: 'maternity', year }, login);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('a line that is hidden is not found, one that is only read is not struck out', async () => {
    const { id } = expectOk(await enter(person('tkth.10'), { kind: 'maternity', year: 2020 }));
    for (const [login, code] of [
      ['clerk.ninhthuan', 'ledger_line_not_found'],
      ['clerk.tkth', 'forbidden'],
    ] as const) {
      const client = await world.as(login);
      const reply = await client.post<Refusable<unknown>>(`/api/ledger/maternity/${id}/strike`, {
        reason: 'Sai.',
      });
      expect(reply.body.code).toBe(code);
    }
  });
});

test('holders are listed for whom the account may read them, with the awards they hold', async () => {
  const find = async (login: string, query: string) =>
    expectOk(await (await world.as(login)).get<{ items: object[]; total: number }>(`/api/ledger?${query}`));
  const name = encodeURIComponent('vi du');
  const found = await find(keeper, `q=${name}&pageSize=2000`);
  expect(found.items).toContainEqual(
    expect.objectContaining({ kind: 'person', name: expect.stringContaining('Ví Dụ') }),
  );
  expect((await find('tkth.05', '')).total).toBe(1);
  expect((await find(keeper, 'kind=collective&q=TKTH')).items).toContainEqual(
    expect.objectContaining({ kind: 'collective', id: unitId }),
  );
});
