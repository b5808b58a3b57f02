/**
 * One step in the making: the draft of the next state, the effects so far, and the tokens on their way. Elements see
 * only this class. Its methods are the whole lifecycle of an element instance:
 *
 *     send -> (arrive) -> enter -> complete -> leave -> send ...
 *                              \-> terminate
 *
 * Tokens move breadth first: each `send` queues behind those already on their way, so concurrent branches keep pace.
 * Whatever fails in a model while a visit is entered or completed (`Stuck`) undoes that phase and leaves an incident.
 */
import type { Behaviour } from './elements/behaviour.ts';
import { chooseByConditions } from './elements/flows.ts';
import { joinQuantity } from './elements/joining.ts';
import { behaviourOf } from './elements/registry.ts';
import { compensateNext, recordCompensable } from './events/compensation.ts';
import { StaleConditions } from './events/conditions.ts';
import { tellSubscriptions } from './events/subscriptions.ts';
import { dropWaits, openBoundaryWaits, openEventSubProcessWaits } from './events/waits.ts';
import type { Flow, Graph, Node, Process } from './model/graph.ts';
import type { Begin, Incident, Place, State, Visit, Wait } from './state.ts';
import { type IncidentCode, Stuck } from './stuck.ts';
import { beginPause, endPause, pausesClocks } from './time/running-clocks.ts';
import type { Effect, Instant, Step, Variables, VisitId } from './types.ts';
import { applyInputs, applyOutputs } from './variables.ts';
import { VisitTable } from './visit-table.ts';

/** A model that moves more tokens than this in one step, without ever waiting, loops. */
export const transitionLimit = 20_000;

const endlessLoop = {
  code: 'endless_loop' satisfies IncidentCode,
  message: `more than ${transitionLimit} tokens moved in one step without waiting for anything`,
};

/** How a token comes to a node. */
export interface Arrival {
  node: Node;
  scope: VisitId;
  /** Sequence flow it came over; null if it starts there. */
  flow: string | null;
  /** What the new visit starts with. */
  seed?: Seed;
}

type Seed = Pick<
  Partial<Visit>,
  'role' | 'index' | 'variables' | 'handles' | 'compensable' | 'payload' | 'startedBy' | 'beginsAt'
>;

export class Run {
  readonly graph: Graph;
  now: Instant;
  effects: Effect[] = [];
  /** The draft; its `visits` are in the table below until the step ends. */
  readonly state: Omit<State, 'visits'>;
  readonly visits: VisitTable;
  /** Variables as FEEL sees them from a visit; emptied by every write. */
  readonly contexts = new Map<VisitId, Variables>();

  /** Whose conditions may have come to hold since they were last looked at. */
  readonly conditions = new StaleConditions();

  private queue: Arrival[] = [];
  /** Place of the next arrival in the queue; those before it have arrived. */
  private next = 0;
  private transitions = 0;
  /** What visits do once no token moves any more, in order. */
  private delayed: { visit: Visit; act: () => void }[] = [];

  constructor(graph: Graph, state: State, now: Instant) {
    this.graph = graph;
    this.now = now;
    const { visits, ...rest } = state;
    this.state = { ...rest, incidents: { ...state.incidents } };
    this.visits = new VisitTable(visits);
  }

  /** Another step on the same draft. */
  goOn(now: Instant): void {
    this.now = now;
    this.effects = [];
    this.transitions = 0;
    this.contexts.clear();
  }

  // ---------------------------------------------------------------- looking around

  node(process: string, id: string): Node {
    const node = this.graph.processes[process]?.nodes[id];
    if (!node) throw new Error(`the graph has no node ${id} in process ${process}`);
    return node;
  }

  nodeOf(visit: Visit): Node {
    return this.node(visit.process, visit.node);
  }

  /** What an element does. Asked here, so that elements and events need not know the registry that knows them. */
  behaviourOf(node: Node, role?: Visit['role']): Behaviour {
    return behaviourOf(node, role);
  }

  process(visit: Visit): Process {
    const process = this.graph.processes[visit.process];
    if (!process) throw new Error(`the graph has no process ${visit.process}`);
    return process;
  }

