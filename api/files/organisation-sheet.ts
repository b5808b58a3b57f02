import writeXlsxFile from 'write-excel-file/node';
import { z } from 'zod';
import type { Bilingual } from '../../domain/law/source.ts';
import { level, line, localDate, role } from '../contract/common.ts';
import { login, sex, unitCode, unitKind } from '../contract/organisation.ts';
import type { Sheet } from './read-sheet.ts';
import type { CellError } from './row-errors.ts';
import { isoDate, sheetRecords } from './sheet-records.ts';

/** Columns of the sheet that a whole organisation is imported from, by their headings; each kind of line uses some of them. */
export const organisationColumns = {
  line: 'Loại dòng',
  code: 'Mã số',
  name: 'Tên đơn vị, họ và tên',
  nameEn: 'Tên tiếng Anh',
  unit: 'Mã đơn vị',
  kind: 'Loại đơn vị',
  level: 'Cấp',
  isStandingBody: 'Cơ quan thường trực',
  paperSymbol: 'Ký hiệu văn bản',
  title: 'Chức vụ',
  sex: 'Giới tính',
  birth: 'Ngày sinh',
  email: 'Thư điện tử',
  isDirectWorker: 'Lao động trực tiếp',
  login: 'Tên đăng nhập',
  role: 'Vai trò',
  from: 'Từ ngày',
  to: 'Đến ngày',
} as const;
export type OrganisationColumn = keyof typeof organisationColumns;
type Cells = Record<OrganisationColumn, string>;

/** Words of the sheet and what they mean; the codes of the API are understood as well. */
const words = {
  line: { 'đơn vị': 'unit', người: 'person', 'vai trò': 'role' },
  kind: {
    'lãnh đạo nhà nước': 'state_office',
    'cơ quan trung ương': 'central_body',
    bộ: 'ministry',
    'tổng cục': 'general_department',
    'vụ, cục': 'department',
    'cục tỉnh': 'provincial_office',
    'đơn vị sự nghiệp': 'service_unit',
    phòng: 'division',
  },
  level: {
    'cơ sở': 'unit',
    'vụ, cục, tổng cục': 'department',
    'bộ, tỉnh': 'ministry',
    'trung ương': 'central',
    'nhà nước': 'state',
  },
  role: {
    'người lập hồ sơ': 'clerk',
    'chuyên viên thẩm định': 'appraiser',
    'người có thẩm quyền': 'head',
    'văn thư': 'registrar',
    'quản trị': 'admin',
  },
  sex: { nữ: 'female', nam: 'male' },
} as const satisfies Partial<Record<OrganisationColumn, Record<string, string>>>;
const answers: Record<string, boolean> = { có: true, x: true, yes: true, không: false, no: false };

const small = (text: string) => text.toLocaleLowerCase('vi').trim();
const meaning = (column: keyof typeof words, text: string): string =>
  (words[column] as Record<string, string>)[small(text)] ?? small(text);

const nothing = z.literal('').transform(() => null);
const optional = <T extends z.ZodType>(schema: T) => z.union([nothing, schema]);

const unitLine = z.object({
  code: unitCode,
  name: line(300),
  nameEn: optional(line(300)),
  /** Code of the unit above; empty for a root. */
  unit: optional(unitCode),
  kind: unitKind,
  level,
  isStandingBody: z.boolean().nullable(),
  paperSymbol: optional(line(30)),
  from: optional(localDate),
});
const personLine = z.object({
  code: line(50),
  name: line(200),
  unit: unitCode,
  title: line(200),
  sex: optional(sex),
  /** A date of birth, or only its year. */
  birth: optional(z.union([localDate, z.string().regex(/^(19|20)\d\d$/)])),
  email: optional(z.email().max(200)),
  isDirectWorker: z.boolean().nullable(),
  login: optional(login),
  from: optional(localDate),
  to: optional(localDate),
});
const roleLine = z.object({
  login,
  role: role.extract(['clerk', 'appraiser', 'head', 'registrar', 'admin']),
  unit: unitCode,
  from: optional(localDate),
  to: optional(localDate),
});

type Numbered<T extends z.ZodType> = z.output<T> & { row: number };
export type UnitLine = Numbered<typeof unitLine>;
export type PersonLine = Numbered<typeof personLine>;
export type RoleLine = Numbered<typeof roleLine>;
export interface OrganisationLines {
  units: UnitLine[];
  people: PersonLine[];
  roles: RoleLine[];
}

/**
 * Lines of the sheet whose cells can be read, by what they are about, and what is wrong with the others.
 * @throws ApiError import_columns_missing, file_empty
 */
export function organisationLines(sheet: Sheet): OrganisationLines & { errors: CellError[] } {
  const lines: OrganisationLines = { units: [], people: [], roles: [] };
  const errors: CellError[] = [];
  for (const { row, cells } of sheetRecords<OrganisationColumn>(sheet, organisationColumns, [
    'line',
    'unit',
  ])) {
    const read = readCells(cells);
    const add = <T extends z.ZodObject>(schema: T, to: (z.output<T> & { row: number })[]) => {
      const parsed = schema.safeParse(read);
      if (parsed.success) to.push({ ...parsed.data, row });
      else for (const { path } of parsed.error.issues) errors.push(unreadable(row, path[0], cells));
    };
    const kind = meaning('line', cells.line);
    if (kind === 'unit') add(unitLine, lines.units);
    else if (kind === 'person') add(personLine, lines.people);
    else if (kind === 'role') add(roleLine, lines.roles);
    else errors.push(unreadable(row, 'line', cells));
  }
  return { ...lines, errors };
}

