/** Does the steps of a case on the engine and returns its log. */
import { LiveInstance } from '../../../engine/live.ts';
import type { Graph } from '../../../engine/model/graph.ts';
import { Host, type Instance } from '../../../engine/simulation/host.ts';
import type { Visit, Wait } from '../../../engine/state.ts';
import type { EngineEvent, Instant } from '../../../engine/types.ts';
import type { Case, Step } from './case.ts';
import { completed, configuration, variableOf } from './complete.ts';

export interface Entry {
  action: 'enter' | 'complete' | 'cancel';
  element: string;
}

export interface Log {
  entries: Entry[];
  /** How many entries there were at each `check` step, in order. */
  checks: number[];
  /** Tokens waiting at each element after the last step; processes included. */
  open: Record<string, number>;
}

const begin = '2026-01-01T00:00:00.000Z';

export function drive(graph: Graph, test: Case): Log {
  return new Driver(completed(graph, test), test).drive();
}

class Driver {
  private readonly graph: Graph;
  private readonly test: Case;
  private readonly host: Host;
  private readonly entries: Entry[] = [];
  private readonly checks: number[] = [];
  private settings: Record<string, boolean> = {};

  constructor(graph: Graph, test: Case) {
    this.graph = graph;
    this.test = test;
    const onTrace = ({ action, element }: { action: string; element: string }) => {
      const name = action === 'terminate' ? 'cancel' : (action as Entry['action']);
      this.entries.push({ action: name, element: this.poolOf(element) });
    };
    this.host = new Host(graph, { processes: [], onTrace }, begin);
  }

  drive(): Log {
    for (const step of this.test.steps) {
      this.do(step);
      this.host.settle();
    }
    return { entries: this.entries, checks: this.checks, open: this.open() };
  }

  /** In a model with pools the suite names the participant where others name the process. */
  private poolOf(element: string): string {
    const pools = Object.entries(this.test.pools ?? {});
    return pools.find(([, process]) => process === element)?.[0] ?? element;
  }

  private do(step: Step): void {
    switch (step.do) {
      case 'configure':
        Object.assign(this.settings, configuration(this.graph, step.element, step.activeOutgoing));
        this.set(this.settings);
        break;
      case 'start':
        this.host.start(step.process, step.implicit ? undefined : step.element, this.settings);
        break;
      case 'signal':
        this.message(step.target);
        break;
      case 'trigger':
        this.trigger(step);
        break;
      case 'check':
        this.checks.push(this.entries.length);
        break;
    }
  }

  private set(variables: Record<string, boolean>): void {
    for (const instance of this.host.instances) {
      const { root } = instance.live;
      if (root) this.host.send(instance, { type: 'variablesChanged', scope: root.id, variables });
    }
  }

  /** A message arrives over a message flow: it starts a process or is received by a catch. */
  private message(target: string): void {
    const process = Object.values(this.graph.processes).find(({ nodes }) => nodes[target]);
    const node = process?.nodes[target];
    if (!process || !node) return;
    if (node.kind === 'startEvent' && node.parent === process.id) {
      this.host.start(process.id, target, this.settings);
    } else {
      this.send(target, { type: 'message', name: target, correlationKey: '', variables: {} });
    }
  }

  private trigger(step: Extract<Step, { do: 'trigger' }>): void {
    const { element } = step;
    if (step.kind === 'continue') {
      for (const instance of this.host.instances) {
        const visit = [...instance.live.visits()].find(
          ({ node, work }) => node === element && work === 'task',
        );
        if (visit && this.host.send(instance, { type: 'taskCompleted', visit: visit.id, variables: {} }))
          return;
      }
      return;
    }
    const found = this.waitFor(element);
    if (!found) return;
    const { wait, instance } = found;
    if (wait.type === 'timer') this.fire(found);
    else if (wait.type === 'conditional') this.set({ [variableOf(element)]: true });
    else if (wait.type === 'signal') {
      this.host.send(instance, { type: 'signal', name: wait.name, variables: {} });
    } else this.send(element, { type: 'message', name: element, correlationKey: '', variables: {} });
  }

  private send(element: string, event: EngineEvent): void {
    const found = this.waitFor(element);
    if (found) this.host.send(found.instance, event);
  }

  /** Makes the one timer due, leaving all others far off. */
  private fire({ instance, visit, wait }: Found): void {
    const due = (other: Wait): Wait =>
      other === wait ? ({ ...other, due: begin as Instant } as Wait) : other;
    const { state } = instance.live;
    const visits = { ...state.visits, [visit.id]: { ...visit, waits: visit.waits.map(due) } };
    instance.live = LiveInstance.load(this.graph, { ...state, visits }, begin);
    this.host.send(instance, { type: 'timersDue' });
  }

  private waitFor(element: string): Found | undefined {
    for (const instance of this.host.instances) {
      for (const visit of instance.live.visits()) {
        const wait = visit.waits.find(({ event }) => event === element);
        if (wait) return { instance, visit, wait };
      }
    }
    return undefined;
  }

  private open(): Record<string, number> {
    const open: Record<string, number> = {};
    for (const { live } of this.host.instances) {
      for (const { node, arrived } of live.visits()) {
        const name = this.poolOf(node);
        const tokens = arrived ? Object.values(arrived).reduce((sum, count) => sum + count, 0) : 1;
        open[name] = (open[name] ?? 0) + tokens;
      }
    }
    return open;
  }
}

interface Found {
  instance: Instance;
  visit: Visit;
  wait: Wait;
}
