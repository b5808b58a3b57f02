import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRuleSets } from '../db/seed/read-rules.ts';
import { awardCodeOf } from './law/spellings.ts';
import { law } from './law.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vinhdanh-law-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command on 22 November 2026. */
async function run(...args: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const now = () => new Date('2026-11-22T03:00:00Z');
  const streams = {
    out: (line: string) => void out.push(line),
    error: (line: string) => void errors.push(line),
    now,
  };
  const code = await law(args, streams);
  return { code, out, errors };
}
async function ask(question: string, input: object, ...options: string[]) {
  const { code, out } = await run(question, '--input', JSON.stringify(input), ...options);
  return { code, ...JSON.parse(out.join('')) };
}
async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('questions and their answers', () => {
  const person = { kind: 'person', awardsCompleteFrom: 1945, discipline: [], underExamination: false };
  const fighter = {
    ...person,
    awards: [2025, 2026].map((year) => ({ award: 'CSTD_BO', year })),
    initiatives: [{ name: 'Sáng kiến', year: 2026, scope: 'national' }],
  };
  test.each([
    [
      'tally',
      { award: 'CSTDTQ', level: 'ministry', total: 13, for: 12 },
      { needed: 12, missing: 1, passed: true },
    ],
    [
      'tally',
      { award: 'CSTDTQ', level: 'ministry', total: 13, for: 11, against: 2 },
      { needed: 12, passed: false },
    ],
    [
      'quorum',
      { award: 'AHLD', level: 'central', total: 15, present: 13 },
      { needed: 14, attending: 13, met: false },
    ],
    [
      'quorum',
      { award: 'AHLD', level: 'central', total: 15, present: 13, writtenOpinions: 1 },
      { attending: 14, met: true },
    ],
    [
      'deadline',
      { clock: 'central_appraisal', start: '2026-02-13' },
      { due: '2026-03-20', endsAt: '2026-03-20T17:00:00.000Z' },
    ],
    ['deadline', { amount: 1, unit: 'working_day', start: '2026-08-21' }, { due: '2026-08-22' }],
    ['deadline', { amount: 15, unit: 'calendar_day', start: '2026-02-01' }, { due: '2026-02-23' }],
    ['deadline', { amount: 20, due: '2026-03-20' }, { startBy: '2026-02-22' }],
    ['deadline', { award: 'CSTDTQ', periodTo: 2025 }, { due: '2026-12-31' }],
    [
      'deadline',
      { amount: 1, unit: 'working_day', start: '2027-02-04' },
      { due: '2027-02-12', tentativeDays: expect.arrayContaining(['2027-02-08']) },
    ],
    ['deadline', { amount: 10, unit: 'working_day', start: '2027-12-27' }, { yearsWithoutCalendar: [2028] }],
    ['money', { award: 'CSTDTQ', payee: 'person' }, { amount: 11_390_000, baseSalary: 2_530_000 }],
    ['money', { award: 'CSTDTQ', payee: 'person', decidedOn: '2026-06-30' }, { amount: 10_530_000 }],
    [
      'money',
      { awards: ['LDTT', 'CSTDCS'].map((award) => ({ award, payee: 'person', periodTo: 2026 })) },
      { total: 2_530_000, awards: [{ replacedBy: 'CSTDCS' }, { replacedBy: null }] },
    ],
    [
      'money',
      {
        awards: ['LDTT', 'CSTDCS'].map((award) => ({ award, payee: 'person', periodTo: 2026 })),
        decidedOn: '2026-06-30',
      },
      { total: 2_340_000 },
    ],
    ['number', { number: 5, type: 'QĐ', issuer: 'TTg' }, { symbol: '05/QĐ-TTg' }],
    ['number', { number: 786, issuer: 'TCTK', drafter: 'TCCB' }, { symbol: '786/TCTK-TCCB' }],
    ['number', { number: 34, type: 'CT', issuer: 'TW', style: 'party' }, { symbol: '34-CT/TW' }],
    ['date-line', { place: 'Hà Nội', date: '2027-02-05' }, { text: 'Hà Nội, ngày 05 tháng 02 năm 2027' }],
    ['date-line', { place: 'Hà Nội' }, { text: 'Hà Nội, ngày 22 tháng 11 năm 2026' }],
    ['eligibility', { award: 'CSTDTQ', periodTo: 2026, nominee: fighter }, { verdict: 'eligible' }],
    [
      'eligibility',
      { award: 'CSTDTQ', periodTo: 2026, nominee: { kind: 'person' } },
      { verdict: 'needs_judgement' },
    ],
  ])('%s %j', async (question, input, answer) => {
    expect(await ask(question, input)).toMatchObject({ code: 0, ...answer });
  });

  test.each(['tally', 'quorum', 'deadline', 'money', 'number', 'date-line'])(
    'an answer to %s names its sources',
    async (question) => {
      const inputs: Record<string, object> = {
        tally: { award: 'LDTT', level: 'unit', total: 3, for: 3 },
        quorum: { award: 'LDTT', level: 'unit', total: 3, present: 3 },
        deadline: { clock: 'registration', start: '2026-11-20' },
        money: { award: 'LDTT', payee: 'person' },
        number: { number: 1, type: 'QĐ', issuer: 'BNV' },
        'date-line': { place: 'Hà Nội' },
      };
      const { sources } = await ask(question, inputs[question] ?? {});
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources)
        expect(source).toMatchObject({
          citation: expect.stringMatching(/\S/),
          grade: expect.stringMatching(/^[ABCU]$/),
        });
    },
  );
});

