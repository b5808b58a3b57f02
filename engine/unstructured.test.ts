/**
 * Random models without any structure: every element, any flow that stays in its scope. Nobody can say what they should do,
 * but whatever happens to them, no step throws, scopes count what is inside them, and every visit that began has ended or
 * is there.
 */
import { expect, test } from 'vitest';
import { apply } from './apply.ts';
import { compile } from './compile.ts';
import { LiveInstance } from './live.ts';
import { start } from './start.ts';
import type { State } from './state.ts';
import type { Effect, EngineEvent, Graph } from './types.ts';

/** A small generator of numbers with a seed, so that a failing model can be found again. */
class Random {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 2_654_435_761) >>> 0;
  }

  below(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * limit);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
}

const catches = [
  '<messageEventDefinition messageRef="M"/>',
  '<signalEventDefinition signalRef="Sig"/>',
  '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>',
  '<conditionalEventDefinition><condition>=n &gt; 3</condition></conditionalEventDefinition>',
];
const caughtFromInside = [
  '<errorEventDefinition errorRef="Err"/>',
  '<errorEventDefinition/>',
  '<escalationEventDefinition escalationRef="Esc"/>',
];
const throws = [
  '',
  '<signalEventDefinition signalRef="Sig"/>',
  '<escalationEventDefinition escalationRef="Esc"/>',
  '<compensateEventDefinition/>',
];
const ends = [...throws, '<errorEventDefinition errorRef="Err"/>', '<terminateEventDefinition/>'];
const loops = [
  '',
  '',
  '',
  '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>',
  '<multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>',
  '<standardLoopCharacteristics loopMaximum="2"><loopCondition>=true</loopCondition></standardLoopCharacteristics>',
];

class Writer {
  private readonly random: Random;
  private ids = 0;

  constructor(random: Random) {
    this.random = random;
  }

  scope(depth: number, inTransaction: boolean): string {
    const { random } = this;
    const parts: string[] = [];
    const sources: string[] = [];
    const targets: string[] = [];
    const add = (xml: string, id: string, source: boolean, target: boolean) => {
      parts.push(xml);
      if (source) sources.push(id);
      if (target) targets.push(id);
    };
    const begin = this.id('S');
    add(`<startEvent id="${begin}"/>`, begin, true, false);
    for (let n = 2 + random.below(5); n > 0; n--) this.element(depth, inTransaction, add);
    const end = this.id('E');
    const cancel = inTransaction && random.chance(30) ? '<cancelEventDefinition/>' : random.pick(ends);
    add(`<endEvent id="${end}">${cancel}</endEvent>`, end, false, true);
    if (depth > 0 && random.chance(30)) {
      const [id, first] = [this.id('X'), this.id('XS')];
      const event = random.pick([...catches, ...caughtFromInside]);
      const continues = !event.includes('error') && random.chance(50) ? ' isInterrupting="false"' : '';
      parts.push(
        `<subProcess id="${id}" triggeredByEvent="true"><startEvent id="${first}"${continues}>${event}</startEvent>
         <userTask id="${id}A"/>${this.flow(first, `${id}A`)}</subProcess>`,
      );
    }
    for (const source of sources) parts.push(this.flow(source, random.pick(targets)));
    for (let n = random.below(4); n > 0; n--)
      parts.push(this.flow(random.pick(sources), random.pick(targets)));
    return parts.join('');
  }

