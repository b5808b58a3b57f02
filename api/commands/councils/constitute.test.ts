import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { councilMembers, roleGrants, sessionMembers } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { personId, type Refusable, referTo, submittedDossier, unitId } from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { CouncilDetail } from '../../contract/councils.ts';
import type { SessionDetail } from '../../contract/sessions.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

type Capacity = CouncilDetail['memberList'][number]['capacity'];
const seats = (...listed: [login: string, capacity: Capacity][]) =>
  listed.map(([login, capacity]) => ({ personId: personId(login), capacity }));
const first = seats(['tkth.01', 'chair'], ['tkth.02', 'secretary'], ['tkth.05', 'member']);
const initiative = {
  unitId,
  level: 'unit',
  kind: 'initiative',
  name: 'Hội đồng sáng kiến',
  establishedBy: 'Quyết định số 951/QĐ-TCTK',
  establishedOn: '2026-01-02',
  standingBodyId: seedId('unit', 'TCTK-TCCB'),
  paperSymbol: 'HĐSK',
  validFrom: '2026-01-05',
  validTo: '2028-12-31',
  members: first,
};

const create = async (body: object = {}, login = 'admin') =>
  (await world.as(login)).post<Refusable<CouncilDetail>>('/api/councils', { ...initiative, ...body });
const established = async () => expectOk(await create());
const reconstitute = async (council: CouncilDetail, body: object = {}) =>
  (await world.as('admin')).put<Refusable<CouncilDetail>>(`/api/councils/${council.id}/members`, {
    from: '2026-11-20',
    members: seats(['tkth.05', 'chair'], ['tkth.02', 'secretary'], ['tkth.06', 'member']),
    establishedBy: 'Quyết định số 12/QĐ-TKTH',
    establishedOn: '2026-11-18',
    version: council.version,
    ...body,
  });
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const named = ({ memberList }: CouncilDetail) =>
  memberList.map(({ person, capacity }) => [person.id, capacity]).sort();
const rolesOf = async (councilId: string, login: string) =>
  (
    await world.db
      .select({ role: roleGrants.role, from: roleGrants.validFrom, to: roleGrants.validTo })
      .from(roleGrants)
      .where(and(eq(roleGrants.councilId, councilId), eq(roleGrants.accountId, seedId('account', login))))
  )
    .map(({ role, from, to }) => `${role} ${from}..${to ?? ''}`)
    .sort();

test('a council is established by an administrator of its unit, with its decision, term and members', async () => {
  const council = await established();
  expect(council).toMatchObject({
    kind: 'initiative',
    establishedOn: '2026-01-02',
    standingBody: { code: 'TCTK-TCCB' },
    paperSymbol: 'HĐSK',
    validTo: '2028-12-31',
    memberList: { length: 3 },
    canAdminister: true,
  });
  expect(await rolesOf(council.id, 'tkth.01')).toEqual(['chair 2026-01-05..', 'member 2026-01-05..']);
  expect(await rolesOf(council.id, 'tkth.02')).toEqual(['member 2026-01-05..', 'secretary 2026-01-05..']);
  expect(await auditOf(world, council.id)).toEqual(['council.create']);
});

test.each([
  [
    'two chairs',
    { members: seats(['tkth.01', 'chair'], ['tkth.03', 'chair'], ['tkth.02', 'secretary']) },
    422,
    'council_needs_one_chair',
  ],
  ['no chair', { members: seats(['tkth.02', 'secretary']) }, 422, 'council_needs_one_chair'],
  ['no secretary', { members: seats(['tkth.01', 'chair']) }, 422, 'council_needs_a_secretary'],
  ['somebody twice', { members: [...first, ...seats(['tkth.05', 'member'])] }, 422, 'member_listed_twice'],
  [
    'somebody unknown',
    { members: [...first, { personId: '00000000-0000-4000-8000-000000000000', capacity: 'member' }] },
    404,
    'person_not_found',
  ],
  ['a term that ends before it begins', { validTo: '2025-12-31' }, 422, 'council_ends_too_early'],
  ['a unit that does not exist', { unitId: '00000000-0000-4000-8000-000000000000' }, 422, 'unit_not_found'],
  ['nobody', { members: [] }, 400, 'invalid_request'],
  ['a term that began in the year 1', { validFrom: '0001-01-01' }, 400, 'invalid_request'],
  ['a symbol that no paper can bear', { paperSymbol: 'hội đồng' }, 400, 'invalid_request'],
])('not with %s', async (_, body, status, code) => {
  expect(codeOf(await create(body))).toEqual([status, code]);
});

test('nor by anybody else', async () => {
  expect(codeOf(await create({}, 'head.tctk'))).toEqual([403, 'forbidden']);
});