test('the law of the day asked about answers', async () => {
  const question = { award: 'CSTDTQ', level: 'ministry', total: 13, for: 12 };
  expect(await ask('tally', question, '--date', '2025-06-30')).toMatchObject({ ruleSet: '2024-01-01.nd98' });
  expect(await ask('tally', question, '--date', '2025-07-01')).toMatchObject({ ruleSet: '2025-07-01.nd152' });
  expect(await ask('tally', { ...question, date: '2025-06-30' })).toMatchObject({
    ruleSet: '2024-01-01.nd98',
  });
  expect(await ask('tally', question, '--date', '2023-12-31')).toMatchObject({
    code: 1,
    error: { code: 'no_rule_set' },
  });
});

describe('questions without an answer say why and end with 1', () => {
  test.each([
    ['an unknown award', 'money', { award: 'CSTDXX', payee: 'person' }, 'unknown_award'],
    ['no bonus for the kind of nominee', 'money', { award: 'CSTDTQ', payee: 'collective' }, 'no_multiple'],
    [
      'a nominee of the wrong kind',
      'eligibility',
      { award: 'CSTDTQ', periodTo: 2026, nominee: { kind: 'collective' } },
      'wrong_nominee_kind',
    ],
    ['an unknown fixed date', 'deadline', { fixedDate: 'never', periodTo: 2026 }, 'unknown_fixed_date'],
    [
      'a period that ends before it begins',
      'eligibility',
      { award: 'LDTT', periodFrom: 2026, periodTo: 2025, nominee: { kind: 'person' } },
      'period_reversed',
    ],
    [
      'more holders than members',
      'eligibility',
      {
        award: 'TTLDTT',
        periodTo: 2026,
        nominee: { kind: 'collective', members: { total: 3, holding: { LDTT: 4 } } },
      },
      'input_invalid',
    ],
    [
      'more members present than there are',
      'quorum',
      { award: 'LDTT', level: 'unit', total: 3, present: 4 },
      'counts_do_not_fit',
    ],
    ['a year out of range', 'deadline', { award: 'CSTDTQ', periodTo: 1944 }, 'input_invalid'],
    [
      'a date out of the calendar',
      'money',
      { award: 'LDTT', payee: 'person', date: '2026-02-29' },
      'input_invalid',
    ],
    ['an unknown clock', 'deadline', { clock: 'forever', start: '2026-01-01' }, 'unknown_clock'],
    ['an award without a fixed date', 'deadline', { award: 'LDTT', periodTo: 2026 }, 'no_fixed_date'],
    [
      'more votes than members',
      'tally',
      { award: 'LDTT', level: 'unit', total: 3, for: 4 },
      'counts_do_not_fit',
    ],
    [
      'more votes than members present and written opinions',
      'tally',
      { sharePercent: 90, total: 10, for: 10, present: 8, writtenOpinions: 1 },
      'counts_do_not_fit',
    ],
    ['a place of spaces', 'date-line', { place: ' ', date: '2026-11-22' }, 'input_invalid'],
    ['a wrong field', 'tally', { award: 'LDTT', level: 'village', total: 3, for: 3 }, 'input_invalid'],
    ['an unknown field', 'number', { number: 1, type: 'QĐ', issuer: 'BNV', colour: 'red' }, 'input_invalid'],
    [
      'a date that does not exist',
      'deadline',
      { amount: 1, unit: 'working_day', start: '2026-02-30' },
      'input_invalid',
    ],
  ])('%s', async (_, question, input, code) => {
    expect(await ask(question, input)).toMatchObject({
      code: 1,
      error: { code, message: expect.stringMatching(/\S/), messageVi: expect.stringMatching(/\S/) },
    });
  });

  test('text that is no JSON', async () => {
    const { code, out } = await run('tally', '--input', '{');
    expect([code, JSON.parse(out[0] ?? '').error.code]).toEqual([1, 'input_not_json']);
  });
});

