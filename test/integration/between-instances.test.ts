/** What instances send each other: messages and signals carried between workflows on a real Temporal server, as in memory. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../../engine/compile.ts';
import { simulate } from '../../engine/simulate.ts';
import type { Graph, Variables } from '../../engine/types.ts';
import { type HostedModel, hostModel } from '../fixtures/hosted-model.ts';
import { type Stack, startStack } from '../stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

const flow = (source: string, target: string) =>
  `<sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}"/>`;
const header = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t"><signal id="Alarm" name="alarm"/>
  <message id="Answer" name="answer"><extensionElements><zeebe:subscription correlationKey="=agency"/></extensionElements></message>`;
/** Throws an answer for `agency`, kept for an hour, then a signal, and goes on to a task. */
const sender = `${header}<process id="Sender" isExecutable="true"><startEvent id="S"/>
  <intermediateThrowEvent id="Send"><extensionElements><zeebe:properties><zeebe:property name="timeToLive" value="PT1H"/></zeebe:properties></extensionElements>
    <messageEventDefinition messageRef="Answer"/></intermediateThrowEvent>
  <intermediateThrowEvent id="Ring"><signalEventDefinition signalRef="Alarm"/></intermediateThrowEvent>
  ${flow('S', 'Send')}${flow('Send', 'Ring')}</process></definitions>`;
/** Waits for the answer of its agency, and meanwhile hears the signal. */
const receiver = `${header}<process id="Receiver" isExecutable="true"><startEvent id="S"/><receiveTask id="Wait" messageRef="Answer"/>
  <intermediateCatchEvent id="Hold"><timerEventDefinition><timeDuration>P30D</timeDuration></timerEventDefinition></intermediateCatchEvent>
  ${flow('S', 'Wait')}${flow('Wait', 'Hold')}
  <subProcess id="Heard" triggeredByEvent="true"><startEvent id="Ear" isInterrupting="false"><signalEventDefinition signalRef="Alarm"/></startEvent>
    <scriptTask id="Note"><extensionElements><zeebe:script expression="=true" resultVariable="alarmed"/></extensionElements></scriptTask>
    ${flow('Ear', 'Note')}</subProcess></process></definitions>`;

async function begin(graph: Graph, process: string, variables: Variables): Promise<HostedModel> {
  const hosted = await hostModel(stack, graph);
  const calendar = { daysOff: [], workingDays: [] };
  await hosted.give({ type: 'start', process, variables, calendar });
  return hosted;
}

/** Where the tokens are, and the variables of the instance. */
async function read(hosted: HostedModel) {
  const state = await hosted.standing();
  const visits = Object.values(state?.visits ?? {});
  return {
    at: visits.filter(({ scope }) => scope !== null).map(({ node }) => node),
    variables: state?.visits[state.root ?? '']?.variables,
  };
}

test('an answer goes to the instance whose key it has, also to one that waits later; a signal to everybody who waits by then', async () => {
  const { graph: sends } = await compile({ 'sender.bpmn': sender });
  const { graph: receives } = await compile({ 'receiver.bpmn': receiver });
  const [tax, police] = [
    await begin(receives, 'Receiver', { agency: 'tax' }),
    await begin(receives, 'Receiver', { agency: 'police' }),
  ];
  for (const hosted of [tax, police]) {
    await expect.poll(async () => (await read(hosted)).at, { timeout: 30_000 }).toEqual(['Wait']);
  }

  await begin(sends, 'Sender', { agency: 'tax', points: 9 });
  await expect
    .poll(() => read(tax), { timeout: 30_000 })
    .toMatchObject({ at: ['Hold'], variables: { agency: 'tax', points: 9, alarmed: true } });
  await expect
    .poll(() => read(police), { timeout: 30_000 })
    .toEqual({ at: ['Wait'], variables: { agency: 'police', alarmed: true } });

  await begin(sends, 'Sender', { agency: 'court', points: 7 });
  const court = await begin(receives, 'Receiver', { agency: 'court' });
  await expect
    .poll(() => read(court), { timeout: 30_000 })
    .toMatchObject({ at: ['Hold'], variables: { agency: 'court', points: 7 } });
});

test('in memory the same instances come to the same', async () => {
  const { graph } = await compile({ 'sender.bpmn': sender, 'receiver.bpmn': receiver });
  const trace: string[] = [];
  const { open } = simulate(graph, {
    processes: ['Receiver', 'Sender'],
    variables: { agency: 'tax' },
    onTrace: ({ action, element }) => trace.push(`${action} ${element}`),
  });
  expect(open.timers.map(({ element }) => element)).toEqual(['Hold']);
  expect(trace).toEqual(expect.arrayContaining(['complete Wait', 'complete Note']));
});
