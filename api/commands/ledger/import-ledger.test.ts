import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { expectOk } from '../../../cli/demo/journey.ts';
import { importedPeople, ledgerAwards, ledgerImports, people } from '../../../db/schema/index.ts';
import { demoPeople } from '../../../db/seed/people.ts';
import {
  draftDossier,
  personId,
  type Refusable,
  submittedDossier,
  unitId,
} from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { EligibilityReport } from '../../contract/eligibility.ts';
import type { ImportedKind } from '../../contract/index.ts';
import type { PersonLedger, PersonMatch } from '../../contract/ledger.ts';
import type { ImportedLine, LedgerImport } from '../../contract/ledger-imports.ts';
import { ledgerSheets } from '../../files/ledger-sheets.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const keeper = 'registrar.tctk';
const ledgerColumns = ledgerSheets.award.headings;
type Row = Record<string, string>;
const held: Row = {
  name: 'Phan Văn Từ Bảng',
  birth: '1979',
  award: 'Chiến sĩ thi đua cơ sở',
  year: '2015',
  decisionSymbol: '105/QĐ-TCTK',
  decidedOn: '20/12/2015',
  decider: 'Tổng cục Thống kê',
};
const cells = (rows: Row[], kind: ImportedKind = 'award') => {
  const headings = Object.entries(ledgerSheets[kind].headings);
  return [
    headings.map(([, heading]) => heading),
    ...rows.map((row) => headings.map(([column]) => row[column] ?? '')),
  ];
};
const csv = (rows: Row[], kind?: ImportedKind) =>
  cells(rows, kind)
    .map((row) => row.map((cell) => `"${cell}"`).join(';'))
    .join('\r\n');
const xlsx = (rows: Row[]) =>
  writeXlsxFile(cells(rows).map((row) => row.map((value) => ({ value, type: String })))).toBuffer();

const upload = async (
  content: Uint8Array | string,
  {
    login = keeper,
    unit = unitId,
    name = 'so.xlsx',
    kind = 'award',
  }: { login?: string; unit?: string; name?: string; kind?: ImportedKind } = {},
) =>
  (await world.as(login)).upload<Refusable<LedgerImport>>(
    `/api/units/${unit}/ledger-imports`,
    { name, content },
    { kind },
  );
const linesOf = async (importId: string) =>
  expectOk(
    await (await world.as(keeper)).get<{ items: ImportedLine[] }>(`/api/ledger-imports/${importId}/lines`),
  ).items;
const undo = async (importId: string, login = keeper) =>
  (await world.as(login)).post<Refusable<LedgerImport>>(`/api/ledger-imports/${importId}/undo`, {
    reason: 'Nhầm tệp.',
  });
/** Everything an import could leave behind. */
const contents = async () =>
  Promise.all([ledgerAwards, ledgerImports, people, importedPeople].map((table) => world.db.$count(table)));

/** Sheets differ from test to test: the same file twice is the same import. */
let year = 1950;
beforeEach(() => {
  year += 1;
});
const thisYear = (row: Row = {}): Row => ({ ...held, year: String(year), ...row });

