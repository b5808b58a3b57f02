import { expect, test } from 'vitest';
import { knownShare } from './known-share.ts';

test.each([
  ['nobody', [], { count: 0, known: 0, share: null }],
  ['known of nobody', [null, null], { count: 0, known: 0, share: null }],
  ['who is not known counts neither way', [true, false, null], { count: 1, known: 2, share: 5000 }],
  ['rounded half up, in hundredths of a percent', [true, true, false], { count: 2, known: 3, share: 6667 }],
])('%s', (_, facts, share) => {
  expect(knownShare(facts)).toEqual(share);
});