const readCells = (cells: Cells) => ({
  ...cells,
  kind: meaning('kind', cells.kind),
  level: meaning('level', cells.level),
  role: meaning('role', cells.role),
  sex: meaning('sex', cells.sex),
  isStandingBody: cells.isStandingBody === '' ? null : answers[small(cells.isStandingBody)],
  isDirectWorker: cells.isDirectWorker === '' ? null : answers[small(cells.isDirectWorker)],
  birth: isoDate(cells.birth),
  from: isoDate(cells.from),
  to: isoDate(cells.to),
});

function unreadable(row: number, path: PropertyKey | undefined, cells: Cells): CellError {
  const column = path as OrganisationColumn;
  const [text, { vi, en }] = [cells[column], wanted[column]];
  return {
    row,
    column: organisationColumns[column],
    code: text === '' ? 'required' : 'invalid',
    sentence: {
      vi: text === '' ? `Cần ${vi}.` : `"${text}" không dùng được; cần ${vi}.`,
      en: text === '' ? `Give ${en}.` : `"${text}" cannot be used; give ${en}.`,
    },
  };
}

const oneOf = (column: keyof typeof words) => `"${Object.keys(words[column]).join('", "')}"`;
const choice = (column: keyof typeof words): Bilingual => ({
  vi: `một trong ${oneOf(column)}`,
  en: `one of ${oneOf(column)}`,
});
const yesOrNo: Bilingual = { vi: '"có", "không" hoặc để trống', en: '"có", "không" or nothing' };
const day: Bilingual = {
  vi: 'ngày có thật, dạng 01/07/2026, hoặc để trống',
  en: 'a date that exists, as 01/07/2026, or nothing',
};
const wanted: Record<OrganisationColumn, Bilingual> = {
  line: choice('line'),
  code: {
    vi: 'mã gồm chữ in hoa không dấu, chữ số, gạch nối (đơn vị) hoặc mã cán bộ (người)',
    en: 'a code of capital letters, digits and hyphens (unit) or a staff code (person)',
  },
  name: { vi: 'tên', en: 'a name' },
  nameEn: { vi: 'tên tiếng Anh hoặc để trống', en: 'an English name or nothing' },
  unit: { vi: 'mã của đơn vị', en: 'the code of a unit' },
  kind: choice('kind'),
  level: choice('level'),
  isStandingBody: yesOrNo,
  paperSymbol: { vi: 'ký hiệu ngắn hoặc để trống', en: 'a short symbol or nothing' },
  title: { vi: 'chức vụ', en: 'a title' },
  sex: choice('sex'),
  birth: {
    vi: 'ngày có thật, dạng 01/07/1980, hoặc năm',
    en: 'a date that exists, as 01/07/1980, or a year',
  },
  email: { vi: 'địa chỉ thư điện tử', en: 'a mail address' },
  isDirectWorker: yesOrNo,
  login: {
    vi: 'tên đăng nhập gồm chữ không dấu, chữ số, dấu chấm, gạch',
    en: 'a login of plain letters, digits, dots and hyphens',
  },
  role: choice('role'),
  from: day,
  to: day,
};

const widths: Partial<Record<OrganisationColumn, number>> = {
  name: 36,
  nameEn: 28,
  email: 26,
  title: 18,
  role: 22,
};

/** An empty sheet with the headings and lines that show each kind, as .xlsx. */
export function organisationTemplate(): Promise<Buffer> {
  const order = Object.keys(organisationColumns) as OrganisationColumn[];
  const examples: Partial<Cells>[] = [
    {
      line: 'đơn vị',
      code: 'SO-VD',
      name: 'Sở Ví dụ',
      nameEn: 'Example Department',
      kind: 'vụ, cục',
      level: 'bộ, tỉnh',
      paperSymbol: 'SVD',
      from: '01/01/2026',
    },
    {
      line: 'đơn vị',
      code: 'SO-VD-VP',
      name: 'Văn phòng Sở',
      nameEn: 'Office',
      unit: 'SO-VD',
      kind: 'phòng',
      level: 'cơ sở',
      isStandingBody: 'có',
      from: '01/01/2026',
    },
    {
      line: 'người',
      code: 'VD-001',
      name: 'Nguyễn Thị Ví Dụ',
      unit: 'SO-VD-VP',
      title: 'Chuyên viên',
      sex: 'nữ',
      birth: '01/07/1985',
      isDirectWorker: 'có',
      login: 'vidu.nt',
      from: '01/01/2026',
    },
    { line: 'vai trò', login: 'vidu.nt', role: 'người lập hồ sơ', unit: 'SO-VD', from: '01/01/2026' },
  ];
  return writeXlsxFile(
    [
      order.map((column) => ({ value: organisationColumns[column], fontWeight: 'bold' as const })),
      ...examples.map((cells) => order.map((column) => ({ value: cells[column] ?? '', type: String }))),
    ],
    { columns: order.map((column) => ({ width: widths[column] ?? 16 })), sheet: 'Tổ chức' },
  ).toBuffer();
}