  flow(process: string, id: string): Flow {
    const flow = this.graph.processes[process]?.flows[id];
    if (!flow) throw new Error(`the graph has no sequence flow ${id} in process ${process}`);
    return flow;
  }

  visit(id: VisitId): Visit {
    const visit = this.visits.get(id);
    if (!visit) throw new Error(`no visit ${id}`);
    return visit;
  }

  isAlive(visit: Visit): boolean {
    return this.visits.get(visit.id) === visit;
  }

  scopeOf(visit: Visit): Visit {
    if (visit.scope === null) throw new Error(`visit ${visit.id} is the root`);
    return this.visit(visit.scope);
  }

  /** Visits directly inside `scope`, oldest first. */
  inside(scope: Visit): Visit[] {
    if (scope.inside === 0) return [];
    return this.visits.inside(scope.id);
  }

  /** Changes what the visit waits for, and tells what of it others may send. */
  setWaits(visit: Visit, waits: Wait[]): void {
    tellSubscriptions(this, visit, waits);
    this.visits.setWaits(visit, waits);
  }

  /** What FEEL sees is made anew, and conditions are looked at before the next token moves. */
  variablesChanged(): void {
    this.contexts.clear();
    this.conditions.written();
  }

  emit(effect: Effect): void {
    this.effects.push(effect);
  }

  // ---------------------------------------------------------------- lifecycle

  /** The finished step. */
  finish(): Step {
    const state = { ...this.state, visits: this.visits.toJSON() };
    return { state, effects: this.effects, nextTimer: this.nextTimer };
  }

  /** The earliest moment anything waits for. */
  get nextTimer(): Instant | null {
    return this.state.suspended ? null : (this.visits.earliest()?.due ?? null);
  }

  /** Puts a token on its way to `node` inside `scope`. */
  send(node: Node, scope: Visit, flow: string | null = null, seed?: Seed): void {
    scope.inside += 1;
    this.queue.push(seed ? { node, scope: scope.id, flow, seed } : { node, scope: scope.id, flow });
  }

  /** Puts tokens on their way to where an operation wants them to begin. */
  begin(begins: Begin[], scope: Visit): void {
    for (const { node, inside } of begins) {
      this.send(this.node(scope.process, node), scope, null, inside.length > 0 ? { beginsAt: inside } : {});
    }
  }

  /** Whether this step has moved as many tokens as it may. */
  get isExhausted(): boolean {
    return this.transitions > transitionLimit;
  }

  /** Lets the visit, which has been entered, do the rest of it when no token moves any more. */
  whenStill(visit: Visit, act: () => void): void {
    this.delayed.push({ visit, act });
  }

  /**
   * Moves tokens until every one of them waits or is gone.
   * @param beforeEach called before each token moves
   * @param atRest called when none moves any more; gives whether it moved one
   */
  settle(beforeEach: (run: Run) => void, atRest: (run: Run) => boolean): void {
    do {
      for (;;) {
        beforeEach(this);
        const arrival = this.queue[this.next];
        if (!arrival) break;
        this.next += 1;
        if (this.visits.has(arrival.scope)) this.arrive(arrival);
        if (this.next === 256) {
          this.queue = this.queue.slice(this.next);
          this.next = 0;
        }
      }
      this.queue = [];
      this.next = 0;
    } while (this.actDelayed() || atRest(this));
  }

  /** @returns whether there was anything left to do */
  private actDelayed(): boolean {
    const next = this.delayed.shift();
    if (next && this.isAlive(next.visit)) this.attempt(next.visit, { phase: 'enter' }, next.act);
    return next !== undefined;
  }

  private arrive(arrival: Arrival): void {
    const { node, flow } = arrival;
    const scope = this.visit(arrival.scope);
    if (++this.transitions > transitionLimit) {
      const parked = this.create(node, scope, arrival.seed);
      if (flow !== null) parked.arrived = { [flow]: 1 };
      this.openIncident(parked, endlessLoop, { phase: 'arrive' });
      return;
    }
    const join = behaviourOf(node).join ?? (node.startQuantity === undefined ? undefined : joinQuantity);
    if (join && flow !== null) {
      scope.inside -= 1;
      join(this, node, scope, flow);
    } else {
      this.enter(this.create(node, scope, arrival.seed));
    }
  }

