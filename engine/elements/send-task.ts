import { raise } from '../events/raise.ts';
import type { Behaviour } from './behaviour.ts';
import { startJob } from './job.ts';

/** Send task: a job for the host. One without a job type publishes the message it names when that is done. */
export const sendTask: Behaviour = {
  enter: startJob,

  worked(run, visit, node) {
    for (const message of node.events ?? []) raise(run, visit, message);
  },
};