describe('a sheet of awards', () => {
  test.each([
    ['.xlsx', xlsx],
    ['.csv', csv],
  ])(
    'comes in whole from %s: by code to whom it names, else to people as the sheet describes them',
    async (_, file) => {
      const rows = [
        thisYear(),
        thisYear({ award: 'LDTT', fromYear: String(year - 4), commendationKind: 'công trạng' }),
        thisYear({ name: '', code: personId('tkth.05') }),
        thisYear({ holder: 'tập thể', name: 'Tổng cục Thống kê', code: 'TCTK-TKTH', award: 'BK_TTG' }),
      ];
      const imported = expectOk(await upload(await file(rows)));
      expect(imported).toMatchObject({ rows: 4, newPeople: 1, undone: null, uses: [], unit: { id: unitId } });
      const lines = await linesOf(imported.id);
      expect(lines).toHaveLength(4);
      expect(lines.find(({ holder }) => holder.id === personId('tkth.05'))?.line).toMatchObject({
        kind: 'award',
        awardCode: 'CSTDCS',
        year,
        fromYear: year,
        decidedOn: '2015-12-20',
        source: 'import',
      });
      expect(lines.find(({ holder }) => holder.id === unitId)?.holder.kind).toBe('collective');
      expect(lines.filter(({ holder }) => holder.name === held.name)).toMatchObject([
        { line: { awardCode: 'CSTDCS' } },
        { line: { awardCode: 'LDTT', fromYear: year - 4, commendationKind: 'merit' } },
      ]);
      expect(await auditOf(world, imported.id)).toEqual(['ledger.import']);
    },
  );

  test('a second time adds nothing and answers the same import, also where both come at once', async () => {
    const file = csv([thisYear()]);
    const replies = await Promise.all([upload(file), upload(file), upload(file, { name: 'khác.csv' })]);
    const before = await contents();
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(expectOk(await upload(file)).id).toBe(replies[0]?.body.id);
    expect(await contents()).toEqual(before);
  });

  test('names a namesake of the staff: proposed to people with the reasons, not merged', async () => {
    const { name } = demoPeople.find(({ login }) => login === 'tkth.09') ?? { name: '' };
    const imported = expectOk(await upload(csv([thisYear({ name, birth: '' })])));
    expect(imported.proposedMatches).toBe(1);
    const [line] = await linesOf(imported.id);
    const client = await world.as(keeper);
    const queue = expectOk(
      await client.get<{ items: PersonMatch[] }>(`/api/person-matches?personId=${line?.holder.id}`),
    ).items;
    expect(queue[0]?.reasons).toContainEqual({ code: 'same_name', points: 40 });
    const own = expectOk(await client.get<PersonLedger>(`/api/people/${personId('tkth.09')}/ledger`));
    expect(own.lines.map(({ id }) => id)).not.toContain(line?.line.id);
    const named = expectOk(await client.get<PersonLedger>(`/api/people/${line?.holder.id}/ledger`));
    expect(named).toMatchObject({ canKeep: true, posts: [] });
  });
});

describe('a sheet with mistakes leaves nothing behind and names each cell', () => {
  test('all of them at once', async () => {
    const before = await contents();
    const code = personId('tkth.05');
    const known = thisYear({ name: '', code });
    expectOk(await upload(csv([known])));
    const after = await contents();
    expect(after[0]).toBe((before[0] ?? 0) + 1);
    const reply = await upload(
      await xlsx([
        thisYear({ name: '' }),
        thisYear({ award: 'Huân chương Không Có' }),
        thisYear({ year: '20x5' }),
        thisYear({ decidedOn: '31/02/2020' }),
        thisYear({ decidedOn: '21/11/2026' }),
        thisYear({ holder: 'bạn' }),
        thisYear({ code: 'KHONG-CO' }),
        thisYear({ holder: 'tập thể', name: 'Phòng Không Có' }),
        thisYear({ fromYear: '2016', year: '2015' }),
        thisYear({ decider: '' }),
        { ...known, decisionSymbol: ' 105/QĐ-TCTK ' },
        thisYear(),
        thisYear({ name: 'PHAN VĂN TỪ BẢNG' }),
      ]),
    );
    expect([reply.status, reply.body.code]).toEqual([422, 'import_rows_invalid']);
    expect(reply.body.rows?.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, ledgerColumns.name, 'required'],
      [3, ledgerColumns.award, 'unknown_award'],
      [4, ledgerColumns.year, 'invalid'],
      [5, ledgerColumns.decidedOn, 'invalid'],
      [6, ledgerColumns.decidedOn, 'paper_in_future'],
      [7, ledgerColumns.holder, 'invalid'],
      [8, ledgerColumns.code, 'unknown_code'],
      [9, ledgerColumns.name, 'unknown_collective'],
      [10, ledgerColumns.fromYear, 'period_reversed'],
      [11, ledgerColumns.decider, 'required'],
      [12, ledgerColumns.award, 'ledger_line_known'],
      [14, ledgerColumns.award, 'listed_twice'],
    ]);
    expect(await contents()).toEqual(after);
  });

  test.each<[string, string, number, string]>([
    ['without the columns it needs', 'Họ và tên\nA', 422, 'import_columns_missing'],
    ['with a heading and nothing else', csv([]), 422, 'file_empty'],
    ['that is none', '\u0001\u0002', 422, 'file_not_a_spreadsheet'],
  ])('one %s', async (_, content, status, code) => {
    const before = await contents();
    const reply = await upload(content);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await contents()).toEqual(before);
  });

  test.each([
    ['clerk.tkth', 403, 'forbidden'],
    ['registrar.bkhdt', 403, 'forbidden'],
    ['clerk.ninhthuan', 404, 'collective_not_found'],
  ])('one of %s, who does not keep the ledger', async (login, status, code) => {
    const reply = await upload(csv([thisYear()]), { login });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });
});

