import { expect, test } from 'vitest';
import { apply } from '../engine/apply.ts';
import { compile } from '../engine/compile.ts';
import { start } from '../engine/start.ts';
import { effectsOfStep, fiveStepsXml, humanSteps } from './five-steps.ts';

const now = '2026-11-20T03:00:00.000Z';
const calendar = { daysOff: [], workingDays: [] };

test('the hand-written reference asks for exactly the effects that the engine asks for', async () => {
  const { graph, problems } = await compile({ 'five-steps.bpmn': fiveStepsXml });
  expect(problems).toEqual([]);
  let step = start(graph, { type: 'start', process: 'five-steps', variables: {}, calendar }, now);
  for (let n = 0; n <= humanSteps; n++) {
    expect(step.effects, `step ${n}`).toEqual(effectsOfStep(n));
    const opened = step.effects.find((effect) => effect.type === 'openTask');
    if (!opened) break;
    const { visit } = opened.task;
    step = apply(graph, step.state, { type: 'taskCompleted', visit, variables: { verdict: 'approve' } }, now);
  }
  expect(step.state.root).toBeNull();
});
