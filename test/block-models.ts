/** Random block-structured models: what they do can be said from the blocks alone, without looking at tokens. */
import fc from 'fast-check';

export type Block =
  | { kind: 'task' }
  | { kind: 'sequence' | 'parallel'; blocks: Block[] }
  | { kind: 'exclusive'; blocks: Block[]; chosen: number }
  | { kind: 'inclusive'; blocks: Block[]; chosen: boolean[] }
  | { kind: 'repeat'; block: Block; times: number }
  | { kind: 'subProcess'; block: Block; items: number | null };

const anyBlock: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => {
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

/** Every task stands at a place that the demo organisation has. */
const forTheHead =
  '<extensionElements><zeebe:assignmentDefinition candidateGroups="head@ministry"/></extensionElements>';

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
        parts.push(`<userTask id="${id}">${forTheHead}</userTask>`);
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

export const blocks: fc.Arbitrary<Block> = anyBlock.filter((content) => isSound(content));

/** The process `P` of a block, and how often each of its tasks is done. */
export function modelOf(content: Block): { xml: string; expected: Record<string, number> } {
  const writer = new Writer();
  const head =
    'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t"';
  const process = `<process id="P" isExecutable="true">${writer.scope(content, 1)}</process>`;
  return { xml: `<definitions ${head}>${process}</definitions>`, expected: writer.expected };
}
