import { expect, test } from 'vitest';
import { type AwardKind, rulesOut } from './initiative-reuse.ts';

test.each<[AwardKind, AwardKind, boolean]>([
  ['title', 'title', false],
  ['title', 'commendation', true],
  ['commendation', 'title', true],
  ['commendation', 'commendation', true],
])(
  'an initiative used for a %s is ruled out for a %s: %s (CV 5007/BNV-TĐKT, grade B)',
  (used, wanted, ruledOut) => {
    expect(rulesOut(used, wanted)).toBe(ruledOut);
  },
);
