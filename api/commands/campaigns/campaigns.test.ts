import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playCampaigns } from '../../../cli/demo/campaigns.ts';
import { expectOk } from '../../../cli/demo/journey.ts';
import { campaigns } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import type { Refusable } from '../../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { CampaignDetail } from '../../contract/campaigns.ts';

let world: ApiWorld;
let year2024: CampaignDetail;
let ninhThuan: CampaignDetail;
beforeAll(async () => {
  world = await startApiWorld();
  const [first, second] = await playCampaigns((login) => world.as(login));
  if (!first || !second) throw new Error('the demo has two campaigns with targets');
  year2024 = first;
  ninhThuan = second;
});
afterAll(() => world.close());

const targetOf = (campaign: CampaignDetail, name: string) => {
  const target = campaign.targets.find((one) => one.name.startsWith(name));
  if (!target) throw new Error(`no target "${name}"`);
  return target;
};
const report = async (campaign: CampaignDetail, actuals: unknown[], login = 'clerk.ninhthuan') =>
  (await world.as(login)).put<Refusable<CampaignDetail>>(`/api/campaigns/${campaign.id}/actuals`, {
    actuals,
  });

it('the targets of 2024 stand against what source 000 reports: 14 of 11 flags of the ministry, 3 of 4 of the Government', () => {
  expect(targetOf(year2024, 'Cờ thi đua cấp Bộ')).toMatchObject({
    outcome: 'met',
    alternatives: [{ aim: { atLeast: 11 }, actual: { value: 14, from: 'report' } }],
  });
  expect(targetOf(year2024, 'Cờ thi đua của Chính phủ')).toMatchObject({
    outcome: 'missed',
    alternatives: [{ aim: { atLeast: 4 }, actual: { value: 3 } }],
  });
  expect(year2024.targets).toHaveLength(15);
  expect(year2024.summary).toEqual({ met: 1, missed: 1, unknown: 13 });
});

it('the target of source 003 is met by either alternative: 98.49 % of the points, or a better place', async () => {
  const target = targetOf(ninhThuan, 'Chất lượng');
  const [points, place] = target.alternatives;
  const actual = (value: number, against: number) => ({ value, against, source: 'Báo cáo' });
  const after = async (...actuals: unknown[]) =>
    targetOf(expectOk(await report(ninhThuan, actuals)), 'Chất lượng').outcome;
  expect(await after({ alternativeId: points?.id, ...actual(9848, 10_000) })).toBe('unknown');
  expect(await after({ alternativeId: place?.id, ...actual(21, 21) })).toBe('missed');
  expect(await after({ alternativeId: place?.id, ...actual(20, 21) })).toBe('met');
  expect(await after({ alternativeId: points?.id, ...actual(9849, 10_000) })).toBe('met');
});

it('waves and themes stand under their movement', () => {
  expect(ninhThuan.parts.map(({ kind }) => kind)).toEqual(['wave', 'wave']);
  expect(ninhThuan.parent?.id).toBe(seedId('campaign', 'TCTK-2023'));
});

describe('what is refused, and changes nothing', () => {
  it.each<[string, (campaign: CampaignDetail) => Record<string, unknown>, string]>([
    [
      'a share without its base',
      (c) => ({ alternativeId: c.targets[0]?.alternatives[0]?.id, value: 5 }),
      'base_unfit',
    ],
    [
      'a part larger than its base',
      (c) => ({ alternativeId: c.targets[0]?.alternatives[0]?.id, value: 5, against: 4 }),
      'above_base',
    ],
    [
      'a target of another campaign',
      () => ({ alternativeId: year2024.targets[0]?.alternatives[0]?.id, value: 1, against: 4 }),
      'target_unknown',
    ],
  ])('%s', async (_, actual, code) => {
    const reply = await report(ninhThuan, [{ ...actual(ninhThuan), source: 'Báo cáo' }]);
    expect(reply.body).toMatchObject({ code: 'actuals_invalid', errors: [{ code }] });
    const { targets } = (
      await (await world.as('clerk.ninhthuan')).get<CampaignDetail>(`/api/campaigns/${ninhThuan.id}`)
    ).body;
    expect(targets[0]?.alternatives[0]?.actual).toBeNull();
  });

  it('results of another unit', async () => {
    const [alternative] = ninhThuan.targets[0]?.alternatives ?? [];
    const actual = { alternativeId: alternative?.id, value: 1, against: 1, source: 'Báo cáo' };
    expect((await report(ninhThuan, [actual], 'clerk.tkth')).body.code).toBe('forbidden');
  });

  it('other targets once results were reported, and targets written on an older version', async () => {
    const write = async (id: string, version: number) =>
      (
        await (
          await world.as('appraiser.tctk')
        ).put<Refusable<CampaignDetail>>(`/api/campaigns/${id}/targets`, {
          version,
          targets: [],
        })
      ).body.code;
    expect(await write(year2024.id, year2024.version)).toBe('targets_reported');
    expect(await write(seedId('campaign', 'TCTK-2023'), 7)).toBe('version_conflict');
    expect(await write(seedId('campaign', 'BKHDT-2023'), 1)).toBe('forbidden');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an end before the beginning', { endsOn: '2025-12-31' }, 'campaign_dates_reversed'],
    ['a wave outside its movement', { parentId: seedId('campaign', 'TCTK-2024') }, 'campaign_outside_parent'],
    ['a movement of another unit', { unitId: seedId('unit', 'BKHDT') }, 'forbidden'],
    ['a parent that does not exist', { parentId: seedId('campaign', 'NONE') }, 'unknown_campaign'],
  ])('%s', async (_, values, code) => {
    const body = {
      unitId: seedId('unit', 'TCTK'),
      kind: 'wave',
      name: 'Đợt thử',
      startsOn: '2026-01-01',
      endsOn: '2026-06-30',
      ...values,
    };
    const reply = await (await world.as('appraiser.tctk')).post<Refusable<CampaignDetail>>(
      '/api/campaigns',
      body,
    );
    expect(reply.body.code).toBe(code);
    expect(await world.db.select().from(campaigns).where(eq(campaigns.name, 'Đợt thử'))).toEqual([]);
  });
});

it('a wave is launched under its movement, with theme and criteria', async () => {
  const body = {
    unitId: seedId('unit', 'TCTK'),
    parentId: seedId('campaign', 'TCTK-2024'),
    kind: 'wave',
    name: 'Đợt thi đua quý I',
    theme: 'Đoàn kết - kỷ cương',
    criteria: ['Hoàn thành Điều tra dân số và nhà ở giữa kỳ'],
    startsOn: '2024-01-01',
    endsOn: '2024-03-31',
  };
  const wave = expectOk(
    await (await world.as('appraiser.tctk')).post<CampaignDetail>('/api/campaigns', body),
  );
  expect(wave).toMatchObject({ theme: body.theme, criteria: body.criteria, parent: { id: body.parentId } });
});
