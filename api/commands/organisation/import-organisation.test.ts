import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiClient } from '../../../cli/demo/api-client.ts';
import { expectOk } from '../../../cli/demo/journey.ts';
import { roleGrants, units } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import type { Refusable } from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { OrganisationImport } from '../../contract/organisation.ts';
import { organisationColumns } from '../../files/organisation-sheet.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
  await world.db.insert(roleGrants).values({
    accountId: seedId('account', 'tccb.01'),
    role: 'admin',
    unitId: seedId('unit', 'TCTK-TCCB'),
    validFrom: '2026-01-01',
  });
});
afterAll(() => world.close());

type Cells = Partial<Record<keyof typeof organisationColumns, string>>;
const sheet = (...lines: Cells[]) => {
  const columns = Object.keys(organisationColumns) as (keyof typeof organisationColumns)[];
  const rows = [
    columns.map((column) => organisationColumns[column]),
    ...lines.map((cells) => columns.map((column) => cells[column] ?? '')),
  ];
  return rows.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\n');
};
const send = async (content: string | Uint8Array, { login = 'admin', dryRun = 'false' } = {}) =>
  (await world.as(login)).upload<Refusable<OrganisationImport>>(
    '/api/admin/organisation-imports',
    { name: 'to-chuc.csv', content },
    { dryRun },
  );

const unit = (code: string, parent: string, more: Cells = {}): Cells => ({
  line: 'Đơn vị',
  code,
  name: `Đơn vị ${code}`,
  unit: parent,
  kind: 'phòng',
  level: 'cơ sở',
  from: '01/01/2026',
  ...more,
});
const person = (code: string, of: string, more: Cells = {}): Cells => ({
  line: 'Người',
  code,
  name: `Phạm Thị Nhập ${code}`,
  unit: of,
  title: 'Chuyên viên',
  sex: 'nữ',
  from: '01/02/2026',
  ...more,
});
const role = (login: string, what: string, of: string, more: Cells = {}): Cells => ({
  line: 'vai trò',
  login,
  role: what,
  unit: of,
  ...more,
});
// Children stand before their parents, and two posts of one person on two lines.
const organisation = sheet(
  unit('SO-N-VP', 'SO-N'),
  unit('SO-N', '', { kind: 'bộ', level: 'bộ, tỉnh', paperSymbol: 'SN' }),
  person('N-1', 'SO-N-VP', { login: 'nhap.01', birth: '1985' }),
  person('N-1', 'SO-N', { title: 'Kế toán trưởng' }),
  person('N-2', 'SO-N', { birth: '01/07/1990' }),
  role('nhap.01', 'người lập hồ sơ', 'SO-N', { from: '20/11/2026' }),
  role('nhap.01', 'Quản trị', 'SO-N-VP'),
);
const all = { units: 2, people: 2, positions: 3, accounts: 1, roles: 2, unchanged: 0 };

