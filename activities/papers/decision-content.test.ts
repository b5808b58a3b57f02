import { describe, expect, it } from 'vitest';
import { type DecisionFacts, decisionContent, type Nominee } from './decision-content.ts';
import type { Office } from './offices.ts';

const office = (name: string, kind: string, paperSymbol: string | null = null): Office => ({
  name,
  kind,
  paperSymbol,
});
const primeMinister = office('Thủ tướng Chính phủ', 'state_office', 'TTg');
const homeAffairs = office('Bộ Nội vụ', 'central_body', 'BNV');
const ministry = office('Bộ Kế hoạch và Đầu tư', 'ministry', 'BKHĐT');
const statistics = office('Tổng cục Thống kê', 'general_department', 'TCTK');
const unit = office('Vụ Thống kê Giá', 'department');
const personnel = office('Vụ Tổ chức cán bộ', 'department');

const person: Nominee = {
  kind: 'person',
  name: 'Trần Thị Ví Dụ',
  post: 'Phó Vụ trưởng',
  sex: 'female',
  unit: 'Vụ Thống kê Giá',
};
const collective: Nominee = {
  kind: 'collective',
  name: 'Phòng Giá tiêu dùng',
  post: '',
  sex: null,
  unit: 'Vụ Thống kê Giá',
};

const byState: DecisionFacts = {
  symbol: '05/QĐ-TTg',
  issuedOn: '2027-02-05',
  issuer: primeMinister,
  superior: null,
  signer: { name: 'Lê Văn Minh Họa', title: 'Thủ tướng Chính phủ' },
  subject: 'Về việc tặng danh hiệu “Chiến sĩ thi đua toàn quốc”',
  legalBases: ['Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022', 'Nghị định số 152/2025/NĐ-CP'],
  proposer: homeAffairs,
  line: [unit, statistics, ministry],
  severalUnits: false,
  executors: [homeAffairs],
  informed: ['Ban Thi đua - Khen thưởng Trung ương'],
  periodFrom: 2024,
  periodTo: 2026,
  nominees: [person],
  bonuses: null,
};
const byUnit: DecisionFacts = {
  ...byState,
  symbol: '120/QĐ-TCTK',
  issuer: statistics,
  superior: ministry,
  signer: { name: 'Nguyễn Thị Giả Định', title: 'Tổng cục trưởng' },
  subject: 'Về việc tặng danh hiệu “Lao động tiên tiến”',
  proposer: personnel,
  line: [unit],
  executors: [],
  informed: [],
};

describe('a decision on one person', () => {
  const content = decisionContent(byState);

  it('heads the paper as Decree 30 asks', () => {
    expect(content).toMatchObject({
      symbol: '05/QĐ-TTg',
      issuer: { name: 'THỦ TƯỚNG CHÍNH PHỦ', superior: null },
      placeAndDate: 'Hà Nội, ngày 05 tháng 02 năm 2027',
      subject: 'Về việc tặng danh hiệu “Chiến sĩ thi đua toàn quốc”',
      authority: 'THỦ TƯỚNG CHÍNH PHỦ',
    });
  });

  it('ends each basis with a semicolon, the last with a full stop', () => {
    expect(content.bases).toEqual([
      'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;',
      'Căn cứ Nghị định số 152/2025/NĐ-CP;',
      'Theo đề nghị của Bộ trưởng Bộ Nội vụ.',
    ]);
  });

  it('names the person in Article 1 and has no appendix', () => {
    expect(content.articles.map(({ text }) => text)).toEqual([
      'Tặng danh hiệu “Chiến sĩ thi đua toàn quốc” cho bà Trần Thị Ví Dụ, Phó Vụ trưởng, Vụ Thống kê Giá, Tổng cục Thống kê, Bộ Kế hoạch và Đầu tư, đã có thành tích từ năm 2024 đến năm 2026.',
      'Quyết định này có hiệu lực kể từ ngày ký ban hành.',
      'Bộ trưởng Bộ Nội vụ, Bộ trưởng Bộ Kế hoạch và Đầu tư, Tổng cục trưởng Tổng cục Thống kê, Vụ trưởng Vụ Thống kê Giá và cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.',
    ]);
    expect(content.appendix).toBeNull();
  });

  it('closes with recipients and the signer', () => {
    expect(content.recipients).toEqual([
      'Như Điều 3;',
      'Ban Thi đua - Khen thưởng Trung ương;',
      'Lưu: VT, TĐKT.',
    ]);
    expect(content.signer).toEqual({ authority: ['THỦ TƯỚNG'], name: 'Lê Văn Minh Họa' });
  });
});