test.each([
  [[], 'A question is missing.'],
  [['forecast', '--input', '{}'], 'There is no question "forecast".'],
  [['toString', '--input', '{}'], 'There is no question "toString".'],
  [['tally'], 'Give either --input or --batch.'],
  [['tally', '--input', '{}', '--batch', 'x'], 'Give either --input or --batch.'],
  [['tally', 'CSTDTQ', '--input', '{}'], 'A question takes no further words.'],
  [['tally', '--input', '{}', '--date', 'today'], '--date is a day, YYYY-MM-DD.'],
  [['tally', '--input', '{}', '--date', '2026-02-29'], '--date is a day, YYYY-MM-DD.'],
  [['tally', '--batch', '/tmp'], 'The file /tmp cannot be read.'],
  [['tally', '--batch', '/does/not/exist'], 'The file /does/not/exist cannot be read.'],
  [['show'], 'Name one award.'],
  [['show', 'CSTDTQ', '--lang', 'fr'], '--lang is vi or en.'],
  [['dmn', 'CSTDTQ', '--kind', 'people'], '--kind is person or collective.'],
  [['show', 'CSTDTQ', '--colour'], "Unknown option '--colour'"],
])('wrong usage %j ends with 2 and the usage', async (args, sentence) => {
  const { code, errors } = await run(...args);
  expect(code).toBe(2);
  expect(errors.join('\n')).toContain(sentence);
  expect(errors.join('\n')).toContain('Usage: vinhdanh law');
});

test('what does not fit together in a record is said in both languages', async () => {
  const nominee = { kind: 'collective', members: { total: 3, holding: { LDTT: 5 } } };
  const { code, error } = await ask('eligibility', { award: 'TTLDTT', periodTo: 2026, nominee });
  expect([code, error]).toEqual([
    1,
    {
      code: 'input_invalid',
      message: 'nominee.members: more women or holders of an award than members',
      messageVi: 'nominee.members: số nữ hoặc số người có danh hiệu nhiều hơn số thành viên',
    },
  ]);
});

