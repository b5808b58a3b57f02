// Runs a TypeScript program of this project from nothing but Node >= 20 and npm:  node bin/run.mjs cli/start.ts [arguments]
// Plain JavaScript without dependencies: it runs before anything is installed, on whatever Node is there.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = 20;

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  fail(
    `Node ${process.versions.node} is too old. Install Node ${oldestNode} or newer (https://nodejs.org); the project then fetches the version it needs by itself.`,
  );
}
if (process.platform === 'win32')
  fail('Windows is supported through WSL only. Run this command in a WSL terminal.');

let node;
try {
  node = await install(projectDir);
} catch (error) {
  fail(error.message);
}

const [program, ...args] = process.argv.slice(2);
const child = spawn(node, [join(projectDir, program), ...args], {
  // The channel tells the program when this process is killed, so that nothing it started is left behind.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: {
    // Keeps the compiled modules from one start to the next, a third of what loading costs.
    NODE_COMPILE_CACHE: join(projectDir, 'node_modules/.cache/node'),
    ...process.env,
    PATH: `${join(projectDir, 'node_modules/.bin')}:${process.env.PATH ?? ''}`,
  },
});
// The program decides how to stop; this process only waits for it, also when Ctrl+C reaches both.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm passes a signal on to its shell only; when both are gone nobody would ever stop us.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
}
child.on('error', (error) =>
  fail(`Node cannot be run from ${node}: ${error.message}. Delete node_modules and try again.`),
);
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
});

function fail(sentence) {
  console.error(`✗ ${sentence}`);
  process.exit(1);
}