  /** A new visit in place of a token counted in `scope.inside`. */
  create(node: Node, scope: Visit, seed?: Seed): Visit {
    const process = node.kind === 'process' ? node.id : scope.process;
    const visit: Visit = {
      id: `v${++this.state.counter}`,
      process,
      node: node.id,
      scope: scope.id,
      inside: 0,
      waits: [],
      ...seed,
    };
    this.visits.add(visit);
    return visit;
  }

  /** A visit begins: trace, inputs, what may happen to it, then the element itself. */
  enter(visit: Visit): void {
    const node = this.nodeOf(visit);
    if (node.loop && visit.role === undefined) visit.role = 'body';
    this.trace('enter', visit);
    if (visit.role !== 'item' && pausesClocks(node)) beginPause(this, visit);
    this.activate(visit);
  }

  activate(visit: Visit): void {
    const node = this.nodeOf(visit);
    this.attempt(visit, { phase: 'enter' }, () => {
      // Boundary events belong to the whole loop, mapped inputs and event sub-processes to each item.
      if (visit.role !== 'body') applyInputs(this, visit, node);
      if (visit.role !== 'item') openBoundaryWaits(this, visit, node);
      if (visit.role !== 'body') openEventSubProcessWaits(this, visit, node);
      // A loop hands on to its first repetitions, and a call to the called process, where they begin.
      if (visit.beginsAt && node.scope && visit.role !== 'body') this.begin(visit.beginsAt, visit);
      else behaviourOf(node, visit.role).enter(this, visit, node);
      delete visit.beginsAt;
    });
  }

  /** The work of the visit is done and gave `variables`: outputs, then on along the outgoing flows. */
  complete(visit: Visit, variables: Variables = {}): void {
    const node = this.nodeOf(visit);
    const done = this.attempt(visit, { phase: 'complete', variables }, () => {
      applyOutputs(this, visit, node, variables);
      if (visit.scope === null || visit.handles) return;
      const scope = this.visit(visit.scope);
      behaviourOf(this.nodeOf(scope), scope.role).closing?.(this, scope, visit, node);
    });
    if (done) this.leave(visit);
  }

  /** Chooses the outgoing flows and goes. */
  leave(visit: Visit): void {
    const node = this.nodeOf(visit);
    let flows: Flow[] = [];
    // The repetitions of a loop and compensation handlers go nowhere: whoever started them waits for them.
    if (visit.role !== 'item' && !visit.handles) {
      const chosen = this.attempt(visit, { phase: 'leave' }, () => {
        flows = (behaviourOf(node).choose ?? chooseByConditions)(this, visit, node);
      });
      if (!chosen) return;
    }
    recordCompensable(this, visit, node);
    this.trace('complete', visit);
    this.remove(visit);
    if (visit.scope === null) return;
    const scope = this.visit(visit.scope);
    for (const flow of flows) {
      for (let n = node.completionQuantity ?? 1; n > 0; n--) {
        this.send(this.node(visit.process, flow.target), scope, flow.id);
      }
    }
    if (visit.handles) compensateNext(this, this.visit(visit.handles));
    else behaviourOf(this.nodeOf(scope), scope.role).left?.(this, scope, visit);
  }

  /**
   * Ends the visit and everything inside it without going on.
   * @param fromAbove whether a surrounding scope ended it, not one of its own boundary events
   */
  terminate(visit: Visit, fromAbove: boolean): void {
    this.terminateInside(visit, visit.role === 'body' ? fromAbove : true);
    if (visit.work === 'task') {
      this.emit({ type: 'cancelTask', visit: visit.id, interrupted: fromAbove });
    } else if (visit.work === 'job') {
      this.emit({ type: 'cancelJob', job: visit.id });
    }
    if (!this.isParked(visit)) this.trace('terminate', visit);
    this.remove(visit, true);
  }

  /** Whether the visit stands for a token that was stopped on its way (`endless_loop`): it has not been entered. */
  private isParked(visit: Visit): boolean {
    return visit.incident !== undefined && this.state.incidents[visit.incident]?.at.phase === 'arrive';
  }

