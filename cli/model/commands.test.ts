import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lint } from '../lint.ts';
import { simulate } from '../simulate.ts';

const folder = mkdtempSync(join(tmpdir(), 'vinhdanh-models-'));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const definitions = (content: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">${content}</definitions>`;
const good = file(
  'good.bpmn',
  definitions(
    '<process id="P" isExecutable="true"><startEvent id="S"/><userTask id="A"/><sequenceFlow id="f" sourceRef="S" targetRef="A"/></process>',
  ),
);
const bad = file(
  'bad.bpmn',
  definitions('<process id="P" isExecutable="true"><intermediateCatchEvent id="C"/></process>'),
);
const drawn = file('drawn.bpmn', definitions('<process id="P"><startEvent id="S"/></process>'));

type Command = typeof lint;

async function run(command: Command, ...args: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await command(args, { out: (line) => out.push(line), error: (line) => errors.push(line) });
  return { code, out, error: errors.join('\n') };
}

test.each([
  [good, 0, []],
  [drawn, 0, ['drawn.bpmn P: warning not_executable']],
  [bad, 1, ['bad.bpmn C: error event_without_definition']],
])('lint tells a problem a line, and whether the file may be deployed: %s', async (path, code, begins) => {
  const result = await run(lint, path);
  expect(result.code).toBe(code);
  expect(result.out.map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual(begins);
});

test('lint --json gives one object', async () => {
  const { out } = await run(lint, bad, '--json');
  expect(JSON.parse(out.join(''))).toMatchObject({
    valid: false,
    problems: [{ file: 'bad.bpmn', element: 'C', code: 'event_without_definition', severity: 'error' }],
  });
});

test('simulate plays what a deploy would refuse as far as it goes, and says so', async () => {
  const { code, out, error } = await run(simulate, bad, '--json');
  expect(code).toBe(0);
  expect(error).toContain('bad.bpmn C: event_without_definition');
  expect(JSON.parse(out.join('\n'))).toMatchObject({ ended: false, problems: [{ element: 'C' }] });
});

test('simulate --json gives the trace and what is left', async () => {
  const { code, out } = await run(simulate, good, '--variables', '{"n":1}', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out.join('\n'))).toEqual({
    ended: false,
    trace: ['enter P', 'enter S', 'complete S', 'enter A'].map((line) => {
      const [action, element] = line.split(' ');
      return { time: '2026-01-01T00:00:00.000Z', action, element, scope: 'v1' };
    }),
    variables: { n: 1 },
    open: {
      tasks: [{ element: 'A', name: '', visit: 'v3', candidateGroups: [], dueAt: null }],
      timers: [],
      messages: [],
    },
    incidents: [],
  });
});

test('behaviour and events come from files', async () => {
  const behaviour = file('behaviour.json', '{"A": {"complete": {"verdict": "approve"}, "after": "PT1H"}}');
  const { out } = await run(simulate, good, '--behaviour', behaviour, '--json');
  expect(JSON.parse(out.join('\n'))).toMatchObject({ ended: true, variables: { verdict: 'approve' } });
  const events = file('events.json', '[{"at": "P1D", "completeTask": "A"}]');
  expect(JSON.parse((await run(simulate, good, '--events', events, '--json')).out.join('\n')).ended).toBe(
    true,
  );
});

test.each([
  ['2026-03-01', true],
  ['2026-02-28', false],
  ['P59D', true],
  ['2026-02-28T23:59:59Z', false],
])('a run until %s fires a timer of 1 March, 00:00 UTC: %s', async (until, ended) => {
  const timer = file(
    'timer.bpmn',
    definitions(
      '<process id="P" isExecutable="true"><intermediateCatchEvent id="C"><timerEventDefinition><timeDate>2026-03-01T00:00:00Z</timeDate></timerEventDefinition></intermediateCatchEvent></process>',
    ),
  );
  const { out } = await run(simulate, timer, '--until', until, '--json');
  expect(JSON.parse(out.join('\n')).ended).toBe(ended);
});

test('a batch answers line by line; a line that cannot be run says why', async () => {
  const batch = file(
    'batch.jsonl',
    [
      JSON.stringify({ id: 1, files: [good], behaviour: { A: { complete: {} } } }),
      JSON.stringify({ id: 2, files: ['nowhere.bpmn'] }),
      'no JSON',
      JSON.stringify({ id: 4, file: bad }),
      JSON.stringify({ id: 5, file: good, until: 'tomorrow' }),
    ].join('\n'),
  );
  const { code, out } = await run(simulate, '--batch', batch);
  expect(code).toBe(0);
  expect(out.map((line) => JSON.parse(line)).map(({ id, ended, error }) => [id, ended ?? error])).toEqual([
    [1, true],
    [2, 'Cannot read nowhere.bpmn: there is no such file.'],
    [undefined, expect.stringContaining('The line is no JSON')],
    [4, false],
    [5, 'The line: until: expected an ISO duration, date or date and time.'],
  ]);
  const linted = await run(
    lint,
    '--batch',
    file('lint.jsonl', `${JSON.stringify({ id: 'a', files: [bad] })}\n`),
  );
  expect(linted.out.map((line) => JSON.parse(line))).toMatchObject([{ id: 'a', valid: false }]);
});

test.each([lint, simulate])(
  'asked for help, a command tells its usage and ends with code 0',
  async (command) => {
    const { code, out } = await run(command, '--help');
    expect([code, out.join('')]).toEqual([0, expect.stringContaining('Usage: vinhdanh')]);
  },
);

const written = readFileSync(good, 'utf8');
test.each<[string, Buffer]>([
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${written}`)],
  ['UTF-16', Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${written}`, 'utf16le')],
  ['UTF-16 without a mark', Buffer.from(`<?xml version="1.0" encoding="UTF-16LE"?>${written}`, 'utf16le')],
  ['ISO-8859-1', Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${written}`, 'latin1')],
])('a file in %s is read', async (_encoding, bytes) => {
  const path = join(folder, 'encoded.bpmn');
  writeFileSync(path, bytes);
  expect(await run(lint, path)).toEqual({ code: 0, out: [], error: '' });
});

test('what is no BPMN is told on one line', async () => {
  const { code, out } = await run(lint, file('cut.bpmn', '<definitions>\n<process'));
  expect([code, out]).toEqual([1, [expect.stringMatching(/^cut.bpmn: error not_bpmn: [^\n]*\(line 2\)$/)]]);
});

test.each<[string, Command, string[], string]>([
  ['no file', lint, [], 'Name at least one .bpmn or .dmn file.'],
  ['a file that is not there', lint, ['nowhere.bpmn'], 'Cannot read nowhere.bpmn: there is no such file.'],
  [
    'a file that is no model',
    simulate,
    [file('no.bpmn', 'hello')],
    'no.bpmn: The file is not valid BPMN 2.0',
  ],
  ['a folder', simulate, [folder], 'it is a folder'],
  ['an empty file', lint, [file('empty.bpmn', '')], 'empty.bpmn is empty'],
  ['an unknown option', lint, ['--nope'], "Unknown option '--nope'"],
  ['variables that are no JSON', simulate, [good, '--variables', '{'], '--variables is no JSON'],
  ['variables that are no object', simulate, [good, '--variables', '[]'], 'variables'],
  ['a process that is not there', simulate, [good, '--process', 'Q'], 'There is no process Q. Processes: P.'],
  ['a start that is not there', simulate, [good, '--process', 'P', '--start', 'Z'], 'has no start event Z'],
  ['an end that is no time', simulate, [good, '--until', 'soon'], 'until'],
])('%s ends with code 2, a sentence and the usage', async (_what, command, args, sentence) => {
  const { code, error } = await run(command, ...args);
  expect(code).toBe(2);
  expect(error).toContain(sentence);
  expect(error).toContain('Usage: vinhdanh');
});