describe('a council is re-constituted in the middle of its term', () => {
  test('who leaves ends the day before, who enters begins that day, who stays stays; roles go with the seats', async () => {
    const council = await established();
    const now = expectOk(await reconstitute(council));
    expect(named(now)).toEqual(
      [
        [personId('tkth.05'), 'chair'],
        [personId('tkth.02'), 'secretary'],
        [personId('tkth.06'), 'member'],
      ].sort(),
    );
    const rows = await world.db.select().from(councilMembers).where(eq(councilMembers.councilId, council.id));
    const history = rows
      .filter((row) => row.personId === personId('tkth.05'))
      .map(({ capacity, validFrom, validTo }) => `${capacity} ${validFrom}..${validTo ?? ''}`);
    expect(history.sort()).toEqual(['chair 2026-11-20..', 'member 2026-01-05..2026-11-19']);
    expect(await rolesOf(council.id, 'tkth.01')).toEqual([
      'chair 2026-01-05..2026-11-19',
      'member 2026-01-05..2026-11-19',
    ]);
    expect(await rolesOf(council.id, 'tkth.05')).toEqual(['chair 2026-11-20..', 'member 2026-01-05..']);
    expect(now.establishedBy).toBe('Quyết định số 12/QĐ-TKTH');
    expect(await auditOf(world, council.id)).toContain('council.reconstitute');
  });

  test('in advance, and once more before that day: what was never held leaves no trace', async () => {
    const council = await established();
    const planned = expectOk(await reconstitute(council, { from: '2026-12-01' }));
    // Who enters later is named beside those in office.
    expect(named(planned)).toEqual(expect.arrayContaining(named(council)));
    expectOk(await reconstitute(planned, { from: '2026-12-01', members: first }));
    const rows = await world.db.select().from(councilMembers).where(eq(councilMembers.councilId, council.id));
    expect(rows.some((row) => row.personId === personId('tkth.06'))).toBe(false);
  });

  test.each([
    ['before its term', { from: '2026-01-01' }, 422, 'outside_council_term'],
    ['after its term', { from: '2029-01-01' }, 422, 'outside_council_term'],
    [
      'with two chairs',
      { members: seats(['tkth.01', 'chair'], ['tkth.02', 'chair'], ['tkth.03', 'secretary']) },
      422,
      'council_needs_one_chair',
    ],
    ['by who has not seen the last change', { version: 7 }, 409, 'version_conflict'],
    ['without a decision', { establishedBy: '' }, 400, 'invalid_request'],
  ])('not %s', async (_, body, status, code) => {
    expect(codeOf(await reconstitute(await established(), body))).toEqual([status, code]);
  });

  test('not before the last time', async () => {
    const now = expectOk(await reconstitute(await established()));
    expect(codeOf(await reconstitute(now, { from: '2026-11-01' }))).toEqual([409, 'constitution_overtaken']);
  });

  test('of two at once one stands', async () => {
    const council = await established();
    const replies = await Promise.all([reconstitute(council), reconstitute(council, { members: first })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('a session that is open keeps the members it was opened with', async () => {
    const councilId = seedId('council', 'TCTK-TKTH');
    const { itemIds } = await referTo(world, await submittedDossier(world));
    const keeper = await world.as('tkth.02');
    const session = expectOk(
      await keeper.post<SessionDetail>(`/api/councils/${councilId}/sessions`, {
        mode: 'meeting',
        scheduledAt: '2026-11-20T03:00:00Z',
        agendaItemIds: itemIds,
      }),
    );
    const { members } = expectOk(await keeper.post<SessionDetail>(`/api/sessions/${session.id}/open`));
    const council = expectOk(
      await (await world.as('admin')).get<CouncilDetail>(`/api/councils/${councilId}`),
    );
    expectOk(await reconstitute(council, { members: seats(['tkth.03', 'chair'], ['tkth.02', 'secretary']) }));
    expect(await world.db.$count(sessionMembers, eq(sessionMembers.sessionId, session.id))).toBe(
      members.length,
    );
  });
});

test('name, standing body and end of term change; the term does not end before the members entered', async () => {
  const council = await established();
  const admin = await world.as('admin');
  const change = (body: object) =>
    admin.put<Refusable<CouncilDetail>>(`/api/councils/${council.id}`, {
      name: 'Hội đồng sáng kiến Vụ',
      establishedBy: council.establishedBy,
      establishedOn: council.establishedOn,
      standingBodyId: null,
      paperSymbol: 'HĐSK',
      validTo: '2027-12-31',
      version: council.version,
      ...body,
    });
  expect(codeOf(await change({ validTo: '2026-01-04' }))).toEqual([422, 'council_ends_too_early']);
  expect(expectOk(await change({}))).toMatchObject({
    name: 'Hội đồng sáng kiến Vụ',
    standingBody: null,
    version: 2,
  });
  expect(codeOf(await change({}))).toEqual([409, 'version_conflict']);
});

test('an initiative council takes no dossiers: those go to the councils that vote on awards', async () => {
  await established();
  const { items } = expectOk(
    await (await world.as('tkth.02')).get<{ items: { kind: string; waitingItems: number }[] }>(
      '/api/councils',
    ),
  );
  expect(
    items.filter(({ kind }) => kind === 'initiative').every(({ waitingItems }) => waitingItems === 0),
  ).toBe(true);
});
