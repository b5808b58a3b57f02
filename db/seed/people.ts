import type { Capacity, RoleOfSeat } from '../../domain/roles.ts';
import type { roleGrants } from '../schema/index.ts';

/** Role over a unit or council. */
export type Role = (typeof roleGrants.$inferInsert)['role'];

export interface DemoPerson {
  /** Login of the account, also the code of the person: `seedId('person', login)`. */
  login: string;
  name: string;
  sex: 'female' | 'male';
  /** Unknown for office holders whom a source names. */
  birthYear: number | null;
  /** Unit of the position. */
  unit: string;
  title: string;
  isDirectWorker: boolean;
  /** Roles over units. */
  roles: { role: Exclude<Role, RoleOfSeat>; unit: string }[];
  /** Seats on councils. */
  seats: { council: string; capacity: Capacity }[];
  /** Source document that names this office holder; absent for an invented name. */
  namedIn?: string;
}

/** Given names that are words for "example": no living person is meant. */
const inventedNames = [
  'Ví Dụ',
  'Minh Họa',
  'Giả Định',
  'Thử Nghiệm',
  'Tưởng Tượng',
  'Diễn Tập',
  'Hư Cấu',
  'Làm Mẫu',
];
const familyNames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô'];

/** The n-th invented name: all are different up to 176, women and men in turn. */
function inventedPerson(n: number): Pick<DemoPerson, 'name' | 'sex' | 'birthYear'> {
  const sex = n % 2 === 0 ? 'female' : 'male';
  const family = familyNames[Math.floor(n / 2) % familyNames.length];
  const given = inventedNames[Math.floor(n / 2) % inventedNames.length];
  return {
    name: `${family} ${sex === 'female' ? 'Thị' : 'Văn'} ${given}`,
    sex,
    birthYear: 1966 + ((n * 7) % 32),
  };
}

type Entry = Omit<DemoPerson, 'name' | 'sex' | 'birthYear' | 'isDirectWorker' | 'roles' | 'seats'> &
  Partial<Pick<DemoPerson, 'name' | 'sex' | 'birthYear' | 'isDirectWorker' | 'roles'>> & {
    seats?: [council: string, capacity: Capacity][];
  };

/** Staff of a unit, who all sit in the meeting that votes there; the first leads it, the second is its secretary. */
function staff(
  unit: string,
  prefix: string,
  size: number,
  titles: (n: number) => string,
  leader: Partial<Entry>,
): Entry[] {
  return Array.from({ length: size }, (_, i): Entry => {
    const capacity = i === 0 ? 'chair' : i === 1 ? 'secretary' : 'member';
    return {
      login: `${prefix}.${String(i + 1).padStart(2, '0')}`,
      unit,
      title: titles(i),
      isDirectWorker: i >= 3,
      seats: [[unit, capacity]],
      ...(i === 0 && leader),
      // The last one keeps the unit's files.
      ...(i === size - 1 && { login: `clerk.${prefix}`, roles: [{ role: 'clerk' as const, unit }] }),
    };
  });
}

const departmentTitles = (n: number) => ['Vụ trưởng', 'Phó Vụ trưởng', 'Trưởng phòng'][n] ?? 'Chuyên viên';
const provincialTitles = (n: number) =>
  ['Cục trưởng', 'Phó Cục trưởng', 'Trưởng phòng'][n] ?? 'Thống kê viên';

