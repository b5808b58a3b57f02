import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';

const folder = mkdtempSync(join(tmpdir(), 'decide-'));
const file = join(folder, 'share.dmn');
writeFileSync(
  file,
  `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:share" name="share">
     <inputData id="votes" name="votes"><variable name="votes" typeRef="number"/></inputData>
     <decision id="passed" name="passed"><variable name="passed" typeRef="boolean"/>
       <informationRequirement><requiredInput href="#votes"/></informationRequirement>
       <literalExpression><text>votes >= 8</text></literalExpression>
     </decision>
   </definitions>`,
);
const cases = join(folder, 'cases.jsonl');
writeFileSync(cases, '{"id":1,"decision":"passed","input":{"votes":9}}\n{"id":2,"input":{}}\n');

async function run(...args: string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await decide(args, { out: (line) => out.push(line), error: (line) => error.push(line) });
  return { code, out, error };
}

describe('vinhdanh decide', () => {
  it('prints the value and what went wrong', async () => {
    const { code, out } = await run(file, '--decision', 'passed', '--input', '{"votes": 7}', '--json');
    expect({ code, result: JSON.parse(out[0] ?? '') }).toEqual({
      code: 0,
      result: { value: false, problems: [] },
    });
  });

  it('runs a batch, naming the case that is wrong', async () => {
    const { code, out } = await run(file, '--batch', cases);
    const [first, second] = out.map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(first).toEqual({ id: 1, value: true, problems: [] });
    expect(second).toMatchObject({ id: 2, error: expect.stringContaining('decision') });
  });

  it.each([
    ['no decision named', [file], 2],
    ['input that is no JSON', [file, '--decision', 'passed', '--input', '{'], 2],
    ['a file that is not there', ['missing.dmn', '--decision', 'passed'], 2],
    ['a decision that the model has not', [file, '--decision', 'other'], 1],
  ])('%s', async (_, args, code) => {
    expect((await run(...args)).code).toBe(code);
  });
});
