import { eq, or } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nominations, people, personMatches } from '../../../db/schema/index.ts';
import { demoPeople } from '../../../db/seed/people.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import {
  clerk,
  draftDossier,
  personId,
  type Refusable,
  submittedDossier,
} from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { Nomination } from '../../contract/nominations.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const add = async (dossierId: string, body: object, login = clerk) =>
  (await world.as(login)).post<Refusable<Nomination>>(`/api/dossiers/${dossierId}/nominations`, body);
const remove = async (dossierId: string, nominationId: string, login = clerk) =>
  (await world.as(login)).send<Refusable<unknown>>(
    'DELETE',
    `/api/dossiers/${dossierId}/nominations/${nominationId}`,
  );
const listed = (dossierId: string) =>
  world.db.select().from(nominations).where(eq(nominations.dossierId, dossierId)).orderBy(nominations.seq);
const person = (login: string) => ({ kind: 'person', personId: personId(login) });

test('name and post are copied as they stand now, numbers go on from the last', async () => {
  const { id } = await draftDossier(world);
  const reply = await add(id, { ...person('tkth.04'), achievement: '  Sáng kiến cấp bộ ' });
  expect(reply.status).toBe(201);
  expect(reply.body).toMatchObject({
    seq: 2,
    kind: 'person',
    post: 'Chuyên viên',
    achievement: 'Sáng kiến cấp bộ',
    status: 'proposed',
    scoreBasisPoints: null,
    results: [],
  });
});

describe('a nominee may be somebody whom the ledger knows under another row', () => {
  const namesake = async (fullName: string) => {
    const [row] = await world.db.insert(people).values({ fullName }).returning({ id: people.id });
    return row?.id ?? '';
  };
  const pairsWith = (id: string) =>
    world.db
      .select()
      .from(personMatches)
      .where(or(eq(personMatches.personA, id), eq(personMatches.personB, id)));

  test.each([
    ['staff', 'LDTT', person('tkth.04'), demoPeople.find(({ login }) => login === 'tkth.04')?.name ?? ''],
    ['an outsider', 'KNC', { kind: 'outsider', name: 'Đỗ Thị Ngoài' }, 'do thi ngoai'],
  ])('%s: the pair is put before people, and nothing is merged', async (_, awardCode, nominee, name) => {
    const other = await namesake(name);
    const { id } = await draftDossier(world, { awardCode, nominees: [] });
    const { body } = await add(id, nominee);
    expect(body.ledgerPersonId).not.toBe(other);
    const [pair, ...more] = await pairsWith(other);
    expect([pair?.status, more]).toEqual(['proposed', []]);
    expect([pair?.personA, pair?.personB]).toContain(body.personId ?? body.ledgerPersonId);
  });

  test('the person an outsider brought goes with the nomination, unless somebody has relied on it', async () => {
    const other = await namesake('Đỗ Thị Thoáng Qua');
    const { id } = await draftDossier(world, { awardCode: 'KNC', nominees: [] });
    const outsider = { kind: 'outsider', name: 'Đỗ Thị Thoáng Qua' };
    const first = await add(id, outsider);
    expect((await remove(id, first.body.id)).status).toBe(204);
    expect(await pairsWith(other)).toEqual([]);
    expect(await world.db.$count(people, eq(people.id, first.body.id))).toBe(0);

    const second = await add(id, outsider);
    const line = { kind: 'maternity', year: 2012, decisionSymbol: '1/QĐ', decidedOn: '2012-01-01' };
    const keeper = await world.as('admin');
    expect((await keeper.post(`/api/people/${second.body.ledgerPersonId}/ledger`, line)).status).toBe(201);
    expect((await remove(id, second.body.id)).status).toBe(204);
    expect(await world.db.$count(people, eq(people.id, second.body.id))).toBe(1);
  });
});

test('of ten people added at once each has a number of its own', async () => {
  const { id } = await draftDossier(world, { nominees: [] });
  const logins = Array.from({ length: 10 }, (_, i) => `tkth.${String(i + 1).padStart(2, '0')}`);
  await Promise.all(logins.map((login) => add(id, person(login))));
  expect((await listed(id)).map(({ seq }) => seq)).toEqual(logins.map((_, i) => i + 1));
});

describe('refused, and the list stays as it was', () => {
  test.each([
    ['the same person twice', 'CSTDTQ', person('tkth.03'), clerk, 409, 'nominee_listed_twice'],
    ['somebody of another unit', 'CSTDTQ', person('tccb.03'), clerk, 422, 'nominee_outside_unit'],
    [
      'somebody who does not exist',
      'CSTDTQ',
      { kind: 'person', personId: seedId('unit', 'x') },
      clerk,
      422,
      'nominee_not_found',
    ],
    [
      'a collective for a person’s title',
      'CSTDTQ',
      { kind: 'collective', unitId: seedId('unit', 'TCTK-TKTH-TH') },
      clerk,
      422,
      'nominee_kind_not_allowed',
    ],
    [
      'a collective of another unit',
      'BK_BO',
      { kind: 'collective', unitId: seedId('unit', 'TCTK-TCCB') },
      clerk,
      422,
      'nominee_outside_unit',
    ],
    ['an outsider without a name', 'KNC', { kind: 'outsider', name: ' ' }, clerk, 400, 'invalid_request'],
    ['a kind that does not exist', 'KNC', { kind: 'household', name: 'x' }, clerk, 400, 'invalid_request'],
    ['the clerk of another unit', 'CSTDTQ', person('tkth.05'), 'clerk.tccb', 404, 'dossier_not_found'],
    ['an administrator', 'CSTDTQ', person('tkth.05'), 'admin', 403, 'forbidden'],
  ])('%s', async (_, awardCode, body, login, status, code) => {
    const { id } = await draftDossier(world, { awardCode });
    const reply = await add(id, body, login);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await listed(id)).toHaveLength(1);
  });

  test('an outsider twice, whatever the case of the letters', async () => {
    const { id } = await draftDossier(world, { awardCode: 'KNC', nominees: [] });
    await add(id, { kind: 'outsider', name: 'Trần Thị Ví Dụ', post: 'Nhà báo' });
    const again = await add(id, { kind: 'outsider', name: 'TRẦN THỊ VÍ DỤ', post: 'nhà báo' });
    expect(again.body.code).toBe('nominee_listed_twice');
    expect((await add(id, { kind: 'outsider', name: 'Trần Thị Ví Dụ', post: 'Giáo viên' })).status).toBe(201);
  });
});

describe('taking off', () => {
  test('a nominee leaves a draft; another dossier’s does not', async () => {
    const { id } = await draftDossier(world);
    const other = await draftDossier(world);
    const [nomination] = await listed(id);
    const nominationId = nomination?.id ?? '';
    expect((await remove(other.id, nominationId)).body.code).toBe('nomination_not_found');
    expect((await remove(id, nominationId, 'admin')).body.code).toBe('forbidden');
    expect((await remove(id, nominationId)).status).toBe(204);
    expect(await listed(id)).toHaveLength(0);
  });

  test('what was submitted stays as it is', async () => {
    const { dossierId } = await submittedDossier(world);
    const [nomination] = await listed(dossierId);
    expect((await remove(dossierId, nomination?.id ?? '')).body.code).toBe('dossier_not_draft');
    expect((await add(dossierId, person('tkth.05'))).body.code).toBe('dossier_not_draft');
  });
});
