import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calendarOf, parseCalendar } from '../domain/calendar.ts';
import { checkOverlaps, parseRuleSet, ruleSetOn } from '../domain/law/load.ts';
import { awardRule, type VoteLevel, voteRule } from '../domain/law/rule-set.ts';
import { isUnconfirmed } from '../domain/law/source.ts';
import { votesNeeded } from '../domain/tally.ts';
import { addWorkingDays } from '../engine/time/working-days.ts';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.yaml'));
const sets = files.map((file) => {
  const text = read(file);
  const { ruleSet, problems } = parseRuleSet(text, file);
  if (problems)
    throw new Error(problems.map(({ line, message }) => `${file}:${line}: ${message.en}`).join('\n'));
  return { file, text, ruleSet };
});
const on = (date: string) => {
  const set = ruleSetOn(
    sets.map(({ ruleSet }) => ruleSet),
    date,
  );
  if (!set) throw new Error(`no law on ${date}`);
  return set;
};
const decree98 = on('2024-06-01');
const decree152 = on('2026-11-22');

test('every file is named after its id, and no two in force overlap', () => {
  expect(sets.map(({ ruleSet }) => `${ruleSet.id}.yaml`)).toEqual(files);
  expect(checkOverlaps(sets)).toEqual([]);
});

test('the law reported from October 2026 has its place, empty and unconfirmed, and is not in force', () => {
  const amended = sets.find(({ file }) => file === '2026-10-01.law-06-2026.yaml')?.ruleSet;
  expect(amended).toMatchObject({ status: 'unconfirmed', effectiveFrom: '2026-10-01', awards: [] });
  expect(decree152.id).toBe('2025-07-01.nd152');
});

describe.each([decree98, decree152])('$id: who decides and by which way (law.md b.2, b.3)', (set) => {
  test.each([
    ['LDTT', 'title', 'U', 'department', false],
    ['CSTDCS', 'title', 'U', 'department', false],
    ['CSTD_BO', 'title', 'M', 'ministry', false],
    ['CSTDTQ', 'title', 'P', 'prime_minister', true],
    ['TTLDTT', 'title', 'U', 'department', false],
    ['TTLDXS', 'title', 'M', 'ministry', false],
    ['CO_BO', 'title', 'M', 'ministry', false],
    ['CO_CP', 'title', 'P', 'government', false],
    ['GK', 'commendation', 'U', 'department', false],
    ['KNC', 'commendation', 'M', 'ministry', false],
    ['BK_BO', 'commendation', 'M', 'ministry', false],
    ['BK_TTG', 'commendation', 'P', 'prime_minister', false],
    ['HCLD3', 'commendation', 'S', 'president', false],
    ['HCLD2', 'commendation', 'S', 'president', false],
    ['HCLD1', 'commendation', 'S', 'president', false],
    ['HCDL1', 'commendation', 'S', 'president', false],
    ['HCSV', 'commendation', 'S', 'president', false],
    ['AHLD', 'commendation', 'S', 'president', true],
  ])('%s: %s, chain %s, decided by %s, Central Council %s', (code, kind, chain, decider, council) => {
    const rule = awardRule(set, code);
    expect([rule.kind, rule.chain.value, rule.decider.value, rule.centralCouncil.value]).toEqual([
      kind,
      chain,
      decider,
      council,
    ]);
    expect(rule.decider.grade).toBe('A');
  });
});

describe('votes needed in councils of 12 staff, 11, 13 and 15 members', () => {
  const size: Record<VoteLevel, number> = { unit: 12, department: 11, ministry: 13, central: 15 };
  test.each([
    ['CSTDTQ', { unit: 11, department: 10, ministry: 12, central: 8 }],
    ['CSTD_BO', { unit: 11, department: 10, ministry: 12 }],
    ['CSTDCS', { unit: 10, department: 9 }],
    ['LDTT', { unit: 7, department: 6 }],
    ['CO_CP', { unit: 7, department: 6, ministry: 11 }],
    ['CO_BO', { unit: 7, department: 6, ministry: 11 }],
    ['BK_TTG', { unit: 7, department: 6, ministry: 7 }],
    ['HCLD3', { unit: 7, department: 6, ministry: 7 }],
    ['KNC', { unit: 7, department: 6, ministry: 7 }],
    ['AHLD', { unit: 11, department: 10, ministry: 12, central: 14 }],
  ] as const)('%s: %j', (code, expected) => {
    for (const set of [decree98, decree152]) {
      for (const [level, needed] of Object.entries(expected) as [VoteLevel, number][]) {
        expect(votesNeeded(size[level], voteRule(awardRule(set, code), level)), `${set.id} ${level}`).toBe(
          needed,
        );
      }
    }
  });

  test('the shares of Decree 98 are graded B there, and unconfirmed under Decree 152, whose clause was not read', () => {
    const share = (set: typeof decree98) => voteRule(awardRule(set, 'CSTDTQ'), 'ministry');
    expect(share(decree98)).toMatchObject({ sharePercent: 90, denominator: 'total_members', grade: 'B' });
    expect(share(decree152)).toMatchObject({ sharePercent: 90, grade: 'C', note: expect.anything() });
  });

  test('a share that no national text gives is a default marked unverified', () => {
    const share = voteRule(awardRule(decree152, 'BK_TTG'), 'ministry');
    expect(share).toMatchObject({ sharePercent: 50, strict: true, grade: 'U' });
    expect(isUnconfirmed(share)).toBe(true);
  });
});