const entries: Entry[] = [
  // Proposing units.
  ...staff('TCTK-TKTH', 'tkth', 12, departmentTitles, {
    seats: [
      ['TCTK-TKTH', 'chair'],
      ['TCTK', 'member'],
    ],
  }),
  ...staff('TCTK-TCCB', 'tccb', 7, departmentTitles, {
    seats: [
      ['TCTK-TCCB', 'chair'],
      ['TCTK', 'secretary'],
    ],
  }),
  ...staff('CTK-NINHTHUAN', 'ninhthuan', 9, provincialTitles, {
    name: 'Nguyễn Văn Hương',
    sex: 'male',
    namedIn: 'source 003',
    roles: [{ role: 'head', unit: 'CTK-NINHTHUAN' }],
  }),

  // General Statistics Office: its head chairs the council of 11.
  {
    login: 'head.tctk',
    unit: 'TCTK',
    title: 'Tổng cục trưởng',
    name: 'Nguyễn Thị Hương',
    sex: 'female',
    namedIn: 'sources 000, 001',
    roles: [{ role: 'head', unit: 'TCTK' }],
    seats: [['TCTK', 'chair']],
  },
  {
    login: 'tctk.02',
    unit: 'TCTK',
    title: 'Phó Tổng cục trưởng',
    name: 'Nguyễn Trung Tiến',
    sex: 'male',
    namedIn: 'sources 000, 001',
    seats: [['TCTK', 'vice_chair']],
  },
  ...['TKQG', 'NLTS', 'CNXD', 'TMDV', 'GIA', 'DSLD', 'TTDL'].map(
    (unit, i): Entry => ({
      login: `tctk.${String(i + 3).padStart(2, '0')}`,
      unit: `TCTK-${unit}`,
      title: unit === 'TTDL' ? 'Cục trưởng' : 'Vụ trưởng',
      seats: [['TCTK', 'member']],
    }),
  ),
  {
    login: 'appraiser.tctk',
    unit: 'TCTK-TCCB',
    title: 'Chuyên viên chính',
    roles: [{ role: 'appraiser', unit: 'TCTK' }],
  },
  {
    login: 'registrar.tctk',
    unit: 'TCTK-VPTC',
    title: 'Văn thư',
    roles: [{ role: 'registrar', unit: 'TCTK' }],
  },

  // Ministry of Planning and Investment: the minister chairs the council of 13.
  {
    login: 'head.bkhdt',
    unit: 'BKHDT',
    title: 'Bộ trưởng',
    roles: [{ role: 'head', unit: 'BKHDT' }],
    seats: [['BKHDT', 'chair']],
  },
  {
    login: 'bkhdt.02',
    unit: 'BKHDT',
    title: 'Thứ trưởng',
    name: 'Nguyễn Thị Bích Ngọc',
    sex: 'female',
    namedIn: 'source 000',
    seats: [['BKHDT', 'vice_chair']],
  },
  {
    login: 'bkhdt.03',
    unit: 'BKHDT-TCCB',
    title: 'Vụ trưởng Vụ Tổ chức cán bộ',
    seats: [['BKHDT', 'vice_chair']],
  },
  {
    login: 'bkhdt.04',
    unit: 'BKHDT-TCCB',
    title: 'Phó Vụ trưởng Vụ Tổ chức cán bộ',
    seats: [['BKHDT', 'secretary']],
  },
  ...Array.from(
    { length: 9 },
    (_, i): Entry => ({
      login: `bkhdt.${String(i + 5).padStart(2, '0')}`,
      unit: 'BKHDT',
      title: i < 2 ? 'Thứ trưởng' : 'Thủ trưởng đơn vị thuộc Bộ',
      seats: [['BKHDT', 'member']],
    }),
  ),
  {
    login: 'appraiser.bkhdt',
    unit: 'BKHDT-TCCB',
    title: 'Chuyên viên chính',
    roles: [{ role: 'appraiser', unit: 'BKHDT' }],
  },
  {
    login: 'registrar.bkhdt',
    unit: 'BKHDT',
    title: 'Văn thư',
    roles: [{ role: 'registrar', unit: 'BKHDT' }],
  },

  // Central Council of 15 as Law 06/2022/QH15 Article 90(2) and Decree 98/2023 Article 47(2) compose it.
  {
    login: 'head.ttg',
    unit: 'TTG',
    title: 'Thủ tướng Chính phủ',
    roles: [{ role: 'head', unit: 'TTG' }],
    seats: [['BNV', 'chair']],
  },
  { login: 'tw.02', unit: 'CTN', title: 'Phó Chủ tịch nước', seats: [['BNV', 'vice_chair']] },
  {
    login: 'head.bnv',
    unit: 'BNV',
    title: 'Bộ trưởng',
    roles: [{ role: 'head', unit: 'BNV' }],
    seats: [['BNV', 'vice_chair']],
  },
  {
    login: 'tw.04',
    unit: 'BNV',
    title: 'Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam',
    seats: [['BNV', 'vice_chair']],
  },
  { login: 'tw.05', unit: 'BNV', title: 'Phó Chủ tịch Quốc hội', seats: [['BNV', 'vice_chair']] },
  {
    login: 'tw.06',
    unit: 'BNV',
    title: 'Chủ tịch Tổng Liên đoàn Lao động Việt Nam',
    seats: [['BNV', 'vice_chair']],
  },
  {
    login: 'tw.07',
    unit: 'BNV-TDKT',
    title: 'Trưởng ban',
    name: 'Phạm Huy Giang',
    sex: 'male',
    namedIn: 'source 004',
    seats: [['BNV', 'secretary']],
  },
  ...Array.from(
    { length: 8 },
    (_, i): Entry => ({
      login: `tw.${String(i + 8).padStart(2, '0')}`,
      unit: 'BNV',
      title: 'Ủy viên Hội đồng Thi đua - Khen thưởng Trung ương',
      seats: [['BNV', 'member']],
    }),
  ),
  {
    login: 'appraiser.bnv',
    unit: 'BNV-TDKT',
    title: 'Chuyên viên cao cấp',
    roles: [{ role: 'appraiser', unit: 'BNV' }],
  },
  { login: 'registrar.bnv', unit: 'BNV', title: 'Văn thư', roles: [{ role: 'registrar', unit: 'BNV' }] },
  {
    login: 'registrar.ttg',
    unit: 'TTG',
    title: 'Văn thư Văn phòng Chính phủ',
    roles: [{ role: 'registrar', unit: 'TTG' }],
  },
  { login: 'head.ctn', unit: 'CTN', title: 'Chủ tịch nước', roles: [{ role: 'head', unit: 'CTN' }] },
  {
    login: 'registrar.ctn',
    unit: 'CTN',
    title: 'Văn thư Văn phòng Chủ tịch nước',
    roles: [{ role: 'registrar', unit: 'CTN' }],
  },
  {
    login: 'admin',
    unit: 'BNV',
    title: 'Quản trị hệ thống',
    roles: [
      { role: 'admin', unit: 'TTG' },
      { role: 'admin', unit: 'CTN' },
    ],
  },

  // Who speaks for a department that assigns work and points (source 001); the three proposing units have their clerks above.
  ...[
    'TKQG',
    'NLTS',
    'CNXD',
    'TMDV',
    'GIA',
    'DSLD',
    'XHMT',
    'KHTC',
    'TTDL',
    'VPTC',
    'PPCD',
    'PCTT',
    'VKH',
  ].map(
    (code): Entry => ({
      login: `clerk.${code.toLowerCase()}`,
      unit: `TCTK-${code}`,
      title: 'Chuyên viên tổng hợp',
      roles: [{ role: 'clerk', unit: `TCTK-${code}` }],
    }),
  ),

  // Numbers the papers of Ninh Thuận (source 003).
  {
    login: 'registrar.ninhthuan',
    unit: 'CTK-NINHTHUAN',
    title: 'Văn thư',
    roles: [{ role: 'registrar', unit: 'CTK-NINHTHUAN' }],
  },
  // Who speaks for a member of the bloc of internal affairs: office holders whom source 004 names sign and score for it.
  ...(
    [
      ['BCA', 'Nguyễn Duy Ngọc', 'male', 'Thứ trưởng'],
      ['BTP', 'Nguyễn Thanh Tịnh', 'male', 'Thứ trưởng'],
      ['TTCP', 'Đặng Công Huẩn', 'male', 'Phó Tổng Thanh tra Chính phủ'],
      ['TANDTC', 'Phạm Quốc Hưng', 'male', 'Phó Chánh án'],
      ['VKSNDTC', 'Nguyễn Hải Trâm', 'female', 'Phó Viện trưởng'],
      ['KTNN', 'Ngô Văn Tuấn', 'male', 'Tổng Kiểm toán Nhà nước'],
      ['TCCT', 'Lê Quang Minh', 'male', 'Phó Chủ nhiệm'],
      ['BTLL', 'Phạm Hải Trung', 'male', 'Tư lệnh'],
    ] as const
  ).map(
    ([unit, name, sex, title]): Entry => ({
      login: `head.${unit.toLowerCase()}`,
      unit,
      title,
      name,
      sex,
      namedIn: 'source 004',
      roles: [
        { role: 'head', unit },
        { role: 'clerk', unit },
      ],
    }),
  ),

  // Initiative councils, after the pattern of Decision 951/QĐ-TCTK (source 000): of five members each.
  ...(
    [
      ['TCTK', 'sk', 'Phó Tổng cục trưởng'],
      ['BKHDT', 'skb', 'Thứ trưởng'],
    ] as const
  ).flatMap(([unit, prefix, chair]) =>
    Array.from(
      { length: 5 },
      (_, i): Entry => ({
        login: `${prefix}.${String(i + 1).padStart(2, '0')}`,
        unit,
        title: i === 0 ? chair : 'Thành viên Hội đồng Sáng kiến',
        seats: [[`${unit}-SK`, i === 0 ? 'chair' : i === 1 ? 'secretary' : 'member']],
      }),
    ),
  ),
];

/** The people of the demo: invented, except office holders whom a source names (`namedIn`). */
export const demoPeople: DemoPerson[] = entries.map(({ seats = [], ...entry }, n) => ({
  ...inventedPerson(n),
  isDirectWorker: false,
  roles: [],
  ...entry,
  ...(entry.namedIn !== undefined && { birthYear: null }),
  seats: seats.map(([council, capacity]) => ({ council, capacity })),
}));

/** Units and councils have been in place since then, accounts and roles too. */
export const demoStart = '2024-01-01';
