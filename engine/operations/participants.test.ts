import { describe, expect, test } from 'vitest';
import { advance } from '../advance.ts';
import { compile } from '../compile.ts';
import type { EngineEvent, ItemPlace, Json, State, Step } from '../types.ts';

const flow = (source: string, target: string) =>
  `<sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}"/>`;
const modelOf = (isSequential: boolean) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t"><process id="P" isExecutable="true">
  <startEvent id="S"/><userTask id="Ask"><multiInstanceLoopCharacteristics isSequential="${isSequential}"><extensionElements>
    <zeebe:loopCharacteristics inputCollection="=agencies" inputElement="agency" outputCollection="answers"
      outputElement="=agency"/></extensionElements></multiInstanceLoopCharacteristics></userTask><userTask id="Sum"/>
  ${flow('S', 'Ask')}${flow('Ask', 'Sum')}</process></definitions>`;

const at = '2026-01-01T00:00:00.000Z';
const graphs = {
  parallel: (await compile({ 'p.bpmn': modelOf(false) })).graph,
  sequential: (await compile({ 'p.bpmn': modelOf(true) })).graph,
};
type Mode = keyof typeof graphs;

/** A loop over the agencies a, b and c, changed as the test says. */
class Opinions {
  private step: Step;
  private readonly mode: Mode;
  constructor(mode: Mode) {
    this.mode = mode;
    const calendar = { daysOff: [], workingDays: [] };
    const variables = { agencies: ['a', 'b', 'c'] };
    this.step = this.go(null, { type: 'start', process: 'P', variables, calendar });
  }
  private go(state: State | null, event: EngineEvent): Step {
    const graph = graphs[this.mode];
    return advance({ from: graph, to: graph }, state, event, at);
  }
  private get visits() {
    return Object.values(this.step.state.visits);
  }
  get loop(): string {
    return this.visits.find(({ role }) => role === 'body')?.id ?? 'v0';
  }
  /** @returns codes of what could not be done */
  change(add: Json[], drop: number[], loop = this.loop): string[] {
    const addItems = add.map((element) => ({ loop, element }));
    const dropItems: ItemPlace[] = drop.map((index) => ({ loop, index }));
    this.step = this.go(this.step.state, { type: 'modified', place: [], cancel: [], addItems, dropItems });
    return this.step.effects.flatMap((effect) =>
      effect.type === 'refused' ? effect.problems.map(({ code }) => code) : [],
    );
  }
  /** Whom a task is open for. */
  get asked(): Json[] {
    return this.visits.flatMap(({ work, node, variables }) =>
      work === 'task' && node === 'Ask' ? [variables?.agency ?? null] : [],
    );
  }
  answer(agency: Json): void {
    const visit = this.visits.find(({ variables, work }) => work === 'task' && variables?.agency === agency);
    this.step = this.go(this.step.state, { type: 'taskCompleted', visit: visit?.id ?? '', variables: {} });
  }
  /** Everybody who is asked answers. */
  finish(): Json | undefined {
    for (let [next] = this.asked; next !== undefined; [next] = this.asked) this.answer(next);
    expect(this.visits.map(({ node }) => node)).toEqual(['P', 'Sum']);
    return this.step.state.visits[this.step.state.root ?? '']?.variables?.answers;
  }
}

describe.each<Mode>(['parallel', 'sequential'])('%s', (mode) => {
  test.each<[string, Json[], number[], Json]>([
    ['one more is asked', ['d'], [], ['a', 'b', 'c', 'd']],
    ['one who is asked first is taken out', [], [0], ['b', 'c']],
    ['one who comes later is taken out', [], [1], ['a', 'c']],
    ['one takes the place of all others', ['d'], [0, 1, 2], ['d']],
  ])('%s', (_, add, drop, answers) => {
    const opinions = new Opinions(mode);
    expect(opinions.change(add, drop)).toEqual([]);
    expect(opinions.finish()).toEqual(answers);
  });

  test('who has answered stays; the last one taken out ends the loop', () => {
    const opinions = new Opinions(mode);
    opinions.answer('a');
    expect(opinions.change([], [1, 2])).toEqual([]);
    expect(opinions.finish()).toEqual(['a']);
  });

  test.each<[string, Json[], number[], string | undefined, string[]]>([
    ['who has answered', [], [0], undefined, ['item_gone']],
    ['who was never asked', [], [7], undefined, ['item_gone']],
    ['the same one twice', [], [1, 1], undefined, ['item_gone']],
    ['a step that is no loop', ['d'], [], 'v1', ['not_a_multi_instance']],
  ])('%s cannot be changed, and nothing is', (_, add, drop, loop, problems) => {
    const opinions = new Opinions(mode);
    opinions.answer('a');
    const asked = opinions.asked;
    expect(opinions.change(add, drop, loop)).toEqual(problems);
    expect(opinions.asked).toEqual(asked);
  });
});

test('at once or in turn: a new one is asked now, or after the others', () => {
  const [parallel, sequential] = [new Opinions('parallel'), new Opinions('sequential')];
  for (const opinions of [parallel, sequential]) opinions.change(['d'], []);
  expect([parallel.asked, sequential.asked]).toEqual([['a', 'b', 'c', 'd'], ['a']]);
});
