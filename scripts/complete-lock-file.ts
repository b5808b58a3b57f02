import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectDir } from '../cli/environment.ts';
import { platformOf, resolveFrom } from './lock-file.ts';

/**
 * `npm run lock`, after every change of the dependencies: where a registry mirror lacks the builds of a package for
 * other systems, npm leaves them out of package-lock.json, and `npm ci` then refuses the file everywhere. This adds them: their
 * version is the one their package asks for, and only the systems named install them.
 */

const lockFile = join(projectDir, 'package-lock.json');
const shape = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});
type Lock = {
  packages: Record<string, { optionalDependencies?: Record<string, string>; [key: string]: unknown }>;
};

const text = readFileSync(lockFile, 'utf8');
shape.parse(JSON.parse(text));
// Checked above and then taken as it was read, so that every key keeps its place in the file.
const lock = JSON.parse(text) as Lock;

const added: string[] = [];
for (const [place, { optionalDependencies }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
    if (resolveFrom(lock.packages, place, name) !== null) continue;
    const platform = platformOf(name);
    if (platform === null)
      throw new Error(`${name}, an optional part of ${place}, names no system: add it by npm install`);
    lock.packages[`node_modules/${name}`] = { version, optional: true, ...platform };
    added.push(`${name}@${version}`);
  }
}
const [root, ...others] = Object.entries(lock.packages);
if (root === undefined) throw new Error('package-lock.json names no packages');
lock.packages = Object.fromEntries([root, ...others.sort(([a], [b]) => a.localeCompare(b, 'en'))]);
writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'package-lock.json is complete.' : `Added ${added.join(', ')}.`);
