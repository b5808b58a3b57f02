import { Stuck } from '../stuck.ts';
import { contextOf, textOf } from '../variables.ts';
import type { Behaviour } from './behaviour.ts';

/** Call activity: the called process runs inside it, in the same instance, with variables of its own. */
export const callActivity: Behaviour = {
  enter(run, visit, node) {
    const { called } = node;
    const id = called ? textOf(run, visit, called.process) : '';
    const process = run.graph.processes[id]?.nodes[id];
    if (!called || !process) {
      throw new Stuck('called_element_not_found', `no process ${JSON.stringify(id)} in this deployment`);
    }
    const variables = called.allToChild ? contextOf(run, visit) : (visit.variables ?? {});
    run.send(process, visit, null, { variables });
  },

  left(run, visit, process) {
    const node = run.nodeOf(visit);
    const takesAll = node.outputs !== undefined || node.called?.allToParent;
    run.complete(visit, takesAll ? (process.variables ?? {}) : {});
  },
};
