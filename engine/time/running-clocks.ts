/**
 * The clocks of an instance: how they start, stand still and are counted anew. The host stops all of them (`clockPaused`),
 * and an element with the property `pausesClocks` those outside it for as long as it is active, such as the supplement
 * of a returned dossier.
 */
import type { Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { SharedClock, Visit, Wait } from '../state.ts';
import type { Calendar } from '../types.ts';
import { dueBy, paused, remindAt } from './clock.ts';

export const pausesClocks = (node: Node): boolean => node.properties?.pausesClocks === 'true';

/**
 * The start and pauses of a clock that begins in `visit` now, or of the clock `name` that the scope around it keeps for
 * its tasks from the first that asks for it.
 */
export function startOfClock(run: Run, visit: Visit, name: string | undefined): SharedClock {
  const holder = name === undefined ? visit : run.scopeOf(visit);
  const known = name === undefined ? undefined : holder.clocks?.[name];
  if (known) return known;
  const clock = paused<SharedClock>({ startedAt: run.now }, standStill(run, holder), run.now);
  if (name !== undefined) holder.clocks = { ...holder.clocks, [name]: clock };
  return clock;
}

/** The host stops all clocks, or lets them run again. */
export function holdClocks(run: Run, held: boolean): void {
  if (held) run.state.clocksHeld = true;
  else delete run.state.clocksHeld;
  recount(run);
}

/** `visit` begins to stop the clocks outside it. */
export function beginPause(run: Run, visit: Visit): void {
  run.state.pausing = [...(run.state.pausing ?? []), visit.id];
  recount(run);
}

/** `visit` is gone; where it stopped clocks, they run again. */
export function endPause(run: Run, visit: Visit): void {
  if (!run.state.pausing?.includes(visit.id)) return;
  run.state.pausing = run.state.pausing.filter((id) => id !== visit.id);
  recount(run);
}

/** The calendar has changed. */
export function changeCalendar(run: Run, calendar: Calendar): void {
  run.state.calendar = calendar;
  recount(run);
}

/** Counts every clock and reminder anew. What has fired stays fired; what is past by now is due. */
function recount(run: Run): void {
  for (const visit of run.visits.values()) {
    const { due } = visit;
    if (visit.waits.length === 0 && !due?.clock && !visit.clocks) continue;
    const still = standStill(run, visit);
    for (const name in visit.clocks) {
      const clock = visit.clocks[name] as SharedClock;
      visit.clocks = { ...visit.clocks, [name]: paused(clock, still, run.now) };
    }
    if (due?.clock) {
      const clock = paused(due.clock, still, run.now);
      const at = dueBy(clock, run.state.calendar);
      visit.due = { at, clock };
      if (at !== due.at || clock !== due.clock) {
        run.emit({ type: 'changeDue', visit: visit.id, dueAt: at, clock });
      }
    }
    run.setWaits(
      visit,
      visit.waits.map((wait) => recounted(run, visit, wait, still)),
    );
  }
}

function recounted(run: Run, visit: Visit, wait: Wait, still: boolean): Wait {
  const { calendar } = run.state;
  if (wait.type === 'timer' && wait.clock) {
    const clock = paused(wait.clock, still, run.now);
    return { ...wait, clock, due: dueBy(clock, calendar) };
  }
  if (wait.type === 'reminder' && visit.due) {
    return { ...wait, due: remindAt(visit.due.at, wait.offset, calendar) };
  }
  return wait;
}

/** Whether the clocks of `holder` stand still. */
function standStill({ state, visits }: Run, holder: Visit): boolean {
  if (state.clocksHeld) return true;
  const { pausing = [] } = state;
  if (pausing.length === 0) return false;
  const around = new Set<string>();
  for (let visit: Visit | undefined = holder; visit; visit = visits.get(visit.scope ?? '')) {
    around.add(visit.id);
  }
  return pausing.some((id) => !around.has(id));
}
