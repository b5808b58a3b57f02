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

describe.each([decree98, decree152])(
  '$id: who decides and by which way (Law 06/2022/QH15 Articles 77 to 83)',
  (set) => {
    const communes = set.id === '2025-07-01.nd152';
    const catalogue: [code: string, kind: string, chain: string, decider: string, centralCouncil: boolean][] =
      [
        ['LDTT', 'title', 'U', 'department', false],
        ['CSTDCS', 'title', 'U', 'department', false],
        ['CSTD_BO', 'title', 'M', 'ministry', false],
        ['CSTDTQ', 'title', 'P', 'prime_minister', true],
        ['TTLDTT', 'title', 'U', 'department', false],
        ['TTLDXS', 'title', 'M', 'ministry', false],
        ['CO_BO', 'title', 'M', 'ministry', false],
        ['CO_CP', 'title', 'P', 'government', false],
        ['XP_TB', 'title', 'M', 'ministry', false],
        ['GK', 'commendation', 'U', 'department', false],
        ['KNC', 'commendation', 'M', 'ministry', false],
        ['BK_BO', 'commendation', 'M', 'ministry', false],
        ['BK_TTG', 'commendation', 'P', 'prime_minister', false],
        ['HCLD3', 'commendation', 'S', 'president', false],
        ['HCLD2', 'commendation', 'S', 'president', false],
        ['HCLD1', 'commendation', 'S', 'president', false],
        ['HCDL3', 'commendation', 'S', 'president', false],
        ['HCDL2', 'commendation', 'S', 'president', false],
        ['HCDL1', 'commendation', 'S', 'president', false],
        ['HCHCM', 'commendation', 'S', 'president', false],
        ['HCSV', 'commendation', 'S', 'president', false],
        ['HCQC1', 'commendation', 'S', 'president', false],
        ['HCQC2', 'commendation', 'S', 'president', false],
        ['HCQC3', 'commendation', 'S', 'president', false],
        ['HCBVTQ1', 'commendation', 'S', 'president', false],
        ['HCBVTQ2', 'commendation', 'S', 'president', false],
        ['HCBVTQ3', 'commendation', 'S', 'president', false],
        ['HCCC1', 'commendation', 'S', 'president', false],
        ['HCCC2', 'commendation', 'S', 'president', false],
        ['HCCC3', 'commendation', 'S', 'president', false],
        ['HCDDK', 'commendation', 'S', 'president', false],
        ['HCDC', 'commendation', 'S', 'president', false],
        ['HCHN', 'commendation', 'S', 'president', false],
        ['HC_QKQT', 'commendation', 'S', 'president', false],
        ['HC_VANTQ', 'commendation', 'S', 'president', false],
        ['HC_CSVV1', 'commendation', 'S', 'president', false],
        ['HC_CSVV2', 'commendation', 'S', 'president', false],
        ['HC_CSVV3', 'commendation', 'S', 'president', false],
        ['HC_HN', 'commendation', 'S', 'president', false],
        ['HC_TNXP', 'commendation', 'S', 'president', false],
        ['AHLD', 'commendation', 'S', 'president', true],
        ['AHLLVT', 'commendation', 'S', 'president', true],
        ['NGND', 'commendation', 'S', 'president', false],
        ['NGUT', 'commendation', 'S', 'president', false],
        ['TTND', 'commendation', 'S', 'president', false],
        ['TTUT', 'commendation', 'S', 'president', false],
        ['NSND', 'commendation', 'S', 'president', false],
        ['NSUT', 'commendation', 'S', 'president', false],
        ['NNND', 'commendation', 'S', 'president', false],
        ['NNUT', 'commendation', 'S', 'president', false],
        ['GTHCM', 'commendation', 'S', 'president', false],
        ['GTNN', 'commendation', 'S', 'president', false],
      ];
    /** Awards whose authority was not read in the law of 2022: their grade is not A. */
    const unread: typeof catalogue = [
      ['CO_QK', 'title', 'U', 'department', false],
      // The chair of the commune since the districts were abolished (NĐ 129/2025 Đ59).
      ['THON_VH', 'title', communes ? 'C' : 'U', communes ? 'commune' : 'department', false],
      ['GD_VH', 'title', communes ? 'C' : 'U', communes ? 'commune' : 'department', false],
    ];
    const told = (code: string) => {
      const { kind, chain, decider, centralCouncil } = awardRule(set, code);
      return [code, kind, chain.value, decider.value, centralCouncil.value];
    };

    test.each(catalogue)('%s: %s, chain %s, decided by %s, Central Council %s (grade A)', (...row) => {
      expect(told(row[0])).toEqual(row);
      expect(awardRule(set, row[0]).decider.grade).toBe('A');
    });
    test.each(unread)('%s: %s, chain %s, decided by %s, Central Council %s', (...row) => {
      expect(told(row[0])).toEqual(row);
    });
    test('no award of the set is left out', () => {
      expect([...catalogue, ...unread].map(([code]) => code).sort()).toEqual(
        set.awards.map(({ code }) => code).sort(),
      );
    });
  },
);

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

  test.each([
    ['AHLD', 'central', '9/10', 'Điều 47 khoản 4 điểm b', 'B'],
    ['CSTDTQ', 'central', '2/3', 'Điều 47 khoản 4 điểm b', 'B'],
    ['BK_TTG', 'central', '2/3', 'Điều 47 khoản 4 điểm b', 'B'],
    ['CSTDTQ', 'ministry', '2/3', 'Bắc Ninh, Điều 8', 'C'],
    ['CO_CP', 'ministry', '2/3', 'Bắc Ninh, Điều 8', 'C'],
    ['CSTDCS', 'unit', '2/3', '01/2024/TT-TANDTC, Điều 29', 'C'],
    ['BK_BO', 'ministry', '2/3', 'Quy định của bộ, ngành', 'U'],
  ] as const)('the quorum of %s at level %s is %s (%s, grade %s)', (code, level, quorum, article, grade) => {
    const rule = voteRule(awardRule(decree98, code), level);
    const source = rule.quorumSource ?? rule;
    expect(`${rule.quorum.numerator}/${rule.quorum.denominator}`).toBe(quorum);
    expect(source.citation).toContain(article);
    expect(source.grade).toBe(grade);
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
  ['HC_CSVV1', false],
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
  ['CO_CP', { sectors: [{ sector: 'education', month: 12, day: 31, year: 'same' }] }],
])(
  'the dossier of %s reaches Home Affairs by %j (NĐ 98/2023 Đ32(1), grade B; C under NĐ 152)',
  (code, deadline) => {
    expect(awardRule(decree98, code).dossierDeadline).toMatchObject({ ...deadline, grade: 'B' });
    expect(awardRule(decree152, code).dossierDeadline).toMatchObject({ ...deadline, grade: 'C' });
  },
);

