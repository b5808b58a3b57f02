import writeXlsxFile from 'write-excel-file/node';
import { z } from 'zod';
import type { Bilingual } from '../../domain/law/source.ts';
import { commendationKind } from '../contract/catalogue.ts';
import { line, localDate, year } from '../contract/common.ts';
import type { Sheet } from './read-sheet.ts';
import type { CellError } from './row-errors.ts';
import { isoDate, sheetRecords } from './sheet-records.ts';

/** Columns of the sheet awards are imported from, by their headings. */
export const ledgerColumns = {
  holder: 'Đối tượng',
  name: 'Họ và tên hoặc tên tập thể',
  code: 'Mã số',
  birth: 'Ngày sinh',
  unit: 'Đơn vị',
  award: 'Danh hiệu, hình thức',
  fromYear: 'Từ năm',
  year: 'Năm',
  decisionSymbol: 'Số quyết định',
  decidedOn: 'Ngày quyết định',
  decider: 'Người quyết định',
  commendationKind: 'Loại hình',
} as const;
export type LedgerColumn = keyof typeof ledgerColumns;
const required = [
  'name',
  'award',
  'year',
  'decisionSymbol',
  'decidedOn',
  'decider',
] as const satisfies LedgerColumn[];

/** Words by which a sheet names whose award it is, and why it was given. */
const holderWords: Record<string, 'person' | 'collective'> = {
  '': 'person',
  'cá nhân': 'person',
  person: 'person',
  'tập thể': 'collective',
  collective: 'collective',
};
const commendationWords: Record<string, z.infer<typeof commendationKind> | null> = {
  '': null,
  'công trạng': 'merit',
  'đột xuất': 'sudden',
  'phong trào': 'movement',
  'chuyên đề': 'movement',
  'cống hiến': 'service',
  'niên hạn': 'tenure',
  'đối ngoại': 'external',
  'kháng chiến': 'resistance',
};

const optionalYear = z.union([z.literal('').transform(() => null), z.coerce.number().pipe(year)]);
/** One row as it is read; who and which award is meant is found out later. */
const rowSchema = z.object({
  holder: z.enum(['person', 'collective']),
  name: z.union([line(300), z.literal('')]),
  code: z.union([line(100), z.literal('')]),
  /** A date of birth, or only its year. */
  birth: z.union([z.literal(''), localDate, z.string().regex(/^(19|20)\d\d$/)]),
  unit: z.union([line(300), z.literal('')]),
  award: line(300),
  fromYear: optionalYear,
  year: z.coerce.number().pipe(year),
  decisionSymbol: line(100),
  decidedOn: localDate,
  decider: line(200),
  commendationKind: commendationKind.nullable(),
});
export type LedgerRow = z.output<typeof rowSchema> & { row: number };

const small = (text: string) => text.toLocaleLowerCase('vi');

/**
 * Rows of the sheet whose cells can be read, and what is wrong with the others.
 * @throws ApiError import_columns_missing, file_empty
 */
export function ledgerRows(sheet: Sheet): { rows: LedgerRow[]; errors: CellError[] } {
  const rows: LedgerRow[] = [];
  const errors: CellError[] = [];
  for (const { row, cells } of sheetRecords<LedgerColumn>(sheet, ledgerColumns, required)) {
    const parsed = rowSchema.safeParse({
      ...cells,
      holder: holderWords[small(cells.holder)],
      birth: isoDate(cells.birth),
      decidedOn: isoDate(cells.decidedOn),
      commendationKind: commendationWords[small(cells.commendationKind)],
    });
    if (parsed.success) rows.push({ ...parsed.data, row });
    for (const { path } of parsed.error?.issues ?? []) {
      const column = path[0] as LedgerColumn;
      const [text, { vi, en }] = [cells[column], wanted[column]];
      errors.push({
        row,
        column: ledgerColumns[column],
        code: text === '' ? 'required' : 'invalid',
        sentence: {
          vi: `"${text}" không dùng được; cần ${vi}.`,
          en: `"${text}" cannot be used; give ${en}.`,
        },
      });
    }
  }
  return { rows, errors };
}

const date: Bilingual = {
  vi: 'ngày có thật, dạng 31/12/2025 hoặc 2025-12-31',
  en: 'a date that exists, as 31/12/2025 or 2025-12-31',
};
const wholeYear: Bilingual = { vi: 'năm từ 1945 đến 2100', en: 'a year from 1945 to 2100' };
const wanted: Record<LedgerColumn, Bilingual> = {
  holder: { vi: '"cá nhân" hoặc "tập thể"', en: '"person" or "collective"' },
  name: { vi: 'tên trong một dòng, tối đa 300 ký tự', en: 'a name in one line of at most 300 characters' },
  code: { vi: 'mã số trong một dòng', en: 'a code in one line' },
  birth: {
    vi: 'ngày sinh dạng 31/12/1980, hoặc năm sinh',
    en: 'a date of birth as 31/12/1980, or only the year',
  },
  unit: { vi: 'tên đơn vị trong một dòng', en: 'the unit in one line' },
  award: { vi: 'mã hoặc tên danh hiệu, hình thức', en: 'the code or name of an award' },
  fromYear: wholeYear,
  year: wholeYear,
  decisionSymbol: { vi: 'số, ký hiệu quyết định', en: 'the symbol of the decision' },
  decidedOn: date,
  decider: { vi: 'người hoặc cơ quan quyết định', en: 'who decided' },
  commendationKind: {
    vi: 'công trạng, đột xuất, phong trào, chuyên đề, cống hiến, niên hạn, đối ngoại, kháng chiến hoặc để trống',
    en: 'one of công trạng, đột xuất, phong trào, chuyên đề, cống hiến, niên hạn, đối ngoại, kháng chiến, or nothing',
  },
};

/** An empty sheet with the headings and two lines that show how to fill it, as .xlsx. */
export async function ledgerTemplate(): Promise<Buffer> {
  const order = Object.keys(ledgerColumns) as LedgerColumn[];
  const examples: Record<LedgerColumn, string>[] = [
    {
      holder: 'cá nhân',
      name: 'Nguyễn Thị Ví Dụ',
      code: '',
      birth: '20/10/1980',
      unit: 'Phòng Tổng hợp',
      award: 'Chiến sĩ thi đua cơ sở',
      fromYear: '',
      year: '2024',
      decisionSymbol: '105/QĐ-TCTK',
      decidedOn: '20/12/2024',
      decider: 'Tổng cục Thống kê',
      commendationKind: '',
    },
    {
      holder: 'tập thể',
      name: 'Phòng Minh họa',
      code: '',
      birth: '',
      unit: '',
      award: 'BK_TTG',
      fromYear: '2019',
      year: '2023',
      decisionSymbol: '15/QĐ-TTg',
      decidedOn: '05/02/2024',
      decider: 'Thủ tướng Chính phủ',
      commendationKind: 'công trạng',
    },
  ];
  const widths = [14, 32, 20, 14, 32, 30, 10, 10, 18, 18, 28, 16].map((width) => ({ width }));
  return writeXlsxFile(
    [
      order.map((column) => ({ value: ledgerColumns[column], fontWeight: 'bold' as const })),
      ...examples.map((row) => order.map((column) => ({ value: row[column], type: String }))),
    ],
    { columns: widths, sheet: 'Sổ khen thưởng' },
  ).toBuffer();
}
