import { expect, test } from 'vitest';
import { refusalOfNewerLaw } from './favourable.ts';

test.each([
  ['one nominee becomes eligible', 0, [['needs_judgement', 'eligible']], null],
  ['nothing changes for the nominees, something in the rule', 1, [['eligible', 'eligible']], null],
  ['nothing changes at all', 0, [['eligible', 'eligible']], 'nothing_differs'],
  [
    'better for one, worse for another',
    1,
    [
      ['needs_judgement', 'eligible'],
      ['eligible', 'needs_judgement'],
    ],
    'less_favourable',
  ],
  [
    'a person has to judge no more, and it is no',
    1,
    [['needs_judgement', 'not_eligible']],
    'less_favourable',
  ],
] as const)('%s', (_, differences, verdicts, refusal) => {
  const pairs = verdicts.map(([before, after]) => ({ before, after }));
  expect(refusalOfNewerLaw(differences, pairs)).toBe(refusal);
});
