/** Throwing: errors and escalations climb the scopes, signals and messages go to whoever waits. */
import type { Run } from '../run.ts';
import type { Visit, Wait } from '../state.ts';
import type { Variables } from '../types.ts';
import { messageKey, signalKey } from '../visit-table.ts';
import { occur, waiting } from './occur.ts';

/**
 * Throws an error or escalation at `from`. It climbs from scope to scope; in each the event sub-processes come before the
 * boundary events, a catcher of this code before one of every code. A throw without code meets only the latter. What an
 * event sub-process throws itself has left it behind: it is for those around (BPMN 2.0.2, 10.5.6, re-throwing).
 * @returns whether anything caught it
 */
export function throwUp(
  run: Run,
  from: Visit,
  type: 'error' | 'escalation',
  code: string | null,
  variables: Variables,
): boolean {
  let below: string | null = null;
  for (let at: Visit | undefined = from; at; at = at.scope === null ? undefined : run.visit(at.scope)) {
    const wait = catcher(run, at, type, code, below);
    if (wait) {
      occur(run, at, wait, variables);
      return true;
    }
    below = at.node;
  }
  return false;
}

type Catcher = Extract<Wait, { code: string | null }>;

function catcher(
  run: Run,
  holder: Visit,
  type: 'error' | 'escalation',
  code: string | null,
  below: string | null,
): Wait | undefined {
  const candidates = holder.waits.filter(
    (wait): wait is Catcher => wait.type === type && run.node(holder.process, wait.event).parent !== below,
  );
  if (candidates.length === 0) return undefined;
  for (const kind of ['startEvent', 'boundaryEvent']) {
    const here = candidates.filter((wait) => run.node(holder.process, wait.event).kind === kind);
    const exact = code === null ? undefined : here.find((wait) => wait.code === code);
    const any = here.find((wait) => wait.code === null);
    if (exact ?? any) return exact ?? any;
  }
  return undefined;
}

/**
 * Broadcasts a signal inside this instance; the host carries it to others (`publish`). In a scope that it interrupts by
 * an event sub-process it is not heard by the scope's boundary events as well.
 * @returns how many received it
 */
export function receiveSignal(run: Run, name: string, variables: Variables): number {
  const receivers = waiting(run, signalKey(name));
  const startsIn = new Map<Visit, Wait>();
  for (const { holder, wait } of receivers) {
    const node = run.node(holder.process, wait.event);
    if (node.kind === 'startEvent' && node.interrupting) startsIn.set(holder, wait);
  }
  const heard = receivers.filter(({ holder, wait }) => (startsIn.get(holder) ?? wait) === wait);
  for (const { holder, wait } of heard) occur(run, holder, wait, variables);
  return heard.length;
}

/** Gives a message to the oldest visit that waits for it. @returns whether there was one */
export function receiveMessage(run: Run, name: string, key: string, variables: Variables): boolean {
  const [receiver] = waiting(run, messageKey(name, key), messageKey(name, null));
  if (receiver) occur(run, receiver.holder, receiver.wait, variables);
  return receiver !== undefined;
}
