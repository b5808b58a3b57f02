import type { Behaviour } from './behaviour.ts';
import { startJob } from './job.ts';

/** Service task: a job for the host. */
export const serviceTask: Behaviour = { enter: startJob };
