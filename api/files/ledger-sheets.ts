import { z } from 'zod';
import type { CommendationKind, Scope } from '../../domain/law/criteria.ts';
import { localDate } from '../contract/common.ts';
import type { rating, severity } from '../contract/ledger.ts';
import type { ImportedKind } from '../contract/ledger-imports.ts';
import { dateCell, lineCell, optionalCell, wordCell, yearCell } from './cells.ts';
import { sheetForm } from './sheet-form.ts';
import { isoDate } from './sheet-records.ts';

/** Whose line a row is: by a code, else by what the sheet says of the person or the name of the collective. */
const holder = {
  holder: {
    heading: 'Đối tượng',
    width: 14,
    ...wordCell<'person' | 'collective'>(
      {
        '': 'person',
        'cá nhân': 'person',
        person: 'person',
        'tập thể': 'collective',
        collective: 'collective',
      },
      { vi: '"cá nhân" hoặc "tập thể"', en: '"person" or "collective"' },
    ),
  },
  name: {
    heading: 'Họ và tên hoặc tên tập thể',
    width: 32,
    required: true,
    ...optionalCell(
      lineCell(300, {
        vi: 'tên trong một dòng, tối đa 300 ký tự',
        en: 'a name in one line of at most 300 characters',
      }),
      '',
    ),
  },
  code: {
    heading: 'Mã số',
    width: 20,
    ...optionalCell(lineCell(100, { vi: 'mã số trong một dòng', en: 'a code in one line' }), ''),
  },
  birth: {
    heading: 'Ngày sinh',
    width: 14,
    /** A date of birth, or only its year. */
    cell: z
      .string()
      .transform(isoDate)
      .pipe(z.union([z.literal(''), localDate, z.string().regex(/^(19|20)\d\d$/)])),
    wanted: {
      vi: 'ngày sinh dạng 31/12/1980, hoặc năm sinh',
      en: 'a date of birth as 31/12/1980, or only the year',
    },
  },
  unit: {
    heading: 'Đơn vị',
    width: 32,
    ...optionalCell(lineCell(300, { vi: 'tên đơn vị trong một dòng', en: 'the unit in one line' }), ''),
  },
};
/** Discipline is of persons only. */
const person = {
  ...holder,
  holder: {
    heading: 'Đối tượng',
    width: 14,
    ...wordCell<'person'>(
      { '': 'person', 'cá nhân': 'person', person: 'person' },
      { vi: '"cá nhân"; tập thể không bị kỷ luật', en: '"person"; a collective is not disciplined' },
    ),
  },
};

/** Paper that the line is read from. */
const paper = {
  decisionSymbol: {
    heading: 'Số quyết định',
    width: 18,
    required: true,
    ...lineCell(100, { vi: 'số, ký hiệu quyết định', en: 'the symbol of the decision' }),
  },
  decidedOn: { heading: 'Ngày quyết định', width: 18, required: true, ...dateCell },
};
const oneYear = { heading: 'Năm', width: 10, required: true, ...yearCell };

const commendationKinds: Record<string, CommendationKind> = {
  'công trạng': 'merit',
  'đột xuất': 'sudden',
  'phong trào': 'movement',
  'chuyên đề': 'movement',
  'cống hiến': 'service',
  'niên hạn': 'tenure',
  'đối ngoại': 'external',
  'kháng chiến': 'resistance',
};
const ratings: Record<string, z.infer<typeof rating>> = {
  'hoàn thành xuất sắc nhiệm vụ': 'excellent',
  htxsnv: 'excellent',
  'hoàn thành tốt nhiệm vụ': 'good',
  httnv: 'good',
  'hoàn thành nhiệm vụ': 'completed',
  htnv: 'completed',
  'không hoàn thành nhiệm vụ': 'not_completed',
  khtnv: 'not_completed',
};
const severities: Record<string, z.infer<typeof severity>> = {
  'khiển trách': 'reprimand',
  'cảnh cáo': 'warning',
  'nặng hơn cảnh cáo': 'more',
};
const scopes: Record<string, Scope> = {
  'cơ sở': 'unit',
  bộ: 'ministry',
  tỉnh: 'ministry',
  'bộ, ngành, tỉnh': 'ministry',
  'toàn quốc': 'national',
};
const uses: Record<string, ('title' | 'commendation')[]> = {
  '': [],
  'danh hiệu': ['title'],
  'hình thức': ['commendation'],
  'hình thức khen thưởng': ['commendation'],
  'danh hiệu, hình thức': ['title', 'commendation'],
};

const examplePerson = {
  holder: 'cá nhân',
  name: 'Nguyễn Thị Ví Dụ',
  birth: '20/10/1980',
  unit: 'Phòng Tổng hợp',
};
const exampleCollective = { holder: 'tập thể', name: 'Phòng Minh họa' };