test('a batch answers line by line; a line without an answer does not stop it', async () => {
  const lines = [
    { award: 'CSTDTQ', payee: 'person' },
    { award: 'CSTDXX', payee: 'person' },
    { award: 'CSTDTQ', payee: 'person', date: '2024-03-01' },
  ];
  const batch = await file('batch.jsonl', `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  const { code, out } = await run('money', '--batch', batch);
  expect(code).toBe(0);
  expect(out.map((line) => JSON.parse(line))).toMatchObject([
    { amount: 11_390_000 },
    { error: { code: 'unknown_award' } },
    { amount: 8_100_000, ruleSet: '2024-01-01.nd98' },
  ]);
});

test('a batch waits for whoever reads it, so that a long one is never held in memory', async () => {
  const line = JSON.stringify({ award: 'LDTT', payee: 'person' });
  const batch = await file('long.jsonl', `${line}\n`.repeat(1000));
  let waiting = 0;
  let most = 0;
  let answered = 0;
  const out = async () => {
    most = Math.max(most, ++waiting);
    await new Promise(setImmediate);
    waiting--;
    answered++;
  };
  await law(['money', '--batch', batch], { out, error: () => {}, now: () => new Date() });
  expect([answered, most]).toEqual([1000, 1]);
});

test('an id comes back with the answer or the error of its line', async () => {
  const lines = [
    { id: 'a', award: 'CSTDTQ', payee: 'person' },
    { id: 7, award: 'CSTDXX', payee: 'person' },
  ];
  const batch = await file('ids.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
  const { out } = await run('money', '--batch', batch);
  expect(out.map((line) => JSON.parse(line))).toMatchObject([
    { id: 'a', amount: 11_390_000 },
    { id: 7, error: { code: 'unknown_award' } },
  ]);
});

test.each([
  ['tally', { award: 'CSTĐTQ', level: 'bộ', members: 13, approve: 12 }, { needed: 12, passed: true }],
  [
    'tally',
    { award: 'Chiến sĩ thi đua toàn quốc', level: 'Ministry', total: 13, for: 11 },
    { passed: false },
  ],
  ['tally', { percent: 90, total: 11 }, { needed: 10 }],
  [
    'tally',
    { sharePercent: 50, strict: true, denominator: 'present', total: 10, present: 7, for: 4 },
    { needed: 4 },
  ],
  ['quorum', { award: 'Anh hùng Lao động', level: 'trung ương', members: 10, attending: 9 }, { met: true }],
  ['money', { award: 'HCLĐ hạng Ba', payee: 'tập thể' }, { amount: 22_770_000 }],
  ['money', { award: 'BK_TTG', kind: 'individual', on: '2026-06-30' }, { amount: 8_190_000 }],
  ['deadline', { workingDays: 5, from: '2026-11-20' }, { due: '2026-11-27' }],
  ['deadline', { days: 15, unit: 'd', start: '2026-11-20' }, { due: '2026-12-07' }],
  ['deadline', { term: 'registration', from: '2026-11-20' }, { due: '2026-11-23' }],
  [
    'eligibility',
    { award: 'cstdcs', year: 2026, record: { kind: 'person' } },
    { verdict: 'needs_judgement' },
  ],
])('other spellings of %s: %j', async (question, input, answer) => {
  expect(await ask(question, input)).toMatchObject({ code: 0, ...answer });
});

describe('what the law of a day leaves open is said with the answer', () => {
  const question = { award: 'CSTDTQ', payee: 'person' };
  test('before 2024 the law of 2003 applied, whose rules are not held (Law 06/2022/QH15 Đ94, grade A)', async () => {
    const { error } = await ask('money', question, '--date', '2023-12-31');
    expect(error.code).toBe('no_rule_set');
    expect(error.message).toContain('Law on Emulation and Commendation 2003');
    expect(error.messageVi).toContain('Luật Thi đua, khen thưởng 2003');
  });
  test.each([
    ['2024-01-01', '2024-01-01.nd98', undefined],
    ['2026-09-30', '2025-07-01.nd152', undefined],
    [
      '2026-10-01',
      '2025-07-01.nd152',
      [{ from: '2026-10-01', citation: 'Luật số 06/2026/QH16', grade: 'C' }],
    ],
    ['2027-03-01', '2025-07-01.nd152', [{ from: '2026-10-01' }, { from: '2027-03-01', grade: 'C' }]],
  ])('on %s %s answers, and tells what is reported', async (date, ruleSet, reported) => {
    const answer = await ask('money', question, '--date', date);
    expect(answer.ruleSet).toBe(ruleSet);
    if (reported === undefined) expect(answer.reported).toBeUndefined();
    else expect(answer.reported).toMatchObject(reported);
  });
});

test('the day of the decision selects the law of its money, where no date is said', async () => {
  const question = { award: 'LDTT', payee: 'person', decidedOn: '2025-06-30' };
  expect(await ask('money', question)).toMatchObject({ ruleSet: '2024-01-01.nd98', amount: 710_000 });
  expect(await ask('money', question, '--date', '2026-01-01')).toMatchObject({ ruleSet: '2025-07-01.nd152' });
  expect(await ask('money', { ...question, decidedOn: '2023-12-31' })).toMatchObject({
    error: { code: 'no_rule_set' },
  });
});

describe('votes at the border (NĐ 98/2023 Đ30(7) and Đ47(4), grade B)', () => {
  test.each([
    ['nobody in the council', { total: 0 }, { needed: 0, passed: false }],
    ['one vote short', { total: 10, for: 8, against: 2 }, { needed: 9, passed: false }],
    ['a missing ballot is not in favour', { total: 10, for: 8, against: 1 }, { missing: 1, passed: false }],
    ['just enough', { total: 10, for: 9, against: 1 }, { passed: true }],
    ['everybody recused', { total: 10, recused: 10 }, { recused: 10, total: 10, needed: 9, passed: false }],
    [
      'a recused member stays in the denominator',
      { total: 10, for: 9, recused: 1 },
      { total: 10, passed: true },
    ],
    [
      'the quorum missed by one',
      { total: 9, present: 5, for: 5 },
      { quorumNeeded: 6, quorumMet: false, passed: false },
    ],
    [
      'written opinions cure absence',
      { total: 10, present: 6, writtenOpinions: 3, for: 9 },
      { attending: 9, missing: 1, passed: true },
    ],
  ])('%s', async (_, counts, answer) => {
    const question = { award: 'CSTDTQ', level: 'ministry', date: '2024-05-06', ...counts };
    expect(await ask('tally', question)).toMatchObject({ ruleSet: '2024-01-01.nd98', ...answer });
  });

  test('the quorum of a province, written opinions and recusals rest on rules of their own, graded C, C and U', async () => {
    const question = {
      award: 'CSTDTQ',
      level: 'ministry',
      total: 10,
      present: 8,
      writtenOpinions: 1,
      recused: 1,
    };
    const { sources } = await ask('tally', { ...question, date: '2024-05-06' });
    expect(sources.map(({ grade }: { grade: string }) => grade)).toEqual(['B', 'C', 'C', 'U']);
  });
});

describe('deadlines at the border', () => {
  test.each([
    [
      'an event on a holiday counts from the day after it',
      { workingDays: 1, start: '2026-02-17' },
      '2026-02-23',
    ],
    ['an event on a made-up Saturday', { workingDays: 1, start: '2026-08-22' }, '2026-08-24'],
    ['the event’s own day never counts', { calendarDays: 0, start: '2026-11-20' }, '2026-11-20'],
    ['29 February is a day like others', { workingDays: 1, start: '2024-02-28' }, '2024-02-29'],
    ['a year on from 29 February', { amount: 1, unit: 'year', start: '2024-02-29' }, '2025-02-28'],
    [
      'Home Affairs’ dossier of a school',
      { award: 'CO_CP', periodTo: 2026, sector: 'education' },
      '2026-12-31',
    ],
    ['that of any other collective', { award: 'CO_CP', periodTo: 2026 }, '2027-06-30'],
    ['a fixed date of a province', { fixedDate: 'bac_ninh_year_end', year: 2026 }, '2026-12-09'],
  ])('%s', async (_, question, due) => {
    expect(await ask('deadline', question)).toMatchObject({ code: 0, due });
  });

  test('the days off on the way come with where they are announced', async () => {
    const { calendar, appliesTo } = await ask('deadline', { clock: 'ha_noi_posting', start: '2026-08-28' });
    expect(calendar).toMatchObject([
      { date: '2026-08-31', kind: 'compensatory', grade: 'B' },
      { date: '2026-09-01', kind: 'holiday', grade: 'B' },
      { date: '2026-09-02', kind: 'holiday', grade: 'A' },
    ]);
    expect(appliesTo.vi).toBe('Thành phố Hà Nội');
  });
});

test('every award of the catalogue is found by its code and by its name in either language', async () => {
  for (const set of await readRuleSets())
    for (const { code, name } of set.awards)
      expect([code, name.vi, name.en].map((written) => awardCodeOf(set, written))).toEqual([
        code,
        code,
        code,
      ]);
});

test('what an initiative was used for is a list, or one word', async () => {
  const proposal = (usedFor: unknown) => ({
    award: 'CSTDTQ',
    periodTo: 2026,
    nominee: {
      kind: 'person',
      awardsCompleteFrom: 1945,
      awards: [2025, 2026].map((year) => ({ award: 'CSTD_BO', year })),
      initiatives: [{ name: 'S', year: 2026, scope: 'national', usedFor }],
      discipline: [],
      underExamination: false,
    },
  });
  for (const used of ['commendation', ['commendation']])
    expect(await ask('eligibility', proposal(used))).toMatchObject({ verdict: 'not_eligible' });
  expect(await ask('eligibility', proposal('decoration'))).toMatchObject({
    error: { code: 'input_invalid' },
  });
});

test('a record’s awards are read in every spelling, and one that nobody knows is an error, not a gap', async () => {
  const nominee = {
    kind: 'person',
    awardsCompleteFrom: 1945,
    discipline: [],
    underExamination: false,
    initiatives: [{ name: 'S', year: 2026, scope: 'ministry' }],
  };
  const fighter = (award: string) => ({
    award: 'CSTĐ Bộ',
    periodTo: 2026,
    nominee: { ...nominee, awards: [2024, 2025, 2026].map((year) => ({ award, year })) },
  });
  expect(await ask('eligibility', fighter('CSTĐCS'))).toMatchObject({ verdict: 'eligible' });
  expect(await ask('eligibility', fighter('CSTDC5'))).toMatchObject({ error: { code: 'unknown_award' } });
});

test('a wrong field is named, also where a question has several shapes', async () => {
  const { error } = await ask('deadline', { amount: 5, unit: 'wd', start: '2026-13-01' });
  expect(error.message).toBe('start: Invalid ISO date');
  expect(error.messageVi).toMatch(/^start: .*ISO/);
});

test('an overlay answers for its organisation, or is refused with file and line', async () => {
  const overlay = (award: string) =>
    file(
      `${award}.yaml`,
      `id: 2026-01-01.tctk
organisation: TCTK
name: { vi: Quy chế, en: Rules }
votes:
  - { award: ${award}, level: ministry, sharePercent: 70, strict: false, denominator: total_members, quorum: 2/3, citation: Quy chế Điều 12, grade: A }
`,
    );
  const question = { award: 'BK_BO', level: 'ministry', total: 13, for: 9 };
  expect(await ask('tally', question)).toMatchObject({ needed: 7, passed: true });
  expect(await ask('tally', question, '--overlay', await overlay('BK_BO'))).toMatchObject({
    needed: 10,
    passed: false,
  });
  expect(await ask('tally', question, '--overlay', await overlay('CSTDTQ'))).toMatchObject({
    error: {
      code: 'overlay_refused',
      message: expect.stringMatching(/CSTDTQ\.yaml:5: votes\[0\].*Điều 30 khoản 7/),
    },
  });
});

test('dmn prints the criteria of an award as the file that decides them', async () => {
  const { code, out } = await run('dmn', 'HCLD3', '--kind', 'collective', '--date', '2024-05-01');
  expect(code).toBe(0);
  expect(out[0]).toContain('name="Huân chương Lao động hạng Ba, tập thể (2024-01-01.nd98)"');
  expect((await run('dmn', 'CO_CP')).out[0]).toContain(
    'name="Cờ thi đua của Chính phủ, tập thể (2025-07-01.nd152)"',
  );
  const refused = await run('dmn', 'CO_CP', '--kind', 'person');
  expect([refused.code, JSON.parse(refused.out[0] ?? '').error.code]).toEqual([1, 'wrong_nominee_kind']);
});

describe('show prints a rule as a lawyer reads it', () => {
  test('in Vietnamese, with citation and grade behind every value', async () => {
    const { code, out } = await run('show', 'CSTDTQ');
    expect(code).toBe(0);
    const lines = out.join('\n').split('\n');
    expect(lines).toContain('Thẩm quyền: Thủ tướng Chính phủ  [Luật số 06/2022/QH15, Điều 78; A]');
    expect(lines).toContain(
      '  bộ, tỉnh: từ 90 % tổng số thành viên, số thành viên tối thiểu 2/3  [Nghị định số 98/2023/NĐ-CP, Điều 30 khoản 7; C, chưa xác nhận] [Quyết định số 86/2025/QĐ-UBND của tỉnh Bắc Ninh, Điều 8; C, chưa xác nhận]',
    );
    expect(lines.filter((line) => /^\s*\S.*[^:]$/.test(line) && !line.endsWith(']')).length).toBe(1);
  });

  test('in English, for another day', async () => {
    const { out } = await run('show', 'CSTDTQ', '--lang', 'en', '--date', '2024-05-01');
    expect(out.join('\n')).toContain('Decided by: Prime Minister  [Luật số 06/2022/QH15, Điều 78; A]');
    expect(out.join('\n')).toContain(
      'Bonus (persons): 4.5 times the base salary  [Nghị định số 98/2023/NĐ-CP, Điều 54–58; B]',
    );
  });

  test('only the levels that the award passes, and what is left to the organisation', async () => {
    const { out } = await run('show', 'KNC', '--lang', 'en');
    const lines = out.join('\n').split('\n');
    expect(lines.filter((line) => /^ {2}(unit|department|ministry|central)/.test(line)).length).toBe(3);
    expect(lines.find((line) => line.startsWith('Bonus'))).toMatch(
      /^Bonus: set by the organisation, at most 0\.6 times the base salary/,
    );
  });

  test('an unknown award', async () => {
    const { code, out } = await run('show', 'CSTDXX');
    expect([code, JSON.parse(out[0] ?? '').error.code]).toEqual([1, 'unknown_award']);
  });
});