  private element(
    depth: number,
    inTransaction: boolean,
    add: (xml: string, id: string, source: boolean, target: boolean) => void,
  ): void {
    const { random } = this;
    const id = this.id('N');
    const kind = random.below(depth > 0 ? 10 : 8);
    if (kind < 3) {
      const task = random.pick(['task', 'userTask', 'userTask', 'serviceTask']);
      add(`<${task} id="${id}">${random.pick(loops)}</${task}>`, id, true, true);
      this.boundaries(id, add, false);
    } else if (kind < 6) {
      const gateway = random.pick(['exclusiveGateway', 'parallelGateway', 'inclusiveGateway']);
      add(`<${gateway} id="${id}"/>`, id, true, true);
    } else if (kind === 6) {
      add(
        `<intermediateCatchEvent id="${id}">${random.pick(catches)}</intermediateCatchEvent>`,
        id,
        true,
        true,
      );
    } else if (kind === 7) {
      add(
        `<intermediateThrowEvent id="${id}">${random.pick(throws)}</intermediateThrowEvent>`,
        id,
        true,
        true,
      );
    } else {
      const isTransaction = random.chance(30);
      const tag = isTransaction ? 'transaction' : 'subProcess';
      const content = this.scope(depth - 1, isTransaction || inTransaction);
      add(`<${tag} id="${id}">${random.pick(loops)}${content}</${tag}>`, id, true, true);
      this.boundaries(id, add, true);
      if (isTransaction) {
        const boundary = `<boundaryEvent id="${id}C" attachedToRef="${id}"><cancelEventDefinition/></boundaryEvent>`;
        add(boundary, `${id}C`, true, false);
      }
    }
  }

  private boundaries(
    host: string,
    add: (xml: string, id: string, source: boolean, target: boolean) => void,
    isScope: boolean,
  ): void {
    const { random } = this;
    if (random.chance(35)) {
      const id = this.id('B');
      const event = random.pick(isScope ? [...catches, ...caughtFromInside] : catches);
      const continues = !event.includes('error') && random.chance(50) ? ' cancelActivity="false"' : '';
      add(
        `<boundaryEvent id="${id}" attachedToRef="${host}"${continues}>${event}</boundaryEvent>`,
        id,
        true,
        false,
      );
    }
    if (random.chance(25)) {
      const id = this.id('H');
      add(
        `<boundaryEvent id="${id}B" attachedToRef="${host}"><compensateEventDefinition/></boundaryEvent>
         <userTask id="${id}" isForCompensation="true"/><association id="${id}A" sourceRef="${id}B" targetRef="${id}"/>`,
        id,
        false,
        false,
      );
    }
  }

  private flow(source: string, target: string): string {
    return `<sequenceFlow id="${this.id('F')}" sourceRef="${source}" targetRef="${target}"/>`;
  }

  private id(prefix: string): string {
    this.ids += 1;
    return `${prefix}${this.ids}`;
  }
}

async function randomGraph(random: Random): Promise<Graph> {
  const head =
    'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t"';
  const content = new Writer(random).scope(2, false);
  const { graph } = await compile({
    'p.bpmn': `<definitions ${head}><message id="M" name="m"/><signal id="Sig" name="s"/><error id="Err" errorCode="e"/>
      <escalation id="Esc" escalationCode="c"/><process id="P" isExecutable="true">${content}</process></definitions>`,
  });
  return graph;
}

/** Something that may well happen next, or that comes too late. */
function randomEvent(random: Random, state: State): EngineEvent {
  const works = Object.values(state.visits).filter(({ work }) => work !== undefined);
  const visit = works.length > 0 ? random.pick(works) : undefined;
  const [incident] = Object.keys(state.incidents);
  switch (random.below(incident === undefined ? 9 : 11)) {
    case 0:
      return { type: 'message', name: 'm', correlationKey: '', variables: {} };
    case 1:
      return { type: 'signal', name: 's', variables: {} };
    case 2:
      return { type: 'timersDue' };
    case 3:
      return { type: 'variablesChanged', scope: state.root ?? '', variables: { n: random.below(8) } };
    case 4:
      if (visit && random.chance(50)) {
        return { type: 'bpmnError', visit: visit.id, code: 'e', message: '', variables: {} };
      }
      return { type: 'jobFailed', job: visit?.id ?? 'v0', code: 'x', message: '' };
    case 9:
    case 10:
      return { type: 'incidentRetried', incident: incident ?? '' };
    default:
      return visit?.work === 'job'
        ? { type: 'jobCompleted', job: visit.id, variables: {} }
        : { type: 'taskCompleted', visit: visit?.id ?? 'v0', variables: {} };
  }
}

