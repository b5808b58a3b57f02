import { expect, it } from 'vitest';
import { decidingAuthority, headOf, type Office, seatOf, signatureLines } from './offices.ts';

const office = (name: string, kind = 'department', paperSymbol: string | null = null): Office => ({
  name,
  kind,
  paperSymbol,
});
const primeMinister = office('Thủ tướng Chính phủ', 'state_office', 'TTg');
const president = office('Chủ tịch nước', 'state_office', 'CTN');
const ministry = office('Bộ Kế hoạch và Đầu tư', 'ministry');
const statistics = office('Tổng cục Thống kê', 'general_department');

it.each([
  [primeMinister, 'Thủ tướng Chính phủ'],
  [president, 'Chủ tịch nước'],
  [ministry, 'Bộ trưởng Bộ Kế hoạch và Đầu tư'],
  [statistics, 'Tổng cục trưởng Tổng cục Thống kê'],
  [office('Vụ Tổ chức cán bộ'), 'Vụ trưởng Vụ Tổ chức cán bộ'],
  [office('Cục Thống kê tỉnh Ninh Thuận'), 'Cục trưởng Cục Thống kê tỉnh Ninh Thuận'],
  [office('Văn phòng Tổng cục'), 'Chánh Văn phòng Tổng cục'],
  [office('Học viện Ví dụ'), 'Thủ trưởng Học viện Ví dụ'],
])('the head of $name is "%s"', (unit, expected) => {
  expect(headOf(unit)).toBe(expected);
});

it('the President decides with the full name of the State', () => {
  expect(decidingAuthority(president)).toBe('Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam');
  expect(decidingAuthority(ministry)).toBe('Bộ trưởng Bộ Kế hoạch và Đầu tư');
});

it.each([
  ['the head as such', ministry, 'Bộ trưởng', ['Bộ trưởng']],
  [
    'the head whose title names the unit',
    statistics,
    'Tổng cục trưởng Tổng cục Thống kê',
    ['Tổng cục trưởng'],
  ],
  ['nobody knows the title', ministry, null, ['Bộ trưởng']],
  ['the Prime Minister', primeMinister, 'Thủ tướng Chính phủ', ['Thủ tướng']],
  ['the President', president, 'Chủ tịch nước', ['Chủ tịch nước']],
  [
    'a deputy for the head',
    statistics,
    'Phó Tổng cục trưởng',
    ['KT. Tổng cục trưởng', 'Phó Tổng cục trưởng'],
  ],
  ['a deputy minister', ministry, 'Thứ trưởng Bộ Kế hoạch và Đầu tư', ['KT. Bộ trưởng', 'Thứ trưởng']],
  ['a deputy prime minister', primeMinister, 'Phó Thủ tướng', ['KT. Thủ tướng', 'Phó Thủ tướng']],
  ['an acting head', statistics, 'Quyền Tổng cục trưởng', ['Q. Tổng cục trưởng']],
  ['another by order', ministry, 'Chánh Văn phòng', ['TL. Bộ trưởng', 'Chánh Văn phòng']],
])('signs: %s', (_, unit, title, expected) => {
  expect(signatureLines(unit, title)).toEqual(expected);
});

it.each([
  ['Cục Thống kê tỉnh Ninh Thuận', 'Ninh Thuận'],
  ['Cục Thống kê thành phố Hồ Chí Minh', 'Hồ Chí Minh'],
  ['Bộ Nội vụ', 'Hà Nội'],
])('%s sits in %s', (name, place) => {
  expect(seatOf(office(name))).toBe(place);
});
