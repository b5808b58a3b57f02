import type { Database } from '../db/client.ts';
import type { Job, Variables } from '../engine/types.ts';
import { commitStep, type ProposedStep } from './commit/commit-step.ts';
import { computeScores } from './compute-scores.ts';
import { loadGraph } from './load-graph.ts';
import { renderDecision } from './render-decision.ts';
import { renderPostingSummary } from './render-posting-summary.ts';
import { type MailSettings, sendNotices } from './send-notices.ts';

export interface ActivityDependencies {
  db: Database;
  mail: MailSettings;
}

interface JobInput {
  instanceId: string;
  job: Job;
}

/** Everything workflows may ask for. A job type of a model is the name of its activity. */
export function createActivities({ db, mail }: ActivityDependencies) {
  return {
    commitStep: (step: ProposedStep) => commitStep(db, step),
    loadGraph: (instanceId: string, definition: string | null) => loadGraph(db, instanceId, definition),
    sendNotices: (input: { instanceId: string | null }) => sendNotices({ db, mail }, input),
    'compute-scores': ({ job }: JobInput): Promise<Variables> =>
      computeScores({ db }, { dossierId: dossierOf(job) }),
    'render-decision': ({ job }: JobInput): Promise<Variables> =>
      renderDecision({ db }, { dossierId: dossierOf(job) }),
    'render-posting-summary': ({ instanceId }: JobInput): Promise<Variables> =>
      renderPostingSummary({ db }, { instanceId }),
  };
}

function dossierOf(job: Job): string {
  const { dossierId } = job.variables;
  if (typeof dossierId !== 'string') throw new Error(`${job.element}: the variable dossierId is missing`);
  return dossierId;
}
