import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectDir } from '../../cli/environment.ts';

const folder = join(projectDir, 'db/migrations');
const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as {
  entries: { idx: number; tag: string; when: number }[];
};

test('each migration is newer than the one before, or a database in use would pass it over', () => {
  const times = journal.entries.map(({ when }) => when);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(new Set(times).size).toBe(times.length);
});

test('the journal names every file, in order of its number', () => {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  expect(journal.entries.map(({ tag }) => `${tag}.sql`)).toEqual(files);
  expect(journal.entries.map(({ idx }) => idx)).toEqual(files.map((_, index) => index));
});
