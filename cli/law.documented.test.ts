import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readRuleSets } from '../db/seed/read-rules.ts';
import { nomineeRecordSchema } from '../domain/eligibility/record.ts';
import { law } from './law.ts';

// What docs/cli.md says of `law` is true: its examples run and answer what stands beside them, and it names all there is.

const page = await readFile(new URL('../docs/cli.md', import.meta.url), 'utf8');
const chapter = page.slice(page.indexOf('## law'), page.indexOf('## lint'));
const folder = await mkdtemp(join(tmpdir(), 'vinhdanh-documented-'));
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command on 22 November 2026. */
async function run(...args: string[]): Promise<{ code: number; out: string }> {
  const out: string[] = [];
  const streams = {
    out: (line: string) => void out.push(line),
    error: (line: string) => void out.push(line),
  };
  const code = await law(args, { ...streams, now: () => new Date('2026-11-22T03:00:00Z') });
  return { code, out: out.join('\n') };
}

/** `law QUESTION --input 'JSON'   # field value, field value; anything more` */
const examples = [...chapter.matchAll(/^ {4}law (\S+) --input '(.+?)'(?: +# (.+))?$/gm)].map(
  ([, question = '', input = '', said = '']) => ({ question, input, said: said.split(';')[0] ?? '' }),
);

describe('examples', () => {
  test('there is one of every question', () => {
    expect(new Set(examples.map(({ question }) => question))).toEqual(
      new Set(['eligibility', 'deadline', 'tally', 'quorum', 'money', 'number', 'date-line']),
    );
  });

  test.each(examples)('law $question $input', async ({ question, input, said }) => {
    const { code, out } = await run(question, '--input', input);
    expect(code, out).toBe(0);
    const answer = JSON.parse(out);
    if (question === 'eligibility') expect(answer.verdict).toBe('eligible');
    else expect(said).not.toBe('');
    if (said === '') return;
    for (const [, field = '', value] of said.matchAll(/(\w+) (.+?)(?:, (?=\w+ (?:true|false|\d))|$)/g))
      expect(String(answer[field])).toBe(value);
  });

  test('the overlay is taken', async () => {
    const yaml = /^ {4}id: 2026-01-01\.tctk\n(?: {4}.*\n)+/m.exec(chapter)?.[0].replace(/^ {4}/gm, '');
    const file = join(folder, 'overlay.yaml');
    await writeFile(file, yaml ?? '');
    const asked = JSON.stringify({ award: 'KNC', payee: 'person', decidedOn: '2026-07-01' });
    const { code, out } = await run('money', '--input', asked, '--overlay', file);
    expect([code, JSON.parse(out)]).toMatchObject([0, { tenths: 4, amount: 1_020_000 }]);
  });
});

describe('it names all there is', () => {
  test('clocks with their days, and fixed dates', async () => {
    const newest = (await readRuleSets()).findLast(({ status }) => status === 'in_force');
    for (const [code, { amount }] of Object.entries(newest?.clocks ?? {}))
      expect(chapter).toContain(`\`${code}\` ${amount}`);
    for (const code of Object.keys(newest?.fixedDates ?? {})) expect(chapter).toContain(`\`${code}\``);
  });

  test('fields of a nominee', () => {
    const table = chapter.slice(chapter.indexOf('| Field | Meaning |'));
    for (const field of Object.keys(nomineeRecordSchema.shape)) expect(table).toContain(`\`${field}\``);
  });
});
