import { describe, expect, test } from 'vitest';
import { needsPartyOpinion, type OpinionNominee } from './party-opinion.ts';
import type { PartyOpinionRule } from './rule-set.ts';

const rule = (changes: Partial<PartyOpinionRule>): PartyOpinionRule => ({
  managed: true,
  awards: [],
  citation: 'Quy định của bộ',
  grade: 'U',
  ...changes,
});
const one = (kind: OpinionNominee['kind'], ...managedAt: OpinionNominee['managedAt']) => ({
  kind,
  managedAt,
});
const named = rule({ awards: ['HCLD1'] });

describe('the opinion of the Party committee is needed', () => {
  test.each([
    ['on whom the committee of the level manages', rule({}), 'ministry', one('person', 'ministry'), true],
    ['not before the head of another level', rule({}), 'department', one('person', 'ministry'), false],
    ['not on whom nobody manages', rule({}), 'ministry', one('person'), false],
    ['not where the rule says no', rule({ managed: false }), 'ministry', one('person', 'ministry'), false],
    ['on every person for an award that the rule names', named, 'ministry', one('person'), true],
    ['but at the ministry only', named, 'central', one('person'), false],
    ['on an outsider too', named, 'ministry', one('outsider'), true],
    ['never on a collective', named, 'ministry', one('collective', 'ministry'), false],
  ] as const)('%s', (_, said, level, nominee, needed) => {
    expect(needsPartyOpinion(said, { award: 'HCLD1', level }, nominee)).toBe(needed);
  });
});
