import { describe, expect, test } from 'vitest';
import { compile } from './compile.ts';
import { type Simulated, type SimulateOptions, simulate, startable, type TraceLine } from './simulate.ts';

const flow = (source: string, target: string) =>
  `<sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}"/>`;

async function play(
  process: string,
  options: Partial<SimulateOptions> = {},
  beside = '',
): Promise<Simulated & { lines: string[] }> {
  const head =
    'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t"';
  const xml = `<definitions ${head}><process id="P" isExecutable="true">${process}</process>${beside}</definitions>`;
  const { graph, problems } = await compile({ 'p.bpmn': xml });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const trace: TraceLine[] = [];
  const result = simulate(graph, {
    processes: startable(graph),
    ...options,
    onTrace: (line) => trace.push(line),
  });
  return {
    ...result,
    lines: trace.map(({ time, action, element }) => `${time.slice(5, 16)} ${action} ${element}`),
  };
}

const job = (id: string) =>
  `<serviceTask id="${id}"><extensionElements><zeebe:taskDefinition type="mail"/></extensionElements></serviceTask>`;
const error = '<error id="Err" errorCode="bounced"/>';
const mail = `<startEvent id="S"/>${job('A')}<boundaryEvent id="B" attachedToRef="A"><errorEventDefinition errorRef="Err"/></boundaryEvent><task id="N"/><endEvent id="E"/>
  ${flow('S', 'A')}${flow('A', 'E')}${flow('B', 'N')}${flow('N', 'E')}`;

test('a job completes at once if nothing is said', async () => {
  const { ended, lines } = await play(mail, {}, error);
  expect(ended).toBe(true);
  expect(lines.at(-1)).toBe('01-01T00:00 complete P');
});

test.each<[string, NonNullable<SimulateOptions['behaviour']>, Partial<Simulated>]>([
  [
    'by its type',
    { mail: { after: 'PT2H', complete: { sent: 1 } } },
    { ended: true, variables: { sent: 1 } },
  ],
  [
    'by its element, before its type',
    { A: { complete: { a: 1 } }, mail: { fail: 'x' } },
    { ended: true, variables: { a: 1 } },
  ],
  ['with a BPMN error', { mail: { bpmnError: 'bounced' } }, { ended: true, variables: {} }],
  [
    'with a failure, which is an incident',
    { A: { fail: 'no answer' } },
    { ended: false, incidents: [{ id: 'i4', element: 'A', code: 'job_failed', message: 'no answer' }] },
  ],
])('a job acts as told %s', async (_how, behaviour, expected) => {
  expect(await play(mail, { behaviour }, error)).toMatchObject(expected);
});

const human = `<startEvent id="S"/><userTask id="A" name="Duyệt"/>
  <boundaryEvent id="T" attachedToRef="A" cancelActivity="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
  <task id="N"/><endEvent id="E"/>${flow('S', 'A')}${flow('A', 'E')}${flow('T', 'N')}`;

test('a user task stays open, and time alone does not pass', async () => {
  const { ended, open } = await play(human);
  expect(ended).toBe(false);
  expect(open).toEqual({
    tasks: [{ element: 'A', name: 'Duyệt', visit: 'v3', candidateGroups: [], dueAt: null }],
    timers: [{ element: 'T', due: '2026-01-02T00:00:00.000Z' }],
    messages: [],
  });
});

test('timers fire up to the moment asked for', async () => {
  const { lines, open } = await play(human, { until: '2026-01-03T00:00:00.000Z' });
  expect(lines).toContain('01-02T00:00 complete N');
  expect(open.timers).toEqual([]);
  expect((await play(human, { until: '2026-01-01T12:00:00.000Z' })).open.timers).toHaveLength(1);
});

test('timers fire on the way to what is planned', async () => {
  const { ended, lines } = await play(human, {
    events: [{ at: 'P2D', completeTask: 'A', variables: { ok: true } }],
  });
  expect(ended).toBe(true);
  expect(lines.filter((line) => line.includes('complete'))).toEqual([
    '01-01T00:00 complete S',
    '01-02T00:00 complete T',
    '01-02T00:00 complete N',
    '01-03T00:00 complete A',
    '01-03T00:00 complete E',
    '01-03T00:00 complete P',
  ]);
});

test('the visits of an element act one after another as a list says, the last act going on', async () => {
  const loop = `<userTask id="A"><standardLoopCharacteristics><loopCondition>=n &lt; 3</loopCondition></standardLoopCharacteristics></userTask>`;
  const behaviour = {
    A: [{ complete: { n: 1 } }, { complete: { n: 2 }, after: 'PT1H' }, { complete: { n: 3 } }],
  };
  const { ended, lines } = await play(loop, { behaviour });
  expect(ended).toBe(true);
  expect(lines.filter((line) => line.endsWith('complete A'))).toEqual([
    '01-01T00:00 complete A',
    '01-01T01:00 complete A',
    '01-01T01:00 complete A',
  ]);
});

test('cancelling ends every instance', async () => {
  const { ended, lines } = await play(human, { events: [{ at: 'PT1H', cancel: true }] });
  expect(ended).toBe(true);
  expect(lines).toContain('01-01T01:00 terminate A');
});

test('pools exchange messages along their message flows', async () => {
  const order = `<startEvent id="S"/><intermediateThrowEvent id="Ask"><messageEventDefinition/></intermediateThrowEvent><receiveTask id="Answer"/>${flow('S', 'Ask')}${flow('Ask', 'Answer')}`;
  const supply = `<process id="Q" isExecutable="true"><startEvent id="Asked"><messageEventDefinition/></startEvent><endEvent id="Done"><messageEventDefinition/></endEvent>${flow('Asked', 'Done')}</process>
    <collaboration id="C"><participant id="P1" processRef="P"/><participant id="P2" processRef="Q"/>
    <messageFlow id="m1" sourceRef="Ask" targetRef="Asked"/><messageFlow id="m2" sourceRef="Done" targetRef="Answer"/></collaboration>`;
  const { ended, lines } = await play(order, {}, supply);
  expect(ended).toBe(true);
  expect(lines).toContain('01-01T00:00 complete Answer');
});

