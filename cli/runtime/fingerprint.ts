import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Names a state of files by their content, so that something made from them is made again only when they change.
 * @param places files or folders (with all below), relative to `root`; one that does not exist counts as empty.
 * @param wanted leaves out files by their path relative to `root`.
 * @returns 16 hexadecimal digits.
 */
export async function fingerprint(
  root: string,
  places: string[],
  wanted: (path: string) => boolean = () => true,
): Promise<string> {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const path of await filesBelow(root, place)) {
      if (wanted(path))
        hash
          .update(path)
          .update('\0')
          .update(await readFile(join(root, path)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function filesBelow(root: string, place: string): Promise<string[]> {
  const found = await stat(join(root, place)).catch(() => null);
  if (found === null) return [];
  if (found.isFile()) return [place];
  const entries = await readdir(join(root, place), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replace(/^\//, ''))
    .sort();
}
