import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const packageDir = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');

const fontDir = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/package.json')));

export interface Chromium {
  executablePath: string;
  /** Environment it is to be started with. */
  env: Record<string, string | undefined>;
}

/**
 * The Chromium that comes with the package, unpacked once per machine and user (about 210 MB, 1.5 s), with Tinos as its
 * only font: it has the metrics of Times New Roman, which Decree 30/2020 asks for, and the same paper looks the same on
 * every machine. Full fonts of the system, not web fonts: subsets break the text of a PDF apart when it is searched or
 * copied, and 2 MB of fonts in every page cost half a second.
 */
export async function prepareChromium(): Promise<Chromium> {
  const dir = await ownFolder();
  const [executablePath, fontConfig] = await Promise.all([unpack(dir), configureFonts(dir)]);
  return { executablePath, env: { ...process.env, FONTCONFIG_FILE: fontConfig } };
}

/**
 * The package's own `executablePath` hands out a half-written file when several processes start at once; here a file
 * is moved to its place when it is whole.
 */
async function unpack(dir: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  const path = join(dir, `chromium-${version}`);
  if (await exists(path)) return path;
  return putInPlace(path, (part) =>
    pipeline(
      createReadStream(join(packageDir, 'bin', 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(part, { mode: 0o700 }),
    ),
  );
}

async function configureFonts(dir: string): Promise<string> {
  const config = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${xmlText(fontDir)}</dir><cachedir>${xmlText(join(dir, 'fonts'))}</cachedir></fontconfig>`,
    '',
  ].join('\n');
  const name = createHash('sha256').update(config).digest('hex').slice(0, 16);
  return putInPlace(join(dir, `fonts-${name}.conf`), (part) => writeFile(part, config));
}

async function putInPlace(path: string, write: (part: string) => Promise<void>): Promise<string> {
  const part = `${path}.${randomUUID()}.part`;
  try {
    await write(part);
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
  return path;
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
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
