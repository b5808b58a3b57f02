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

  it('an input that is not of its declared type is an error that names it', async () => {
    const { code, out } = await run(file, '--decision', 'passed', '--input', '{"votes": "eight"}', '--json');
    const [problem] = JSON.parse(out[0] ?? '').problems;
    expect({ code, problem }).toMatchObject({
      code: 1,
      problem: { code: 'invalid_input', input: 'votes', message: expect.stringContaining('number') },
    });
  });

  it('variables that the model does not declare are seen as well, as models of Camunda need', async () => {
    const path = join(folder, 'undeclared.dmn');
    writeFileSync(
      path,
      `<definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" namespace="urn:c" name="c">
         <decision id="dish" name="dish"><decisionTable>
           <input><inputExpression typeRef="integer"><text>guests</text></inputExpression></input>
           <output name="dish" typeRef="string"/>
           <rule><inputEntry><text>&lt; 8</text></inputEntry><outputEntry><text>"roast"</text></outputEntry></rule>
         </decisionTable></decision>
       </definitions>`,
    );
    const { code, out } = await run(path, '--decision', 'dish', '--input', '{"guests": 4}', '--json');
    expect({ code, result: JSON.parse(out[0] ?? '') }).toEqual({
      code: 0,
      result: { value: 'roast', problems: [] },
    });
  });

  it('what a deploy would refuse is told and decided as far as it goes', async () => {
    const path = join(folder, 'half.dmn');
    writeFileSync(
      path,
      `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:h" name="h">
         <decision id="sound" name="sound"><literalExpression><text>1</text></literalExpression></decision>
         <decision id="broken" name="broken"><literalExpression><text>1 +</text></literalExpression></decision>
       </definitions>`,
    );
    const sound = await run(path, '--decision', 'sound', '--json');
    expect({ code: sound.code, value: JSON.parse(sound.out[0] ?? '').value }).toEqual({ code: 0, value: 1 });
    expect(sound.error.join()).toContain('half.dmn broken: feel_invalid');
    expect((await run(path, '--decision', 'broken', '--json')).code).toBe(1);
  });

  it.each([
    ['no decision named', [file], 2],
    ['input that is no JSON', [file, '--decision', 'passed', '--input', '{'], 2],
    ['a file that is not there', ['missing.dmn', '--decision', 'passed'], 2],
    ['a file that is no DMN', [cases, '--decision', 'passed'], 2],
    ['a decision that the model has not', [file, '--decision', 'other'], 1],
  ])('%s', async (_, args, code) => {
    expect((await run(...args)).code).toBe(code);
  });
});