test('what only a message starts waits for the one that is to come, and starts at once if none is', async () => {
  const process = `<startEvent id="S"><messageEventDefinition messageRef="M"/></startEvent><task id="A"/>${flow('S', 'A')}`;
  const message = '<message id="M" name="filed"/>';
  const times = async (options: Partial<SimulateOptions>) =>
    (await play(process, options, message)).lines.filter((line) => line.endsWith('complete A'));
  expect(await times({})).toEqual(['01-01T00:00 complete A']);
  expect(
    await times({
      events: [
        { at: 'PT1H', message: 'filed' },
        { at: 'PT2H', message: 'filed' },
      ],
    }),
  ).toEqual(['01-01T01:00 complete A', '01-01T02:00 complete A']);
});

test('of the pools, those start that nobody calls', async () => {
  const pools = ['P', 'Q'].map((id) => `<participant id="pool-${id}" processRef="${id}"/>`).join('');
  const { graph } = await compile({
    'p.bpmn': `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
      <collaboration id="C">${pools}</collaboration>
      <process id="P" isExecutable="true"><callActivity id="A" calledElement="Q"/></process>
      <process id="Q" isExecutable="true"><task id="B"/></process></definitions>`,
  });
  expect(startable(graph)).toEqual(['P']);
});

test('a message starts an instance behind a gateway that instantiates', async () => {
  const content = `<eventBasedGateway id="G" instantiate="true"/><receiveTask id="R1" messageRef="M"/><receiveTask id="R2"/><task id="N"/>
    ${flow('G', 'R1')}${flow('G', 'R2')}${flow('R1', 'N')}`;
  const events = [{ at: 'PT1H', message: 'order' }];
  const { lines } = await play(content, { processes: [], events }, '<message id="M" name="order"/>');
  expect(lines).toContain('01-01T01:00 complete R1');
  expect(lines).toContain('01-01T01:00 complete P');
});

test('a service that is asked for ever without time passing is broken off', async () => {
  const loop = `<startEvent id="S"/>${job('A')}${flow('S', 'A')}${flow('A', 'A')}`;
  const { ended, stopped } = await play(loop);
  expect(ended).toBe(false);
  expect(stopped).toBe(true);
});

test.each([
  ['PT2H', ['01-01T01:00 complete C']],
  ['PT30M', []],
])(
  'a message thrown with a time to live of %s is kept for a catch that comes an hour later',
  async (timeToLive, received) => {
    const message = '<messageEventDefinition messageRef="News"/>';
    const keep = `<extensionElements><zeebe:properties><zeebe:property name="timeToLive" value="${timeToLive}"/></zeebe:properties></extensionElements>`;
    const { lines } = await play(
      `<startEvent id="S"/><parallelGateway id="F"/>
     <intermediateThrowEvent id="T">${keep}${message}</intermediateThrowEvent>
     <intermediateCatchEvent id="Wait"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>
     <intermediateCatchEvent id="C">${message}</intermediateCatchEvent>
     ${flow('S', 'F')}${flow('F', 'T')}${flow('F', 'Wait')}${flow('Wait', 'C')}`,
      { until: '2026-01-02T00:00:00.000Z' },
      '<message id="News" name="news"/>',
    );
    expect(lines.filter((line) => line.endsWith('complete C'))).toEqual(received);
  },
);

describe('a process that only a timer starts', () => {
  const started = (timer: string) =>
    `<startEvent id="S"><timerEventDefinition>${timer}</timerEventDefinition></startEvent><task id="A"/>${flow('S', 'A')}`;
  const daily = started('<timeCycle>R3/P1D</timeCycle>');

  test.each<[string, string, Partial<SimulateOptions>, string[]]>([
    ['at once where nobody says how long to wait', daily, {}, ['01-01T00:00']],
    [
      'at once where it is told to',
      daily,
      { startEvent: 'S', until: '2026-01-02T12:00:00.000Z' },
      ['01-01T00:00'],
    ],
    ['each time up to the end', daily, { until: '2026-01-03T12:00:00.000Z' }, ['01-02T00:00', '01-03T00:00']],
    [
      'as often as its cycle says',
      daily,
      { until: '2026-02-01T00:00:00.000Z' },
      ['01-02T00:00', '01-03T00:00', '01-04T00:00'],
    ],
    [
      'by an expression over what it begins with',
      started('<timeDuration>=wait</timeDuration>'),
      { until: '2026-01-01T12:00:00.000Z', variables: { wait: 'PT2H' } },
      ['01-01T02:00'],
    ],
    [
      'at once where the moment is past',
      started('<timeDate>2025-01-01T00:00:00Z</timeDate>'),
      { until: '2026-01-01T12:00:00.000Z' },
      ['01-01T00:00'],
    ],
  ])('begins %s', async (_when, process, options, begun) => {
    const { lines } = await play(process, options);
    expect(lines.filter((line) => line.endsWith('enter P')).map((line) => line.split(' ')[0])).toEqual(begun);
  });

  test('tells when it would begin next', async () => {
    const { ended, open } = await play(daily, { until: '2026-01-02T12:00:00.000Z' });
    expect(ended).toBe(true);
    expect(open.timers).toEqual([{ element: 'S', due: '2026-01-03T00:00:00.000Z' }]);
  });
});
