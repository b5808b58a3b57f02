import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerk } from '../../test/api/fixtures.ts';
import { type ApiWorld, startApiWorld } from '../../test/api/world.ts';
import type { CaseLoad } from '../contract/case-loads.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

test('the cases of 2019 (source 002) by kind: 110,435, with the share of long service recomputed', async () => {
  const { body } = await (await world.as(clerk)).get<{ items: CaseLoad[] }>('/api/case-loads');
  const load = body.items.find(({ year }) => year === 2019);
  expect(load).toMatchObject({ total: 110_435, grade: 'A' });
  expect(load?.rows.map(({ kind, count, share }) => [kind, count, share])).toEqual([
    ['tenure', 70_327, 6368],
    ['resistance', 22_924, 2076],
    ['merit', 12_513, 1133],
    ['service', 3831, 347],
    ['external', 840, 76],
  ]);
  expect(load?.rows.find(({ differs }) => differs)).toMatchObject({
    kind: 'service',
    printed: 374,
    note: 'Nguồn in 3,74 %; tính lại từ số liệu là 3,47 %.',
  });
});
