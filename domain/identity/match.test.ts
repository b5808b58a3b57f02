import { describe, expect, test } from 'vitest';
import { type Described, matchScore, proposedFrom } from './match.ts';

const huong: Described = {
  fullName: 'Đặng Thị Hương',
  sex: 'female',
  birthDate: '1980-03-04',
  birthYear: 1980,
  staffCode: 'TK-017',
  nationalId: '001180000017',
  service: [{ unitId: 'tkth', from: 2015, to: null }],
};
/** Only a name, as most old sheets have it. */
const named = (fullName: string, more: Partial<Described> = {}): Described => ({
  fullName,
  sex: null,
  birthDate: null,
  birthYear: null,
  staffCode: null,
  nationalId: null,
  service: [],
  ...more,
});

describe('what speaks for and against two rows being of one person', () => {
  test.each([
    ['the same name, nothing else', named('Đặng Thị Hương'), 40, ['same_name']],
    ['other letters and spaces', named(' ĐẶNG  thị hương'), 40, ['same_name']],
    ['typed without marks', named('Dang Thi Huong'), 30, ['same_name_unmarked']],
    ['given name first', named('Hương Đặng Thị'), 20, ['same_words']],
    ['another name', named('Đặng Thị Hường Vân'), 0, []],
    [
      'name and year of birth',
      named('Đặng Thị Hương', { birthYear: 1980 }),
      55,
      ['same_name', 'same_birth_year'],
    ],
    [
      'day and month swapped',
      named('Đặng Thị Hương', { birthDate: '1980-04-03' }),
      65,
      ['same_name', 'swapped_birth_date'],
    ],
    [
      'another year of birth',
      named('Đặng Thị Hương', { birthYear: 1990 }),
      0,
      ['same_name', 'other_birth_date'],
    ],
    [
      'the same staff code under a married name',
      named('Đặng Thị Thu', { staffCode: 'tk-017' }),
      60,
      ['same_staff_code'],
    ],
    [
      'a namesake with another card',
      named('Đặng Thị Hương', { nationalId: '001180000018' }),
      -60,
      ['other_national_id', 'same_name'],
    ],
    [
      'served together',
      named('Đặng Thị Hương', { service: [{ unitId: 'tkth', from: 2016, to: 2018 }] }),
      60,
      ['same_name', 'same_unit_same_years'],
    ],
    [
      'served there at another time',
      named('Đặng Thị Hương', { service: [{ unitId: 'tkth', from: 2010, to: 2012 }] }),
      50,
      ['same_name', 'same_unit'],
    ],
    ['a man of that name', named('Đặng Thị Hương', { sex: 'male' }), 10, ['same_name', 'other_sex']],
  ])('%s', (_, other, score, codes) => {
    const found = matchScore(huong, other);
    expect(found.score).toBe(score);
    expect(found.reasons.map(({ code }) => code)).toEqual(codes);
    expect(matchScore(other, huong)).toEqual(found);
  });

  test('a namesake born in another year is not put before anybody', () => {
    expect(matchScore(huong, named('Đặng Thị Hương', { birthYear: 1990 })).score).toBeLessThan(proposedFrom);
  });
});
