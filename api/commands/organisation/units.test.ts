import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { roleGrants } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { applyDueUnitChanges } from '../../../db/unit-changes.ts';
import { localDate } from '../../../engine/time/local-date.ts';
import { draftDossier, type Refusable } from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { AdministeredUnitDetail } from '../../contract/organisation.ts';

/** The API's day is 2026-11-20. `tccb.01` administers the department of personnel only. */
let world: ApiWorld;
const personnel = seedId('unit', 'TCTK-TCCB');
const office = seedId('unit', 'TCTK');
const ministry = seedId('unit', 'BKHDT');
beforeAll(async () => {
  world = await startApiWorld();
  await world.db.insert(roleGrants).values({
    accountId: seedId('account', 'tccb.01'),
    role: 'admin',
    unitId: personnel,
    validFrom: '2026-01-01',
  });
});
afterAll(() => world.close());

type Detail = Refusable<AdministeredUnitDetail>;
const send = async (login: string, path: string, body: object) =>
  (await world.as(login)).post<Detail>(`/api/admin/${path}`, body);
const described = { name: 'Phòng thử', nameEn: 'Trial division', kind: 'division', level: 'unit' };
const given = (code: string, parentId: string | null = personnel) => ({
  ...described,
  parentId,
  code,
  isStandingBody: false,
  paperSymbol: null,
  validFrom: '2026-11-01',
});
const newUnit = async (code: string, parentId: string | null = personnel) =>
  expectOk(await send('admin', 'units', given(code, parentId)));
const changed = (more: object) => ({ effectiveOn: '2026-11-20', reason: 'Quyết định thử', ...more });

/** What the worker does when a day comes. */
const dayComes = (instant: string) =>
  applyDueUnitChanges(world.db, { now: new Date(instant), today: localDate(instant) });

describe('a unit is created', () => {
  test('by whoever administers the one above, and is found among theirs', async () => {
    const unit = expectOk(await send('tccb.01', 'units', given('TCTK-TCCB-1')));
    expect(unit).toMatchObject({ code: 'TCTK-TCCB-1', parentId: personnel, people: 0, changes: [] });
    const list = expectOk(
      await (await world.as('tccb.01')).get<{ items: { code: string; people: number }[] }>(
        '/api/admin/units',
      ),
    );
    expect(list.items.map(({ code, people }) => [code, people])).toEqual([
      ['TCTK-TCCB', 8],
      ['TCTK-TCCB-1', 0],
    ]);
  });

  test('without a parent it is an organisation of its own, administered by its maker', async () => {
    const root = await newUnit('UBND-T', null);
    expect(root.parent).toBeNull();
    expect((await send('admin', 'units', given('UBND-T-1', root.id))).status).toBe(201);
  });

  test.each([
    ['a code that is taken', 'admin', () => given('TCTK-TCCB'), 409, 'unit_code_taken'],
    ['a parent that is none', 'admin', () => given('X-1', randomUUID()), 422, 'unit_not_found'],
    ['under another unit than one’s own', 'tccb.01', () => given('X-2', office), 403, 'forbidden'],
    ['a root by the administrator of a part', 'tccb.01', () => given('X-3', null), 403, 'forbidden'],
    ['by a clerk', 'clerk.tccb', () => given('X-4'), 403, 'forbidden'],
    [
      'before its parent stands',
      'admin',
      () => ({ ...given('X-5'), validFrom: '2009-12-31' }),
      422,
      'unit_not_standing',
    ],
    ['a code in small letters', 'admin', () => given('tctk'), 400, 'invalid_request'],
  ])('%s: refused', async (_, login, body, status, code) => {
    const reply = await send(login, 'units', body());
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });
});

