import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findTemporalBinary } from './temporal-binary.ts';
import type { Source } from './temporal-download.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vinhdanh-temporal-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const program = (file: string, version: string) =>
  writeFileSync(file, `#!/bin/sh\necho '${version}'\n`, { mode: 0o755 });
const cli = 'temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)';
const nothing: Source = {
  name: 'nowhere',
  fetch: () =>
    Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND nowhere') })),
};
const find = (path: string, ...sources: Source[]) =>
  findTemporalBinary({ binDir: join(dir, 'bin'), path, sources, report: () => {} });
/** No `temporal` here, but a shell for the scripts. */
const bare = '/bin';

test('a temporal on PATH is used first', async () => {
  program(join(dir, 'temporal'), cli);
  expect(await find(`${dir}:${bare}`, nothing)).toBe('temporal');
});

test('another program of that name is passed over', async () => {
  program(join(dir, 'temporal'), 'temporal 0.3, a calendar');
  await expect(find(`${dir}:${bare}`, nothing)).rejects.toMatchObject({ code: 'temporal_binary_missing' });
});

test('it is fetched from the first place that has it, once', async () => {
  const fetched: string[] = [];
  const somewhere: Source = {
    name: 'somewhere',
    async fetch(target) {
      fetched.push(target);
      program(target, cli);
    },
  };
  const target = join(dir, 'bin/temporal-1.9.1');
  expect(await find(bare, nothing, somewhere)).toBe(target);
  expect(await find(bare, nothing, somewhere)).toBe(target);
  expect(fetched).toEqual([target]);
});

test('with no place left the sentence names what was tried and what to do', async () => {
  const broken: Source = { name: 'broken', fetch: async (target) => program(target, 'Illegal instruction') };
  await expect(find(bare, nothing, broken)).rejects.toMatchObject({
    code: 'temporal_binary_missing',
    message:
      'No Temporal server to be had (not on PATH; nowhere: getaddrinfo ENOTFOUND nowhere; broken: the program does not run here). Install the Temporal CLI (https://docs.temporal.io/cli) so that "temporal" is on PATH, or set TEMPORAL_ADDRESS to a server of your own.',
  });
});
