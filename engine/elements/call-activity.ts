import type { Run } from '../run.ts';
import type { Visit } from '../state.ts';
import { Stuck } from '../stuck.ts';
import { contextOf, textOf } from '../variables.ts';
import type { Behaviour } from './behaviour.ts';

/** A process that calls itself without end would run out of stack long before it runs out of steps. */
const deepest = 200;

/** Call activity: the called process runs inside it, in the same instance, with variables of its own. */
export const callActivity: Behaviour = {
  enter(run, visit, node) {
    const { called } = node;
    const id = called ? textOf(run, visit, called.process) : '';
    const process = run.graph.processes[id]?.nodes[id];
    if (!called || !process) {
      throw new Stuck('called_element_not_found', `no process ${JSON.stringify(id)} in this deployment`);
    }
    if (depthOf(run, visit) > deepest) {
      throw new Stuck('endless_loop', `processes call each other more than ${deepest} levels deep`);
    }
    const variables = called.allToChild ? contextOf(run, visit) : (visit.variables ?? {});
    const [begin] = visit.beginsAt ?? [];
    run.send(process, visit, null, begin ? { variables, beginsAt: begin.inside } : { variables });
  },

  left(run, visit, process) {
    const node = run.nodeOf(visit);
    const takesAll = node.outputs !== undefined || node.called?.allToParent;
    run.complete(visit, takesAll ? (process.variables ?? {}) : {});
  },
};

function depthOf(run: Run, visit: Visit): number {
  let depth = 0;
  for (let at = visit; at.scope !== null; at = run.scopeOf(at)) depth += 1;
  return depth;
}
