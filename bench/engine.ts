/**
 * Speed of the core, as JSON: `npm run bench -- engine`. Nothing here asserts a time; the figures are for reading.
 *
 * - `transitionsPerSecond`: elements left per second on a model of 20 elements with conditions, one instance after another
 * - `stepMilliseconds`: one step on a model of 500 elements with 200 tokens waiting
 * - `liveMilliseconds`: `simulate` of 5,000 repetitions of a user task open at once, all of them done one by one
 * - `compileMilliseconds`: compile and lint a model of 500 elements
 */
import { apply } from '../engine/apply.ts';
import { compile } from '../engine/compile.ts';
import { simulate } from '../engine/simulate.ts';
import { start } from '../engine/start.ts';
import type { Graph } from '../engine/types.ts';

const at = '2026-01-01T00:00:00.000Z';
const calendar = { daysOff: [], workingDays: [] };

function model(elements: string[], flows: string[]): Record<string, string> {
  const head = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"';
  const process = `<process id="P" isExecutable="true">${elements.join('')}${flows.join('')}</process>`;
  return { 'bench.bpmn': `<definitions ${head}>${process}</definitions>` };
}

function flow(source: string, target: string, condition?: string): string {
  const inner = condition === undefined ? '' : `<conditionExpression>=${condition}</conditionExpression>`;
  return `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${inner}</sequenceFlow>`;
}

/** Start, 18 elements of which every third is an exclusive gateway, end. */
function chain(): Record<string, string> {
  const elements = ['<startEvent id="S"/>'];
  const flows: string[] = [];
  let last = 'S';
  for (let i = 1; i <= 18; i++) {
    const isGateway = i % 3 === 0;
    elements.push(isGateway ? `<exclusiveGateway id="N${i}" default="N${i}-E"/>` : `<task id="N${i}"/>`);
    flows.push(flow(last, `N${i}`, (i - 1) % 3 === 0 && i > 1 ? 'points &gt; 10' : undefined));
    if (isGateway) flows.push(flow(`N${i}`, 'E'));
    last = `N${i}`;
  }
  return model([...elements, '<endEvent id="E"/>'], flows);
}

/** A start, 200 branches of a user task and a gateway to one of two ends, 500 elements in all. */
function wide(): Record<string, string> {
  const elements = ['<startEvent id="S"/>', '<parallelGateway id="F"/>'];
  const flows = [flow('S', 'F')];
  for (let i = 0; i < 200; i++) {
    elements.push(`<userTask id="A${i}"/>`, `<exclusiveGateway id="G${i}" default="G${i}-E"/>`);
    flows.push(flow('F', `A${i}`), flow(`A${i}`, `G${i}`), flow(`G${i}`, 'E'));
    if (i < 97) {
      elements.push(`<userTask id="B${i}"/>`);
      flows.push(flow(`G${i}`, `B${i}`, 'verdict = "return"'), flow(`B${i}`, `A${i}`));
    }
  }
  return model([...elements, '<endEvent id="E"/>'], flows);
}

/** Repetitions of a task in a model of one loop. */
const repetitions = 5000;

/** A task that is done many times at once. */
function crowd(): Record<string, string> {
  const loop = `<multiInstanceLoopCharacteristics><loopCardinality>${repetitions}</loopCardinality></multiInstanceLoopCharacteristics>`;
  return model(
    ['<startEvent id="S"/>', `<userTask id="A">${loop}</userTask>`, '<endEvent id="E"/>'],
    [flow('S', 'A'), flow('A', 'E')],
  );
}

/** The median of `runs` measurements in milliseconds, after as many to warm up. */
async function median(runs: number, work: (run: number) => unknown): Promise<number> {
  for (let run = 0; run < runs; run++) await work(run);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const begin = performance.now();
    await work(run);
    times.push(performance.now() - begin);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

const begin = (graph: Graph) =>
  start(graph, { type: 'start', process: 'P', variables: { points: 20, verdict: 'approve' }, calendar }, at);

const small = (await compile(chain())).graph;
const perRun = 2000;
let left = 0;
const milliseconds = await median(5, () => {
  left = 0;
  for (let i = 0; i < perRun; i++) {
    for (const effect of begin(small).effects)
      if (effect.type === 'trace' && effect.action === 'complete') left += 1;
  }
});

const large = (await compile(wide())).graph;
const { state } = begin(large);
const tasks = Object.values(state.visits).filter(({ work }) => work === 'task');
const step = await median(200, (run) => {
  const visit = tasks[run % tasks.length]?.id ?? '';
  return apply(large, state, { type: 'taskCompleted', visit, variables: { verdict: 'approve' } }, at);
});
const crowded = (await compile(crowd())).graph;
const live = await median(3, () => {
  const { ended } = simulate(crowded, { processes: ['P'], behaviour: { A: { complete: {} } } });
  if (!ended) throw new Error('the simulation did not come to its end');
});
const compiling = await median(5, () => compile(wide()));

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
console.log(
  JSON.stringify({
    transitionsPerSecond: Math.round((left / milliseconds) * 1000),
    stepMilliseconds: rounded(step, 3),
    liveMilliseconds: rounded(live, 0),
    compileMilliseconds: rounded(compiling, 1),
    liveTokens: tasks.length,
    elements: Object.keys(large.processes.P?.nodes ?? {}).length - 1,
  }),
);
