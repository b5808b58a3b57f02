import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { lstat, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const packageDir = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');

let unpacked: Promise<string> | undefined;

/**
 * Path of the Chromium that comes with the package, unpacked once per machine and user (about 210 MB, 1.5 s). The
 * package's own `executablePath` hands out a half-written file when several processes start at once; here the file is
 * moved to its place when it is whole.
 */
export function chromiumPath(): Promise<string> {
  unpacked ??= unpack().catch((error: unknown) => {
    unpacked = undefined;
    throw error;
  });
  return unpacked;
}

async function unpack(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  const dir = await ownFolder();
  const path = join(dir, `chromium-${version}`);
  if (await exists(path)) return path;
  const part = `${path}.${randomUUID()}.part`;
  try {
    await pipeline(
      createReadStream(join(packageDir, 'bin', 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(part, { mode: 0o700 }),
    );
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
  return path;
}

/** A folder nobody else can write to, because a program is run from it. */
async function ownFolder(): Promise<string> {
  const user = process.getuid?.() ?? 0;
  const dir = join(tmpdir(), `vinhdanh-${user}`);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const stats = await lstat(dir);
  if (!stats.isDirectory() || (process.getuid && stats.uid !== user) || (stats.mode & 0o022) !== 0)
    throw new Error(`${dir} must be a folder that only this user can write to; remove it and try again`);
  return dir;
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null))?.isFile() ?? false;
}
