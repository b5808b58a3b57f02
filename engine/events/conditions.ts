/** Conditional events: they occur when their condition turns true. */
import type { Run } from '../run.ts';
import type { Visit, Wait } from '../state.ts';
import { Stuck } from '../stuck.ts';
import { holds } from '../variables.ts';
import { conditionalKey } from '../visit-table.ts';
import { occur } from './occur.ts';

/** Whose conditions may have come to hold since they were last looked at: everybody's after a write, else who is new. */
export class StaleConditions {
  private anybody = false;
  private newcomers: Visit[] = [];

  written(): void {
    this.anybody = true;
  }

  opened(holder: Visit): void {
    if (!this.anybody) this.newcomers.push(holder);
  }

  /** Gives them, oldest first, and holds them for looked at. */
  take(run: Run): Visit[] {
    const { anybody, newcomers } = this;
    this.anybody = false;
    this.newcomers = [];
    return anybody ? run.visits.waitingFor([conditionalKey]) : newcomers;
  }
}

/** Lets occur what a write, or a wait that opened, has made true. */
export function fireStaleConditions(run: Run): void {
  for (const holder of run.conditions.take(run)) fireConditionsOf(run, holder);
}

/** Looks at every condition, also for what time alone has made true. @returns whether any event occurred */
export function fireConditions(run: Run): boolean {
  run.conditions.take(run);
  let fired = false;
  for (const holder of run.visits.waitingFor([conditionalKey])) {
    fired = fireConditionsOf(run, holder) || fired;
  }
  return fired;
}

function fireConditionsOf(run: Run, holder: Visit): boolean {
  let fired = false;
  for (const wait of holder.waits) {
    if (wait.type !== 'conditional' || !run.isAlive(holder) || !holder.waits.includes(wait)) continue;
    const definition = run.node(holder.process, wait.event).events?.[wait.index];
    const condition = definition?.type === 'conditional' ? definition.condition : undefined;
    const met = condition !== undefined && isMet(() => holds(run, holder, condition));
    if (met === wait.met) continue;
    const noted: Wait = { ...wait, met };
    run.setWaits(
      holder,
      holder.waits.map((other) => (other === wait ? noted : other)),
    );
    if (!met) continue;
    occur(run, holder, noted, {});
    fired = true;
  }
  return fired;
}

/** A condition over variables that are not there yet does not hold. */
function isMet(condition: () => boolean): boolean {
  try {
    return condition();
  } catch (failure) {
    if (failure instanceof Stuck) return false;
    throw failure;
  }
}
