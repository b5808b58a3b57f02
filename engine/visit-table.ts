import type { Visit, Wait } from './state.ts';
import { type Alarm, ageOf, Moments } from './time/moments.ts';
import type { VisitId } from './types.ts';

/**
 * The visits alive, oldest first, and who of them is where and waits for what. What is asked for is looked up once and then kept
 * up to date, so that a table that lives from step to step does not grow slower with the number of its visits.
 */
export class VisitTable {
  private readonly visits = new Map<VisitId, Visit>();
  private children: Map<VisitId, Set<Visit>> | null = null;
  private waiters: Map<string, Set<Visit>> | null = null;
  private moments: Moments | null = null;
  private joining: Set<Visit> | null = null;

  /** A draft over `visits`: it changes copies. */
  constructor(visits: Record<VisitId, Visit>) {
    for (const id in visits) this.visits.set(id, { ...(visits[id] as Visit) });
  }

  get(id: VisitId): Visit | undefined {
    return this.visits.get(id);
  }

  has(id: VisitId): boolean {
    return this.visits.has(id);
  }

  values(): MapIterator<Visit> {
    return this.visits.values();
  }

  toJSON(): Record<VisitId, Visit> {
    return Object.fromEntries(this.visits);
  }

  add(visit: Visit): void {
    this.visits.set(visit.id, visit);
    if (this.children && visit.scope !== null) put(this.children, visit.scope, visit);
  }

  /** Another value in place of the visit of the same id. */
  replace(visit: Visit): void {
    this.visits.set(visit.id, visit);
    this.children = this.waiters = this.moments = this.joining = null;
  }

  /** Takes out a visit that waits for nothing any more. */
  remove(visit: Visit): void {
    this.visits.delete(visit.id);
    this.joining?.delete(visit);
    if (visit.scope !== null) drop(this.children, visit.scope, visit);
    this.children?.delete(visit.id);
  }

  /** Visits directly inside another, oldest first. */
  inside(scope: VisitId): Visit[] {
    this.children ??= this.grouped((visit) => (visit.scope === null ? [] : [visit.scope]));
    return [...(this.children.get(scope) ?? [])];
  }

  setWaits(visit: Visit, waits: Wait[]): void {
    const before = visit.waits;
    visit.waits = waits;
    if (this.waiters) {
      for (const key of keysOf(before)) drop(this.waiters, key, visit);
      for (const key of keysOf(waits)) put(this.waiters, key, visit);
    }
    this.moments?.add(
      visit,
      waits.filter((wait) => !before.includes(wait)),
    );
  }

  /** Visits that wait for one of the keys (`waitKey`), oldest first. */
  waitingFor(keys: string[]): Visit[] {
    this.waiters ??= this.grouped((visit) => keysOf(visit.waits));
    const found = new Set<Visit>();
    for (const key of keys) for (const visit of this.waiters.get(key) ?? []) found.add(visit);
    return [...found].sort((a, b) => ageOf(a) - ageOf(b));
  }

  /** What is due first. */
  earliest(): Alarm | undefined {
    this.moments ??= new Moments(this.visits);
    return this.moments.earliest();
  }

  /** `visit` keeps tokens that have come to a join. */
  join(visit: Visit): void {
    this.joining?.add(visit);
  }

  /** Joins that keep tokens, oldest first. */
  joins(): Visit[] {
    this.joining ??= new Set([...this.visits.values()].filter(({ arrived }) => arrived));
    for (const visit of this.joining) if (!visit.arrived) this.joining.delete(visit);
    return [...this.joining].sort((a, b) => ageOf(a) - ageOf(b));
  }

  private grouped(keys: (visit: Visit) => Iterable<string>): Map<string, Set<Visit>> {
    const groups = new Map<string, Set<Visit>>();
    for (const visit of this.visits.values()) for (const key of keys(visit)) put(groups, key, visit);
    return groups;
  }
}

/** What a wait is looked up by; null for those that only their own scope asks for. */
export function waitKey(wait: Wait): string | null {
  switch (wait.type) {
    case 'message':
      return messageKey(wait.name, wait.key);
    case 'signal':
      return signalKey(wait.name);
    case 'conditional':
      return conditionalKey;
    default:
      return null;
  }
}

export const conditionalKey = 'conditional';
export const signalKey = (name: string): string => `signal ${name}`;
/** `key` null: takes any. */
export const messageKey = (name: string, key: string | null): string =>
  key === null ? `message ${name}` : `message ${JSON.stringify([name, key])}`;

function keysOf(waits: readonly Wait[]): string[] {
  return waits.flatMap((wait) => waitKey(wait) ?? []);
}

function put(groups: Map<string, Set<Visit>>, key: string, visit: Visit): void {
  const group = groups.get(key);
  if (group) group.add(visit);
  else groups.set(key, new Set([visit]));
}

function drop(groups: Map<string, Set<Visit>> | null, key: string, visit: Visit): void {
  const group = groups?.get(key);
  if (group?.delete(visit) && group.size === 0) groups?.delete(key);
}
