import { deflateRawSync } from 'node:zlib';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { nominations } from '../../../db/schema/index.ts';
import { demoPeople } from '../../../db/seed/people.ts';
import {
  clerk,
  draftDossier,
  personId,
  type Refusable,
  submittedDossier,
} from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { ImportResult } from '../../contract/nominations.ts';
import { packZip } from '../../files/unpack-zip.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const heading = ['Họ và tên', 'Chức vụ', 'Đơn vị', 'Mã số', 'Thành tích'];
const xlsx = (rows: string[][]) =>
  writeXlsxFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer();
const csv = (rows: string[][], delimiter = ';') => rows.map((row) => row.join(delimiter)).join('\r\n');
const outsider = (n: number) => [
  `Nguyễn Văn Minh Họa ${n}`,
  'Nguyên chuyên viên',
  'Cục Thống kê',
  '',
  `${n} năm công tác`,
];
const named = (login: string) => demoPeople.find((person) => person.login === login)?.name ?? '';

const upload = async (
  dossierId: string,
  content: Uint8Array | string,
  { name = 'danh-sach.xlsx', login = clerk } = {},
) =>
  (await world.as(login)).upload<Refusable<ImportResult>>(`/api/dossiers/${dossierId}/nominations/import`, {
    name,
    content,
  });
const listed = (dossierId: string) =>
  world.db
    .select()
    .from(nominations)
    .where(eq(nominations.dossierId, dossierId))
    .orderBy(asc(nominations.seq));

test('1,125 medal nominees come in from one .xlsx, in order', async () => {
  const { id } = await draftDossier(world, { awardCode: 'KNC', nominees: [] });
  const content = await xlsx([heading, ...Array.from({ length: 1125 }, (_, i) => outsider(i + 1))]);
  const reply = await upload(id, content);
  expect(reply).toMatchObject({ status: 201, body: { imported: 1125 } });
  const rows = await listed(id);
  expect(rows).toHaveLength(1125);
  expect(rows[0]).toMatchObject({
    seq: 1,
    kind: 'outsider',
    name: 'Nguyễn Văn Minh Họa 1',
    post: 'Nguyên chuyên viên, Cục Thống kê',
  });
  expect(rows[1124]).toMatchObject({ seq: 1125, achievement: '1125 năm công tác' });
  expect(await auditOf(world, id)).toContain('nomination.import');
});

describe('whom a row means', () => {
  test('by id, by mail address, by the one name in the unit, by a unit’s code', async () => {
    const { id } = await draftDossier(world, { awardCode: 'BK_BO', nominees: [] });
    const rows = [
      ['', '', '', personId('tkth.03'), ''],
      ['', '', '', 'TKTH.04@vinhdanh.example', ''],
      [named('tkth.05').toLocaleUpperCase('vi').normalize('NFD'), 'Chuyên viên', '', '', ''],
      ['', '', '', 'TCTK-TKTH-TH', ''],
    ];
    const reply = await upload(id, csv([heading, ...rows]), { name: 'a.csv' });
    expect(reply).toMatchObject({ status: 201 });
    expect((await listed(id)).map(({ kind, personId: person, name }) => [kind, person, name])).toEqual([
      ['person', personId('tkth.03'), named('tkth.03')],
      ['person', personId('tkth.04'), named('tkth.04')],
      ['person', personId('tkth.05'), named('tkth.05')],
      ['collective', null, expect.any(String)],
    ]);
  });
});

describe('all or nothing: every wrong cell is named', () => {
  test('rows of a title for staff only', async () => {
    const { id } = await draftDossier(world, { nominees: ['tkth.03'] });
    const rows = [
      [named('tkth.03'), 'Trưởng phòng', '', '', ''],
      ['Không Ai Cả', 'Chuyên viên', '', '', ''],
      ['', '', '', 'khong-co-ma-nay', ''],
      ['', 'Chuyên viên', '', '', 'x'],
      ['', '', '', 'TCTK-TKTH-TH', ''],
      [named('tkth.04'), '', '', personId('tkth.04'), ''],
      ['', '', '', personId('tkth.04'), ''],
      [named('tkth.05'), '', '', personId('tkth.05'), 'y'.repeat(4001)],
    ];
    const reply = await upload(id, csv([heading, ...rows]), { name: 'a.csv' });
    expect([reply.status, reply.body.code]).toEqual([422, 'import_rows_invalid']);
    expect(reply.body.rows?.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'Họ và tên', 'nominee_listed_twice'],
      [3, 'Họ và tên', 'unknown_person'],
      [4, 'Mã số', 'unknown_code'],
      [5, 'Họ và tên', 'required'],
      [6, 'Họ và tên', 'nominee_kind_not_allowed'],
      [8, 'Họ và tên', 'nominee_listed_twice'],
      [9, 'Thành tích', 'too_long'],
    ]);
    expect(reply.body.rows?.[5]?.detail).toBe('Trùng với dòng 7.');
    expect(await listed(id)).toHaveLength(1);
  });

  test('an outsider listed twice in one file', async () => {
    const { id } = await draftDossier(world, { awardCode: 'KNC', nominees: [] });
    const reply = await upload(id, csv([heading, outsider(1), outsider(2), outsider(1)]), { name: 'a.csv' });
    expect(reply.body.rows?.map(({ row, code }) => [row, code])).toEqual([[4, 'nominee_listed_twice']]);
    expect(await listed(id)).toHaveLength(0);
  });
});

