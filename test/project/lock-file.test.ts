import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectDir } from '../../cli/environment.ts';
import { platformOf, resolveFrom } from '../../scripts/lock-file.ts';

type Lock = { packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }> };

test('package-lock.json names the builds for all systems, or npm ci refuses it ("npm run lock" adds them)', () => {
  const { packages } = JSON.parse(readFileSync(join(projectDir, 'package-lock.json'), 'utf8')) as Lock;
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter((name) => resolveFrom(packages, place, name) === null),
  );
  expect(missing).toEqual([]);
});

test.each([
  ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
  ['@napi-rs/canvas-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
  ['@swc/core-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
  ['@biomejs/cli-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
  ['lightningcss', null],
])('%s is for %j', (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});

test('a package is found beside the one that asks for it, before further out', () => {
  const packages = {
    '': {},
    'node_modules/a': {},
    'node_modules/a/node_modules/b': {},
    'node_modules/b': {},
  };
  expect(resolveFrom(packages, 'node_modules/a', 'b')).toBe('node_modules/a/node_modules/b');
  expect(resolveFrom(packages, '', 'b')).toBe('node_modules/b');
  expect(resolveFrom(packages, 'node_modules/a', 'c')).toBeNull();
});
