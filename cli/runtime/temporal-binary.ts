import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from './start-error.ts';
import { type Report, type Source, temporalSources, temporalVersion } from './temporal-download.ts';

const run = promisify(execFile);

/**
 * Finds the Temporal CLI, whose `server start-dev` is the server of development and tests: on PATH, else the one fetched
 * earlier into `binDir`, else fetched now.
 * @returns the command to run.
 * @throws {StartError} `temporal_binary_missing`, naming what was tried.
 */
export async function findTemporalBinary(options: {
  binDir: string;
  report: Report;
  path?: string | undefined;
  sources?: readonly Source[];
}): Promise<string> {
  const path = options.path ?? process.env.PATH ?? '';
  if (await works('temporal', path)) return 'temporal';
  const cached = join(options.binDir, `temporal-${temporalVersion}`);
  if (await works(cached, path)) return cached;

  await mkdir(options.binDir, { recursive: true });
  const failures: string[] = [];
  for (const source of options.sources ?? temporalSources) {
    try {
      options.report(`fetching from ${source.name}`);
      await source.fetch(cached, (progress) => options.report(`fetching from ${source.name}: ${progress}`));
      options.report('');
      if (await works(cached, path)) return cached;
      failures.push(`${source.name}: the program does not run here`);
    } catch (error) {
      failures.push(`${source.name}: ${reason(error)}`);
    }
  }
  throw new StartError(
    'temporal_binary_missing',
    `No Temporal server to be had (not on PATH; ${failures.join('; ')}). Install the Temporal CLI (https://docs.temporal.io/cli) so that "temporal" is on PATH, or set TEMPORAL_ADDRESS to a server of your own.`,
  );
}

/** Whether it is the CLI and has a development server; other programs are called `temporal` too. */
async function works(command: string, path: string): Promise<boolean> {
  try {
    const { stdout } = await run(command, ['--version'], {
      env: { ...process.env, PATH: path },
      timeout: 15_000,
    });
    return /\(Server \d/.test(stdout);
  } catch {
    return false;
  }
}

/** `fetch` hides the network's own word ("getaddrinfo ENOTFOUND …") in the cause. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
