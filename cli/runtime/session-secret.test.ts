import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadSessionSecret } from './session-secret.ts';

const dir = mkdtempSync(join(tmpdir(), 'vinhdanh-secret-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('SESSION_SECRET is used where it is set', async () => {
  expect(await loadSessionSecret({ sessionSecret: 'x'.repeat(32), dataDir: dir })).toBe('x'.repeat(32));
});

test('else all processes share one that is made once and that its owner alone can read', async () => {
  const dataDir = join(dir, 'new');
  const secret = await loadSessionSecret({ sessionSecret: null, dataDir });
  expect(await loadSessionSecret({ sessionSecret: null, dataDir })).toBe(secret);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(statSync(join(dataDir, 'session-secret')).mode & 0o077).toBe(0);
});
