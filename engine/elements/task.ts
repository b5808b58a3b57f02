import type { Behaviour } from './behaviour.ts';

/** Task without a type, and manual task: nothing for the engine to do. */
export const task: Behaviour = {
  enter(run, visit) {
    run.complete(visit);
  },
};