  /** Ends whatever is inside `scope`, tokens on their way included, but for `spared`. */
  terminateInside(scope: Visit, fromAbove = true, spared?: Visit): void {
    for (const visit of this.inside(scope)) {
      if (visit !== spared && this.isAlive(visit)) this.terminate(visit, fromAbove);
    }
    // What is still counted are tokens on their way.
    if (scope.inside > (spared ? 1 : 0)) this.dropArrivals(scope, () => true);
  }

  /** Takes away tokens on their way inside `scope`. */
  dropArrivals(scope: Visit, which: (arrival: Arrival) => boolean): void {
    const waiting = this.queue.length;
    this.queue = this.queue.filter(
      (arrival, i) => i < this.next || arrival.scope !== scope.id || !which(arrival),
    );
    scope.inside -= waiting - this.queue.length;
  }

  /** Takes the visit out of the table; its scope no longer counts it. */
  private remove(visit: Visit, cancelled = false): void {
    dropWaits(this, visit, () => true);
    if (visit.incident) this.closeIncident(visit);
    this.visits.remove(visit);
    this.contexts.delete(visit.id);
    endPause(this, visit);
    if (visit.scope === null) {
      this.state.root = null;
      const { variables = {} } = visit;
      this.emit({ type: 'ended', variables, ...(cancelled ? { cancelled } : {}) });
      return;
    }
    const scope = this.visit(visit.scope);
    scope.inside -= 1;
    if (scope.joins?.[visit.node] === visit.id) {
      const { [visit.node]: _, ...others } = scope.joins;
      scope.joins = others;
    }
  }

  /** Sends a parked token on its way again. */
  resend(visit: Visit): void {
    const { role, index, variables, handles, compensable, payload, startedBy, beginsAt } = visit;
    const seed = { role, index, variables, handles, compensable, payload, startedBy, beginsAt };
    const given = Object.fromEntries(Object.entries(seed).filter(([, value]) => value !== undefined));
    const scope = this.scopeOf(visit);
    const [flow = null] = Object.keys(visit.arrived ?? {});
    this.remove(visit);
    this.send(this.nodeOf(visit), scope, flow, given);
  }

  /** Takes a visit away as if it had never been; its scope goes on without it. */
  discard(visit: Visit): void {
    const scope = this.scopeOf(visit);
    this.remove(visit);
    behaviourOf(this.nodeOf(scope), scope.role).left?.(this, scope, visit);
  }

  trace(action: 'enter' | 'complete' | 'terminate', visit: Visit): void {
    // A loop's body is told apart from its repetitions, so that these can be counted by the element's id.
    const element = visit.role === 'body' ? `${visit.node}#body` : visit.node;
    const scope = visit.scope ?? visit.id;
    this.emit({ type: 'trace', action, process: visit.process, element, scope });
  }

  // ---------------------------------------------------------------- incidents

  /** Runs a phase of the visit's life; if the model fails in it, undoes it and leaves an incident there. */
  attempt(visit: Visit, place: Place, phase: () => void): boolean {
    const before = { effects: this.effects.length, queue: this.queue.length, waits: visit.waits };
    try {
      phase();
      return true;
    } catch (failure) {
      if (!(failure instanceof Stuck)) throw failure;
      this.effects.length = before.effects;
      for (const dropped of this.queue.splice(before.queue)) this.visit(dropped.scope).inside -= 1;
      this.visits.setWaits(visit, before.waits);
      this.openIncident(visit, failure, place);
      return false;
    }
  }

  openIncident(visit: Visit, failure: { code: string; message: string }, at: Place): void {
    const incident: Incident = {
      id: `i${++this.state.counter}`,
      visit: visit.id,
      code: failure.code,
      message: failure.message,
      at,
    };
    this.state.incidents[incident.id] = incident;
    visit.incident = incident.id;
    const { id, code, message } = incident;
    this.emit({ type: 'openIncident', incident: id, visit: visit.id, element: visit.node, code, message });
  }

  closeIncident(visit: Visit): void {
    if (!visit.incident) return;
    this.emit({ type: 'closeIncident', incident: visit.incident });
    delete this.state.incidents[visit.incident];
    delete visit.incident;
  }
}