test.each(['AHLLVT', 'AHLD', 'CSTDTQ', 'CSTD_BO', 'CSTDCS', 'CO_BO', 'CO_CP'])(
  '%s must be put to a ballot (NĐ 98/2023 Đ30(7)), and its dossier holds the result',
  (code) => {
    for (const set of [decree98, decree152]) {
      const rule = awardRule(set, code);
      expect(rule.ballotMandatory.value).toBe(true);
      expect(rule.papers.map((paper) => paper.code)).toContain('ballot_result');
    }
  },
);

test.each([
  ['HCLD1', true],
  ['HCDL3', true],
  ['HCSV', true],
  ['AHLD', true],
  ['NGND', true],
  ['GTNN', true],
  ['CSTDTQ', false],
  ['BK_TTG', false],
  ['HC_CSVV', false],
])(
  '%s is posted publicly before the ministry’s council: %s (Law Đ84(5): orders, prizes, titles of honour)',
  (code, posted) => {
    for (const set of [decree98, decree152]) {
      expect(awardRule(set, code).publicPosting?.workingDays).toBe(posted ? 10 : undefined);
    }
  },
);

test.each([
  ['CSTDTQ', { month: 12, day: 31, year: 'next' }],
  ['CO_CP', { month: 6, day: 30, year: 'next' }],
])('the dossier of %s reaches Home Affairs by %j (NĐ 98/2023 Đ32(1))', (code, deadline) => {
  expect(awardRule(decree98, code).dossierDeadline).toMatchObject({ ...deadline, grade: 'B' });
});

test.each([
  ['central_appraisal', 20, 'B'],
  ['central_return', 5, 'B'],
  ['copy_to_ministry', 10, 'B'],
  ['copy_to_awardee', 10, 'B'],
  ['registration', 1, 'A'],
])('clock %s: %i working days, grade %s (law.md c)', (code, amount, grade) => {
  for (const set of [decree98, decree152]) {
    expect(set.clocks[code]).toMatchObject({ amount, unit: 'working_day', grade });
  }
});

/** Every clock of law.md (c) that is the same for all: amount, unit and grade under Decree 98 and under Decree 152. */
test.each<[string, number, 'working_day' | 'calendar_day', string | null, string]>([
  ['central_appraisal', 20, 'working_day', 'B', 'B'], // 3
  ['central_return', 5, 'working_day', 'B', 'B'], // 4
  ['central_after_opinions', 10, 'working_day', 'B', 'C'], // 5
  ['agency_opinion', 10, 'working_day', 'U', 'U'], // 6
  ['copy_to_ministry', 10, 'working_day', 'B', 'B'], // 7
  ['copy_to_awardee', 10, 'working_day', 'B', 'B'], // 8
  ['refusal_notice', 10, 'working_day', 'B', 'C'], // 9
  ['object_handover', 10, 'working_day', 'B', 'C'], // 10
  ['public_posting', 10, 'working_day', 'B', 'C'], // 12
  ['public_posting_hero', 10, 'working_day', 'B', 'C'], // 13
  ['commune_appraisal', 20, 'working_day', null, 'B'], // 16
  ['youth_volunteer_commune', 15, 'calendar_day', null, 'B'], // 17
  ['youth_volunteer_province', 15, 'calendar_day', null, 'B'],
  ['youth_volunteer_central', 20, 'calendar_day', null, 'B'],
  ['youth_volunteer_posting', 5, 'calendar_day', null, 'B'],
  ['cancellation_submission', 7, 'calendar_day', 'C', 'C'], // 22
  ['cancellation_decision', 5, 'working_day', 'C', 'C'],
  ['exchange', 15, 'calendar_day', 'C', 'C'], // 23
  ['registration', 1, 'working_day', 'A', 'A'], // 24
  ['numbering', 1, 'working_day', 'A', 'A'], // 25
])(
  'clock %s: %i %ss, grade %s under Decree 98, %s under Decree 152 (law.md c)',
  (code, amount, unit, old, now) => {
    expect(decree152.clocks[code]).toMatchObject({ amount, unit, grade: now });
    if (old === null) expect(decree98.clocks[code]).toBeUndefined();
    else expect(decree98.clocks[code]).toMatchObject({ amount, unit, grade: old });
  },
);

/** The examples of law.md (d), note 1: votes needed at 90 % and at 80 % of all members. */
test.each([
  [9, 9, 8],
  [10, 9, 8],
  [11, 10, 9],
  [13, 12, 11],
  [15, 14, 12],
  [17, 16, 14],
  [19, 18, 16],
  [21, 19, 17],
])(
  '%i members: %i votes for 90 %% (CSTĐTQ), %i for 80 %% (Cờ Chính phủ), NĐ 98/2023 Đ30(7)',
  (members, ninety, eighty) => {
    const needed = (code: string) => votesNeeded(members, voteRule(awardRule(decree98, code), 'ministry'));
    expect([needed('CSTDTQ'), needed('CO_CP')]).toEqual([ninety, eighty]);
    expect(voteRule(awardRule(decree98, 'CSTDTQ'), 'ministry').grade).toBe('B');
  },
);

test('the calendar of Vietnam is right, and its days of 2027 that are not announced say so', () => {
  const { calendar, problems } = parseCalendar(read('calendar/vietnam.yaml'), 'vietnam.yaml');
  expect(problems).toBeUndefined();
  if (!calendar) return;
  // A dossier received on Friday 13 February 2026: 20 working days end after Tết.
  expect(addWorkingDays(calendarOf(calendar.days), '2026-02-13', 20)).toBe('2026-03-20');
  const unannounced = calendar.days.filter(({ grade, date }) => grade === 'U' && date.startsWith('2027'));
  expect(unannounced.length).toBeGreaterThan(0);
  expect(unannounced.every(({ tentative }) => tentative)).toBe(true);
});
