import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { auditLog } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import type { Refusable } from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { StaffDetail, StaffMember } from '../../contract/organisation.ts';

let world: ApiWorld;
const personnel = seedId('unit', 'TCTK-TCCB');
const statistics = seedId('unit', 'TCTK-TKTH');
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

type Detail = Refusable<StaffDetail>;
const send = async (path: string, body: object, login = 'admin') =>
  (await world.as(login)).post<Detail>(`/api/admin/${path}`, body);
const post = { unitId: personnel, title: 'Chuyên viên', isDirectWorker: true, from: '2026-11-01', to: null };
const described = {
  fullName: 'Đỗ Thị Mới',
  sex: 'female',
  birthDate: '1990-02-28',
  birthYear: null,
  staffCode: 'NV-77',
  nationalId: '001190000077',
  email: 'moi@vinhdanh.example',
};
const add = (more: object = {}, position: object = {}) =>
  send('people', { ...described, ...more, position: { ...post, ...position } });

describe('a person', () => {
  test('is added with a first post, found by name, code or title, and the card number is never shown', async () => {
    const person = expectOk(await add());
    expect(person).toMatchObject({
      birthYear: 1990,
      hasNationalId: true,
      positions: [{ title: 'Chuyên viên', unit: { code: 'TCTK-TCCB' }, administered: true }],
      accounts: [],
    });
    expect(JSON.stringify(person)).not.toContain('001190000077');
    const admin = await world.as('admin');
    for (const q of ['do thi moi', 'nv-77', 'Mới']) {
      const path = `/api/admin/people?q=${encodeURIComponent(q)}&unitId=${personnel}`;
      const { items } = expectOk(await admin.get<{ items: StaffMember[] }>(path));
      expect(items.map(({ id }) => id)).toContain(person.id);
    }
    const notes = await world.db.select().from(auditLog).where(eq(auditLog.subjectId, person.id));
    expect(JSON.stringify(notes)).not.toContain('001190000077');
  });

  test('who may be somebody known is proposed, not merged', async () => {
    expectOk(await add({ fullName: 'Trùng Văn Tên', staffCode: 'NV-80', nationalId: null }));
    const again = expectOk(await add({ fullName: 'TRÙNG VĂN TÊN', staffCode: null, nationalId: null }));
    expect(again.likelySame).toBe(1);
  });

  test('is corrected, field by field', async () => {
    const { id } = expectOk(await add({ fullName: 'Sửa Thị Tên', staffCode: 'NV-81', nationalId: null }));
    const admin = await world.as('admin');
    const correct = (body: object) => admin.json<Detail>('PATCH', `/api/admin/people/${id}`, body);
    const corrected = expectOk(
      await correct({ fullName: 'Sửa Thị Tên Mới', birthDate: null, birthYear: 1991 }),
    );
    expect(corrected).toMatchObject({
      fullName: 'Sửa Thị Tên Mới',
      sex: 'female',
      birthDate: null,
      birthYear: 1991,
      staffCode: 'NV-81',
    });
    expect((await correct({ birthDate: '2026-11-21' })).body.code).toBe('birth_in_future');
  });

  test.each([
    ['of a unit that is none', {}, { unitId: randomUUID() }, 'admin', 422, 'unit_not_found'],
    ['of others’ unit', {}, {}, 'head.tctk', 403, 'forbidden'],
    ['in a post before the unit stands', {}, { from: '2009-01-01' }, 'admin', 422, 'unit_not_standing'],
    ['in a post that ends first', {}, { to: '2026-10-31' }, 'admin', 422, 'dates_reversed'],
    ['not yet born', { birthDate: '2026-11-21' }, {}, 'admin', 422, 'birth_in_future'],
    ['with a card of eleven digits', { nationalId: '12345678901' }, {}, 'admin', 400, 'invalid_request'],
  ])('%s: refused', async (_, more, position, login, status, code) => {
    const body = { ...described, ...more, position: { ...post, ...position } };
    const reply = await send('people', body, login);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('is nobody’s to see who administers elsewhere', async () => {
    const reply = await (await world.as('clerk.tkth')).get<Detail>(
      `/api/admin/people/${seedId('person', 'tccb.03')}`,
    );
    expect(reply.body.code).toBe('person_not_found');
  });
});

describe('a post', () => {
  test('is left for another by a transfer, the day before it; the same day corrects a mistake', async () => {
    const person = expectOk(await add({ fullName: 'Chuyển Văn Công', staffCode: 'NV-82', nationalId: null }));
    const [first] = person.positions;
    const moved = expectOk(
      await send(`people/${person.id}/positions`, {
        ...post,
        unitId: statistics,
        title: 'Thống kê viên',
        from: '2026-11-16',
        endsId: first?.id,
      }),
    );
    expect(moved.positions).toMatchObject([
      { title: 'Thống kê viên', validFrom: '2026-11-16', validTo: null },
      { title: 'Chuyên viên', validFrom: '2026-11-01', validTo: '2026-11-15' },
    ]);
    const corrected = expectOk(
      await send(`people/${person.id}/positions`, {
        ...post,
        unitId: statistics,
        title: 'Thống kê viên chính',
        from: '2026-11-16',
        endsId: moved.positions[0]?.id,
      }),
    );
    expect(corrected.positions.map(({ title }) => title)).toEqual(['Thống kê viên chính', 'Chuyên viên']);
    const again = await send(`people/${person.id}/positions`, {
      ...post,
      from: '2026-11-18',
      endsId: first?.id,
    });
    expect(again.body.code).toBe('position_ended');
    const unknown = await send(`people/${person.id}/positions`, { ...post, endsId: randomUUID() });
    expect(unknown.body.code).toBe('position_not_found');
  });

  test('ends after a last day; whoever left is found among the former', async () => {
    const person = expectOk(await add({ fullName: 'Nghỉ Thị Hưu', staffCode: 'NV-83', nationalId: null }));
    const end = (lastDay: string) =>
      send(`positions/${person.positions[0]?.id}/end`, { lastDay, reason: 'Nghỉ hưu' });
    expect((await end('2026-10-31')).body.code).toBe('day_before_start');
    expect(expectOk(await end('2026-11-19')).positions[0]?.validTo).toBe('2026-11-19');
    expect((await end('2026-11-18')).body.code).toBe('position_ended');
    const admin = await world.as('admin');
    const listed = async (former: boolean) => {
      const path = `/api/admin/people?q=NV-83&former=${former}`;
      return expectOk(await admin.get<{ items: StaffMember[] }>(path)).items.map(({ post: held }) => held);
    };
    expect([await listed(false), await listed(true)]).toEqual([[], [null]]);
    expect(
      (await send(`positions/${randomUUID()}/end`, { lastDay: '2026-11-20', reason: 'A' })).body.code,
    ).toBe('position_not_found');
  });
});
