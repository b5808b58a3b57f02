import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { verifyPassword } from '../password.ts';
import { demoAccounts, demoPassword } from './accounts.ts';
import { demoPeople } from './people.ts';
import { seedDatabase } from './seed.ts';
import { seedId } from './seed-id.ts';

let database: TestDatabase;
const rows = async (query: string, values: unknown[] = []) =>
  (await database.db.$client.query(query, values)).rows;

beforeAll(async () => {
  database = await createTestDatabase('migrated');
  await seedDatabase(database.db);
});
afterAll(() => database.drop());

/** Every row of every table, as text. */
async function contents(): Promise<Record<string, string>> {
  const tables = await rows(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const entries = tables.map(async ({ name }) => {
    const [{ content }] = await rows(
      `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as content from "${name}" t`,
    );
    return [name, content] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

test('seeding twice changes nothing', async () => {
  const before = await contents();
  await seedDatabase(database.db);
  expect(await contents()).toEqual(before);
});

test('seeding again undoes nothing that an administrator changed', async () => {
  const grant = seedId('grant', 'clerk.tkth/clerk/TCTK-TKTH');
  await rows(`update role_grants set valid_to = '2026-06-30' where id = $1`, [grant]);
  await seedDatabase(database.db);
  expect(await rows('select valid_to::text from role_grants where id = $1', [grant])).toEqual([
    { valid_to: '2026-06-30' },
  ]);
  await rows('update role_grants set valid_to = null where id = $1', [grant]);
});

test.each([
  ['an earlier release', 'null', 2],
  ['an administrator', "(select id from accounts where login = 'admin')", 1],
])('over a model deployed by %s there is then the release’s version, or not', async (_, who, versions) => {
  const other = await createTestDatabase('seeded');
  const ofModel = `where process_id = 'work-plan'`;
  try {
    await other.db.execute(
      `update process_definitions set hash = 'another', deployed_by = ${who} ${ofModel}`,
    );
    await seedDatabase(other.db);
    const { rowCount } = await other.db.execute(`select from process_definitions ${ofModel}`);
    expect(rowCount).toBe(versions);
  } finally {
    await other.drop();
  }
});

test.each([
  ['TCTK-TKTH', 'unit', 12],
  ['TCTK-TCCB', 'unit', 7],
  ['CTK-NINHTHUAN', 'unit', 9],
  ['TCTK', 'department', 11],
  ['BKHDT', 'ministry', 13],
  ['BNV', 'central', 15],
])(
  'the council of %s at level %s has %i members, one chair, one secretary, all with an account',
  async (unit, level, size) => {
    const council = seedId('council', unit);
    const [members] = await rows(
      `select count(*)::int as size, c.level,
       count(*) filter (where m.capacity = 'chair')::int as chairs,
       count(*) filter (where m.capacity = 'secretary')::int as secretaries,
       count(*) filter (where exists (
         select from accounts a join role_grants g on g.account_id = a.id
         where a.person_id = m.person_id and g.role = 'member' and g.council_id = c.id))::int as voting
     from councils c join council_members m on m.council_id = c.id where c.id = $1 group by c.level`,
      [council],
    );
    expect(members).toEqual({ level, size, chairs: 1, secretaries: 1, voting: size });
  },
);

test('all staff of a proposing unit sit in its meeting', async () => {
  const staff = demoPeople.filter(({ unit }) => unit === 'TCTK-TKTH').map(({ login }) => login);
  const seated = demoPeople
    .filter(({ seats }) => seats.some(({ council }) => council === 'TCTK-TKTH'))
    .map(({ login }) => login);
  expect(seated).toEqual(staff);
});

describe('names', () => {
  test('nobody shares a name, so that a list of members reads unambiguously', () => {
    expect(new Set(demoPeople.map(({ name }) => name)).size).toBe(demoPeople.length);
  });

  test('only these office holders, named in a source, are real', () => {
    expect(
      demoPeople.filter(({ namedIn }) => namedIn).map(({ name, title, namedIn }) => [name, title, namedIn]),
    ).toEqual([
      ['Nguyễn Văn Hương', 'Cục trưởng', 'source 003'],
      ['Nguyễn Thị Hương', 'Tổng cục trưởng', 'sources 000, 001'],
      ['Nguyễn Trung Tiến', 'Phó Tổng cục trưởng', 'sources 000, 001'],
      ['Nguyễn Thị Bích Ngọc', 'Thứ trưởng', 'source 000'],
      ['Phạm Huy Giang', 'Trưởng ban', 'source 004'],
      ['Nguyễn Duy Ngọc', 'Thứ trưởng', 'source 004'],
      ['Nguyễn Thanh Tịnh', 'Thứ trưởng', 'source 004'],
      ['Đặng Công Huẩn', 'Phó Tổng Thanh tra Chính phủ', 'source 004'],
      ['Phạm Quốc Hưng', 'Phó Chánh án', 'source 004'],
      ['Nguyễn Hải Trâm', 'Phó Viện trưởng', 'source 004'],
      ['Ngô Văn Tuấn', 'Tổng Kiểm toán Nhà nước', 'source 004'],
      ['Lê Quang Minh', 'Phó Chủ nhiệm', 'source 004'],
      ['Phạm Hải Trung', 'Tư lệnh', 'source 004'],
    ]);
  });
});

test('every level of the chain has somebody for every role that acts there', async () => {
  const held = await rows(
    `select distinct g.role || '@' || u.code as place from role_grants g join units u on u.id = g.unit_id order by 1`,
  );
  expect(held.map(({ place }) => place)).toEqual(
    expect.arrayContaining([
      ...['clerk@TCTK-TKTH', 'clerk@TCTK-TCCB', 'clerk@CTK-NINHTHUAN'],
      ...['appraiser@TCTK', 'appraiser@BKHDT', 'appraiser@BNV'],
      ...['head@TCTK', 'head@BKHDT', 'head@BNV', 'head@TTG', 'head@CTN'],
      ...['registrar@TCTK', 'registrar@BKHDT', 'registrar@TTG', 'registrar@CTN'],
      'admin@TTG',
    ]),
  );
});

test('the printed demo accounts can log in with the demo password', async () => {
  const logins = demoAccounts.map(({ login }) => login);
  const stored = await rows('select login, password_hash from accounts where login = any($1)', [logins]);
  expect(stored.map(({ login }) => login).sort()).toEqual([...logins].sort());
  expect(await verifyPassword(demoPassword, stored[0].password_hash)).toBe(true);
});

test('the counts of source 000 are there', async () => {
  const counts = await rows(
    `select award_code || ' ' || basis as award, year, collectives, individuals from award_statistics order by year, award_code, basis`,
  );
  expect(
    counts.map(({ award, year, collectives, individuals }) => [award, year, collectives, individuals]),
  ).toEqual([
    ['BK_TTG regular', 2022, 29, 51],
    ['CO_CP regular', 2022, 3, 0],
    ['HCLD3 classes_1_to_3', 2022, 7, 1],
    ['BK_BO regular', 2023, 299, 372],
    ['BK_BO service', 2023, 0, 29],
    ['CO_BO regular', 2023, 14, 0],
    ['CSTDCS regular', 2023, 0, 760],
    ['CSTD_BO regular', 2023, 0, 15],
    ['KNC regular', 2023, 0, 1125],
    ['TTLDXS regular', 2023, 584, 0],
  ]);
});

test('a central unit plans 2,800 points a year (source 001)', async () => {
  const plans = await rows(
    `select plan_year, sum(assigned_points)::int as points from work_plan_points where unit_id = $1 group by 1 order by 1`,
    [seedId('unit', 'TCTK-TKTH')],
  );
  expect(plans).toEqual([2024, 2025, 2026].map((plan_year) => ({ plan_year, points: 2800 })));
});

test('the law in force is stored, the unconfirmed law is not', async () => {
  expect(
    await rows('select id, effective_from::text as from, effective_to::text as to from rule_sets order by 1'),
  ).toEqual([
    { id: '2024-01-01.nd98', from: '2024-01-01', to: '2025-06-30' },
    { id: '2025-07-01.nd152', from: '2025-07-01', to: null },
  ]);
});

test('the demo shows the commemorative medal under its registered name (source 000); the law stays as it is shipped', async () => {
  const [medal] = await rows(
    `select a.name_vi as name, award -> 'name' ->> 'vi' as in_law
     from awards a, rule_sets s, jsonb_array_elements(s.content -> 'awards') award
     where a.code = 'KNC' and award ->> 'code' = 'KNC' and s.id = '2025-07-01.nd152'`,
  );
  expect(medal).toEqual({
    name: 'Kỷ niệm chương “Vì sự nghiệp Thống kê Việt Nam”',
    in_law: 'Kỷ niệm chương',
  });
});

test('2026 is worked on two Saturdays', async () => {
  const days = await rows(
    `select date::text from calendar_days where kind = 'make_up' and date >= '2026-01-01' order by 1`,
  );
  expect(days.map(({ date }) => date)).toEqual(['2026-01-10', '2026-08-22']);
});
