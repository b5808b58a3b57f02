import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Count, type Share, tally, votesNeeded } from './tally.ts';

const twoThirds = { numerator: 2, denominator: 3 };
const ninety: Share = { sharePercent: 90, strict: false, denominator: 'total_members', quorum: twoThirds };
const eighty: Share = { ...ninety, sharePercent: 80 };
const majority: Share = { ...ninety, sharePercent: 50, strict: true };

/** A vote in which everybody attends and gives a ballot. */
function vote(total: number, inFavour: number, rule: Share): Count {
  return {
    total,
    present: total,
    votes: { for: inFavour, against: total - inFavour, abstain: 0 },
    missing: 0,
    rule,
  };
}

describe('votes needed of all members (NĐ 98/2023 Đ30(7), grade B)', () => {
  test.each([
    [9, 9, 8],
    [10, 9, 8],
    [11, 10, 9],
    [13, 12, 11],
    [15, 14, 12],
    [17, 16, 14],
    [19, 18, 16],
    [21, 19, 17],
  ])('%i members: 90 %% is %i, 80 %% is %i', (total, needed90, needed80) => {
    expect(votesNeeded(total, ninety)).toBe(needed90);
    expect(votesNeeded(total, eighty)).toBe(needed80);
  });

  test.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [10, 6],
    [11, 6],
  ])('a majority of %i is more than half: %i', (total, needed) => {
    expect(votesNeeded(total, majority)).toBe(needed);
  });
});

test('the votes needed are the least that reach the share, for all councils of 1 to 200 and all whole percentages', () => {
  for (let total = 1n; total <= 200n; total++) {
    for (let percent = 0n; percent <= 100n; percent++) {
      for (const strict of [false, true]) {
        const needed = BigInt(votesNeeded(Number(total), { sharePercent: Number(percent), strict }));
        // As fractions: v / total against percent / 100, by cross-multiplication of exact integers.
        const reaches = (v: bigint) => (strict ? v * 100n > percent * total : v * 100n >= percent * total);
        expect(reaches(needed) && !(needed > 0n && reaches(needed - 1n)), `${percent} % of ${total}`).toBe(
          true,
        );
      }
    }
  }
});

describe('who counts', () => {
  test('a missing ballot is not in favour, since the share is one of all members', () => {
    const count = {
      total: 11,
      present: 9,
      votes: { for: 9, against: 0, abstain: 0 },
      missing: 2,
      rule: ninety,
    };
    expect(tally(count)).toMatchObject({ inFavour: 9, missing: 2, total: 11, needed: 10, passed: false });
    expect(tally({ ...count, votes: { for: 10, against: 0, abstain: 0 }, missing: 1 })).toMatchObject({
      passed: true,
    });
  });

  test('an abstention is not in favour', () => {
    const votes = { for: 8, against: 0, abstain: 2 };
    expect(tally({ total: 10, present: 10, votes, missing: 0, rule: ninety }).passed).toBe(false);
  });

  test('the members present are the whole where the rule says so', () => {
    const rule: Share = { ...eighty, denominator: 'present' };
    const count = { total: 15, present: 10, votes: { for: 8, against: 2, abstain: 0 }, missing: 5, rule };
    expect(tally(count)).toMatchObject({ total: 10, needed: 8, passed: true });
  });

  test('all staff are the whole in a unit', () => {
    const rule: Share = { ...eighty, denominator: 'all_staff' };
    expect(tally(vote(12, 10, rule))).toMatchObject({ total: 12, needed: 10, passed: true });
    expect(tally(vote(12, 9, rule)).passed).toBe(false);
  });
});

describe('quorum is a test of its own', () => {
  test.each([
    ['2/3 of 15', 15, twoThirds, 10],
    ['2/3 of 11', 11, twoThirds, 8],
    ['9/10 of 15 for heroes (NĐ 98/2023 Đ47(4)(b))', 15, { numerator: 9, denominator: 10 }, 14],
    ['80 % of 11', 11, { numerator: 80, denominator: 100 }, 9],
  ])('%s', (_, total, quorum, needed) => {
    const rule: Share = { ...majority, quorum };
    const attended = (present: number) =>
      tally({ total, present, votes: { for: total, against: 0, abstain: 0 }, missing: 0, rule });
    expect(attended(needed)).toMatchObject({ quorumNeeded: needed, quorumMet: true, passed: true });
    expect(attended(needed - 1)).toMatchObject({ quorumMet: false, passed: false });
  });

  test('nothing passes in an empty room', () => {
    const rule: Share = {
      sharePercent: 50,
      strict: false,
      denominator: 'present',
      quorum: { numerator: 0, denominator: 1 },
    };
    const count = { total: 5, present: 0, votes: { for: 0, against: 0, abstain: 0 }, missing: 5, rule };
    expect(tally(count)).toMatchObject({ total: 0, needed: 0, passed: false });
  });
});

test('one more vote in favour never turns a passed vote into a failed one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 100 }),
      fc.boolean(),
      (total, percent, strict) => {
        const rule: Share = { ...ninety, sharePercent: percent, strict };
        const results = Array.from(
          { length: total + 1 },
          (_, inFavour) => tally(vote(total, inFavour, rule)).passed,
        );
        expect(results).toEqual([...results].sort((a, b) => Number(a) - Number(b)));
      },
    ),
  );
});

test.each<[string, Partial<Count>]>([
  ['more present than members', { present: 12 }],
  ['ballots that do not add up', { missing: 1 }],
  ['a part of a vote', { votes: { for: 10.5, against: 0.5, abstain: 0 } }],
  ['a negative count', { votes: { for: 12, against: -1, abstain: 0 } }],
])('%s is refused', (_, wrong) => {
  expect(() => tally({ ...vote(11, 11, ninety), ...wrong })).toThrow(RangeError);
});
