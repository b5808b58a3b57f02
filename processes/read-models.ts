import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The models of this folder, as a deployment takes them: file name -> XML. */
export function readModels(): Record<string, string> {
  const names = readdirSync(import.meta.dirname).filter((name) => /\.(bpmn|dmn|schema\.json)$/.test(name));
  return Object.fromEntries(
    names.sort().map((name) => [name, readFileSync(join(import.meta.dirname, name), 'utf8')]),
  );
}
