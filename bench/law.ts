/**
 * How quickly the law answers, as one line of JSON: eligibility of 1,125 nominees with ten years of record each, and
 * 100,000 deadlines of 20 working days over the shipped calendar. Pure computation, one core. `npm run bench -- law`
 */
import { readCalendars, readRuleSets } from '../db/seed/read-rules.ts';
import { calendarOf } from '../domain/calendar.ts';
import { eligibility } from '../domain/eligibility/eligibility.ts';
import { nomineeRecordSchema } from '../domain/eligibility/record.ts';
import { ruleSetOn } from '../domain/law/load.ts';
import { addDays, addWorkingDays } from '../engine/time/working-days.ts';

const nominees = 1125;
const deadlines = 100_000;
const lastYear = 2026;

const ruleSet = ruleSetOn(await readRuleSets(), `${lastYear}-11-22`);
if (!ruleSet) throw new Error('no rule-set is in force');
const calendar = calendarOf((await readCalendars()).flatMap(({ days }) => days));

const years = Array.from({ length: 10 }, (_, i) => lastYear - i);
const records = Array.from({ length: nominees }, (_, n) =>
  nomineeRecordSchema.parse({
    kind: 'person',
    awards: years.flatMap((year) => [
      { award: 'LDTT', year },
      { award: (n + year) % 3 === 0 ? 'CSTD_BO' : 'CSTDCS', year },
    ]),
    awardsCompleteFrom: lastYear - 9,
    ratings: years.map((year) => ({ year, rating: (n + year) % 4 === 0 ? 'excellent' : 'good' })),
    initiatives: [{ name: 'Sáng kiến', year: lastYear, scope: 'national' }],
    discipline: [],
    underExamination: false,
  }),
);

console.log(
  JSON.stringify({
    eligibilityMilliseconds: milliseconds(() => {
      for (const record of records) eligibility(ruleSet, 'HCLD3', record, { from: lastYear, to: lastYear });
    }),
    nominees,
    deadlineMilliseconds: milliseconds(() => {
      for (let n = 0; n < deadlines; n++) addWorkingDays(calendar, addDays('2026-01-01', n % 365), 20);
    }),
    deadlines,
  }),
);

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return Math.round(performance.now() - start);
}
