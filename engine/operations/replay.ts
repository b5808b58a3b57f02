import { advance } from '../advance.ts';
import type { Graph } from '../model/graph.ts';
import type { EngineEvent, Instant, State, Step, Variables } from '../types.ts';

/** An event that a host has committed, with the moment at which it applied it. */
export interface PastStep {
  event: EngineEvent;
  now: Instant;
}

/** Where an instance stands: its state, and the graph it runs on. */
export interface Standing {
  graph: Graph;
  state: State;
  /** Variables it ended with; null while it runs. */
  result: Variables | null;
}

/**
 * The state an instance came to by its committed steps: the same events at the same moments give the same state, so the
 * steps are all that a dry run needs. Null before the first step.
 * @param graphOf graph of a definition; of `null`, the one a start that names none ran on
 */
export function replay(steps: PastStep[], graphOf: (definition: string | null) => Graph): Standing | null {
  let standing: Standing | null = null;
  for (const { event, now } of steps) {
    const to: Graph =
      'definition' in event ? graphOf(event.definition ?? null) : (standing?.graph ?? graphOf(null));
    const from: Graph = standing?.graph ?? to;
    const { state, effects }: Step = advance({ from, to }, standing?.state ?? null, event, now);
    const isMigrated = effects.some(({ type }) => type === 'migrated');
    const ended = effects.find((effect) => effect.type === 'ended');
    standing = { graph: isMigrated ? to : from, state, result: ended?.variables ?? null };
  }
  return standing;
}