describe('with bonuses', () => {
  const bonus = {
    amount: 11_390_000,
    tenths: 45,
    baseSalary: 2_530_000,
    payer: 'proposing_ministry',
    sources: [],
  } as const;
  const rows = [
    { bonus: { ...bonus, sources: [] }, replacedBy: null, replaces: [{ name: '“Lao động tiên tiến”' }] },
  ];
  const sources = [{ citation: 'Nghị định số 152/2025/NĐ-CP, Điều 49–54', grade: 'B' }] as const;
  const content = decisionContent({
    ...byState,
    bonuses: { rows, total: 11_390_000, sources: [...sources] },
  });

  it('an article refers to the table and says who pays, and the articles count on', () => {
    expect(content.articles[1]).toEqual({
      number: 2,
      text: 'Mức tiền thưởng kèm theo như bảng kèm theo Quyết định này, chi từ Quỹ thi đua, khen thưởng của bộ, ngành, tỉnh trình khen thưởng.',
    });
    expect(content.articles).toHaveLength(4);
    expect(content.recipients[0]).toBe('Như Điều 4;');
  });

  it('the table has a line for each awardee, the total and what it rests on', () => {
    expect(content.bonuses).toMatchObject({
      rows: [
        {
          seq: 1,
          name: 'Trần Thị Ví Dụ',
          multiple: '4,5',
          baseSalary: '2.530.000',
          amount: '11.390.000',
          note: 'Trừ mức đã chi cho “Lao động tiên tiến”',
        },
      ],
      total: '11.390.000',
      basis: 'Nghị định số 152/2025/NĐ-CP, Điều 49–54',
    });
  });
});

it('a general department stands below its ministry', () => {
  expect(decisionContent(byUnit)).toMatchObject({
    issuer: { superior: 'BỘ KẾ HOẠCH VÀ ĐẦU TƯ', name: 'TỔNG CỤC THỐNG KÊ' },
    authority: 'TỔNG CỤC TRƯỞNG TỔNG CỤC THỐNG KÊ',
    signer: { authority: ['TỔNG CỤC TRƯỞNG'] },
  });
});

it.each<[string, Nominee[], string]>([
  [
    'a man',
    [{ ...person, name: 'Lê Văn Hư Cấu', sex: 'male' }],
    'ông Lê Văn Hư Cấu, Phó Vụ trưởng, Vụ Thống kê Giá',
  ],
  [
    'an outsider, who belongs to no unit',
    [{ ...person, kind: 'outsider', sex: null, post: 'Đại sứ' }],
    'ông (bà) Trần Thị Ví Dụ, Đại sứ',
  ],
  [
    'a person whose post tells the unit',
    [{ ...person, post: 'Phó Vụ trưởng Vụ Thống kê Giá' }],
    'bà Trần Thị Ví Dụ, Phó Vụ trưởng Vụ Thống kê Giá',
  ],
  ['a collective', [collective], 'Phòng Giá tiêu dùng, Vụ Thống kê Giá'],
  ['the proposing unit itself', [{ ...collective, name: unit.name }], 'Vụ Thống kê Giá'],
  ['two collectives', [collective, collective], '02 tập thể có tên trong danh sách kèm theo'],
  ['both kinds', [collective, person, person], '01 tập thể và 02 cá nhân có tên trong danh sách kèm theo'],
  ['very many', Array(1125).fill(person), '1.125 cá nhân có tên trong danh sách kèm theo'],
])('Article 1 to %s', (_, nominees, expected) => {
  const [first] = decisionContent({ ...byUnit, nominees }).articles;
  expect(first?.text).toBe(
    `Tặng danh hiệu “Lao động tiên tiến” cho ${expected}, đã có thành tích từ năm 2024 đến năm 2026.`,
  );
});

it.each<[string, Nominee[], { title: string; nameColumn: string; postColumn: string | null }]>([
  [
    'people',
    [person, person],
    {
      title: 'DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG DANH HIỆU “LAO ĐỘNG TIÊN TIẾN”',
      nameColumn: 'Họ và tên',
      postColumn: 'Chức vụ, đơn vị công tác',
    },
  ],
  [
    'collectives, who have no post',
    [collective, collective],
    {
      title: 'DANH SÁCH TẬP THỂ ĐƯỢC TẶNG DANH HIỆU “LAO ĐỘNG TIÊN TIẾN”',
      nameColumn: 'Tên tập thể',
      postColumn: null,
    },
  ],
])('the appendix lists %s', (_, nominees, expected) => {
  const { appendix } = decisionContent({ ...byUnit, nominees });
  expect(appendix).toMatchObject(expected);
  expect(appendix?.rows.map(({ seq }) => seq)).toEqual([1, 2]);
});

it('one year is not a stretch of years', () => {
  const [first] = decisionContent({ ...byUnit, periodFrom: 2026 }).articles;
  expect(first?.text).toMatch(/đã có thành tích trong năm 2026\.$/);
});

it('a decision awards somebody', () => {
  expect(() => decisionContent({ ...byUnit, nominees: [] })).toThrow('needs somebody');
});
