import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A secret that nobody configured: made once and kept in the data folder under `name`, readable by its owner only.
 * Processes on different machines share no folder and must be given the secret by their environment instead.
 */
export async function secretOfFile(
  dataDir: string,
  name: 'session-secret' | 'ballot-secret',
): Promise<string> {
  const file = join(dataDir, name);
  await mkdir(dataDir, { recursive: true });
  // Written whole and then given its name: of several processes starting at once the first one's stays, and all read it.
  const own = `${file}.${process.pid}`;
  await writeFile(own, randomBytes(32).toString('base64url'), { mode: 0o600 });
  await link(own, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(own);
  return readFile(file, 'utf8');
}
