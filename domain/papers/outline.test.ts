import { describe, expect, it } from 'vitest';
import { closed, type LineKind, numbered, runsOf, withClosingMark } from './outline.ts';

const labels = (...kinds: LineKind[]) =>
  numbered(kinds.map((kind) => ({ kind, text: 'x' }))).map(({ label }) => label);

describe('lines are numbered by what they are', () => {
  it('sections begin anew in each part, clauses in each section, points in each clause', () => {
    expect(
      labels('part', 'section', 'clause', 'point', 'point', 'clause', 'point', 'section', 'clause'),
    ).toEqual(['I.', '1.', '1.', 'a)', 'b)', '2.', 'a)', '2.', '1.']);
    expect(labels('part', 'section', 'section', 'part', 'section')).toEqual(['I.', '1.', '2.', 'II.', '1.']);
  });

  it('articles run through all chapters', () => {
    expect(labels('chapter', 'article', 'clause', 'article', 'chapter', 'article', 'clause')).toEqual([
      'Chương I',
      'Điều 1.',
      '1.',
      'Điều 2.',
      'Chương II',
      'Điều 3.',
      '1.',
    ]);
  });

  it('points follow the Vietnamese alphabet: đ after d, no f, j, w, z', () => {
    const points = labels(...Array.from({ length: 11 }, (): LineKind => 'point'));
    expect(points.join('')).toBe('a)b)c)d)đ)e)g)h)i)k)l)');
  });

  it.each([
    [4, 'IV.'],
    [9, 'IX.'],
    [14, 'XIV.'],
    [40, 'XL.'],
  ])('part %i is %s', (n, label) => {
    expect(labels(...Array.from({ length: n }, (): LineKind => 'part')).at(-1)).toBe(label);
  });

  it('what is not counted has its sign, or none', () => {
    expect(labels('dash', 'plus', 'paragraph')).toEqual(['-', '+', '']);
  });
});

it.each([
  ['tại Kế hoạch này.', 'tại Kế hoạch này./.'],
  ['tại Kế hoạch này', 'tại Kế hoạch này./.'],
  ['tại Kế hoạch này;', 'tại Kế hoạch này./.'],
  ['tại Kế hoạch này./.', 'tại Kế hoạch này./.'],
])('"%s" closes as "%s"', (text, wanted) => {
  expect(withClosingMark(text)).toBe(wanted);
});

it('only the last line carries the closing mark', () => {
  const lines = closed([
    { kind: 'paragraph', text: 'Một.' },
    { kind: 'paragraph', text: 'Hai.' },
  ]);
  expect(lines.map(({ text }) => text)).toEqual(['Một.', 'Hai./.']);
  expect(closed([])).toEqual([]);
});

it('words between two pairs of stars are bold; a lone pair is text', () => {
  expect(runsOf('chủ đề “**Đoàn kết**” và')).toEqual([
    { text: 'chủ đề “', bold: false },
    { text: 'Đoàn kết', bold: true },
    { text: '” và', bold: false },
  ]);
  expect(runsOf('5 ** 2')).toEqual([{ text: '5 ** 2', bold: false }]);
});
