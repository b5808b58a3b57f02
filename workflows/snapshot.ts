import type { EngineEvent, State } from '../engine/types.ts';

/** All that a run of the workflow needs to go on where the last one stopped: plain JSON. */
export interface Snapshot {
  instanceId: string;
  /** Definition whose graph the instance runs on; absent before the first step. */
  definition?: string | null;
  /** Engine state after the last committed step; null before the first. */
  state: State | null;
  /** Number of the last committed step; 0 before the first. */
  step: number;
  /** Outbox number the last person's event had; -1 before the start. */
  applied: number;
  /** Events received but not applied. */
  queue: EngineEvent[];
  /** When the engine next wants to look at the clock, ISO; null if nothing waits for time. */
  nextTimer: string | null;
}

/** Snapshot of an instance that has not begun: it waits for outbox row 0. */
export const beginning = (instanceId: string): Snapshot => ({
  instanceId,
  state: null,
  step: 0,
  applied: -1,
  queue: [],
  nextTimer: null,
});
