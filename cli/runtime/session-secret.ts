import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
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
  const secret = randomBytes(32).toString('base64url');
  try {
    // "wx": of two processes starting at once the first one's secret stays, and both read it.
    await writeFile(file, secret, { mode: 0o600, flag: 'wx' });
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readFile(file, 'utf8')).trim();
  }
}
