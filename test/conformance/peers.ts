/** What others reported to the DMN TCK, from the suite's own collection of their result files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Result {
  tests: number;
  pass: number;
}

interface Peers {
  engines: { product: string; version: string; level2?: Result; level3?: Result }[];
}

/** By product and version: `passed of reported` cases of each level. Who reported no rows is left out. */
export function publishedDmnScores(folder: string): Record<string, { level2: string; level3: string }> {
  const { engines } = JSON.parse(readFileSync(join(folder, 'peers.json'), 'utf8')) as Peers;
  return Object.fromEntries(
    engines.flatMap(({ product, version, level2, level3 }) =>
      level2 && level3 ? [[`${product} ${version}`, { level2: told(level2), level3: told(level3) }]] : [],
    ),
  );
}

function told({ pass, tests }: Result): string {
  return `${pass} of ${tests}`;
}