describe('a unit changes', () => {
  test('at once where the day has come, and its history says what stood before', async () => {
    const { id } = await newUnit('DOI-TEN');
    const unit = expectOk(await send('admin', `units/${id}/changes`, changed({ name: 'Phòng mới' })));
    expect(unit.name).toBe('Phòng mới');
    expect(unit.changes).toMatchObject([
      {
        status: 'applied',
        reason: 'Quyết định thử',
        fields: [{ field: 'name', from: 'Phòng thử', to: 'Phòng mới' }],
      },
    ]);
  });

  test('on its day where that is still to come; until then it can be taken back', async () => {
    const { id } = await newUnit('CHUYEN');
    const move = changed({ effectiveOn: '2026-12-01', parentId: office });
    const waiting = expectOk(await send('admin', `units/${id}/changes`, move));
    expect([waiting.parentId, waiting.changes[0]?.status]).toEqual([personnel, 'pending']);
    const back = `unit-changes/${waiting.changes[0]?.id}/withdraw`;
    expectOk(await send('admin', back, { reason: 'Nhầm' }));
    expect((await send('admin', back, { reason: 'Nhầm' })).body.code).toBe('unit_change_settled');

    expectOk(await send('admin', `units/${id}/changes`, move));
    await dayComes('2026-11-30T16:59:59Z');
    const path = `/api/admin/units/${id}`;
    const admin = await world.as('admin');
    expect(expectOk(await admin.get<AdministeredUnitDetail>(path)).parentId).toBe(personnel);
    await dayComes('2026-11-30T17:00:00Z');
    await dayComes('2026-11-30T17:00:00Z');
    const moved = expectOk(await admin.get<AdministeredUnitDetail>(path));
    expect(moved.parentId).toBe(office);
    expect(moved.changes.map(({ status }) => status).sort()).toEqual(['applied', 'withdrawn']);
  });

  test('a move that has become a circle by its day is withdrawn', async () => {
    const [a, b] = [await newUnit('VONG-A'), await newUnit('VONG-B')];
    expectOk(
      await send('admin', `units/${a.id}/changes`, changed({ effectiveOn: '2026-12-05', parentId: b.id })),
    );
    expectOk(await send('admin', `units/${b.id}/changes`, changed({ parentId: a.id })));
    await dayComes('2026-12-05T05:00:00Z');
    const unit = expectOk(
      await (await world.as('admin')).get<AdministeredUnitDetail>(`/api/admin/units/${a.id}`),
    );
    expect([unit.parentId, unit.changes[0]?.status]).toEqual([personnel, 'withdrawn']);
  });

  test.each([
    ['nothing that differs', 'admin', changed({ name: 'Phòng thử' }), 422, 'unit_unchanged'],
    ['nothing at all', 'admin', changed({}), 400, 'invalid_request'],
    ['under itself', 'admin', () => changed({ parentId: fixed.id }), 422, 'unit_below_itself'],
    ['under one below it', 'admin', () => changed({ parentId: below.id }), 422, 'unit_below_itself'],
    ['under one of others', 'tccb.01', changed({ parentId: office }), 403, 'forbidden'],
    ['before it began', 'admin', changed({ effectiveOn: '2026-10-31', name: 'A' }), 422, 'day_before_start'],
    ['by who administers nothing', 'head.tctk', changed({ name: 'A' }), 403, 'forbidden'],
  ])('%s: refused', async (_, login, body, status, code) => {
    const reply = await send(login, `units/${fixed.id}/changes`, typeof body === 'function' ? body() : body);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });
  let fixed: AdministeredUnitDetail;
  let below: AdministeredUnitDetail;
  beforeAll(async () => {
    fixed = await newUnit('CO-DINH');
    below = await newUnit('CO-DINH-1', fixed.id);
  });

  test('a later change is not overtaken by an earlier one', async () => {
    const { id } = await newUnit('TRUOC-SAU');
    expectOk(await send('admin', `units/${id}/changes`, changed({ effectiveOn: '2026-11-10', name: 'A' })));
    const reply = await send(
      'admin',
      `units/${id}/changes`,
      changed({ effectiveOn: '2026-11-09', name: 'B' }),
    );
    expect(reply.body.code).toBe('unit_change_overtaken');
  });

  test('whoever administers the unit alone does not take it from those above', async () => {
    const reply = await send('tccb.01', `units/${personnel}/changes`, changed({ parentId: ministry }));
    expect(reply.body.code).toBe('forbidden');
  });
});

describe('a unit ends', () => {
  const end = (id: string, lastDay = '2026-12-31') =>
    send('admin', `units/${id}/end`, { lastDay, reason: 'Sáp nhập' });

  test('when nothing is left in it; then it changes no more', async () => {
    const { id } = await newUnit('HET');
    expect(expectOk(await end(id, '2026-11-19')).validTo).toBe('2026-11-19');
    expect((await end(id)).body.code).toBe('unit_ended');
    expect((await send('admin', `units/${id}/changes`, changed({ name: 'A' }))).body.code).toBe('unit_ended');
    const dossier = { awardCode: 'LDTT', unitId: id, periodFrom: 2026, periodTo: 2026 };
    const started = await (await world.as('clerk.tccb')).post<Detail>('/api/dossiers', dossier);
    expect([started.status, started.body.code]).toEqual([422, 'unit_not_standing']);
    const under = await send('admin', 'units', given('HET-1', id));
    expect(under.body.code).toBe('unit_not_standing');
  });

  test('not while units, dossiers, councils or people are left, which are named', async () => {
    await draftDossier(world);
    const reply = await end(seedId('unit', 'TCTK-TKTH'));
    expect([reply.status, reply.body.code]).toEqual([409, 'unit_in_use']);
    expect(reply.body.detail).toMatch(
      /^Chưa thể kết thúc đơn vị\. Còn: 2 đơn vị trực thuộc \(TCTK-TKTH-PB, TCTK-TKTH-TH\); 1 hồ sơ, công việc đang xử lý \(HS-2026-\d+\); 1 hội đồng còn nhiệm kỳ \(.+\); 12 người còn giữ chức vụ \(.+, …\)\.$/,
    );
    expect((await end(office)).body.detail).toMatch(
      /Còn: \d+ đơn vị trực thuộc \(.+, .+, .+, …\); 2 hội đồng/,
    );
  });

  test('not before it began, nor with its last administrator', async () => {
    const root = await newUnit('GOC', null);
    expect((await end(root.id, '2026-10-31')).body.code).toBe('day_before_start');
    expect((await end(root.id)).body.code).toBe('last_administrator');
  });
});