/** Visits that are there, by element, as the trace so far says. */
class Ledger {
  private readonly open = new Map<string, number>();

  note(effects: Effect[]): void {
    for (const effect of effects) {
      if (effect.type !== 'trace') continue;
      const change = effect.action === 'enter' ? 1 : -1;
      this.open.set(effect.element, (this.open.get(effect.element) ?? 0) + change);
    }
  }

  /** Elements of which another number is there than the trace says. */
  differences(graph: Graph, state: State): string[] {
    const there = new Map<string, number>();
    for (const { node, role, incident } of Object.values(state.visits)) {
      // A token that was stopped on its way has not entered.
      if (state.incidents[incident ?? '']?.code === 'endless_loop') continue;
      const element = role === 'body' ? `${node}#body` : node;
      there.set(element, (there.get(element) ?? 0) + 1);
    }
    return [...new Set([...this.open.keys(), ...there.keys()])].filter((element) => {
      // Tokens that merge at a join enter one by one and complete as one.
      if (graph.processes.P?.nodes[element]?.kind.endsWith('Gateway')) return false;
      return (there.get(element) ?? 0) !== (this.open.get(element) ?? 0);
    });
  }
}

/** Visits whose `inside` is wrong, or that are stuck on an incident that is not there; incidents of nobody. */
function miscounted(state: State): string[] {
  const inside: Record<string, number> = {};
  for (const { scope } of Object.values(state.visits)) {
    if (scope !== null) inside[scope] = (inside[scope] ?? 0) + 1;
  }
  const visits = Object.values(state.visits).filter(
    ({ id, inside: counted, incident }) =>
      counted !== (inside[id] ?? 0) || (incident !== undefined && !state.incidents[incident]),
  );
  const orphans = Object.values(state.incidents).filter(({ visit }) => !state.visits[visit]);
  return [...visits, ...orphans].map(({ id }) => id);
}

type StartEvent = Parameters<typeof start>[1];

/** RANDOM_MODELS=2000 for a long night. */
const models = Number(process.env.RANDOM_MODELS ?? 20);

test(`${models} models without structure lose no visit, whatever happens to them, and live on as they are stored`, async () => {
  for (let seed = 1; seed <= models; seed++) {
    const random = new Random(seed);
    const graph = await randomGraph(random);
    const ledger = new Ledger();
    let now = Date.parse('2026-01-01T00:00:00.000Z');
    const calendar = { daysOff: [], workingDays: [] };
    const begun: StartEvent = { type: 'start', process: 'P', variables: { n: 0 }, calendar };
    let { state, effects } = start(graph, begun, new Date(now).toISOString());
    const live = LiveInstance.start(graph, begun, new Date(now).toISOString());
    for (let steps = 0; steps < 40; steps++) {
      ledger.note(effects);
      try {
        expect([...miscounted(state), ...ledger.differences(graph, state)]).toEqual([]);
        const isLoop = Object.values(state.incidents).some(({ code }) => code === 'endless_loop');
        if (state.root === null || isLoop || Object.keys(state.visits).length > 100) break;
        now += 600_000;
        const event = randomEvent(random, state);
        ({ state, effects } = apply(
          graph,
          JSON.parse(JSON.stringify(state)),
          event,
          new Date(now).toISOString(),
        ));
        const received = live.step(event, new Date(now).toISOString());
        expect(received ? live.effects : [{ type: 'unreceived' }]).toEqual(effects);
        expect(live.state).toEqual(state);
      } catch (error) {
        throw new Error(`seed ${seed}, step ${steps}: ${(error as Error).message}`, { cause: error });
      }
    }
  }
}, 120_000);
