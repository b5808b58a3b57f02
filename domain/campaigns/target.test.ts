import { describe, expect, test } from 'vitest';
import { type Actual, type Aim, anyOutcome, outcomeOf } from './target.ts';

const number = (atLeast: number, strict = false): Aim => ({ kind: 'number', atLeast, strict });
const share = (atLeast: number, strict = false): Aim => ({
  kind: 'share',
  atLeast,
  strict,
  base: 'điểm kế hoạch',
});
const rank = (atLeast: number): Aim => ({ kind: 'rank', atLeast, strict: false });

describe('an aim', () => {
  test.each<[string, Aim, Actual | null, string]>([
    ['11 flags wanted, 14 given', number(11), { value: 14, against: null }, 'met'],
    ['4 flags wanted, 3 given', number(4), { value: 3, against: null }, 'missed'],
    ['98.49 % of the plan points, exactly', share(9849), { value: 9849, against: 10_000 }, 'met'],
    ['one point less of 100,000 is less', share(9849), { value: 98_489, against: 100_000 }, 'missed'],
    ['a third is less than 33.34 %', share(3334), { value: 1, against: 3 }, 'missed'],
    ['more than 70 % is not 70 %', share(7000, true), { value: 7, against: 10 }, 'missed'],
    ['more than 70 %', share(7000, true), { value: 71, against: 100 }, 'met'],
    ['a share of nothing is not known', share(5000), { value: 0, against: 0 }, 'unknown'],
    ['a share without its base is not known', share(5000), { value: 7, against: null }, 'unknown'],
    ['one place better', rank(1), { value: 20, against: 21 }, 'met'],
    ['the same place', rank(1), { value: 21, against: 21 }, 'missed'],
    ['nothing reported', number(11), null, 'unknown'],
  ])('%s', (_, aim, actual, outcome) => {
    expect(outcomeOf(aim, actual)).toBe(outcome);
  });
});

test.each([
  ['one alternative is enough', ['missed', 'met'], 'met'],
  ['all are missed', ['missed', 'missed'], 'missed'],
  ['one is missed, the other not known', ['missed', 'unknown'], 'unknown'],
  ['no alternative', [], 'unknown'],
] as const)('a target: %s', (_, outcomes, outcome) => {
  expect(anyOutcome(outcomes)).toBe(outcome);
});
