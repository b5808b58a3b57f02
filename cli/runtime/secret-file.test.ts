import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { secretOfFile } from './secret-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'vinhdanh-secret-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('all processes share a secret that is made once and that its owner alone can read', async () => {
  const dataDir = join(dir, 'new');
  const secret = await secretOfFile(dataDir, 'session-secret');
  expect(await secretOfFile(dataDir, 'session-secret')).toBe(secret);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(statSync(join(dataDir, 'session-secret')).mode & 0o077).toBe(0);
});

test('each use has a secret of its own', async () => {
  expect(await secretOfFile(dir, 'ballot-secret')).not.toBe(await secretOfFile(dir, 'session-secret'));
});
