import { evaluate } from '../variables.ts';
import type { Behaviour } from './behaviour.ts';
import { startJob } from './job.ts';

/** Script task: FEEL, evaluated here; any other language is a job. */
export const scriptTask: Behaviour = {
  enter(run, visit, node) {
    const { script } = node;
    if (!script) return startJob(run, visit, node);
    const value = evaluate(run, visit, script.expression);
    if (script.result !== undefined) return run.complete(visit, { [script.result]: value });
    const isContext = value !== null && typeof value === 'object' && !Array.isArray(value);
    run.complete(visit, isContext ? value : {});
  },
};
