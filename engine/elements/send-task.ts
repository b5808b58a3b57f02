import type { Behaviour } from './behaviour.ts';
import { startJob } from './job.ts';

/** Send task: a job for the host. One that only names its message is completed by publishing it (`sendJob`). */
export const sendTask: Behaviour = { enter: startJob };
