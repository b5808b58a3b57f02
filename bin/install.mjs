import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const repeatMs = 5_000;

/**
 * Makes sure that node_modules is what package-lock.json says, by `npm ci` where it is not.
 * @param {string} projectDir
 * @returns {Promise<string>} the path of the Node that runs the project's programs, which comes as the package `node`.
 * @throws {Error} with one sentence that says what to do.
 */
export async function install(projectDir) {
  const modules = join(projectDir, 'node_modules');
  const node = join(modules, 'node/bin/node');
  if (!isInstalled(projectDir)) {
    await run(
      'Installing the packages (npm ci)',
      ['ci', '--include=dev', '--no-audit', '--no-fund'],
      projectDir,
    );
  }
  if (!runs(node)) {
    // npm was told not to run install scripts, and the package `node` fetches its program in one.
    const script = join(modules, 'node/installArchSpecificPackage.js');
    await run('Fetching Node', [script], join(modules, 'node'));
    if (!runs(node))
      throw new Error(
        'Node could not be fetched. Delete node_modules, allow install scripts in npm, and try again.',
      );
  }
  return node;
}

/** Whether every package of the lock file is there in its version; optional ones may be for other machines. */
function isInstalled(projectDir) {
  const installed = packagesOf(join(projectDir, 'node_modules/.package-lock.json'));
  if (installed === null) return false;
  const wanted = packagesOf(join(projectDir, 'package-lock.json')) ?? {};
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || optional || installed[place]?.version === version,
  );
}

function packagesOf(lockFile) {
  if (!existsSync(lockFile)) return null;
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return null;
  }
}

function runs(node) {
  return existsSync(node) && spawnSync(node, ['--version']).status === 0;
}

/** Runs npm, or with a script of its own Node, showing that something goes on; on failure npm's own words go into the error. */
function run(label, args, cwd) {
  const isScript = args[0].endsWith('.js');
  const npm = process.env.npm_execpath;
  const [command, ...rest] = isScript
    ? [process.execPath, ...args]
    : npm?.endsWith('.js')
      ? [process.execPath, npm, ...args]
      : ['npm', ...args];
  return new Promise((resolve, reject) => {
    const begun = Date.now();
    const seconds = () => Math.round((Date.now() - begun) / 1000);
    console.log(`… ${label}`);
    const repeat = setInterval(() => console.log(`  ${label}: ${seconds()} s`), repeatMs);
    const child = spawn(command, rest, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    const over = (problem) => {
      clearInterval(repeat);
      if (problem === null) {
        console.log(`✓ ${label} (${seconds()} s)`);
        resolve();
      } else {
        reject(
          new Error(`${label} failed: ${problem}. Check the network and the npm registry, then try again.`),
        );
      }
    };
    child.on('error', (error) => over(error.message));
    child.on('close', (code) => over(code === 0 ? null : lastError(output, code)));
  });
}

/** npm's first line of explanation, without its prefix. */
function lastError(output, code) {
  const lines = output
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter((line) => line !== '');
  return (
    lines.find((line) => !/^(code|errno|syscall|path|dest) /.test(line)) ?? lines[0] ?? `exit code ${code}`
  );
}
