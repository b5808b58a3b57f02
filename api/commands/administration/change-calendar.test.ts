import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { expectOk } from '../../../cli/demo/journey.ts';
import {
  calendarDays,
  calendars,
  deadlines,
  processInstances,
  roleGrants,
} from '../../../db/schema/index.ts';
import { seedDatabase } from '../../../db/seed/seed.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { openTask, type Refusable, submittedDossier } from '../../../test/api/fixtures.ts';
import { auditOf, eventsOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type {
  CalendarChange,
  CalendarDay,
  CalendarProposal,
  CalendarReport,
  CalendarYear,
  ChangeCalendarResult,
} from '../../contract/calendar.ts';

let world: ApiWorld;
let shipped: (typeof calendarDays.$inferSelect)[];
beforeAll(async () => {
  world = await startApiWorld();
  shipped = await world.db.select().from(calendarDays);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.db.delete(calendarDays);
  await world.db.insert(calendarDays).values(shipped);
});

const culture: CalendarDay = {
  date: '2026-11-24',
  kind: 'holiday',
  name: 'Ngày Văn hóa Việt Nam',
  tentative: true,
  citation: 'Nghị quyết 80-NQ/TW',
  grade: 'C',
};
const adding: CalendarChange = { set: [culture], remove: [] };
const year = async (of = 2026) =>
  expectOk(await (await world.as('admin')).get<CalendarYear>(`/api/calendar?year=${of}`));
const preview = async (change: CalendarChange, login = 'admin') =>
  (await world.as(login)).post<Refusable<CalendarReport>>('/api/admin/calendar/preview', { change });
const change = async (body: object, login = 'admin') =>
  (await world.as(login)).post<Refusable<ChangeCalendarResult>>('/api/admin/calendar/changes', {
    change: adding,
    reason: 'Chính phủ đã công bố',
    ...body,
  });

/** A task open since the clock's now, due in so many working days on the calendar as shipped. */
async function taskDue(dueAt: string, amount: number, extra: Partial<typeof deadlines.$inferInsert> = {}) {
  const dossier = await submittedDossier(world);
  const taskId = await openTask(world, dossier, { dueAt: new Date(dueAt) });
  await world.db.insert(deadlines).values({
    taskId,
    startsAt: world.clock.now,
    unit: 'working_day',
    amount,
    dueAt: new Date(dueAt),
    ...extra,
  });
  return { taskId, ...dossier };
}

test('before saving an administrator sees which open deadlines move, and from when to when', async () => {
  const moved = await taskDue('2026-11-27T17:00:00Z', 5);
  await taskDue('2026-11-23T17:00:00Z', 1);
  await taskDue('2026-12-31T17:00:00Z', 0, { unit: 'fixed_date' });
  await taskDue('2026-11-27T17:00:00Z', 5, {
    pauses: [{ from: '2026-11-20T03:00:00.000Z', to: null }],
    dueAt: null,
  });
  const before = await world.db.select().from(calendarDays);
  expect((await preview(adding)).body).toMatchObject({
    open: 2,
    moved: 1,
    overdue: 0,
    deadlines: [
      {
        taskId: moved.taskId,
        from: '2026-11-27T17:00:00.000Z',
        to: '2026-11-30T17:00:00.000Z',
      },
    ],
  });
  expect(await world.db.select().from(calendarDays)).toEqual(before);
});

test('a change is stored with its reason, raises the version, and holds for dossiers submitted from now on', async () => {
  const in2026 = shipped.filter(({ date }) => date.startsWith('2026-')).length;
  const { version } = await year();
  expect((await change({ version })).body).toMatchObject({ version: version + 1 });
  expect((await year()).days).toContainEqual(culture);
  expect((await year()).years).toContainEqual({ year: 2026, days: in2026 + 1, tentative: true });
  expect(await auditOf(world, 'VN')).toContain('calendar.change');
  const { instanceId } = await submittedDossier(world);
  const [instance] = await world.db
    .select()
    .from(processInstances)
    .where(eq(processInstances.id, instanceId));
  expect(instance?.calendarVersion).toBe(version + 1);
  expect(await eventsOf(world, instanceId)).toEqual([]);
});

test('a day that an administrator removed stays removed when the next start seeds again', async () => {
  const { version } = await year();
  expectOk(await change({ version, change: { set: [], remove: ['2026-01-02'] } }));
  await seedDatabase(world.db);
  expect((await year()).days.map(({ date }) => date)).not.toContain('2026-01-02');
});

test('an administrator of a part of the organisation sees what a change would do, and does not make it', async () => {
  await world.db.insert(roleGrants).values({
    accountId: seedId('account', 'head.ctn'),
    role: 'admin',
    unitId: seedId('unit', 'TCTK'),
    validFrom: '2026-01-01',
  });
  const { version } = await year();
  expect((await preview(adding, 'head.ctn')).status).toBe(200);
  const reply = await change({ version }, 'head.ctn');
  expect([reply.status, reply.body.code]).toEqual([403, 'forbidden']);
  expect((await year()).version).toBe(version);
});

test('of two administrators who change it at once one is told to look again', async () => {
  const { version } = await year();
  const replies = await Promise.all([change({ version }), change({ version })]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await change({ version })).body.code).toBe('version_conflict');
});