test.each([
  [['NGND', 'NGUT'], 3, '20/11', 'Điều 64'],
  [['TTND', 'TTUT'], 3, '27/2', 'Điều 65'],
  [['NSND', 'NSUT'], 3, '2/9', 'Điều 66'],
  [['NNND', 'NNUT'], 3, '2/9', 'Điều 67'],
  [['GTHCM', 'GTNN'], 5, '2/9', 'Điều 68–70'],
])('%j: every %i years, on %s (Law 06/2022/QH15 %s, grade A)', (codes, years, day, article) => {
  for (const set of [decree98, decree152]) {
    for (const { conferredEvery } of codes.map((code) => awardRule(set, code))) {
      expect(conferredEvery).toMatchObject({
        years,
        grade: 'A',
        citation: `Luật số 06/2022/QH15, ${article}`,
      });
      expect(`${conferredEvery?.day}/${conferredEvery?.month}`).toBe(day);
    }
  }
});

test('every set tells the same base salaries: a dossier bound to an earlier one can be decided today', () => {
  expect(decree98.baseSalaries).toEqual(decree152.baseSalaries);
});

test('what was in force before the first set, and a last day that is reported, say so with their grade', () => {
  expect(decree98.predecessor).toMatchObject({ citation: 'Luật số 06/2022/QH15, Điều 94', grade: 'A' });
  expect(decree152.reportedEnd).toMatchObject({ date: '2027-03-01', grade: 'C' });
});

/** Votes needed at 90 % and at 80 % of all members, by integers: a share is never rounded. */
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
