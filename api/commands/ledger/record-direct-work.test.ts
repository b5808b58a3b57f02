import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { positions } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { personId, type Refusable } from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { AwardShares, DirectWorkResult } from '../../contract/award-shares.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const office = seedId('unit', 'TCTK');
const unit = seedId('unit', 'TCTK-TKTH');
const record = async (entries: object[], login = 'registrar.tctk', of = office) =>
  (await world.as(login)).post<Refusable<DirectWorkResult>>(`/api/units/${of}/direct-work`, { entries });
const upload = async (lines: string[], login = 'registrar.tctk') =>
  (await world.as(login)).upload<Refusable<DirectWorkResult>>(`/api/units/${office}/direct-work-imports`, {
    name: 'Lao động trực tiếp.csv',
    content: Buffer.from(['Mã số,Họ và tên,Lao động trực tiếp,Từ ngày', ...lines].join('\n')),
  });
const posts = async (login: string) =>
  (
    await world.db
      .select()
      .from(positions)
      .where(eq(positions.personId, personId(login)))
      .orderBy(asc(positions.validFrom))
  ).map(({ isDirectWorker, validFrom, validTo }) => ({ isDirectWorker, validFrom, validTo }));
const shares = async (query: string, login = 'registrar.tctk', of = unit) =>
  (await world.as(login)).get<Refusable<AwardShares>>(`/api/units/${of}/award-shares?${query}`);

describe('who works directly is known by stretches of time', () => {
  test('from a day on: the post is split there and what was before stays', async () => {
    const [before] = await posts('tkth.03');
    const entry = {
      personId: personId('tkth.03'),
      isDirectWorker: !before?.isDirectWorker,
      from: '2026-07-01',
    };
    expect((await record([entry])).body).toEqual({ changed: 1, unchanged: 0 });
    expect(await posts('tkth.03')).toEqual([
      { ...before, validTo: '2026-06-30' },
      { isDirectWorker: entry.isDirectWorker, validFrom: '2026-07-01', validTo: before?.validTo },
    ]);
    expect((await record([entry])).body).toEqual({ changed: 0, unchanged: 1 });
  });

  test.each([
    ['a day after today', { from: '2027-01-01' }, 422, 'day_in_future'],
    ['a day before the post began', { from: '1950-01-01' }, 422, 'post_not_found'],
    ['somebody of another organisation', { personId: personId('appraiser.bnv') }, 422, 'post_not_found'],
  ])('%s: nothing is recorded', async (_, wrong, status, code) => {
    const right = { personId: personId('tkth.04'), isDirectWorker: false };
    const before = await posts('tkth.04');
    const reply = await record([right, { personId: personId('tkth.05'), isDirectWorker: false, ...wrong }]);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await posts('tkth.04')).toEqual(before);
  });

  test.each([
    ['clerk.tkth', 403, 'forbidden'],
    ['clerk.ninhthuan', 404, 'collective_not_found'],
  ])('who does not keep the ledger may not: %s', async (login, status, code) => {
    const reply = await record([{ personId: personId('tkth.04'), isDirectWorker: false }], login, unit);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('by a sheet, all rows or none; wrong cells are named, and again it changes nothing', async () => {
    const code = personId('tkth.06');
    const [now] = await posts('tkth.06');
    const line = `${code},Ai đó,${now?.isDirectWorker ? 'không' : 'có'},`;
    const wrong = await upload([
      line,
      `${code},Ai đó,có lẽ,`,
      'KHONG-CO,Ai đó,có,',
      `${code},Ai đó,có,31/02/2026`,
    ]);
    expect([wrong.status, wrong.body.code]).toEqual([422, 'import_rows_invalid']);
    expect(wrong.body.rows?.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'Lao động trực tiếp', 'invalid'],
      [4, 'Mã số', 'post_not_found'],
      [5, 'Từ ngày', 'invalid'],
    ]);
    expect((await upload([line])).body).toEqual({ changed: 1, unchanged: 0 });
    expect((await upload([line])).body).toEqual({ changed: 0, unchanged: 1 });
    expect((await posts('tkth.06'))[0]?.isDirectWorker).toBe(!now?.isDirectWorker);
  });
});

describe('shares of women and direct workers among who holds awards', () => {
  test('by award, of those of whom it is known; they follow what is recorded', async () => {
    const { body } = await shares('fromYear=2024&toYear=2024');
    const titles = body.items.find(({ awardCode }) => awardCode === 'LDTT');
    expect(titles).toMatchObject({ collectives: 0, campaign: null, decision: null });
    expect(titles?.women.known).toBe(titles?.persons);
    const direct = titles?.directWorkers ?? { count: 0, known: 0, share: null };
    expect(direct.share).toBe(Math.round((10_000 * direct.count) / direct.known));

    const [post] = await posts('tkth.07');
    await record([{ personId: personId('tkth.07'), isDirectWorker: !post?.isDirectWorker }]);
    const after = (await shares('fromYear=2024&toYear=2024')).body.items.find(
      (one) => one.awardCode === 'LDTT',
    );
    expect(after?.directWorkers.count).toBe(direct.count + (post?.isDirectWorker ? -1 : 1));

    await world.db
      .update(positions)
      .set({ isDirectWorker: null })
      .where(eq(positions.personId, personId('tkth.07')));
    const unknown = (await shares('fromYear=2024&toYear=2024')).body.items.find(
      (one) => one.awardCode === 'LDTT',
    );
    expect(unknown?.directWorkers.known).toBe(direct.known - 1);
    expect(unknown?.persons).toBe(titles?.persons);
  });

  test.each(['award', 'campaign', 'decision'])('by %s the groups add up to the whole', async (by) => {
    const { body } = await shares(`fromYear=2020&toYear=2026&by=${by}`);
    const sum = (of: (item: AwardShares['items'][number]) => number) =>
      body.items.reduce((total, item) => total + of(item), 0);
    expect(sum(({ persons }) => persons)).toBe(body.overall.persons);
    expect(sum(({ women }) => women.count)).toBe(body.overall.women.count);
    expect(sum(({ directWorkers }) => directWorkers.known)).toBe(body.overall.directWorkers.known);
    expect(body.overall.persons).toBeGreaterThan(0);
  });

  test('the years may come in any order; another organisation does not see them', async () => {
    const [there, back] = [
      await shares('fromYear=2024&toYear=2026'),
      await shares('fromYear=2026&toYear=2024'),
    ];
    expect(back.body.overall).toEqual(there.body.overall);
    expect((await shares('fromYear=2024&toYear=2024', 'clerk.ninhthuan')).body.code).toBe(
      'collective_not_found',
    );
  });
});