describe('a change that makes no sense is refused and changes nothing', () => {
  test.each<[string, object, string, number, string, string | undefined]>([
    ['by somebody who is no administrator', {}, 'head.tctk', 403, 'forbidden', undefined],
    ['without a reason', { reason: ' ' }, 'admin', 400, 'invalid_request', 'reason'],
    ['without a day', { change: { set: [], remove: [] } }, 'admin', 422, 'calendar_unchanged', undefined],
    [
      'a day described twice',
      { change: { set: [culture, culture], remove: [] } },
      'admin',
      400,
      'invalid_request',
      'change.set[1].date',
    ],
    [
      'a working day made up',
      { change: { set: [{ ...culture, kind: 'make_up' }], remove: [] } },
      'admin',
      400,
      'invalid_request',
      'change.set[0].kind',
    ],
    [
      'a day that does not exist',
      { change: { set: [{ ...culture, date: '2026-11-31' }], remove: [] } },
      'admin',
      400,
      'invalid_request',
      'change.set[0].date',
    ],
    [
      'a day without its source',
      { change: { set: [{ ...culture, citation: '' }], remove: [] } },
      'admin',
      400,
      'invalid_request',
      'change.set[0].citation',
    ],
    [
      'the removal of what is not there',
      { change: { set: [], remove: ['2026-11-25'] } },
      'admin',
      400,
      'invalid_request',
      'change.remove[0]',
    ],
    [
      'a day both set and removed',
      { change: { set: [{ ...culture, date: '2026-01-01' }], remove: ['2026-01-01'] } },
      'admin',
      400,
      'invalid_request',
      'change.remove[0]',
    ],
  ])('%s', async (_, body, login, status, code, path) => {
    const [before] = await world.db.select().from(calendars);
    const reply = await change({ version: before?.version, ...body }, login);
    expect([reply.status, reply.body.code, reply.body.errors?.[0]?.path]).toEqual([status, code, path]);
    expect(await world.db.select().from(calendars)).toEqual([before]);
    expect(await world.db.select().from(calendarDays)).toHaveLength(shipped.length);
  });
});

describe('import', () => {
  const heading = ['Ngày', 'Loại', 'Tên', 'Dự kiến', 'Căn cứ', 'Độ tin cậy'];
  const csv = (...rows: string[]) => [heading.join(';'), ...rows].join('\n');
  const upload = async (name: string, content: Uint8Array | string, login = 'admin') =>
    (await world.as(login)).upload<Refusable<CalendarProposal>>('/api/admin/calendar/import', {
      name,
      content,
    });

  test('the sheet that was downloaded proposes nothing; a new year of it is added', async () => {
    const client = await world.as('admin');
    const sheet = await client.download('/api/calendar/sheet.xlsx?year=2026');
    expect((await upload('2026.xlsx', sheet)).body.change).toEqual({ set: [], remove: [] });
    const next = await writeXlsxFile(
      [heading, ['04/02/2027', 'Nghỉ lễ', 'Tết Nguyên đán', 'có', 'Dự thảo', 'C']].map((row) =>
        row.map((value) => ({ value, type: String })),
      ),
      { sheet: 'Lịch' },
    ).toBuffer();
    expect((await upload('2027.xlsx', next)).body.change.set).toMatchObject([
      { date: '2027-02-04', kind: 'holiday', tentative: true, grade: 'C' },
    ]);
  });

  test('a year in CSV replaces that year and no other', async () => {
    const { body } = await upload('2026.csv', csv('2026-01-01;nghỉ lễ;Tết;;BLLĐ;A'));
    expect(body.change.set).toMatchObject([{ date: '2026-01-01', name: 'Tết' }]);
    expect(body.change.remove).toContain('2026-09-02');
    expect(new Set(body.change.remove.map((date) => date.slice(0, 4)))).toEqual(new Set(['2026']));
  });

  test('a YAML file as in rules/calendar is taken', async () => {
    const yaml = `calendar: VN\ndays:\n  - { date: 2027-09-02, kind: holiday, name: Quốc khánh, citation: BLLĐ, grade: A }\n`;
    expect((await upload('vn.yaml', yaml)).body.change.set).toMatchObject([
      { date: '2027-09-02', tentative: false },
    ]);
  });

  test.each<[string, string, string | Uint8Array, string, [number, string][]]>([
    [
      'every wrong cell with its row',
      'a.csv',
      csv('31/02/2026;nghỉ lễ;Tết;;BLLĐ;A', '2026-05-01;feast;Lễ;maybe;;Z'),
      'import_rows_invalid',
      [
        [2, 'Ngày'],
        [3, 'Loại'],
        [3, 'Dự kiến'],
        [3, 'Căn cứ'],
        [3, 'Độ tin cậy'],
      ],
    ],
    [
      'a date twice',
      'a.csv',
      csv('2026-05-01;nghỉ lễ;Lễ;;BLLĐ;A', '2026-05-01;nghỉ bù;Lễ;;BLLĐ;A'),
      'import_rows_invalid',
      [[3, 'Ngày']],
    ],
    [
      'a line of YAML',
      'a.yml',
      'calendar: VN\ndays:\n  - { date: 2027-02-30, kind: holiday, name: x, citation: y, grade: A }\n',
      'import_rows_invalid',
      [[3, 'days[0].date']],
    ],
    ['a column that is missing', 'a.csv', 'Ngày;Loại\n2026-05-01;nghỉ lễ', 'import_columns_missing', []],
    ['an empty file', 'a.xlsx', '', 'file_empty', []],
    ['a heading and nothing else', 'a.csv', csv(), 'file_empty', []],
    ['junk', 'a.xlsx', Uint8Array.from([1, 2, 255, 0]), 'file_not_a_spreadsheet', []],
  ])('%s is named', async (_, name, content, code, places) => {
    const { body } = await upload(name, content);
    expect(body.code).toBe(code);
    expect((body.rows ?? []).map(({ row, column }) => [row, column])).toEqual(places);
  });

  test('is for administrators', async () => {
    expect((await upload('a.csv', csv(), 'clerk.tkth')).body.code).toBe('forbidden');
  });
});
