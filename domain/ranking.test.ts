import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Contender, rankByVotes } from './ranking.ts';

/** `a9+` has nine votes in favour and comes first among equals. */
const field = (words: string): Contender[] =>
  words.split(' ').map((word) => ({
    id: word[0] ?? '',
    inFavour: Number.parseInt(word.slice(1), 10),
    preferred: word.endsWith('+'),
  }));

test.each([
  ['fewer than may pass', 'a9 b8', 3, { passed: 'a b', tied: '', tiedFor: 0, out: '' }],
  [
    'the most votes pass, whatever their order',
    'a8 b10 c9',
    2,
    { passed: 'b c', tied: '', tiedFor: 0, out: 'a' },
  ],
  [
    'equals beyond the quota fall out together',
    'a9 b8 c8',
    1,
    { passed: 'a', tied: '', tiedFor: 0, out: 'b c' },
  ],
  [
    'equals for one last place wait for the chair',
    'a9 b8 c8',
    2,
    { passed: 'a', tied: 'b c', tiedFor: 1, out: '' },
  ],
  ['three equals, two places', 'a8 b8 c8 d7', 2, { passed: '', tied: 'a b c', tiedFor: 2, out: 'd' }],
  [
    'the preferred comes first among equals',
    'a9 b8 c8+',
    2,
    { passed: 'a c', tied: '', tiedFor: 0, out: 'b' },
  ],
  ['but not before who has more votes', 'a9 b8+', 1, { passed: 'a', tied: '', tiedFor: 0, out: 'b' }],
  ['two preferred equals', 'a8+ b8+ c8', 1, { passed: '', tied: 'a b', tiedFor: 1, out: 'c' }],
  ['no place left', 'a9 b8', 0, { passed: '', tied: '', tiedFor: 0, out: 'a b' }],
])('%s: %s for %i', (_, words, left, expected) => {
  const { passed, tied, tiedFor, out } = rankByVotes(field(words), left);
  const spell = (ids: string[]) => ids.toSorted().join(' ');
  expect({ passed: spell(passed), tied: spell(tied), tiedFor, out: spell(out) }).toEqual(expected);
});

test('equals share a place, and the one after them counts everybody before', () => {
  const { places } = rankByVotes(field('a9 b8 c8 d7'), 4);
  expect(Object.fromEntries(places)).toEqual({ a: 1, b: 2, c: 2, d: 4 });
});

test('everybody stands in one place, nobody passes over one with more votes, and no more pass than may', () => {
  const contender = fc.record({ inFavour: fc.nat(6), preferred: fc.boolean() });
  fc.assert(
    fc.property(fc.array(contender, { maxLength: 30 }), fc.nat(30), (votes, left) => {
      const all = votes.map((vote, i) => ({ id: String(i), ...vote }));
      const { passed, tied, tiedFor, out } = rankByVotes(all, left);
      expect([...passed, ...tied, ...out].toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      expect(passed.length + tiedFor).toBe(Math.min(left, all.length));
      const votesOf = (ids: string[]) => ids.map((id) => all[Number(id)]?.inFavour ?? 0);
      expect(Math.min(Infinity, ...votesOf(passed))).toBeGreaterThanOrEqual(
        Math.max(-1, ...votesOf([...tied, ...out])),
      );
    }),
  );
});