describe('a whole organisation in one sheet', () => {
  test('is tried without a trace, added once, and added no more when it is sent again', async () => {
    const before = await world.db.$count(units);
    expect(expectOk(await send(organisation, { dryRun: 'true' }))).toMatchObject({
      ...all,
      dryRun: true,
      passwords: [],
    });
    expect(await world.db.$count(units)).toBe(before);

    const added = expectOk(await send(organisation));
    expect(added).toMatchObject({ ...all, dryRun: false, passwords: [{ login: 'nhap.01' }] });
    const password = added.passwords[0]?.oneTimePassword ?? '';
    const client = await new ApiClient(world.baseUrl).logIn('nhap.01', password);
    expectOk(await client.put('/api/session/password', { current: password, next: 'mưa rơi trên mái' }));
    const mine = expectOk(await client.get<{ items: { code: string }[] }>('/api/units?mine=true'));
    expect(mine.items.map(({ code }) => code)).toEqual(['SO-N', 'SO-N-VP']);

    const nothing = { units: 0, people: 0, positions: 0, accounts: 0, roles: 0, passwords: [] };
    expect(expectOk(await send(organisation))).toMatchObject({ ...nothing, unchanged: 7 });
  });

  test('the sheet to start from can be imported as it is', async () => {
    const admin = await world.as('admin');
    const template = await admin.download('/api/admin/organisation-imports/template.xlsx');
    expect(expectOk(await send(template, { dryRun: 'true' }))).toMatchObject({
      units: 2,
      people: 1,
      accounts: 1,
      roles: 1,
    });
  });

  test.each<[string, string, Cells[], string, string]>([
    [
      'an unknown kind of line',
      'admin',
      [{ ...unit('A-1', 'TCTK'), line: 'phòng ban' }],
      'Loại dòng',
      'invalid',
    ],
    [
      'a unit without a name',
      'admin',
      [unit('A-1', 'TCTK', { name: '' })],
      'Tên đơn vị, họ và tên',
      'required',
    ],
    ['a code in small letters', 'admin', [unit('a-1', 'TCTK')], 'Mã số', 'invalid'],
    ['a unit under none that is known', 'admin', [unit('A-1', 'KHONG-CO')], 'Mã đơn vị', 'unknown_unit'],
    [
      'units above each other',
      'admin',
      [unit('A-1', 'A-2'), unit('A-2', 'A-1')],
      'Mã đơn vị',
      'unknown_unit',
    ],
    ['a unit of others', 'tccb.01', [unit('A-1', 'TCTK')], 'Mã đơn vị', 'not_administered'],
    ['a root by the administrator of a part', 'tccb.01', [unit('A-1', '')], 'Mã đơn vị', 'root_not_yours'],
    ['a unit that has another name', 'admin', [unit('TCTK', 'BKHDT')], 'Tên đơn vị, họ và tên', 'differs'],
    [
      'before its parent stands',
      'admin',
      [unit('A-1', 'TCTK', { from: '31/12/2009' })],
      'Từ ngày',
      'unit_not_standing',
    ],
    ['a person of others', 'tccb.01', [person('A-1', 'TCTK-TKTH')], 'Mã đơn vị', 'not_administered'],
    [
      'a person twice under two names',
      'admin',
      [person('A-1', 'TCTK'), person('A-1', 'TCTK', { name: 'Khác' })],
      'Tên đơn vị, họ và tên',
      'differs',
    ],
    ['a day that is none', 'admin', [person('A-1', 'TCTK', { from: '31/02/2026' })], 'Từ ngày', 'invalid'],
    [
      'a post that ends first',
      'admin',
      [person('A-1', 'TCTK', { to: '31/01/2026' })],
      'Đến ngày',
      'dates_reversed',
    ],
    [
      'a post that ended before today and says no beginning',
      'admin',
      [person('A-1', 'TCTK', { from: '', to: '31/01/2026' })],
      'Đến ngày',
      'dates_reversed',
    ],
    [
      'not yet born',
      'admin',
      [person('A-1', 'TCTK', { birth: '21/11/2026' })],
      'Ngày sinh',
      'birth_in_future',
    ],
    [
      'a login of somebody else',
      'admin',
      [person('A-1', 'TCTK', { login: 'admin' })],
      'Tên đăng nhập',
      'login_taken',
    ],
    ['a role of nobody', 'admin', [role('khong.co', 'văn thư', 'TCTK')], 'Tên đăng nhập', 'unknown_login'],
    ['a role of a council', 'admin', [role('admin', 'member', 'TCTK')], 'Vai trò', 'invalid'],
    [
      'a role on a unit of others',
      'tccb.01',
      [role('tccb.03', 'văn thư', 'TCTK')],
      'Mã đơn vị',
      'not_administered',
    ],
  ])('%s is said at its cell, and nothing is added', async (_, login, lines, column, code) => {
    const before = await world.db.$count(units);
    const reply = await send(sheet(unit('HOP-LE', login === 'admin' ? 'TCTK' : 'TCTK-TCCB'), ...lines), {
      login,
    });
    expect([reply.status, reply.body.code]).toEqual([422, 'import_rows_invalid']);
    expect(reply.body.rows).toContainEqual(expect.objectContaining({ column, code }));
    expect(reply.body.rows?.[0]?.row).toBeGreaterThan(2);
    expect(await world.db.$count(units)).toBe(before);
  });

  test('is for administrators', async () => {
    expect((await send(organisation, { login: 'clerk.tkth' })).body.code).toBe('forbidden');
  });
});
