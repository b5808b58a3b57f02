import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { errorCatalogue } from './errors.ts';

test('no code stands in two files of the catalogue, where the later would silence the earlier', () => {
  const folder = join(import.meta.dirname, 'errors');
  const codes = readdirSync(folder)
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}(\w+): \{/gm)])
    .map(([, code]) => code);
  expect(codes.toSorted()).toEqual(Object.keys(errorCatalogue).toSorted());
});
