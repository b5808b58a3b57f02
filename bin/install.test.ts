import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectDir } from '../cli/environment.ts';

/** A project of its own with the launcher in it, where nothing is installed. */
let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'vinhdanh-install-'));
  cpSync(join(projectDir, 'bin'), join(project, 'bin'), { recursive: true });
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

const write = (path: string, content: unknown) => {
  mkdirSync(join(project, path, '..'), { recursive: true });
  writeFileSync(join(project, path), typeof content === 'string' ? content : JSON.stringify(content));
};
/** Lock file and manifest that ask for these packages. */
function ask(packages: Record<string, object>) {
  const dependencies = Object.fromEntries(Object.keys(packages).map((name) => [name, '*']));
  write('package.json', { name: 'p', version: '1.0.0', dependencies });
  const places = Object.entries(packages).map(([name, entry]) => [`node_modules/${name}`, entry]);
  write('package-lock.json', {
    name: 'p',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: { '': { name: 'p', version: '1.0.0', dependencies }, ...Object.fromEntries(places) },
  });
}
/** What `npm ci` leaves behind; Node is played by a script that says what it is asked to run. */
function installed(packages: Record<string, object>) {
  const places = Object.entries(packages).map(([name, entry]) => [`node_modules/${name}`, entry]);
  write('node_modules/.package-lock.json', { packages: Object.fromEntries(places) });
  write(
    'node_modules/node/bin/node',
    '#!/bin/sh\necho "runs $*"\n[ "$1" = --version ] || exit "$WANTED_EXIT"\n',
  );
  // As npm does for the programs it unpacks.
  chmodSync(join(project, 'node_modules/node/bin/node'), 0o755);
}

async function launch(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['bin/run.mjs', 'cli/start.ts', 'x'], {
    cwd: project,
    // A registry nobody runs, asked once.
    env: {
      PATH: process.env.PATH,
      WANTED_EXIT: '0',
      npm_config_registry: 'http://127.0.0.1:9',
      npm_config_fetch_retries: '0',
      npm_config_cache: join(project, 'cache'),
      ...env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const [code] = await once(child, 'close');
  return { code, output };
}

const packages = { node: { version: '24.21.0' }, left: { version: '1.0.0' } };

test('runs the program at once when everything the lock file asks for is there', async () => {
  ask({ ...packages, 'for-another-system': { version: '1.0.0', optional: true } });
  installed(packages);
  expect(await launch()).toEqual({ code: 0, output: `runs ${join(project, 'cli/start.ts')} x\n` });
});

test('ends as the program ended', async () => {
  ask(packages);
  installed(packages);
  expect((await launch({ WANTED_EXIT: '7' })).code).toBe(7);
});

test.each([
  ['nothing is installed', {}],
  ['a package is missing', { node: packages.node }],
  ['a package has another version', { ...packages, left: { version: '0.9.0' } }],
])('installs when %s, and says in one sentence why it cannot', async (_, present) => {
  ask(packages);
  if (Object.keys(present).length > 0) installed(present);
  const { code, output } = await launch();
  expect(code).toBe(1);
  expect(output).toMatch(
    /^… Installing the packages \(npm ci\)\n✗ Installing the packages \(npm ci\) failed: .+\. Check the network and the npm registry, then try again\.\n$/,
  );
});

test('an old Node is told which one is needed', async () => {
  ask(packages);
  installed(packages);
  write(
    'old.mjs',
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } });",
  );
  expect(await launch({ NODE_OPTIONS: `--import=${join(project, 'old.mjs')}` })).toEqual({
    code: 1,
    output:
      '✗ Node 18.20.4 is too old. Install Node 20 or newer (https://nodejs.org); the project then fetches the version it needs by itself.\n',
  });
});
