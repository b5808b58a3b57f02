import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vinhdanh-fingerprint-'));
  mkdirSync(join(root, 'web/pages'), { recursive: true });
  writeFileSync(join(root, 'web/pages/login.tsx'), 'login');
  writeFileSync(join(root, 'lock.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const places = ['web', 'lock.json', 'not-there'];

test('stays the same while the files do, whenever they were written', async () => {
  const before = await fingerprint(root, places);
  writeFileSync(join(root, 'lock.json'), '{}');
  expect(await fingerprint(root, places)).toBe(before);
  expect(before).toMatch(/^[0-9a-f]{16}$/);
});

test.each([
  ['a file changes', () => writeFileSync(join(root, 'web/pages/login.tsx'), 'logon')],
  ['a file is added', () => writeFileSync(join(root, 'web/new.ts'), '')],
  [
    'a file gets another name',
    () => {
      rmSync(join(root, 'lock.json'));
      writeFileSync(join(root, 'web/lock.json'), '{}');
    },
  ],
])('changes when %s', async (_, change) => {
  const before = await fingerprint(root, places);
  change();
  expect(await fingerprint(root, places)).not.toBe(before);
});

test('does not see the files it is told to leave out', async () => {
  const noTests = (path: string) => !path.endsWith('.test.ts');
  const before = await fingerprint(root, places, noTests);
  writeFileSync(join(root, 'web/new.test.ts'), '');
  expect(await fingerprint(root, places, noTests)).toBe(before);
});
