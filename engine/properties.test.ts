/**
 * Random block-structured models against an oracle that never looks at tokens: it counts, from the blocks alone, how often
 * each task is done. People finish the open tasks in random order; between any two steps the state goes through JSON.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance } from './advance.ts';
import { apply } from './apply.ts';
import { compile } from './compile.ts';
import { LiveInstance } from './live.ts';
import { start } from './start.ts';
import type { Effect, EngineEvent, Graph, State, Step } from './types.ts';

type Block =
  | { kind: 'task' }
  | { kind: 'sequence' | 'parallel'; blocks: Block[] }
  | { kind: 'exclusive'; blocks: Block[]; chosen: number }
  | { kind: 'inclusive'; blocks: Block[]; chosen: boolean[] }
  | { kind: 'repeat'; block: Block; times: number }
  | { kind: 'subProcess'; block: Block; items: number | null };

const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 2, maxLength: 3 });
  return {
    block: fc.oneof(
      { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
      fc.record({ kind: fc.constant('task' as const) }),
      fc.record({ kind: fc.constantFrom('sequence' as const, 'parallel' as const), blocks }),
      fc.record({ kind: fc.constant('exclusive' as const), blocks, chosen: fc.nat(2) }),
      fc.record({
        kind: fc.constant('inclusive' as const),
        blocks,
        chosen: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('repeat' as const),
        block: tie('block'),
        times: fc.integer({ min: 1, max: 3 }),
      }),
      fc.record({
        kind: fc.constant('subProcess' as const),
        block: tie('block'),
        items: fc.option(fc.integer({ min: 0, max: 3 })),
      }),
    ),
  };
}).block;

/** Writes a block as BPMN elements, and counts how often each of its tasks is done. */
class Writer {
  readonly expected: Record<string, number> = {};
  private ids = 0;

  /** @returns the elements of a scope that holds the block between a start and an end */
  scope(content: Block, times: number): string {
    const parts: string[] = [];
    const [begin, end] = [this.id('Start'), this.id('End')];
    parts.push(`<startEvent id="${begin}"/>`, `<endEvent id="${end}"/>`);
    const { first, last } = this.write(content, times, parts);
    parts.push(this.flow(begin, first), this.flow(last, end));
    return parts.join('');
  }

  private write(content: Block, times: number, parts: string[]): { first: string; last: string } {
    switch (content.kind) {
      case 'task': {
        const id = this.id('Task');
        this.expected[id] = times;
        parts.push(`<userTask id="${id}"/>`);
        return { first: id, last: id };
      }
      case 'sequence': {
        const written = content.blocks.map((inner) => this.write(inner, times, parts));
        for (const [i, { first }] of written.slice(1).entries())
          parts.push(this.flow(written[i]?.last ?? '', first));
        return { first: written[0]?.first ?? '', last: written.at(-1)?.last ?? '' };
      }
      case 'parallel':
        return this.branches('parallelGateway', content.blocks, () => true, times, parts);
      case 'exclusive': {
        const chosen = content.chosen % content.blocks.length;
        return this.branches('exclusiveGateway', content.blocks, (i) => i === chosen, times, parts);
      }
      case 'inclusive': {
        const none = !content.blocks.some((_, i) => content.chosen[i]);
        const taken = (i: number) => (none ? i === 0 : content.chosen[i] === true);
        return this.branches('inclusiveGateway', content.blocks, taken, times, parts);
      }
      case 'repeat': {
        const [reset, merge, count, split] = [
          this.id('Reset'),
          this.id('Merge'),
          this.id('Count'),
          this.id('Split'),
        ];
        const variable = `n_${count}`;
        parts.push(
          script(reset, '0', variable),
          `<exclusiveGateway id="${merge}"/>`,
          script(count, `${variable} + 1`, variable),
          `<exclusiveGateway id="${split}" default="${split}_on"/><exclusiveGateway id="${split}_end"/>`,
        );
        const { first, last } = this.write(content.block, times * content.times, parts);
        parts.push(
          this.flow(reset, merge),
          this.flow(merge, first),
          this.flow(last, count),
          this.flow(count, split),
        );
        parts.push(this.flow(split, merge, `${variable} &lt; ${content.times}`));
        parts.push(`<sequenceFlow id="${split}_on" sourceRef="${split}" targetRef="${split}_end"/>`);
        return { first: reset, last: `${split}_end` };
      }
      case 'subProcess': {
        const id = this.id('Sub');
        const loop =
          content.items === null
            ? ''
            : `<multiInstanceLoopCharacteristics><loopCardinality>${content.items}</loopCardinality></multiInstanceLoopCharacteristics>`;
        const mapping =
          '<extensionElements><zeebe:ioMapping><zeebe:input source="=1" target="own"/></zeebe:ioMapping></extensionElements>';
        parts.push(
          `<subProcess id="${id}">${mapping}${loop}${this.scope(content.block, times * (content.items ?? 1))}</subProcess>`,
        );
        return { first: id, last: id };
      }
    }
  }

