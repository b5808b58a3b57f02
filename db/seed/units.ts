import type { units } from '../schema/index.ts';
import { seedId } from './seed-id.ts';

type UnitRow = typeof units.$inferInsert;
type UnitKind = UnitRow['kind'];

interface DemoUnit {
  code: string;
  parent: string | null;
  name: string;
  nameEn: string;
  kind: UnitKind;
  level: UnitRow['level'];
  /** Abbreviation in paper symbols; absent if the unit issues no papers. */
  symbol?: string;
  isStandingBody?: true;
}

/**
 * The organisation of sources 000, 001, 003 and 004: the General Statistics Office as it stood in 2023 under the Ministry of
 * Planning and Investment, with what lies above it. (The ministry merged in 2025; the demo keeps the sources' tree.)
 */
export const demoUnits: DemoUnit[] = [
  {
    code: 'TTG',
    parent: null,
    name: 'Thủ tướng Chính phủ',
    nameEn: 'Prime Minister',
    kind: 'state_office',
    level: 'state',
    symbol: 'TTg',
  },
  {
    code: 'CTN',
    parent: null,
    name: 'Chủ tịch nước',
    nameEn: 'President of the State',
    kind: 'state_office',
    level: 'state',
    symbol: 'CTN',
  },
  {
    code: 'BNV',
    parent: 'TTG',
    name: 'Bộ Nội vụ',
    nameEn: 'Ministry of Home Affairs',
    kind: 'central_body',
    level: 'central',
    symbol: 'BNV',
  },
  {
    code: 'BNV-TDKT',
    parent: 'BNV',
    name: 'Ban Thi đua - Khen thưởng Trung ương',
    nameEn: 'Central Committee for Emulation and Commendation',
    kind: 'department',
    level: 'unit',
    isStandingBody: true,
  },
  {
    code: 'BKHDT',
    parent: 'TTG',
    name: 'Bộ Kế hoạch và Đầu tư',
    nameEn: 'Ministry of Planning and Investment',
    kind: 'ministry',
    level: 'ministry',
    symbol: 'BKHĐT',
  },
  {
    code: 'BKHDT-TCCB',
    parent: 'BKHDT',
    name: 'Vụ Tổ chức cán bộ, Bộ Kế hoạch và Đầu tư',
    nameEn: 'Personnel Department of the Ministry',
    kind: 'department',
    level: 'unit',
    isStandingBody: true,
  },
  {
    code: 'TCTK',
    parent: 'BKHDT',
    name: 'Tổng cục Thống kê',
    nameEn: 'General Statistics Office',
    kind: 'general_department',
    level: 'department',
    symbol: 'TCTK',
  },
  ...[
    ['TCCB', 'Vụ Tổ chức cán bộ', 'Personnel Department'],
    [
      'TKTH',
      'Vụ Thống kê Tổng hợp và Phổ biến thông tin thống kê',
      'General Statistics and Dissemination Department',
    ],
    ['TKQG', 'Vụ Hệ thống tài khoản quốc gia', 'National Accounts Department'],
    [
      'NLTS',
      'Vụ Thống kê Nông, Lâm nghiệp và Thủy sản',
      'Agriculture, Forestry and Fishery Statistics Department',
    ],
    ['CNXD', 'Vụ Thống kê Công nghiệp và Xây dựng', 'Industry and Construction Statistics Department'],
    ['TMDV', 'Vụ Thống kê Thương mại và Dịch vụ', 'Trade and Services Statistics Department'],
    ['GIA', 'Vụ Thống kê Giá', 'Price Statistics Department'],
    ['DSLD', 'Vụ Thống kê Dân số và Lao động', 'Population and Labour Statistics Department'],
    ['XHMT', 'Vụ Thống kê Xã hội và Môi trường', 'Social and Environmental Statistics Department'],
    ['KHTC', 'Vụ Kế hoạch tài chính', 'Planning and Finance Department'],
    [
      'TTDL',
      'Cục Thu thập dữ liệu và Ứng dụng công nghệ thông tin thống kê',
      'Data Collection and Information Technology Department',
    ],
    ['VPTC', 'Văn phòng Tổng cục', 'Office of the General Statistics Office'],
    ['PPCD', 'Vụ Phương pháp chế độ và Quản lý chất lượng thống kê', 'Methodology and Quality Department'],
    ['PCTT', 'Vụ Pháp chế và Thanh tra thống kê', 'Legislation and Inspection Department'],
  ].map(
    ([code, name, nameEn]): DemoUnit => ({
      code: `TCTK-${code}`,
      parent: 'TCTK',
      name: name as string,
      nameEn: nameEn as string,
      kind: 'department',
      level: 'unit',
      ...(code === 'TCCB' && { isStandingBody: true }),
    }),
  ),
  {
    code: 'TCTK-VKH',
    parent: 'TCTK',
    name: 'Viện Khoa học Thống kê',
    nameEn: 'Institute of Statistical Science',
    kind: 'service_unit',
    level: 'unit',
  },
  ...[
    ['NINHTHUAN', 'Ninh Thuận'],
    ['BINHDINH', 'Bình Định'],
    ['KHANHHOA', 'Khánh Hòa'],
    ['QUANGBINH', 'Quảng Bình'],
  ].map(
    ([code, province]): DemoUnit => ({
      code: `CTK-${code}`,
      parent: 'TCTK',
      name: `Cục Thống kê tỉnh ${province}`,
      nameEn: `Statistics Office of ${province} Province`,
      kind: 'provincial_office',
      level: 'unit',
      symbol: 'CTK',
    }),
  ),
  {
    code: 'TCTK-TKTH-TH',
    parent: 'TCTK-TKTH',
    name: 'Phòng Tổng hợp, Vụ Thống kê Tổng hợp',
    nameEn: 'General Division',
    kind: 'division',
    level: 'unit',
  },
  {
    code: 'TCTK-TKTH-PB',
    parent: 'TCTK-TKTH',
    name: 'Phòng Phổ biến thông tin, Vụ Thống kê Tổng hợp',
    nameEn: 'Dissemination Division',
    kind: 'division',
    level: 'unit',
  },
  {
    code: 'CTK-NINHTHUAN-TCHC',
    parent: 'CTK-NINHTHUAN',
    name: 'Phòng Tổ chức - Hành chính, Cục Thống kê tỉnh Ninh Thuận',
    nameEn: 'Organisation and Administration Division, Ninh Thuận',
    kind: 'division',
    level: 'unit',
  },
  {
    code: 'CTK-NINHTHUAN-NV',
    parent: 'CTK-NINHTHUAN',
    name: 'Phòng Thống kê nghiệp vụ, Cục Thống kê tỉnh Ninh Thuận',
    nameEn: 'Statistics Division, Ninh Thuận',
    kind: 'division',
    level: 'unit',
  },
  {
    code: 'CTK-NINHTHUAN-CC1',
    parent: 'CTK-NINHTHUAN',
    name: 'Chi cục Thống kê khu vực Ninh Phước - Thuận Nam',
    nameEn: 'Ninh Phước - Thuận Nam District Office',
    kind: 'division',
    level: 'unit',
  },
  // Members of the bloc of internal affairs (source 004); above the courts, the procuracy and the audit stands no unit of the demo.
  ...(
    [
      ['BCA', 'TTG', 'ministry', 'Bộ Công an', 'Ministry of Public Security'],
      ['BTP', 'TTG', 'ministry', 'Bộ Tư pháp', 'Ministry of Justice'],
      ['TTCP', 'TTG', 'ministry', 'Thanh tra Chính phủ', 'Government Inspectorate'],
      ['TANDTC', null, 'ministry', 'Tòa án nhân dân tối cao', "Supreme People's Court"],
      ['VKSNDTC', null, 'ministry', 'Viện kiểm sát nhân dân tối cao', "Supreme People's Procuracy"],
      ['KTNN', null, 'ministry', 'Kiểm toán Nhà nước', 'State Audit Office'],
      [
        'TCCT',
        null,
        'general_department',
        'Tổng cục Chính trị Quân đội nhân dân Việt Nam',
        "General Political Department of the People's Army",
      ],
      [
        'BTLL',
        null,
        'department',
        'Bộ Tư lệnh Bảo vệ Lăng Chủ tịch Hồ Chí Minh',
        'Command for Guarding the Hồ Chí Minh Mausoleum',
      ],
    ] as const
  ).map(
    ([code, parent, kind, name, nameEn]): DemoUnit => ({
      code,
      parent,
      name,
      nameEn,
      kind,
      level: kind === 'ministry' ? 'ministry' : 'department',
      symbol: code,
    }),
  ),
];

/** Rows of `units`, parents before children. */
export function unitRows(): UnitRow[] {
  return demoUnits.map(({ code, parent, symbol, isStandingBody, ...unit }) => ({
    id: seedId('unit', code),
    parentId: parent === null ? null : seedId('unit', parent),
    code,
    ...unit,
    isStandingBody: isStandingBody ?? false,
    paperSymbol: symbol ?? null,
    validFrom: '2010-01-01',
  }));
}
