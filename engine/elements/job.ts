import type { Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit } from '../state.ts';
import { contextOf, evaluate, textOf, unexpected } from '../variables.ts';

/** Hands the work of the visit to the host as a job; `jobCompleted` completes the visit. */
export function startJob(run: Run, visit: Visit, node: Node): void {
  const { job } = node;
  if (!job) throw new Error(`${node.id} has no job definition`);
  const type = textOf(run, visit, job.type);
  const retries = Number(evaluate(run, visit, job.retries));
  if (!Number.isInteger(retries) || retries < 0)
    throw unexpected(job.retries, 'a number of retries', retries);
  visit.work = 'job';
  run.emit({
    type: 'runJob',
    job: {
      job: visit.id,
      process: visit.process,
      element: node.id,
      type,
      retries,
      headers: node.headers ?? {},
      variables: contextOf(run, visit),
    },
  });
}
