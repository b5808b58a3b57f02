import type { councilMembers, councils } from '../schema/index.ts';
import { demoPeople, demoStart } from './people.ts';
import { seedId } from './seed-id.ts';

type CouncilRow = typeof councils.$inferInsert;

/** Councils and meetings of staff of the demo, named by the unit they belong to, or by a `code` where it has another one. */
export const demoCouncils: {
  unit: string;
  code?: string;
  level: CouncilRow['level'];
  kind: CouncilRow['kind'];
  name: string;
  establishedBy?: string;
  paperSymbol?: string;
}[] = [
  {
    unit: 'TCTK-TKTH',
    level: 'unit',
    kind: 'unit_vote',
    name: 'Hội nghị bình xét Vụ Thống kê Tổng hợp và Phổ biến thông tin thống kê',
  },
  { unit: 'TCTK-TCCB', level: 'unit', kind: 'unit_vote', name: 'Hội nghị bình xét Vụ Tổ chức cán bộ' },
  {
    unit: 'CTK-NINHTHUAN',
    level: 'unit',
    kind: 'unit_vote',
    name: 'Hội nghị bình xét Cục Thống kê tỉnh Ninh Thuận',
  },
  {
    unit: 'TCTK',
    level: 'department',
    kind: 'emulation',
    name: 'Hội đồng Thi đua - Khen thưởng Tổng cục Thống kê',
    establishedBy: 'Quyết định của Tổng cục trưởng Tổng cục Thống kê (dữ liệu minh họa)',
  },
  {
    unit: 'BKHDT',
    level: 'ministry',
    kind: 'emulation',
    name: 'Hội đồng Thi đua - Khen thưởng Bộ Kế hoạch và Đầu tư',
    establishedBy: 'Quyết định của Bộ trưởng Bộ Kế hoạch và Đầu tư (dữ liệu minh họa)',
  },
  {
    unit: 'TCTK',
    code: 'TCTK-SK',
    level: 'department',
    kind: 'initiative',
    name: 'Hội đồng Sáng kiến Tổng cục Thống kê',
    establishedBy: 'Quyết định số 951/QĐ-TCTK ngày 02 tháng 8 năm 2023 (theo nguồn 000)',
    paperSymbol: 'HĐSK',
  },
  {
    unit: 'BKHDT',
    code: 'BKHDT-SK',
    level: 'ministry',
    kind: 'initiative',
    name: 'Hội đồng Sáng kiến Bộ Kế hoạch và Đầu tư',
    establishedBy: 'Quyết định của Bộ trưởng Bộ Kế hoạch và Đầu tư (dữ liệu minh họa)',
    paperSymbol: 'HĐSK',
  },
  {
    unit: 'BNV',
    level: 'central',
    kind: 'emulation',
    name: 'Hội đồng Thi đua - Khen thưởng Trung ương',
    establishedBy: 'Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 90',
  },
];

/** Code of the unit that a council of the demo belongs to. */
export const unitOfCouncil = (council: string): string =>
  demoCouncils.find(({ unit, code = unit }) => code === council)?.unit ?? council;

export function councilRows(): CouncilRow[] {
  return demoCouncils.map(({ unit, code = unit, ...council }) => ({
    id: seedId('council', code),
    unitId: seedId('unit', unit),
    ...council,
    validFrom: demoStart,
  }));
}

export function memberRows(): (typeof councilMembers.$inferInsert)[] {
  return demoPeople.flatMap(({ login, seats }) =>
    seats.map(({ council, capacity }) => ({
      id: seedId('member', `${council}/${login}`),
      councilId: seedId('council', council),
      personId: seedId('person', login),
      capacity,
      validFrom: demoStart,
    })),
  );
}
