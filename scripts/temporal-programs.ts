import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { assertPortFree } from '../cli/runtime/ports.ts';
import { StartError } from '../cli/runtime/start-error.ts';
import { findTemporalBinary } from '../cli/runtime/temporal-binary.ts';

const run = promisify(execFile);

/** The version docker-compose.yml names. */
const version = '1.32.0';
const server = 'go.temporal.io/server/cmd';

/**
 * Makes the programs of Temporal's images, under the names they have there: `temporal-server`, `temporal-sql-tool`,
 * `temporal`. Built with Go once, in about seven minutes, and kept outside the project.
 * @returns the folder they are in.
 * @throws {StartError} `temporal_binary_missing` without Go.
 */
export async function provideTemporalPrograms(
  dataDir: string,
  report: (detail: string) => void,
): Promise<string> {
  const cacheDir = join(homedir(), `.cache/vinhdanh/temporal-${version}`);
  const binDir = join(cacheDir, 'bin');
  if (!['server', 'sql'].every((program) => existsSync(join(cacheDir, program)))) {
    await mkdir(cacheDir, { recursive: true });
    report('go install, about seven minutes');
    try {
      await run('go', ['install', `${server}/server@v${version}`, `${server}/tools/sql@v${version}`], {
        env: { ...process.env, CGO_ENABLED: '0', GOBIN: cacheDir },
        maxBuffer: 64 * 1024 * 1024,
      });
    } catch (cause) {
      throw new StartError(
        'temporal_binary_missing',
        'The Temporal server could not be built. Install Go 1.26 or newer (https://go.dev) and make sure its module proxy is within reach.',
        { cause },
      );
    }
  }
  await rm(binDir, { recursive: true, force: true });
  await mkdir(binDir);
  await symlink(join(cacheDir, 'server'), join(binDir, 'temporal-server'));
  await symlink(join(cacheDir, 'sql'), join(binDir, 'temporal-sql-tool'));
  const cli = await findTemporalBinary({ binDir: join(dataDir, 'bin'), report });
  if (cli !== 'temporal') await symlink(cli, join(binDir, 'temporal'));
  return binDir;
}

/** Temporal keeps port numbers in a 16-bit integer with a sign, so those the system hands out (from 32768) are too high. */
const firstPort = 17_233;
const lastPort = 32_767;

/** Free ports for everything a Temporal server listens on: in a container it has them to itself. */
export async function temporalPorts(): Promise<Record<string, string>> {
  const names = ['FRONTEND', 'MATCHING', 'HISTORY', 'WORKER'].flatMap((name) => [
    `${name}_GRPC_PORT`,
    `${name}_MEMBERSHIP_PORT`,
  ]);
  names.push('FRONTEND_HTTP_PORT');
  const ports: Record<string, string> = {};
  for (let port = firstPort; port <= lastPort && names.length > 0; port += 1) {
    const isFree = await assertPortFree(port, '127.0.0.1').then(
      () => true,
      () => false,
    );
    if (isFree) ports[names.shift() ?? ''] = String(port);
  }
  return ports;
}
