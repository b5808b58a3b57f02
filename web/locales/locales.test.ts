import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };

type Texts = { [key: string]: string | Texts };

function flat(texts: Texts, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

const [vietnamese, english] = [flat(vi), flat(en)];
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

/** All source text of the pages. */
function sources(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('dist') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n');
}

describe('the pages speak two languages equally well', () => {
  it('both have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...vietnamese.keys()].sort());
  });

  it('a text names the same values in both', () => {
    for (const [key, text] of vietnamese) {
      expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
    }
  });

  it('no text is empty, and none is Vietnamese without its diacritics by decomposition', () => {
    for (const [key, text] of [...vietnamese, ...english]) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).toBe(text.normalize('NFC'));
    }
  });

  it('English has no Vietnamese but a term in brackets', () => {
    const mixed = [...english].filter(([, text]) =>
      /[ăâđêôơư\u1ea0-\u1ef9]/i.test(text.replaceAll(/\([^)]*\)/g, '')),
    );
    expect(mixed).toEqual([]);
  });

  it('every text a page asks for stands', () => {
    const source = sources(fileURLToPath(new URL('..', import.meta.url)));
    const asked = [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key ?? '');
    const forms = (key: string) => [key, `${key}_one`, `${key}_other`];
    expect(asked.length).toBeGreaterThan(500);
    expect(asked.filter((key) => !forms(key).some((form) => english.has(form)))).toEqual([]);
  });

  it('every text is used by a page', () => {
    const source = sources(fileURLToPath(new URL('..', import.meta.url)));
    const unused = [...vietnamese.keys()].filter((key) => {
      if (source.includes(`'${key}'`)) return false;
      const computed = key.split('.').map((_, index, parts) => `\`${parts.slice(0, index).join('.')}.\${`);
      return !computed.some((start) => start.length > 4 && source.includes(start));
    });
    expect(unused).toEqual([]);
  });
});
