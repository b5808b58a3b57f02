import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';
import { projectDir } from '../../cli/environment.ts';

/** What a folder may import besides itself. A name with a slash allows that part of a folder only. */
type Arrows = {
  values: string[];
  /** Only as `import type`. */
  types: string[];
  /** Packages, for folders that must stay pure; without the list any package will do. */
  packages?: string[];
};

/** The arrows of the design. Tests are free: they look at things from outside. */
const arrows: Record<string, Arrows> = {
  engine: {
    values: [],
    types: [],
    packages: [
      ...['bpmn-moddle', 'dmn-moddle', 'zeebe-bpmn-moddle', 'saxen', 'yaml', 'zod'],
      // Forms of tasks are JSON Schema.
      ...['ajv', 'ajv-formats'],
      // Compiling names a graph by its hash; it happens outside the workflow.
      'node:crypto',
    ],
  },
  // Working days are counted in one place: docs/decisions/0002-working-days-in-engine.md.
  // Criteria of awards are DMN decisions: docs/decisions/0008-eligibility-as-decisions.md.
  domain: {
    values: ['engine/time', 'engine/decisions'],
    types: ['engine/types.ts'],
    packages: ['yaml', 'zod'],
  },
  db: { values: [], types: ['domain', 'engine'] },
  // Reads the ledger as the rules take it, and weighs who may be whom.
  'db/ledger': { values: ['db', 'domain'], types: [] },
  // Begins the process of a paper, with the calendar that it counts by.
  'db/papers': { values: ['db', 'domain'], types: [] },
  // Asks the rule that binds a dossier on whom the Party committee gives its opinion.
  'db/party': { values: ['db', 'domain'], types: [] },
  // Compares a unit's items with those given, so that only what differs is stored anew; counts what is due of them.
  'db/plans': { values: ['db', 'domain'], types: [] },
  // Who holds a role at a place follows from which roles reach down.
  'db/roles': { values: ['db', 'domain'], types: [] },
  // Deploys the models and reads the rule-sets of the demo.
  'db/seed': { values: ['db', 'domain', 'engine'], types: [] },
  templates: { values: ['domain'], types: [] },
  workflows: { values: ['engine', 'domain'], types: ['activities'] },
  activities: { values: ['db', 'domain', 'templates', 'engine/time'], types: ['engine'] },
  // Deploying compiles, and a dry run asks the core itself: docs/decisions/0012-operations-are-events.md.
  api: {
    values: [
      'db',
      'domain',
      'engine/model',
      'engine/time',
      'engine/compile.ts',
      'engine/advance.ts',
      'engine/operations',
    ],
    types: ['engine'],
  },
  web: { values: [], types: ['api/contract'] },
};

type Import = { file: string; line: number; target: string; isType: boolean };

test.each(Object.entries(arrows))(
  '%s imports only what the arrows allow',
  (folder, { values, types, packages }) => {
    const wrong = importsOf(folder).filter(({ target, isType }) => {
      if (target.startsWith('./')) {
        const path = target.slice(2);
        const allowed = [folder, ...values, ...(isType ? types : [])];
        return !allowed.some((place) => path === place || path.startsWith(`${place}/`));
      }
      return (
        packages !== undefined && !packages.some((name) => target === name || target.startsWith(`${name}/`))
      );
    });
    expect(wrong.map(({ file, line, target }) => `${file}:${line} imports ${target}`)).toEqual([]);
  },
);

test('every package that is imported is named in package.json', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(projectDir, 'package.json'), 'utf8'),
  );
  const named = Object.keys({ ...dependencies, ...devDependencies });
  const unnamed = [...Object.keys(arrows), 'cli', 'scripts', 'test', 'bench']
    .flatMap(importsOf)
    .filter(({ target }) => !/^(\.|node:)/.test(target))
    .filter(({ target }) => !named.some((name) => target === name || target.startsWith(`${name}/`)));
  expect(unnamed.map(({ file, line, target }) => `${file}:${line} imports ${target}`)).toEqual([]);
});

/** All imports under a folder, those of folders with arrows of their own left out; a path becomes `./from/the/project`. */
function importsOf(folder: string): Import[] {
  const inner = Object.keys(arrows).filter((other) => other.startsWith(`${folder}/`));
  return readdirSync(join(projectDir, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(projectDir, join(entry.parentPath, entry.name)))
    .filter((file) => !inner.some((other) => file.startsWith(`${other}/`)))
    .flatMap(readImports);
}

/** `import … from 'x'`, `export … from 'x'`, `import 'x'` and `import('x')`. */
const statement =
  /^\s*(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?'(?<static>[^']+)'|\bimport\('(?<dynamic>[^']+)'\)/gm;

function readImports(file: string): Import[] {
  const text = readFileSync(join(projectDir, file), 'utf8');
  return [...text.matchAll(statement)].map(({ groups, index }) => {
    const name = groups?.static ?? groups?.dynamic ?? '';
    return {
      file,
      line: text.slice(0, index).split('\n').length,
      target: name.startsWith('.') ? `./${normalize(join(dirname(file), name))}` : name,
      isType: groups?.type !== undefined,
    };
  });
}
