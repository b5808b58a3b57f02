import { readFileSync } from 'node:fs';
import { eligibility } from '../domain/eligibility/eligibility.ts';
import { nomineeRecordSchema } from '../domain/eligibility/record.ts';
import { commendationKindSchema } from '../domain/law/criteria.ts';
import { parseRuleSet } from '../domain/law/load.ts';

// Records of nominees for the tests of domain/eligibility, and the shipped law they are tested against.

const shipped = (file: string) => {
  const { ruleSet } = parseRuleSet(readFileSync(new URL(`../rules/${file}`, import.meta.url), 'utf8'), file);
  if (!ruleSet) throw new Error('the shipped rule-set is refused');
  return ruleSet;
};
/** The set the records are tested against, and the one before it. */
export const law = shipped('2025-07-01.nd152.yaml');
export const law98 = shipped('2024-01-01.nd98.yaml');

/** The last year of the period in every case. */
export const year = 2026;
export const held = (award: string, ...years: number[]) => years.map((y) => ({ award, year: y }));
export const rated = (rating: string, ...years: number[]) => years.map((y) => ({ year: y, rating }));
/** The last years of the period, the newest first. */
export const lastYears = (count: number) => Array.from({ length: count }, (_, i) => year - i);
export const initiative = (scope: string, usedFor: string[] = []) => ({
  name: `Sáng kiến ${scope}`,
  year,
  scope,
  usedFor,
});

/** Nothing stands against the person, and everything is known. */
export const person = {
  kind: 'person',
  awardsCompleteFrom: 1945,
  initiatives: [],
  discipline: [],
  underExamination: false,
};
export const collective = {
  kind: 'collective',
  awardsCompleteFrom: 1945,
  underExamination: false,
  foundedIn: 1980,
};

export const consider = (award: string, record: object, commendationKind?: string, set = law) =>
  eligibility(set, award, nomineeRecordSchema.parse(record), {
    from: year,
    to: year,
    commendationKind: commendationKindSchema.optional().parse(commendationKind),
  });
