import type { campaigns } from '../schema/index.ts';
import { seedId } from './seed-id.ts';

type CampaignRow = typeof campaigns.$inferInsert;

interface DemoCampaign {
  code: string;
  parent?: string;
  unit: string;
  kind: CampaignRow['kind'];
  name: string;
  startsOn: string;
  endsOn?: string;
}

const year2023 = { startsOn: '2023-01-01', endsOn: '2023-12-31' };

/** Emulation campaigns of sources 000 (ministry, General Statistics Office) and 003 (Ninh Thuận), by their own names. */
const demoCampaigns: DemoCampaign[] = [
  {
    code: 'BKHDT-2021',
    unit: 'BKHDT',
    kind: 'theme',
    name: 'Toàn ngành Kế hoạch và Đầu tư đoàn kết, tiên phong gương mẫu, chủ động sáng tạo, đồng hành cùng Chính phủ chủ động chiến thắng dịch bệnh, thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội giai đoạn 2021-2025',
    startsOn: '2021-01-01',
    endsOn: '2025-12-31',
  },
  {
    code: 'BKHDT-VHCS',
    unit: 'BKHDT',
    kind: 'theme',
    name: 'Cán bộ, công chức, viên chức ngành Kế hoạch và Đầu tư thi đua thực hiện văn hóa công sở giai đoạn 2019-2025',
    startsOn: '2019-01-01',
    endsOn: '2025-12-31',
  },
  {
    code: 'BKHDT-2023',
    unit: 'BKHDT',
    kind: 'regular',
    name: 'Đoàn kết kỷ cương, bản lĩnh linh hoạt, đổi mới sáng tạo, kịp thời hiệu quả, thi đua hoàn thành xuất sắc nhiệm vụ năm 2023',
    ...year2023,
  },
  {
    code: 'TCTK-2023',
    parent: 'BKHDT-2023',
    unit: 'TCTK',
    kind: 'regular',
    name: 'Ngành Thống kê - Đẩy mạnh các phong trào thi đua yêu nước, đoàn kết, chủ động sáng tạo, đẩy mạnh kết nối, tăng cường năng lực, nâng cao chất lượng thông tin thống kê, hoàn thành xuất sắc nhiệm vụ chính trị năm 2023',
    ...year2023,
  },
  {
    code: 'TCTK-2024',
    unit: 'TCTK',
    kind: 'regular',
    name: 'Công chức, viên chức và người lao động Ngành Thống kê: đoàn kết - kỷ cương, chủ động - sáng tạo, kịp thời - hiệu quả, thi đua hoàn thành xuất sắc nhiệm vụ chính trị năm 2024',
    startsOn: '2023-12-19',
    endsOn: '2024-12-31',
  },
  {
    code: 'NINHTHUAN-2023',
    parent: 'TCTK-2023',
    unit: 'CTK-NINHTHUAN',
    kind: 'regular',
    name: 'Thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2023, chào mừng kỷ niệm 75 năm Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc',
    ...year2023,
  },
  {
    code: 'NINHTHUAN-2023-1',
    parent: 'NINHTHUAN-2023',
    unit: 'CTK-NINHTHUAN',
    kind: 'wave',
    name: 'Đợt 1: thi đua đặc biệt chào mừng Ngày truyền thống thi đua yêu nước (11/6/1948 - 11/6/2023)',
    startsOn: '2023-01-01',
    endsOn: '2023-06-30',
  },
  {
    code: 'NINHTHUAN-2023-2',
    parent: 'NINHTHUAN-2023',
    unit: 'CTK-NINHTHUAN',
    kind: 'wave',
    name: 'Đợt 2: phấn đấu về đích sớm, vượt mức các chỉ tiêu Kế hoạch phát triển kinh tế - xã hội của tỉnh năm 2023',
    startsOn: '2023-07-01',
    endsOn: '2023-12-31',
  },
  ...[
    'Toàn dân chung sức xây dựng nông thôn mới',
    'Vì người nghèo - Không để ai bị bỏ lại phía sau',
    'Doanh nghiệp Ninh Thuận hội nhập và phát triển',
    'Toàn dân chung sức xây dựng Ninh Thuận xanh - sạch - đẹp',
    'Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở',
    'Chuyển đổi số trên địa bàn tỉnh Ninh Thuận',
    'Cải cách hành chính',
    'Lao động sản xuất, kinh doanh giỏi',
    'Phát huy sáng kiến, cải tiến kỹ thuật',
    'Toàn dân bảo vệ an ninh Tổ quốc',
    'Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh',
  ].map(
    (name, i): DemoCampaign => ({
      code: `NINHTHUAN-CD-${i + 1}`,
      unit: 'CTK-NINHTHUAN',
      kind: 'theme',
      name,
      startsOn: '2023-01-01',
      // The source gives an end to this one only.
      ...(name.startsWith('Doanh nghiệp') && { endsOn: '2025-12-31' }),
    }),
  ),
];

/** Rows of `campaigns`, parents before children. */
export function campaignRows(): CampaignRow[] {
  return demoCampaigns.map(({ code, parent, unit, kind, name, startsOn, endsOn }) => ({
    id: seedId('campaign', code),
    parentId: parent === undefined ? null : seedId('campaign', parent),
    launchedBy: seedId('unit', unit),
    kind,
    name,
    startsOn,
    endsOn: endsOn ?? null,
  }));
}
