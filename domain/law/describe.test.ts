import { expect, test } from 'vitest';
import { conditionSchema } from './criteria.ts';
import { describeBranch, describeCondition } from './describe.ts';
import type { RuleSet } from './rule-set.ts';

const catalogue = {
  awards: [
    {
      code: 'CSTDCS',
      kind: 'title',
      name: { vi: 'Chiến sĩ thi đua cơ sở', en: 'Grass-roots emulation fighter' },
    },
    {
      code: 'TTLDXS',
      kind: 'title',
      name: { vi: 'Tập thể lao động xuất sắc', en: 'Excellent labour collective' },
    },
    {
      code: 'BK_BO',
      kind: 'commendation',
      name: { vi: 'Bằng khen của bộ', en: 'certificate of merit of a ministry' },
    },
  ],
} as unknown as Pick<RuleSet, 'awards'>;

test.each([
  [
    { need: 'award', award: 'BK_BO' },
    'đã có Bằng khen của bộ',
    'holds the certificate of merit of a ministry',
  ],
  [
    { need: 'award', award: 'CSTDCS', times: 3, consecutive: true },
    '03 lần liên tục có “Chiến sĩ thi đua cơ sở”',
    '“Grass-roots emulation fighter” 3 times in a row',
  ],
  [
    { need: 'award', award: 'CSTDCS', times: 3, withinYears: 5 },
    '03 lần có “Chiến sĩ thi đua cơ sở” trong thời gian đó',
    '“Grass-roots emulation fighter” 3 times in that time',
  ],
  [
    { need: 'rating', rating: 'good', years: 5 },
    'từ 05 năm trở lên liên tục hoàn thành tốt nhiệm vụ',
    'work completed well for at least 5 years in a row',
  ],
  [
    { need: 'rating', rating: 'excellent', years: 5, orAward: 'TTLDXS' },
    'từ 05 năm trở lên liên tục hoàn thành xuất sắc nhiệm vụ hoặc “Tập thể lao động xuất sắc”',
    'work completed excellently or “Excellent labour collective” for at least 5 years in a row',
  ],
  [
    { need: 'rating', rating: 'excellent', years: 1 },
    '01 năm hoàn thành xuất sắc nhiệm vụ',
    'work completed excellently for 1 year',
  ],
  [
    { need: 'initiative', scope: 'national' },
    '01 sáng kiến, đề tài có phạm vi ảnh hưởng toàn quốc',
    '1 initiative or project effective nationwide',
  ],
  [
    { need: 'existence', years: 10 },
    'có quá trình xây dựng, phát triển từ 10 năm trở lên',
    'at least 10 years of existence',
  ],
  [
    { need: 'members_with_award', award: 'CSTDCS', percent: 70 },
    'ít nhất 70 % cá nhân có “Chiến sĩ thi đua cơ sở”',
    'at least 70 % of the members hold “Grass-roots emulation fighter”',
  ],
  [
    { need: 'some_members_with_award', award: 'CSTDCS', count: 1 },
    'có ít nhất 01 cá nhân có “Chiến sĩ thi đua cơ sở”',
    'at least 1 member with “Grass-roots emulation fighter”',
  ],
  [
    { need: 'members_rated', rating: 'completed' },
    '100 % cá nhân hoàn thành nhiệm vụ',
    'all members: work completed',
  ],
  [
    { need: 'no_discipline', from: 'warning' },
    'không có cá nhân bị kỷ luật từ cảnh cáo trở lên',
    'nobody disciplined by a warning or more',
  ],
  [{ need: 'other', text: { vi: 'Đoàn kết', en: 'Solidarity' } }, 'Đoàn kết', 'Solidarity'],
])('%j', (condition, vi, en) => {
  expect(describeCondition(conditionSchema.parse(condition), catalogue)).toEqual({ vi, en });
});

test('a branch joins its conditions and lists its alternatives', () => {
  const condition = (value: unknown) => conditionSchema.parse(value);
  const branch = {
    allOf: [condition({ need: 'award', award: 'BK_BO' })],
    oneOf: [
      [condition({ need: 'rating', rating: 'excellent', years: 1 })],
      [condition({ need: 'initiative', scope: 'unit' }), condition({ need: 'existence', years: 2 })],
    ],
    citation: 'Điều 23',
    grade: 'A' as const,
  };
  expect(describeBranch(branch, catalogue).vi).toBe(
    'đã có Bằng khen của bộ; một trong các điều kiện: 01 năm hoàn thành xuất sắc nhiệm vụ | 01 sáng kiến, đề tài được cơ sở công nhận và có quá trình xây dựng, phát triển từ 02 năm trở lên',
  );
});
