import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../environment.ts';

/**
 * The secret that signs session cookies: SESSION_SECRET, else one made once and kept in the data folder, readable by
 * its owner only. Several API processes on different machines must be given the same SESSION_SECRET.
 */
export async function loadSessionSecret(
  environment: Pick<Environment, 'sessionSecret' | 'dataDir'>,
): Promise<string> {
  if (environment.sessionSecret !== null) return environment.sessionSecret;
  const file = join(environment.dataDir, 'session-secret');
  await mkdir(environment.dataDir, { recursive: true });
  // Written whole and then given its name: of several processes starting at once the first one's stays, and all read it.
  const own = `${file}.${process.pid}`;
  await writeFile(own, randomBytes(32).toString('base64url'), { mode: 0o600 });
  await link(own, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(own);
  return readFile(file, 'utf8');
}