  private branches(
    gateway: string,
    blocks: Block[],
    taken: (i: number) => boolean,
    times: number,
    parts: string[],
  ) {
    const [split, join] = [this.id('Split'), this.id('Join')];
    parts.push(`<${gateway} id="${split}"/><${gateway} id="${join}"/>`);
    for (const [i, inner] of blocks.entries()) {
      const { first, last } = this.write(inner, taken(i) ? times : 0, parts);
      parts.push(this.flow(split, first, gateway === 'parallelGateway' ? undefined : String(taken(i))));
      parts.push(this.flow(last, join));
    }
    return { first: split, last: join };
  }

  private flow(source: string, target: string, condition?: string): string {
    const inner = condition === undefined ? '' : `<conditionExpression>=${condition}</conditionExpression>`;
    return `<sequenceFlow id="${this.id('Flow')}" sourceRef="${source}" targetRef="${target}">${inner}</sequenceFlow>`;
  }

  private id(prefix: string): string {
    this.ids += 1;
    return `${prefix}${this.ids}`;
  }
}

function script(id: string, expression: string, result: string): string {
  return `<scriptTask id="${id}"><extensionElements><zeebe:script expression="=${expression}" resultVariable="${result}"/></extensionElements></scriptTask>`;
}

/** A repetition inside a multi-instance counts in a variable that its siblings would share: not block-structured. */
function isSound(content: Block, inItems = false): boolean {
  switch (content.kind) {
    case 'task':
      return true;
    case 'repeat':
      return !inItems && isSound(content.block, inItems);
    case 'subProcess':
      return isSound(content.block, inItems || content.items !== null);
    default:
      return content.blocks.every((inner) => isSound(inner, inItems));
  }
}

const at = '2026-01-01T00:00:00.000Z';
const calendar = { daysOff: [], workingDays: [] };

test('each task is done as often as its block says, whatever the order; no token is lost or left', async () => {
  const model = block.filter((content) => isSound(content));
  await fc.assert(
    fc.asyncProperty(model, fc.infiniteStream(fc.nat(1000)), async (content, choices) => {
      const writer = new Writer();
      const head =
        'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t"';
      const process = `<process id="P" isExecutable="true">${writer.scope(content, 1)}</process>`;
      const { graph, problems } = await compile({
        'p.bpmn': `<definitions ${head}>${process}</definitions>`,
      });
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);

      const trace: Record<string, number> = {};
      const note = (effects: Effect[]) => {
        for (const effect of effects) {
          expect(effect.type).not.toBe('openIncident');
          if (effect.type !== 'trace') continue;
          const key = `${effect.action} ${effect.element}`;
          trace[key] = (trace[key] ?? 0) + 1;
        }
      };
      const begun = { type: 'start' as const, process: 'P', variables: {}, calendar };
      let step = start(graph, begun, at);
      const live = LiveInstance.start(graph, begun, at);
      note(step.effects);
      for (let steps = 0; step.state.root !== null; steps++) {
        expect(steps, 'steps until the end').toBeLessThan(5000);
        const state = JSON.parse(JSON.stringify(step.state)) as State;
        checkCounts(state);
        const open = Object.values(state.visits).filter(({ work }) => work === 'task');
        const visit = open[(choices.next().value ?? 0) % open.length]?.id ?? '';
        const event: EngineEvent = { type: 'taskCompleted', visit, variables: {} };
        step = apply(graph, state, event, at);
        expect(apply(graph, state, event, at)).toEqual(step);
        checkOperations(graph, state, event, step);
        note(step.effects);
        expect([live.step({ type: 'taskCompleted', visit, variables: {} }, at), live.effects]).toEqual([
          true,
          step.effects,
        ]);
      }
      expect(live.state).toEqual(step.state);
      const done = Object.fromEntries(
        Object.keys(writer.expected).map((id) => [id, trace[`complete ${id}`] ?? 0]),
      );
      expect(done).toEqual(writer.expected);
      expect(step.state.visits).toEqual({});
    }),
    { numRuns: 150 },
  );
});

/** Migrating to the same model changes nothing, and what is held while suspended leads to the same state. */
function checkOperations(graph: Graph, state: State, event: EngineEvent, step: Step): void {
  const graphs = { from: graph, to: graph };
  const migrated = advance(graphs, state, { type: 'migrated', definition: 'd', nodes: [] }, at);
  expect(migrated).toMatchObject({ state, effects: [{ type: 'migrated', definition: 'd' }] });
  let held: Step = { state, effects: [], nextTimer: null };
  for (const next of [{ type: 'suspended' as const }, event, { type: 'resumed' as const }]) {
    held = advance(graphs, held.state, next, at);
  }
  expect(held.state).toEqual(step.state);
  expect(held.effects).toEqual([{ type: 'resumed' }, ...step.effects]);
}

/** `inside` is the number of visits that say this one is their scope. */
function checkCounts(state: State): void {
  const inside: Record<string, number> = {};
  for (const { scope } of Object.values(state.visits)) {
    if (scope !== null) inside[scope] = (inside[scope] ?? 0) + 1;
  }
  for (const visit of Object.values(state.visits))
    expect(visit.inside, visit.node).toBe(inside[visit.id] ?? 0);
}