/** The sheets that lines of the ledger are imported from, by the kind of line. */
export const ledgerSheets = {
  award: sheetForm({
    title: 'Danh hiệu, hình thức',
    columns: {
      ...holder,
      award: {
        heading: 'Danh hiệu, hình thức',
        width: 30,
        required: true,
        ...lineCell(300, { vi: 'mã hoặc tên danh hiệu, hình thức', en: 'the code or name of an award' }),
      },
      fromYear: { heading: 'Từ năm', width: 10, ...optionalCell(yearCell, null) },
      year: oneYear,
      ...paper,
      decider: {
        heading: 'Người quyết định',
        width: 28,
        required: true,
        ...lineCell(200, { vi: 'người hoặc cơ quan quyết định', en: 'who decided' }),
      },
      commendationKind: {
        heading: 'Loại hình',
        width: 16,
        ...optionalCell(oneOf(commendationKinds), null),
      },
    },
    examples: [
      {
        ...examplePerson,
        award: 'Chiến sĩ thi đua cơ sở',
        year: '2024',
        decisionSymbol: '105/QĐ-TCTK',
        decidedOn: '20/12/2024',
        decider: 'Tổng cục Thống kê',
      },
      {
        ...exampleCollective,
        award: 'BK_TTG',
        fromYear: '2019',
        year: '2023',
        decisionSymbol: '15/QĐ-TTg',
        decidedOn: '05/02/2024',
        decider: 'Thủ tướng Chính phủ',
        commendationKind: 'công trạng',
      },
    ],
  }),
  rating: sheetForm({
    title: 'Xếp loại',
    columns: {
      ...holder,
      year: oneYear,
      rating: { heading: 'Xếp loại', width: 34, required: true, ...oneOf(ratings) },
      ...paper,
    },
    examples: [
      {
        ...examplePerson,
        year: '2024',
        rating: 'Hoàn thành xuất sắc nhiệm vụ',
        decisionSymbol: '98/QĐ-TCTK',
        decidedOn: '15/12/2024',
      },
      {
        ...exampleCollective,
        year: '2024',
        rating: 'HTTNV',
        decisionSymbol: '98/QĐ-TCTK',
        decidedOn: '15/12/2024',
      },
    ],
  }),
  initiative: sheetForm({
    title: 'Sáng kiến',
    columns: {
      ...holder,
      initiative: {
        heading: 'Tên sáng kiến, đề tài',
        width: 48,
        required: true,
        ...lineCell(500, { vi: 'tên sáng kiến trong một dòng', en: 'the initiative in one line' }),
      },
      year: { ...oneYear, heading: 'Năm công nhận', width: 16 },
      scope: { heading: 'Phạm vi ảnh hưởng', width: 20, required: true, ...oneOf(scopes) },
      usedFor: {
        heading: 'Đã dùng cho',
        width: 22,
        ...wordCell(uses, {
          vi: 'danh hiệu, hình thức, "danh hiệu, hình thức" hoặc để trống',
          en: 'one of danh hiệu, hình thức, "danh hiệu, hình thức", or nothing',
        }),
      },
      ...paper,
    },
    examples: [
      {
        ...examplePerson,
        initiative: 'Rút ngắn thời gian tổng hợp số liệu',
        year: '2024',
        scope: 'cơ sở',
        usedFor: 'danh hiệu',
        decisionSymbol: '61/QĐ-TCTK',
        decidedOn: '30/10/2024',
      },
      {
        ...exampleCollective,
        initiative: 'Bản đồ số các địa bàn điều tra',
        year: '2023',
        scope: 'toàn quốc',
        decisionSymbol: '1204/QĐ-BKHĐT',
        decidedOn: '12/11/2023',
      },
    ],
  }),
  discipline: sheetForm({
    title: 'Kỷ luật',
    columns: {
      ...person,
      severity: { heading: 'Hình thức kỷ luật', width: 22, required: true, ...oneOf(severities) },
      ...paper,
      endedOn: { heading: 'Hết hiệu lực ngày', width: 20, ...optionalCell(dateCell, null) },
    },
    examples: [
      {
        ...examplePerson,
        severity: 'khiển trách',
        decisionSymbol: '77/QĐ-TCTK',
        decidedOn: '03/03/2023',
        endedOn: '02/03/2024',
      },
      { ...examplePerson, severity: 'cảnh cáo', decisionSymbol: '12/QĐ-TCTK', decidedOn: '14/01/2026' },
    ],
  }),
} satisfies Record<ImportedKind, unknown>;

/** One of the words, which are told where a cell has none of them. */
function oneOf<Value>(words: Readonly<Record<string, Value>>) {
  const listed = Object.keys(words)
    .map((word) => `"${word}"`)
    .join(', ');
  return wordCell(words, { vi: `một trong: ${listed}`, en: `one of ${listed}` });
}