describe('what is no sheet of nominees', () => {
  const junk = Buffer.alloc(10 * 1024 * 1024, 'rác');
  const bomb = zipBomb(200 * 1024 * 1024);
  test.each([
    ['an empty file', '', 422, 'file_empty'],
    ['a heading and nothing else', csv([heading]), 422, 'file_empty'],
    ['ten megabytes of junk called .xlsx', junk, 413, 'file_too_large'],
    [
      'a megabyte of junk called .xlsx',
      junk.subarray(0, 1024 * 1024).fill(0x81),
      422,
      'file_not_a_spreadsheet',
    ],
    [
      'an archive that is no workbook',
      packZip([{ name: 'a.txt', content: Buffer.from('x') }]),
      422,
      'file_not_a_spreadsheet',
    ],
    [
      'a workbook cut off in the middle',
      Buffer.from('PK\u0003\u0004abcdef', 'latin1'),
      422,
      'file_not_a_spreadsheet',
    ],
    ['an archive that expands to 200 MB', bomb, 422, 'file_expands_too_much'],
    ['a PDF called .xlsx', '%PDF-1.7\n\u0000\u0001\u0002', 422, 'file_not_a_spreadsheet'],
    [
      'a sheet without the column of names',
      csv([
        ['Chức vụ', 'Đơn vị'],
        ['a', 'b'],
      ]),
      422,
      'import_columns_missing',
    ],
    [
      '5,001 rows',
      csv([heading, ...Array.from({ length: 5001 }, (_, i) => outsider(i))]),
      422,
      'import_too_many_rows',
    ],
  ])('%s', async (_, content, status, code) => {
    const { id } = await draftDossier(world, { awardCode: 'KNC', nominees: [] });
    const reply = await upload(id, content);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await listed(id)).toHaveLength(0);
  });

  test('no file at all, and no multipart at all', async () => {
    const { id } = await draftDossier(world, { nominees: [] });
    const client = await world.as(clerk);
    const path = `/api/dossiers/${id}/nominations/import`;
    const empty = new FormData();
    empty.set('note', 'x');
    expect((await client.send('POST', path, { body: empty })).body).toMatchObject({ code: 'file_missing' });
    expect((await client.post(path, {})).body).toMatchObject({ code: 'unsupported_media_type' });
  });
});

test.each([
  ['the clerk of another unit', 'clerk.tccb', 404, 'dossier_not_found'],
  ['an administrator', 'admin', 403, 'forbidden'],
])('%s imports nothing', async (_, login, status, code) => {
  const { id } = await draftDossier(world, { awardCode: 'KNC', nominees: [] });
  const reply = await upload(id, csv([heading, outsider(1)]), { login });
  expect([reply.status, reply.body.code]).toEqual([status, code]);
});

test('a submitted dossier takes no more nominees', async () => {
  const { dossierId } = await submittedDossier(world);
  expect((await upload(dossierId, csv([heading, outsider(1)]))).body.code).toBe('dossier_not_draft');
});

test('the template is read by the import itself, its examples included', async () => {
  const client = await world.as(clerk);
  const template = await client.download('/api/dossiers/nominations-template.xlsx');
  const { id } = await draftDossier(world, { awardCode: 'KNC', nominees: [] });
  expect((await upload(id, template)).body).toEqual({ imported: 2 });
});

/** A workbook whose sheet claims little and inflates to zeros without end. */
function zipBomb(bytes: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(bytes));
  const workbook = packZip([
    { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') },
    { name: 'xl/worksheets/sheet1.xml', content: packed },
  ]);
  // Say of the second entry that it is deflated, in its own header and in the directory.
  for (const [signature, offset] of [
    ['PK\u0003\u0004', 8],
    ['PK\u0001\u0002', 10],
  ] as const) {
    workbook.writeUInt16LE(8, workbook.lastIndexOf(signature, undefined, 'latin1') + offset);
  }
  return workbook;
}
