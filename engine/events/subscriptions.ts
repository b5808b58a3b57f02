import type { Run } from '../run.ts';
import type { Visit, Wait } from '../state.ts';
import type { Subscription } from '../types.ts';

/** Tells the host what of `waits` the visit had not subscribed to, and what it had and waits for no longer. */
export function tellSubscriptions(run: Run, visit: Visit, waits: readonly Wait[]): void {
  const before = visit.waits.filter(isSubscribed);
  const after = waits.filter(isSubscribed);
  for (const subscription of without(before, after)) {
    run.emit({ type: 'unsubscribe', visit: visit.id, ...subscription });
  }
  for (const subscription of without(after, before)) {
    run.emit({ type: 'subscribe', visit: visit.id, ...subscription });
  }
}

type Subscribed = Extract<Wait, { type: 'message' | 'signal' }>;

function isSubscribed(wait: Wait): wait is Subscribed {
  return wait.type === 'message' || wait.type === 'signal';
}

/** What `waits` wait for and `others` do not, each once: a boundary event and an event sub-process may wait for the same. */
function without(waits: Subscribed[], others: Subscribed[]): Subscription[] {
  const known = new Set(others.map(nameOf));
  const found: Subscription[] = [];
  for (const wait of waits) {
    const name = nameOf(wait);
    if (known.has(name)) continue;
    known.add(name);
    found.push({ kind: wait.type, name: wait.name, correlationKey: keyOf(wait) });
  }
  return found;
}

const keyOf = (wait: Subscribed) => (wait.type === 'message' ? (wait.key ?? '') : '');
const nameOf = (wait: Subscribed) => `${wait.type}\u0000${wait.name}\u0000${keyOf(wait)}`;
