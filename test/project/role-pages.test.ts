import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectDir } from '../../cli/environment.ts';

type Texts = { [key: string]: string | Texts };

const folder = join(projectDir, 'docs/roles');
const flat = (texts: Texts): string[] =>
  Object.values(texts).flatMap((text) => (typeof text === 'string' ? [text] : flat(text)));
const texts = flat(JSON.parse(readFileSync(join(projectDir, 'web/locales/vi.json'), 'utf8')));

test.each(readdirSync(folder))(
  'what docs/roles/%s sets in bold is a page, tab or button of that name',
  (file) => {
    const named = [...readFileSync(join(folder, file), 'utf8').matchAll(/\*\*([^*]+)\*\*/g)].flatMap(
      ([, name = '']) => name.split(' → '),
    );
    expect(named).not.toEqual([]);
    expect(named.filter((name) => !texts.includes(name))).toEqual([]);
  },
);
