import type { councilMembers, councils } from '../schema/index.ts';
import { demoPeople, demoStart } from './people.ts';
import { seedId } from './seed-id.ts';

type CouncilRow = typeof councils.$inferInsert;

/** Councils and meetings of staff of the demo, named by the unit they belong to. */
const demoCouncils: {
  unit: string;
  level: CouncilRow['level'];
  kind: CouncilRow['kind'];
  name: string;
  establishedBy?: string;
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
    unit: 'BNV',
    level: 'central',
    kind: 'emulation',
    name: 'Hội đồng Thi đua - Khen thưởng Trung ương',
    establishedBy: 'Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 90',
  },
];

export function councilRows(): CouncilRow[] {
  return demoCouncils.map(({ unit, ...council }) => ({
    id: seedId('council', unit),
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