describe('an import can be undone while nobody has relied on it', () => {
  test('then its awards, its people and their pairs are gone, and the same file may come again', async () => {
    const { name } = demoPeople.find(({ login }) => login === 'tkth.10') ?? { name: '' };
    const before = await contents();
    const file = csv([thisYear({ name, birth: '' }), thisYear()]);
    const { id } = expectOk(await upload(file));
    expect(expectOk(await undo(id))).toMatchObject({
      undone: { by: { id: personId(keeper) }, reason: 'Nhầm tệp.' },
      newPeople: 0,
    });
    const [awards, imports, ...rest] = before;
    expect(await contents()).toEqual([awards, (imports ?? 0) + 1, ...rest]);
    expect(await linesOf(id)).toEqual([]);
    const again = await undo(id);
    expect([again.status, again.body.code]).toEqual([409, 'ledger_import_undone']);
    expect(expectOk(await upload(file)).id).not.toBe(id);
  });

  test.each<[string, string, (imported: ImportedLine) => Promise<void>]>([
    [
      'an award of it was revoked',
      'revoked',
      async ({ line }) => {
        const body = { decisionSymbol: '1/QĐ-TCTK', decidedOn: '2026-11-02', reason: 'Khai sai.' };
        expect(
          (await (await world.as(keeper)).post(`/api/ledger-awards/${line.id}/revoke`, body)).status,
        ).toBe(204);
      },
    ],
    [
      'a line of it was struck out',
      'struck',
      async ({ line }) => {
        const path = `/api/ledger/award/${line.id}/strike`;
        expect((await (await world.as(keeper)).post(path, { reason: 'Sai.' })).status).toBe(204);
      },
    ],
    [
      'somebody was confirmed to be one of its people',
      'matched',
      async ({ holder }) => {
        const client = await world.as(keeper);
        const pair = expectOk(
          await client.post<PersonMatch>('/api/person-matches', {
            personId: holder.id,
            otherId: personId('tkth.11'),
          }),
        );
        const decision = { status: 'confirmed', reason: 'Đã đối chiếu.' };
        expect((await client.post(`/api/person-matches/${pair.id}/decision`, decision)).status).toBe(204);
      },
    ],
    [
      'one of its people has lines of another origin',
      'entered',
      async ({ holder }) => {
        const line = { kind: 'maternity', year: 2012, decisionSymbol: '1/QĐ', decidedOn: '2012-01-01' };
        expectOk(await (await world.as(keeper)).post(`/api/people/${holder.id}/ledger`, line));
      },
    ],
  ])('not where %s', async (_, use, rely) => {
    const { id } = expectOk(await upload(csv([thisYear()])));
    const [imported] = await linesOf(id);
    if (!imported) throw new Error('nothing was imported');
    await rely(imported);
    const before = await contents();
    const reply = await undo(id);
    expect([reply.status, reply.body.code]).toEqual([409, 'ledger_import_used']);
    const shown = expectOk(await (await world.as(keeper)).get<LedgerImport>(`/api/ledger-imports/${id}`));
    expect(shown).toMatchObject({ undone: null, uses: [use] });
    expect(await contents()).toEqual(before);
  });

  test('not where a stored verdict rests on it; a draft’s verdict follows it at once', async () => {
    const draft = await draftDossier(world, { awardCode: 'CSTDTQ', nominees: ['tkth.05'] });
    const path = `/api/dossiers/${draft.id}/eligibility`;
    const report = async () =>
      expectOk(await (await world.as('clerk.tkth')).get<EligibilityReport>(path)).items[0];
    const before = await report();
    const rows = ['2024', '2025'].map((of) => ({
      ...held,
      name: '',
      code: personId('tkth.05'),
      award: 'CSTD_BO',
      year: of,
      decidedOn: '20/12/2025',
      decider: 'Bộ Kế hoạch và Đầu tư',
    }));
    const { id } = expectOk(await upload(csv(rows)));
    expect(await report()).not.toEqual(before);
    expect((await undo(id)).status).toBe(200);
    expect(await report()).toEqual(before);

    const again = expectOk(await upload(csv(rows)));
    await submittedDossier(world, { awardCode: 'CSTDTQ', nominees: ['tkth.05'] });
    expect((await undo(again.id)).body.code).toBe('ledger_import_used');
  });

  test('not by whom it is no business of', async () => {
    const { id } = expectOk(await upload(csv([thisYear()])));
    const reply = await undo(id, 'registrar.bkhdt');
    expect([reply.status, reply.body.code]).toEqual([404, 'ledger_import_not_found']);
  });
});

