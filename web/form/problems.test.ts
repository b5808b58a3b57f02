import { expect, it } from 'vitest';
import { fieldPath } from './problems.ts';

it.each([
  ['reason', ['reason']],
  ['ballots[0].choice', ['ballots', 0, 'choice']],
])('the API names the field %s, the form %j', (path, name) => {
  expect(fieldPath(path)).toEqual(name);
});
