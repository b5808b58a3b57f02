import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The models of this folder or of one in it, as a deployment takes them: file name -> XML. */
export function readModels(folder = ''): Record<string, string> {
  const path = join(import.meta.dirname, folder);
  const names = readdirSync(path).filter((name) => /\.(bpmn|dmn|schema\.json)$/.test(name));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(path, name), 'utf8')]));
}

/** Folders in this one: each is a deployment of its own. */
export const modelFolders = (): string[] =>
  readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
