import type { Campaign, CampaignDetail, WriteTargetsRequest } from '../../api/contract/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import type { ApiClient } from './api-client.ts';
import { expectOk } from './journey.ts';

type Targets = WriteTargetsRequest['targets'];
type Target = Targets[number];
type Aim = Target['alternatives'][number]['aim'];

const departments = 'tập thể Vụ và tương đương';
const share = (percent: number, base: string, strict = false): Aim => ({
  kind: 'share',
  atLeast: percent * 100,
  strict,
  base,
});
const one = (
  name: string,
  aim: Aim,
  values: { track?: Target['track']; awardCode?: string } = {},
): Target => ({
  track: values.track ?? 'professional',
  name,
  alternatives: [{ name, aim, awardCode: values.awardCode ?? null }],
});

/** Targets of the GSO's movement of 2024, as source 000 states them. */
const targets2024: Targets = [
  one(
    'Tập thể đạt danh hiệu “Tập thể lao động tiên tiến”',
    share(100, `${departments}, phòng và tương đương`),
  ),
  one(
    'Tập thể đạt danh hiệu “Tập thể lao động xuất sắc”',
    share(70, `${departments}, phòng và tương đương`, true),
  ),
  one('Vụ có cá nhân đạt danh hiệu “Chiến sĩ thi đua cấp Bộ”', share(15, departments)),
  one('Vụ có tập thể, cá nhân được tặng Bằng khen của Thủ tướng Chính phủ', share(50, departments)),
  one('Vụ có tập thể, cá nhân được tặng Huân chương', share(25, departments)),
  one('Cờ thi đua cấp Bộ', { kind: 'number', atLeast: 11, strict: false }, { awardCode: 'CO_BO' }),
  one('Cờ thi đua của Chính phủ', { kind: 'number', atLeast: 4, strict: false }, { awardCode: 'CO_CP' }),
  one('Tổ chức cơ sở đảng hoàn thành nhiệm vụ', share(100, 'tổ chức cơ sở đảng'), { track: 'party' }),
  one('Tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên', share(80, 'tổ chức cơ sở đảng'), {
    track: 'party',
  }),
  one(
    'Tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ',
    share(20, 'tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ'),
    { track: 'party' },
  ),
  one('Đảng viên hoàn thành nhiệm vụ', share(100, 'đảng viên'), { track: 'party' }),
  one('Đảng viên hoàn thành tốt nhiệm vụ trở lên', share(80, 'đảng viên'), { track: 'party' }),
  one('Đảng viên hoàn thành xuất sắc nhiệm vụ', share(20, 'đảng viên hoàn thành tốt nhiệm vụ'), {
    track: 'party',
  }),
  one('Công đoàn cơ sở hoàn thành tốt nhiệm vụ', share(100, 'công đoàn cơ sở'), { track: 'union' }),
  one('Công đoàn cơ sở hoàn thành xuất sắc nhiệm vụ', share(20, 'công đoàn cơ sở'), { track: 'union' }),
];

/** The target of source 003: 98.49 % of the plan points, or one place better among all offices than in 2022. */
const targetsNinhThuan: Targets = [
  one('Hoàn thành nhiệm vụ theo chương trình, kế hoạch công tác', share(100, 'nhiệm vụ trong kế hoạch năm')),
  {
    track: 'professional',
    name: 'Chất lượng thực hiện kế hoạch công tác',
    alternatives: [
      {
        name: 'Điểm đạt so với điểm kế hoạch',
        aim: { kind: 'share', atLeast: 9849, strict: false, base: 'điểm kế hoạch' },
        awardCode: null,
      },
      {
        name: 'Vị thứ chung cả nước tăng từ 1-2 bậc so với năm 2022',
        aim: { kind: 'rank', atLeast: 1, strict: false },
        awardCode: null,
      },
    ],
  },
];

/** What the sources report, under the name of its target; the other results are in no source. */
const reported: Record<string, { value: number; source: string }> = {
  'Cờ thi đua cấp Bộ': { value: 14, source: 'Tổng kết năm 2023 (nguồn 000): 14 tập thể' },
  'Cờ thi đua của Chính phủ': { value: 3, source: 'Đến năm 2022 (nguồn 000): 03 tập thể' },
};

/**
 * Enters the targets of sources 000 and 003 and what they report of them, by the public API alone. Campaigns that have targets
 * already stay as they are. Returns the two campaigns.
 */
export async function playCampaigns(as: (login: string) => Promise<ApiClient>): Promise<CampaignDetail[]> {
  return [
    await enter(await as('appraiser.tctk'), 'TCTK-2024', targets2024),
    await enter(await as('clerk.ninhthuan'), 'NINHTHUAN-2023', targetsNinhThuan),
  ];
}

async function enter(client: ApiClient, code: string, targets: Targets): Promise<CampaignDetail> {
  const campaign: Pick<Campaign, 'id'> = { id: seedId('campaign', code) };
  const path = `/api/campaigns/${campaign.id}`;
  const before = expectOk(await client.get<CampaignDetail>(path));
  if (before.targets.length > 0) return before;
  const { version } = before;
  const written = expectOk(await client.put<CampaignDetail>(`${path}/targets`, { version, targets }));
  const actuals = written.targets.flatMap(({ name, alternatives: [first] }) => {
    const known = reported[name];
    return known && first ? [{ alternativeId: first.id, ...known }] : [];
  });
  if (actuals.length === 0) return written;
  return expectOk(await client.put<CampaignDetail>(`${path}/actuals`, { actuals }));
}