describe('ratings, initiatives and measures come in by sheets of their own', () => {
  const who = { name: '', code: personId('tkth.06') };
  const paper = { decisionSymbol: '98/QĐ-TCTK', decidedOn: '15/12/2015' };
  const sheets: [Exclude<ImportedKind, 'award'>, () => Row[], object[]][] = [
    [
      'rating',
      () => [
        { ...who, ...paper, year: String(year), rating: 'Hoàn thành xuất sắc nhiệm vụ' },
        { ...held, ...paper, year: String(year), rating: 'HTTNV' },
        { ...paper, holder: 'tập thể', code: 'TCTK-TKTH', year: String(year), rating: 'hoàn thành nhiệm vụ' },
      ],
      [{ rating: 'completed' }, { rating: 'excellent' }, { rating: 'good' }],
    ],
    [
      'initiative',
      () => [
        { ...who, ...paper, initiative: `Rút gọn biểu ${year}`, year: '2014', scope: 'cơ sở' },
        {
          ...held,
          ...paper,
          initiative: 'Bản đồ số',
          year: '2014',
          scope: 'Toàn quốc',
          usedFor: 'Danh hiệu',
        },
      ],
      [
        {
          scope: 'national',
          usedFor: ['title'],
          uses: [expect.objectContaining({ kind: 'title', standing: 'before' })],
        },
        { scope: 'unit', usedFor: [], uses: [] },
      ],
    ],
    [
      'discipline',
      () => [
        { ...who, ...paper, decisionSymbol: `${year}/QĐ`, severity: 'khiển trách', endedOn: '14/12/2016' },
        { ...held, ...paper, severity: 'Cảnh cáo' },
      ],
      [
        { severity: 'reprimand', endedOn: '2016-12-14' },
        { severity: 'warning', endedOn: null },
      ],
    ],
  ];

  test.each(sheets)('%s: in whole, once, and out again', async (kind, rows, lines) => {
    const before = await contents();
    const file = csv(rows(), kind);
    const imported = expectOk(await upload(file, { kind }));
    expect(imported).toMatchObject({ kind, rows: rows().length, newPeople: 1, uses: [] });
    const shown = (await linesOf(imported.id)).map(({ line }) => line);
    expect(shown).toHaveLength(lines.length);
    for (const line of lines) expect(shown).toContainEqual(expect.objectContaining({ kind, ...line }));
    expect(expectOk(await upload(file, { kind })).id).toBe(imported.id);
    const [first = {}, ...rest] = rows();
    const twice = await upload(csv([first, ...rest, first], kind), { kind });
    expect(twice.body.rows?.map(({ row, code }) => [row, code])).toContainEqual([2, 'ledger_line_known']);
    expect(expectOk(await undo(imported.id)).undone).not.toBeNull();
    const [awards, imports, ...others] = before;
    expect(await contents()).toEqual([awards, (imports ?? 0) + 1, ...others]);
    expect(await linesOf(imported.id)).toEqual([]);
    expect(expectOk(await upload(file, { kind })).id).not.toBe(imported.id);
  });

  test.each<[ImportedKind, Row[], [number, string, string][]]>([
    [
      'rating',
      [
        { ...who, ...paper, year: '2012', rating: 'giỏi' },
        { ...who, ...paper, year: '', rating: 'HTTNV' },
        { ...who, ...paper, year: '2012', rating: 'HTTNV' },
        { ...who, ...paper, year: '2012', rating: 'HTXSNV' },
        { ...who, ...paper, year: '2013', rating: 'HTXSNV', decidedOn: '01/01/2099' },
      ],
      [
        [2, 'Xếp loại', 'invalid'],
        [3, 'Năm', 'required'],
        [5, 'Năm', 'listed_twice'],
        [6, 'Ngày quyết định', 'paper_in_future'],
      ],
    ],
    [
      'initiative',
      [
        { ...who, ...paper, initiative: '', year: '2012', scope: 'bộ' },
        { ...who, ...paper, initiative: 'A', year: '2012', scope: 'thế giới' },
        { ...who, ...paper, initiative: 'A', year: '2012', scope: 'bộ', usedFor: 'cờ' },
        { ...who, ...paper, initiative: 'Số hóa', year: '2012', scope: 'bộ' },
        { ...who, ...paper, initiative: 'SỐ HÓA', year: '2012', scope: 'tỉnh' },
      ],
      [
        [2, 'Tên sáng kiến, đề tài', 'required'],
        [3, 'Phạm vi ảnh hưởng', 'invalid'],
        [4, 'Đã dùng cho', 'invalid'],
        [6, 'Tên sáng kiến, đề tài', 'listed_twice'],
      ],
    ],
    [
      'discipline',
      [
        { ...who, ...paper, severity: 'nhắc nhở' },
        { ...who, ...paper, severity: 'cảnh cáo', endedOn: '14/12/2015' },
        { ...who, ...paper, severity: 'cảnh cáo', holder: 'tập thể' },
        { ...who, ...paper, severity: 'cảnh cáo', decisionSymbol: '' },
        { ...who, ...paper, severity: 'cảnh cáo', code: 'KHONG-CO' },
      ],
      [
        [2, 'Hình thức kỷ luật', 'invalid'],
        [3, 'Hết hiệu lực ngày', 'discipline_ends_too_early'],
        [4, 'Đối tượng', 'invalid'],
        [5, 'Số quyết định', 'required'],
        [6, 'Mã số', 'unknown_code'],
      ],
    ],
  ])('a sheet of %s with mistakes leaves nothing behind and names each cell', async (kind, rows, wrong) => {
    const before = await contents();
    const reply = await upload(csv(rows, kind), { kind });
    expect([reply.status, reply.body.code]).toEqual([422, 'import_rows_invalid']);
    expect(reply.body.rows?.map(({ row, column, code }) => [row, column, code])).toEqual(wrong);
    expect(await contents()).toEqual(before);
  });

  test('one sheet is not taken for another', async () => {
    const reply = await upload(csv([thisYear()]), { kind: 'rating' });
    expect([reply.status, reply.body.code]).toEqual([422, 'import_columns_missing']);
  });

  test('an initiative that a nomination rests on keeps its import from being undone', async () => {
    const rows = [{ ...who, ...paper, initiative: `Mã nguồn ${year}`, year: '2026', scope: 'bộ' }];
    const { id } = expectOk(await upload(csv(rows, 'initiative'), { kind: 'initiative' }));
    const [imported] = await linesOf(id);
    const draft = await draftDossier(world, { awardCode: 'CSTD_BO', nominees: ['tkth.06'] });
    const clerk = await world.as('clerk.tkth');
    const { items } = expectOk(
      await clerk.get<{ items: { id: string }[] }>(`/api/dossiers/${draft.id}/nominations`),
    );
    const path = `/api/dossiers/${draft.id}/nominations/${items[0]?.id}/initiatives`;
    expect((await clerk.put(path, { initiativeIds: [imported?.line.id] })).status).toBe(200);
    expect((await undo(id)).body.code).toBe('ledger_import_used');
    const shown = expectOk(await (await world.as(keeper)).get<LedgerImport>(`/api/ledger-imports/${id}`));
    expect(shown.uses).toEqual(['rested_on']);
  });
});

