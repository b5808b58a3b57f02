import { expect, it } from 'vitest';
import { found, treeOrder } from './tree-order.ts';

const unit = (id: string, parentId: string | null, name = id) => ({
  id,
  parentId,
  code: id,
  name,
  nameEn: name,
});
const units = [
  unit('a', null, 'Bộ'),
  unit('b', 'x', 'Cục Đo đạc'),
  unit('c', 'd', 'Phòng'),
  unit('d', 'a', 'Vụ Tổng hợp'),
];

it('each unit comes after the one above it, as deep as it stands', () => {
  expect(treeOrder(units).map(({ id, depth }) => [id, depth])).toEqual([
    ['a', 0],
    ['d', 1],
    ['c', 2],
    ['b', 0],
  ]);
});

it.each([
  ['', 4],
  ['do dac', 1],
  ['TONG', 1],
  [' d ', 2],
  ['không có', 0],
])('"%s" finds %i', (words, count) => {
  expect(found(treeOrder(units), words)).toHaveLength(count);
});
