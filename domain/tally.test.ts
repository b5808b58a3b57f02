import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Count, isTied, outlook, type Share, tally, votesNeeded } from './tally.ts';

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

describe('votes needed', () => {
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

describe('recused members', () => {
  const recused = { total: 2, present: 2, leave: false };
  const count = { total: 11, present: 11, votes: { for: 9, against: 0, abstain: 0 }, missing: 0, recused };

  test.each([
    ['stay in all members and are not in favour', ninety, false, 11, 10, false],
    ['leave all members where the rule says so', ninety, true, 9, 9, true],
    ['stay among those present', { ...ninety, denominator: 'present' as const }, false, 11, 10, false],
    ['leave those present', { ...ninety, denominator: 'present' as const }, true, 9, 9, true],
  ])('%s', (_, rule, leave, total, needed, passed) => {
    const result = tally({ ...count, recused: { ...recused, leave }, rule });
    expect(result).toMatchObject({ recused: 2, total, needed, passed });
  });

  test('attend all the same: the quorum asks who is there, not who votes', () => {
    const eight = {
      ...count,
      present: 8,
      votes: { for: 6, against: 0, abstain: 0 },
      missing: 3,
      rule: majority,
    };
    expect(tally(eight)).toMatchObject({ quorumNeeded: 8, quorumMet: true });
  });

  test('an absent recused member leaves all members, but not those present', () => {
    const absent = { ...count, present: 9, recused: { total: 2, present: 0, leave: true } };
    expect(tally({ ...absent, rule: ninety }).total).toBe(9);
    expect(tally({ ...absent, rule: { ...ninety, denominator: 'present' } }).total).toBe(9);
  });
});

describe('the examples of the law (NĐ 98/2023 Đ30(7), Đ47(4)(b))', () => {
  test.each<[string, number, Partial<Count['votes']>, Share, boolean]>([
    ['Anh hùng Lao động, Bộ: 13 trong 15 là chưa đủ 90 %', 15, { for: 13 }, ninety, false],
    ['Anh hùng Lao động, Bộ: 14 trong 15', 15, { for: 14 }, ninety, true],
    ['Chiến sĩ thi đua toàn quốc, Bộ: 9 trong 11', 11, { for: 9 }, ninety, false],
    ['Chiến sĩ thi đua toàn quốc, Bộ: 10 trong 11', 11, { for: 10 }, ninety, true],
    ['Chiến sĩ thi đua cấp Bộ: đúng 90 % của 10', 10, { for: 9 }, ninety, true],
    ['Chiến sĩ thi đua cơ sở: 8 trong 11 là chưa đủ 80 %', 11, { for: 8 }, eighty, false],
    ['Chiến sĩ thi đua cơ sở: 9 trong 11', 11, { for: 9 }, eighty, true],
    ['Cờ thi đua của Chính phủ: đúng 80 % của 15', 15, { for: 12 }, eighty, true],
    [
      'Cờ thi đua của Bộ: không có ý kiến thì không phải tán thành',
      15,
      { for: 11, abstain: 4 },
      eighty,
      false,
    ],
    ['hình thức còn lại theo đa số: 6 trong 12 chưa phải quá nửa', 12, { for: 6 }, majority, false],
    ['hình thức còn lại theo đa số: 7 trong 12', 12, { for: 7 }, majority, true],
  ])('%s', (_, total, votes, rule, passed) => {
    const all = { for: 0, against: 0, abstain: 0, ...votes };
    const missing = total - all.for - all.abstain;
    expect(tally({ total, present: total, votes: all, missing, rule }).passed).toBe(passed);
  });

  test('Anh hùng, Hội đồng Trung ương: 90 % dự họp và 90 % tán thành, hai điều kiện riêng', () => {
    const hero: Share = { ...ninety, quorum: { numerator: 9, denominator: 10 } };
    const count = { total: 20, votes: { for: 18, against: 0, abstain: 0 }, missing: 2, rule: hero };
    expect(tally({ ...count, present: 18 })).toMatchObject({ quorumMet: true, passed: true });
    expect(tally({ ...count, present: 17 })).toMatchObject({ quorumMet: false, passed: false });
  });
});

/**
 * Every combination, by another way of counting: cross-multiplied fractions over the members as they sat, instead of a
 * number of votes needed.
 */
describe('truth table of councils of 1 to 50', () => {
  const quorums = [
    { numerator: 0, denominator: 1 },
    { numerator: 1, denominator: 2 },
    { numerator: 2, denominator: 3 },
    { numerator: 4, denominator: 5 },
    { numerator: 9, denominator: 10 },
  ];
  const shares = [
    { sharePercent: 50, strict: true },
    { sharePercent: 50, strict: false },
    { sharePercent: 70, strict: false },
    { sharePercent: 80, strict: false },
    { sharePercent: 90, strict: false },
    { sharePercent: 100, strict: false },
  ];
  const denominators = ['total_members', 'present', 'all_staff'] as const;
  const rules = denominators.flatMap((denominator) => shares.map((share) => ({ ...share, denominator })));

  test.each(rules)('$sharePercent % (strict: $strict) of $denominator, at every quorum', (share) => {
    let wrong = 0;
    for (const quorum of quorums)
      for (let total = 1; total <= 50; total++)
        for (const room of rooms(total)) wrong += countedWrong({ ...room, rule: { ...share, quorum } });
    expect(wrong).toBe(0);
  });

  interface Room {
    total: number;
    absent: number;
    /** Absent members with a written opinion, which makes them attend. */
    written: number;
    recusedPresent: number;
    /** Recused members who are not there and sent nothing. */
    recusedAbsent: number;
    leave: boolean;
    abstain: number;
    rule: Share;
  }

  /** Who may be absent, write, be recused and abstain in a council of so many. */
  function* rooms(total: number): Generator<Omit<Room, 'rule'>> {
    for (let absent = 0; absent <= total; absent++)
      for (const written of new Set([0, absent >> 1, absent]))
        for (const recusedPresent of new Set([0, Math.min(2, total - absent)]))
          for (const recusedAbsent of new Set([0, Math.min(1, absent - written)]))
            for (const leave of [false, true])
              for (const abstain of new Set([0, Math.min(1, total - absent - recusedPresent)]))
                yield { total, absent, written, recusedPresent, recusedAbsent, leave, abstain };
  }

  /** How many of the possible numbers of votes in favour are judged otherwise than by the fractions. */
  function countedWrong(room: Room): number {
    const { total, absent, written, recusedPresent, recusedAbsent, leave, abstain, rule } = room;
    const present = total - absent + written;
    const voters = present - recusedPresent - abstain;
    const [members, kept] =
      rule.denominator === 'present' ? [present, recusedPresent] : [total, recusedPresent + recusedAbsent];
    const whole = members - (leave ? kept : 0);
    const enough = present * rule.quorum.denominator >= rule.quorum.numerator * total;
    let wrong = 0;
    for (let inFavour = 0; inFavour <= voters; inFavour++) {
      const hundredths = inFavour * 100 - rule.sharePercent * whole;
      const expected = whole > 0 && enough && (rule.strict ? hundredths > 0 : hundredths >= 0);
      const { passed } = tally({
        total,
        present,
        votes: { for: inFavour, against: voters - inFavour, abstain },
        missing: total - present - recusedAbsent,
        recused: { total: recusedPresent + recusedAbsent, present: recusedPresent, leave },
        rule,
      });
      if (passed !== expected) wrong += 1;
    }
    return wrong;
  }
});

describe('a tie', () => {
  test.each([
    ['six of twelve for and against, seven needed', 12, { for: 6, against: 6 }, majority, true],
    ['with abstentions one more vote is not enough', 12, { for: 5, against: 5, abstain: 2 }, majority, false],
    ['one more for than against', 12, { for: 6, against: 5, abstain: 1 }, majority, false],
    [
      'five of ten, at least half is enough: passed already',
      10,
      { for: 5, against: 5 },
      { ...majority, strict: false },
      false,
    ],
    ['far from ninety percent', 12, { for: 6, against: 6 }, ninety, false],
  ])('%s', (_, total, votes, rule, tied) => {
    const count = { total, present: total, votes: { abstain: 0, ...votes }, missing: 0, rule };
    expect(isTied(tally(count))).toBe(tied);
    expect(isTied(tally({ ...count, present: 0 }))).toBe(false);
  });
});

describe('how a running vote stands', () => {
  test.each([
    [{ inFavour: 10, needed: 10, left: 3 }, 'reached'],
    [{ inFavour: 8, needed: 10, left: 2 }, 'open'],
    [{ inFavour: 8, needed: 10, left: 1 }, 'out_of_reach'],
    [{ inFavour: 0, needed: 0, left: 0 }, 'reached'],
  ] as const)('%o is %s', (vote, stands) => {
    expect(outlook(vote)).toBe(stands);
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
  ['more recused members present than there are', { recused: { total: 1, present: 2, leave: true } }],
  ['recused members beside ballots of everybody', { recused: { total: 1, present: 0, leave: true } }],
  ['a negative count', { votes: { for: 12, against: -1, abstain: 0 } }],
])('%s is refused', (_, wrong) => {
  expect(() => tally({ ...vote(11, 11, ninety), ...wrong })).toThrow(RangeError);
});