test.each<[ImportedKind, [number, string][]]>([
  ['award', [[3, 'unknown_collective']]],
  ['rating', [[3, 'unknown_collective']]],
  ['initiative', [[3, 'unknown_collective']]],
  ['discipline', []],
])('the template of %s is a sheet that the import reads, but for its invented names', async (kind, wrong) => {
  const client = await world.as(keeper);
  const template = await client.download(`/api/ledger-imports/template.xlsx?kind=${kind}`);
  const reply = await upload(template, { kind });
  const refused = reply.status === 422 ? reply.body.rows : [];
  expect(refused?.map(({ row, code }) => [row, code])).toEqual(wrong);
  expect(reply.status).toBe(wrong.length > 0 ? 422 : 200);
});

test('what an award rests on keeps the unit that decided, where it is one of this system', async () => {
  const { id } = expectOk(await upload(csv([thisYear(), thisYear({ decider: 'UBND tỉnh', award: 'LDTT' })])));
  const rows = await world.db.select().from(ledgerAwards).where(eq(ledgerAwards.importId, id));
  expect(rows.map(({ decider, deciderUnitId }) => [decider, deciderUnitId !== null]).sort()).toEqual([
    ['Tổng cục Thống kê', true],
    ['UBND tỉnh', false],
  ]);
});
