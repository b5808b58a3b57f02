import type { Behaviour } from './behaviour.ts';
import { startJob } from './job.ts';

/** Business rule task: a DMN decision of the deployment, evaluated here; with a job type, a job. */
export const businessRuleTask: Behaviour = { enter: startJob };
