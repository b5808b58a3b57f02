import type { Effect } from '../engine/types.ts';

/** Human steps of the benchmark's process. */
export const humanSteps = 5;

const task = (n: number) => `
    <bpmn:userTask id="step-${n}" name="Bước ${n}">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:assignmentDefinition candidateGroups="head@ministry" />
        <zeebe:taskHeaders><zeebe:header key="level" value="ministry" /></zeebe:taskHeaders>
      </bpmn:extensionElements>
      <bpmn:incoming>f${n}</bpmn:incoming>
      <bpmn:outgoing>f${n + 1}</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="f${n + 1}" sourceRef="step-${n}" targetRef="${n === humanSteps ? 'end' : `step-${n + 1}`}" />`;

/** A process of five human steps one after another, as a model. */
export const fiveStepsXml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="five-steps-definitions" targetNamespace="https://vinhdanh.vn/bench">
  <bpmn:process id="five-steps" name="Năm bước" isExecutable="true">
    <bpmn:startEvent id="start"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="step-1" />${Array.from({ length: humanSteps }, (_, i) => task(i + 1)).join('')}
    <bpmn:endEvent id="end"><bpmn:incoming>f${humanSteps + 1}</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`;

const trace = (action: 'enter' | 'complete', element: string): Effect => ({
  type: 'trace',
  action,
  process: 'five-steps',
  element,
  scope: 'v1',
});

/** What step `n` (0: the start) does to the world, word for word as the engine says it for the model. */
export function effectsOfStep(n: number): Effect[] {
  const left =
    n === 0
      ? [trace('enter', 'five-steps'), trace('enter', 'start'), trace('complete', 'start')]
      : [trace('complete', `step-${n}`)];
  if (n === humanSteps) {
    const end = [trace('enter', 'end'), trace('complete', 'end'), trace('complete', 'five-steps')];
    return [...left, ...end, { type: 'ended', variables: { verdict: 'approve' } }];
  }
  return [
    ...left,
    trace('enter', `step-${n + 1}`),
    {
      type: 'openTask',
      task: {
        visit: `v${n + 3}`,
        process: 'five-steps',
        element: `step-${n + 1}`,
        name: `Bước ${n + 1}`,
        candidateGroups: ['head@ministry'],
        candidateUsers: [],
        assignee: null,
        dueAt: null,
        clock: null,
        followUpAt: null,
        priority: 50,
        excludeDecidersOf: [],
        form: null,
        headers: { level: 'ministry' },
        variables: {},
      },
    },
  ];
}
